import type { Lane } from '../../core/labelling/labels.js';
import type { MissReason } from '../../core/misses/miss-store.js';
import type { Period } from '../../app/moderation/list-misses.js';

/** What the feature says itself, in one language. Texts are Markdown; what is put into them is escaped already. */
export interface MissTexts {
  readonly button: Readonly<Record<'untell' | 'dismiss' | 'undo' | 'export' | 'earlier' | 'later', string>>;
  readonly onlyModerators: string;

  readonly title: string;
  readonly period: Readonly<Record<Period, string>>;
  readonly totals: (questions: number, askings: number, people: number) => string;
  readonly page: (page: number, pages: number) => string;
  readonly none: string;
  readonly capped: (limit: number) => string;
  readonly asked: (askings: number, people: number, last: string) => string;
  readonly alsoAsked: (wordings: readonly string[], more: number) => string;
  readonly why: (reasons: string) => string;
  readonly reason: Readonly<Record<MissReason, string>>;
  readonly nearest: (places: string) => string;
  readonly place: (text: string, title: string) => string;
  readonly onlyLane: Readonly<Record<Lane, string>>;
  readonly onlyIn: (title: string) => string;
  readonly dismissed: (question: string) => string;
  /** Placeholder of the menu that sets several questions aside. */
  readonly dismissSome: string;
  readonly dismissedSome: (count: number) => string;
  readonly restoredSome: (count: number) => string;
  readonly restored: (question: string) => string;
  readonly gone: string;

  readonly exported: (rows: number) => string;
  /** Names of the columns of the CSV file. */
  readonly columns: readonly string[];

  readonly digestTitle: (count: number) => string;
  readonly digestMore: (count: number) => string;
  readonly digestHint: string;

  readonly willNotTell: string;
  readonly answerableNow: string;
  readonly setAside: string;
  readonly nothingToTell: string;
  readonly told: string;
  readonly willTell: (days: number) => string;
  readonly toldHint: string;
  /** Instead of a quote whose text is not asked in direct messages; `channel` is where it was asked, null where that is not known. */
  readonly toldElsewhere: (channel: string | null) => string;
  /** Instead of a quote whose text is not asked in the moderators' channel. */
  readonly answerWithheld: string;
}

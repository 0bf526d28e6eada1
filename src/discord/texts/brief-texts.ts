import type { Lane } from '../../core/labelling/labels.js';
import type { NamedPermission } from './texts.js';

/** What briefs say, in one language. Texts are Markdown; what is put into them is escaped already. */
export interface BriefTexts {
  /** How a brief without a title of its own is called. */
  readonly titleOf: (topic: string | null, documentTitle: string | null) => string;
  readonly scopeOf: (topic: string | null, documentTitle: string | null) => string;
  /** How many quotes there are of each lane that has any. */
  readonly laneCounts: (counts: Readonly<Record<Lane, number>>) => string;
  readonly previewNote: string;
  readonly previewTarget: (channel: string) => string;
  readonly rebuilds: (link: string) => string;
  /** One word or two for a lane, in menus and before a quote. */
  readonly lane: Readonly<Record<Lane, (source: string | null) => string>>;
  readonly notKept: string;
  readonly pairsTitle: string;
  readonly pairsLine: string;
  readonly pairName: (number: number) => string;
  readonly leftOut: (quotes: number, pairs: number) => string;
  /** Under a quote; only a posted brief has a menu in which it can be looked at. */
  readonly hints: Readonly<
    Record<
      'preview' | 'posted',
      { readonly quoteCut: string; readonly quoteContinues: string; readonly labelUnclear: string }
    >
  >;
  readonly footer: (person: string | null, isPinned: boolean, version: string) => string;

  readonly button: Readonly<
    Record<'titleAndOrder' | 'post' | 'postAndPin' | 'discard' | 'rebuild' | 'tryAgain' | 'earlier' | 'later', string>
  >;
  readonly retire: (title: string) => string;
  readonly tickMenu: string;
  readonly lookMenu: string;
  readonly form: Readonly<Record<'heading' | 'title' | 'titleHint' | 'order' | 'orderHint' | 'orderExample', string>>;
  readonly badOrder: (given: string, highest: number) => string;

  readonly onlyModerators: string;
  readonly onlyMaker: string;
  readonly draftGone: string;
  readonly draftBusy: string;
  /** Of a draft with quotes from texts that are not asked any more. */
  readonly draftWithheld: string;
  /** In place of a quote from such a text. */
  readonly withheld: string;
  readonly discarded: string;
  readonly nothingTicked: string;
  readonly nothingStands: string;
  readonly dropped: (lines: readonly string[]) => string;
  readonly moved: (lines: readonly string[]) => string;
  readonly posted: (link: string) => string;
  readonly postedAndPinned: (link: string) => string;
  readonly replacedOld: (link: string) => string;
  readonly youLack: (permissions: readonly NamedPermission[], channel: string) => string;
  readonly botLacks: (permissions: readonly NamedPermission[], channel: string) => string;
  readonly notSent: (detail: string) => string;
  readonly noAnswer: string;
  readonly notAnswered: string;
  readonly cannotReach: (channel: string) => string;
  readonly notPinned: (link: string, detail: string) => string;
  readonly refusedWith: (code: number) => string;
  readonly pinsFull: (link: string) => string;
  readonly retireOffer: (title: string, date: string) => string;
  readonly retireNone: string;
  readonly retired: (title: string) => string;

  readonly noPins: string;
  readonly pinsTitle: (count: number) => string;
  readonly pinsPage: (page: number, pages: number) => string;
  readonly pinLine: (date: string, person: string | null) => string;
  readonly allStand: (count: number) => string;
  readonly someFell: (fell: number, count: number) => string;
  readonly fallen: Readonly<Record<'changed' | 'vanished' | 'relabelled' | 'withheld', (count: number) => string>>;

  readonly markedTitle: (fell: number, count: number) => string;
  readonly markedLine: (fell: number) => string;
  readonly mark: Readonly<Record<'changed' | 'vanished' | 'withheld', string>>;
  readonly relabelled: (lane: Lane, source: string | null) => string;
  readonly since: (time: string) => string;
  readonly replacedBy: (link: string) => string;
  readonly noticeTitle: (title: string) => string;
  readonly noticeOpen: (link: string) => string;
  /** Instead of `noticeOpen`, for a brief whose message Discord does not let the bot edit. */
  readonly noticeUnmarked: (link: string) => string;
  readonly noticeQuote: (number: number, words: string, what: string) => string;
  readonly noticePair: (number: number, words: string, what: string) => string;
  readonly briefGone: string;
  readonly briefReplaced: (link: string) => string;
  readonly briefUnknown: string;
  readonly documentGone: (title: string) => string;
  /** For Discord's audit log, where nothing is formatted. */
  readonly reason: Readonly<Record<'pin' | 'replace' | 'retire', (title: string, person: string) => string>>;
}

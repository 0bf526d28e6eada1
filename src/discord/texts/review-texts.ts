import type { Lane } from '../../core/labelling/labels.js';

/** What the bot says about labels that are wrong. Texts are Markdown but for those of forms; what is put in is escaped. */
export interface ReviewTexts {
  readonly form: {
    readonly title: string;
    readonly quote: string;
    readonly quoteNumber: (number: number) => string;
    readonly label: string;
    readonly labelHint: (lane: Lane) => string;
    readonly source: string;
    readonly sourceHint: string;
    readonly note: string;
    readonly noteHint: string;
  };
  /** A lane as a label is called. */
  readonly lane: Readonly<Record<Lane, string>>;
  /** A label with its source, escaped; null for none. */
  readonly label: (lane: Lane, source: string | null) => string;
  readonly option: Readonly<Record<Lane, { readonly label: string; readonly description: string }>>;
  readonly noQuotes: string;
  readonly notHere: string;
  readonly thanks: (was: string, label: string) => string;
  readonly thanksAgain: (was: string, label: string) => string;
  readonly hasLabel: (label: string) => string;

  readonly onlyModerators: string;
  readonly queueTitle: string;
  readonly noneOpen: string;
  readonly position: (number: number, count: number) => string;
  readonly order: string;
  readonly aside: (count: number) => string;
  readonly labelNow: (label: string, step: string | null) => string;
  readonly setBefore: string;
  readonly reasons: string;
  readonly proposals: string;
  readonly proposal: (count: number, label: string) => string;
  readonly proposalOption: (count: number) => string;
  readonly moreNotes: (count: number) => string;
  readonly acceptSets: (label: string) => string;
  readonly chooseLabel: string;
  readonly button: Readonly<Record<'accept' | 'decline' | 'next' | 'undo' | 'export' | 'newer' | 'older', string>>;
  readonly accepted: (label: string) => string;
  readonly declined: string;
  /** Placeholders of the menus that decide about several quotes at once. */
  readonly acceptSome: string;
  readonly declineSome: string;
  /** `count` of `chosen` quotes; the others have changed meanwhile. */
  readonly acceptedSome: (count: number, chosen: number) => string;
  readonly declinedSome: (count: number, chosen: number) => string;
  readonly takenBack: string;
  readonly decidedAlready: string;

  readonly decidedTitle: (count: number) => string;
  readonly decidedLine: string;
  readonly decidedItem: (label: string, was: string, date: string) => string;
  readonly noLongerStands: string;
  readonly noneDecided: string;
  readonly undone: string;
  readonly undoneAlready: string;
  readonly exported: (count: number) => string;
}

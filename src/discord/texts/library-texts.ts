import type { DoubtWords } from '../../app/indexing/describe-doubts.js';
import type { FailureKind, SourceReading, SourceState } from '../../app/shelf/shelved-source.js';

/** What the bot says of the library, in one language. Texts are Markdown; what is put into them is escaped already. */
export interface LibraryTexts {
  readonly onlyModerators: string;
  readonly button: Readonly<
    Record<'use' | 'discard' | 'remove' | 'keep' | 'undo' | 'refresh' | 'earlier' | 'later', string>
  >;

  /** What a source is, in lower case where the language has that. */
  readonly format: Readonly<Record<SourceReading['format'], string>>;
  readonly pages: (count: number) => string;
  readonly sentences: (count: number) => string;
  readonly documents: (count: number) => string;
  readonly collection: (name: string) => string;
  /** In place of a collection, for what lies in no folder. */
  readonly noCollection: string;
  readonly attached: string;
  readonly byOperator: string;
  readonly fetched: (day: string) => string;
  /** `when` is Markdown. */
  readonly addedBy: (name: string, when: string) => string;
  readonly added: (when: string) => string;
  /** Who did last what was done with it since. */
  readonly did: Readonly<Record<'use' | 'discard' | 'remove' | 'undo', (name: string, when: string) => string>>;
  readonly link: string;

  /** A state in a word or two. */
  readonly state: Readonly<Record<SourceState['kind'], string>>;
  /** What a state means, on the card of a source. */
  readonly means: Readonly<Record<Exclude<SourceState['kind'], 'removed' | 'failed' | 'in-use'>, string>>;
  readonly failed: (reason: string) => string;
  /** Why a source could not be had, as a sentence; `reason` is in English. */
  readonly failure: Readonly<Record<FailureKind, (reason: string) => string>>;
  /** `until` is a day in Markdown. */
  readonly removed: (until: string) => string;
  readonly inUse: Readonly<Record<'soon' | 'now' | 'missing', string>>;
  readonly doubts: (list: string) => string;
  readonly doubtWords: DoubtWords;
  readonly repairs: (count: number) => string;
  readonly sameAs: (path: string) => string;
  readonly samples: string;
  readonly askedEverywhere: string;
  /** `places` are mentions. */
  readonly askedIn: (places: string) => string;
  readonly askedBut: (places: string) => string;
  readonly askedNowhere: string;
  /** Of a collection that has become another server's. */
  readonly askedByOthers: string;

  readonly listTitle: string;
  readonly totals: (sources: number, collections: number) => string;
  /** Megabytes that the server has put in, of those that it may. */
  readonly room: (used: number, limit: number) => string;
  readonly found: (count: number, search: string) => string;
  readonly none: string;
  readonly noneFound: (search: string) => string;
  readonly page: (page: number, pages: number) => string;
  readonly choose: string;
  /** In place of what a source may give rise to doubt in. */
  readonly doubtful: string;
  /** Above several sources that were put in at once. */
  readonly several: (count: number) => string;

  readonly linkOrFile: string;
  /** `limit` in megabytes. */
  readonly tooLarge: (name: string, limit: number) => string;
  /** For what no collection can be called. */
  readonly noSuchName: (name: string) => string;
  readonly collectionTaken: (name: string) => string;
  /** `detail` is one line in English. */
  readonly notDone: (detail: string) => string;
  /** Where the texts of the index lie on another machine than this one. */
  readonly textsElsewhere: string;
  readonly linkElsewhere: string;
  readonly ownMessage: string;
  /** What a message is called, by whoever wrote it. */
  readonly messageTitle: (author: string, date: string) => string;

  readonly unknown: (name: string) => string;
  readonly gone: string;
  readonly nothingToUndo: string;
  readonly confirm: (title: string) => string;
  readonly confirmLine: string;
  readonly ofOperator: string;
  readonly notInUse: string;
  /** What has come of looking at a link again. */
  readonly refreshed: Readonly<Record<'changed' | 'unchanged' | 'not-yet' | 'no-link', string>>;
  readonly lookedAt: (when: string) => string;
  readonly refreshFailed: (reason: string) => string;
  readonly done: Readonly<Record<'undo' | 'keep', string>>;

  /** `channel` is a mention. */
  readonly asksOnly: (channel: string, collection: string) => string;
  readonly asksAsServer: (channel: string) => string;
  readonly unknownCollection: (name: string) => string;
  /** A choice while somebody types. */
  readonly asServer: string;
}

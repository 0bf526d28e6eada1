import type { Verification } from '../../app/asking/verify-quote.js';
import type { RefusalReason } from '../../core/search/answer.js';
import type { MissingAnswer } from '../../core/search/missing.js';
import type { RepairKind } from '../../core/text/derivation.js';
import type { Genre, TextKind } from '../../core/text/document.js';
import type { CitedPlace } from '../../core/text/name-place.js';
import type { Lane, StatementKind, Step } from '../../core/labelling/labels.js';
import type { UnseenReason } from '../../core/labelling/unseen-reasons.js';
import type { SourceNaming } from '../../core/labelling/source-naming.js';
import type { SmallTalkKind } from './small-talk-phrases.js';

/** Small talk that is answered by one line. */
export type SmallReply = Extract<SmallTalkKind, 'objection' | 'thanks' | 'farewell' | 'nod'>;

/** Permissions that the bot speaks of, by the names that discord.js has for them. */
export type NamedPermission =
  | 'ViewChannel'
  | 'SendMessages'
  | 'SendMessagesInThreads'
  | 'ReadMessageHistory'
  | 'CreatePublicThreads'
  | 'PinMessages'
  | 'ManageMessages';

/** Everything that the bot says itself, in one language. Texts are Markdown; what is put into them is escaped already. */
export interface Texts {
  readonly locale: string;
  readonly lane: Readonly<Record<Lane, { readonly title: string; readonly line: string }>>;
  /** `name` stands in the title, `source` in the line; both null for a source that is not named. */
  readonly claimedBy: (name: string | null, source: string | null) => { readonly title: string; readonly line: string };
  /** For a source that is no name: a group ("investigations"), a pronoun, or one that may be taken for who wrote the text; in lower case. */
  readonly claimedByUnnamed: (
    source: string,
    naming: Exclude<SourceNaming, 'named'>,
  ) => { readonly title: string; readonly line: string };
  /** What a sentence in the author's voice does. */
  readonly statement: Readonly<Record<StatementKind, string>>;
  readonly withinQuote: Readonly<Record<Lane, (source: string | null) => string>>;
  readonly step: Readonly<Record<Step, string>>;
  readonly labelUnclear: string;
  readonly labelSet: string;
  readonly quoteCut: string;
  /** Of a list, an answer or a turn of which a part is quoted. */
  readonly quoteContinues: string;
  /** The same where there is a **More**. */
  readonly quoteContinuesInMore: string;
  /** Words in the language's quotation marks. */
  readonly quoted: (words: string) => string;
  readonly citation: (parts: CitedPlace) => string;
  /** What was put right in a quote against its source. */
  readonly repair: Readonly<Record<RepairKind, string>>;
  readonly alsoIn: (titles: string) => string;
  readonly indexVersion: (version: string) => string;
  readonly understoodFrom: (text: string, previous: string) => string;
  /** What slips of an answered question were taken for. */
  readonly readAs: (words: string) => string;
  /** What the first quote says otherwise than the second one; whether the first stands at the newer place. */
  readonly placesDiffer: (first: string, second: string, isNewerFirst: boolean) => string;
  readonly questionCut: (length: number) => string;
  readonly otherLanes: (count: number) => string;
  readonly onlyIn: (title: string) => string;
  readonly onlyLane: (lane: Lane) => string;
  readonly further: (from: number, to: number) => string;
  /** Above further quotes that begin with what follows quotes that were shown in part. */
  readonly restFirst: (count: number) => string;
  readonly noFurther: string;
  /** Below the last of the further quotes. */
  readonly lastFurther: string;
  /** Above the buttons for all else that can be done with an answer. */
  readonly etcHint: string;
  /** On an answer that was private; `person` is a mention. */
  readonly sharedBy: (person: string) => string;
  readonly nothingToShare: string;
  readonly shared: (link: string) => string;
  /** On a shared answer that is not the one that was seen. */
  readonly sharedChanged: string;
  readonly onlyAskerShares: string;
  /** Where the bot may not write what is to be shared. */
  readonly cannotShare: (channel: string, permissions: readonly NamedPermission[]) => string;
  readonly mayNotWrite: string;
  readonly changedSinceMore: string;

  readonly refusal: Readonly<Record<RefusalReason, string>>;
  /** On a button, with words of the texts that slips were meant for. */
  readonly didYouMean: (words: string) => string;
  readonly missing: (list: string) => string;
  readonly missingKind: Readonly<Record<MissingAnswer, string>>;
  readonly covers: (documents: number, from: string | null, to: string | null, titles: string) => string;
  /** After what can be searched. */
  readonly listHint: string;
  /** Below a refusal, for whoever has another language than English and may have asked in it. */
  readonly inOtherLanguage: string;
  readonly unknownDocument: (wanted: string) => string;
  readonly nearTitles: string;

  readonly button: Readonly<
    Record<
      | 'context'
      | 'why'
      | 'source'
      | 'wholeText'
      | 'more'
      | 'etc'
      | 'share'
      | 'dismiss'
      | 'thread'
      | 'helpful'
      | 'notHelpful'
      | 'earlier'
      | 'later'
      | 'tell'
      | 'wrongLabel',
      string
    >
  >;

  readonly contextTitle: string;
  readonly contextPlace: (path: string, first: number, last: number) => string;
  readonly contextWithoutQuote: string;
  /** Of a quote's document. */
  readonly documentGone: string;
  /** Of a document that was looked in or is to be looked at. */
  readonly documentLeft: string;
  /** Of a document of a collection that is not asked in this place. */
  readonly documentWithheld: string;
  readonly quoteGone: string;

  readonly whyTitle: string;
  readonly whyLabel: (lane: Lane, step: Step) => string;
  /** For a label that a moderator has set; `day` is Markdown. */
  readonly whySet: (lane: Lane, source: string | null, day: string) => string;
  /** What the labeller had said instead. */
  readonly whyLabeller: (lane: Lane, step: Step) => string;
  readonly whyStatement: (statement: StatementKind) => string;
  readonly whyTextKind: (kind: TextKind, isDeclared: boolean) => string;
  /** What may speak for a label without words that show it. */
  readonly whyUnseen: Readonly<Record<UnseenReason, string>>;
  readonly whyUnclear: string;
  readonly whyTowards: Readonly<Record<Lane, string>>;
  readonly whyNone: string;
  readonly whyStrength: readonly [string, string, string];
  readonly whyNote: string;

  readonly verification: Readonly<Record<Verification['kind'], string>>;
  readonly verifiedAt: (path: string, time: string) => string;

  readonly misquote: Readonly<Record<'exact' | 'near' | 'absent' | 'tooShort', string>>;
  readonly misquoteLegend: string;
  readonly misquoteSameWords: string;
  readonly misquoteNearest: string;
  readonly soughtWords: string;
  readonly foundTimes: (count: number) => string;

  readonly checkTitle: string;
  readonly checkKind: Readonly<Record<'exact' | 'similar' | 'answered' | 'nothing', string>>;
  readonly checkSummary: (exact: number, similar: number, answered: number, nothing: number) => string;
  readonly checkLeftOut: (count: number) => string;
  /** A message to check that Discord keeps from the bot, and one of the bot's own. */
  readonly checkUnreadable: string;
  readonly checkOwn: string;
  readonly noTextInMessage: string;

  readonly aboutTitle: string;
  readonly about: (facts: AboutFacts) => readonly string[];

  /** The list of documents, and the card of one. */
  readonly list: {
    readonly title: string;
    /** What stands for all of them, in lower case. */
    readonly all: string;
    readonly found: (count: number, search: string) => string;
    readonly none: (search: string) => string;
    readonly page: (page: number, pages: number) => string;
    readonly sentences: (count: number) => string;
    readonly choose: string;
    readonly counts: (sentences: number, passages: number) => string;
    readonly shares: (lanes: Readonly<Record<Lane, number>>) => string;
    readonly genreLine: (genre: string) => string;
    readonly genre: Readonly<Record<Genre, string>>;
    readonly changed: (day: string) => string;
    readonly newest: (heading: string, date: string) => string;
    readonly outline: string;
    readonly moreHeadings: (count: number) => string;
  };

  readonly help: {
    readonly title: Readonly<Record<Exclude<SmallTalkKind, SmallReply>, string>>;
    /** The whole answer to what needs no help. */
    readonly reply: Readonly<Record<SmallReply, string>>;
    /** What the bot does, with the number of documents, at least 1. */
    readonly does: (documents: number) => string;
    /** Above questions that the texts answer. */
    readonly examples: string;
    readonly how: string;
    /** What moderators can do besides. */
    readonly moderators: string;
    readonly cannot: string;
  };

  readonly threadOpened: (mention: string) => string;
  /** To whoever opened it; `thread` is a mention. */
  readonly threadReady: (thread: string) => string;
  /** In place of a mention of a person whose name is not known. */
  readonly somebody: string;
  /** Below a message that could not be sent to its reader directly before. */
  readonly notSentDirectly: string;
  readonly answerGone: string;
  readonly tooManyThreads: string;
  readonly threadExists: (thread: string) => string;
  readonly threadHint: (mention: string) => string;
  readonly cannotThread: (permissions: readonly NamedPermission[]) => string;

  readonly thanks: Readonly<Record<'helpful' | 'notHelpful', string>>;
  readonly dismissed: string;
  readonly onlyAskerDismisses: string;

  readonly cooldownUser: (seconds: number) => string;
  /** `channel` is a mention, since this is told elsewhere too; so below. */
  readonly cooldownChannel: (channel: string, seconds: number) => string;
  readonly queueFull: (limit: number) => string;
  readonly userQueueFull: (limit: number) => string;
  readonly channelNotAllowed: (channel: string, channels: readonly string[]) => string;
  readonly unreadableReply: string;
  readonly preparing: string;
  readonly shuttingDown: string;
  /** Without the reason, which is for the operator alone, in the log. */
  readonly notReady: string;
  readonly storeFailed: (reference: string) => string;
  readonly failed: (reference: string) => string;
  readonly late: string;
  /** `server` is null where it has no name. */
  readonly cannotWrite: (channel: string, server: string | null, permissions: readonly NamedPermission[]) => string;
  /** The names that Discord shows. */
  readonly permission: Readonly<Record<NamedPermission, string>>;
  readonly unknownAction: string;
}

interface AboutFacts {
  readonly documents: number;
  readonly passages: number;
  readonly sentences: number;
  readonly lanes: Readonly<Record<Lane, number>>;
  readonly model: string;
  readonly index: string;
  readonly builtAt: string;
  readonly startedAt: string;
  readonly uptime: string;
}

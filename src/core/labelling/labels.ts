import type { TextKind } from '../text/document.js';
import type { Span } from '../text/span.js';

/** The three lanes. `reported` means stated as fact by the author, never "true" or "verified". */
export const lanes = ['reported', 'attributed', 'opinion'] as const;
export type Lane = (typeof lanes)[number];

/** What a source does with what is attributed to it: says it, believes it, wants it, or (a study, a document) shows it. */
export type AttributionKind = 'said' | 'thinks' | 'wants' | 'shows';

/** What a sentence in the author's voice does, where it neither just tells nor judges. */
export type StatementKind =
  'rule' | 'instruction' | 'definition' | 'advice' | 'promise' | 'prediction' | 'estimate' | 'demand';

/** Statements that say what to do or what something means, and judge nothing by that. */
export type DirectiveKind = Extract<StatementKind, 'rule' | 'instruction' | 'definition' | 'advice'>;

/** How sure a label is; `unclear` is shown as such, with the reasons on both sides. */
export type Step = 'clear' | 'likely' | 'unclear';

/** A stretch of text with one label. */
export interface LabelSpan extends Span {
  readonly label: Lane;
  /** The source as it stands in the text; null unless attributed to somebody who is named. */
  readonly attributedTo: string | null;
}

/** One thing that spoke for or against a label. */
export interface Reason extends Span {
  /** The words at `[start, end)` of the document without its notation, or an `UnseenCue` for what no words of it show (`[genre: opinion]`). */
  readonly cue: string;
  /** Above 0; in units of the logit of the label that it speaks for. */
  readonly weight: number;
  readonly towards: Lane;
}

/** The label of one sentence. */
export interface SentenceLabel extends Span {
  /** Of the sentence's main message. */
  readonly label: Lane;
  readonly step: Step;
  /** Claimed probability, 0..1, that "opinion or not" is as labelled. */
  readonly confidence: number;
  /** Whether at least one part of the sentence is attributed. */
  readonly attributed: boolean;
  /** Sources of all attributions in the sentence, the leading one first, as they stand in the document. */
  readonly sources: readonly string[];
  /** Of the leading attribution; null where nothing is attributed. */
  readonly kind: AttributionKind | null;
  /** What kind of text the document is taken for, which decides what counts. */
  readonly textKind: TextKind;
  /** Of a sentence in the author's voice that is a rule, an instruction, …; left out for a plain statement. */
  readonly statement?: StatementKind;
  /** The parts whose label differs from `label`; in text order, not overlapping, offsets into the document's text. */
  readonly spans: readonly LabelSpan[];
  /** All that decided, strongest first; the score can be rebuilt from them. */
  readonly reasons: readonly Reason[];
}

/** That a label is a moderator's and not the labeller's. */
export interface ModeratorMark {
  /** When it was set, in milliseconds since 1970. */
  readonly atMs: number;
  /** The labeller's own label, which it stands in for. */
  readonly instead: Lane;
}

/** What the index keeps of a label; the reasons can be worked out again from the document at any time. */
export type StoredLabel = Omit<SentenceLabel, keyof Span | 'reasons' | 'textKind'> & {
  /** Never in the index's files: absent for the labeller's own labels. */
  readonly moderator?: ModeratorMark;
};

import type { Lane, SentenceLabel, StoredLabel } from '../../core/labelling/labels.js';
import type { Block, SourceDocument } from '../../core/text/document.js';
import type { Span } from '../../core/text/span.js';

/** Something counted by lane. */
export type LaneCounts = Readonly<Record<Lane, number>>;

/** A stretch of a sentence in one lane: never empty, without white space at its ends. */
export interface ReportSegment extends Span {
  readonly lane: Lane;
  /** The source as it stands in the text; null unless `lane` is `attributed` and somebody is named. */
  readonly attributedTo: string | null;
  readonly words: number;
}

/** A sentence's label as the index holds it. */
export type ShownLabel = StoredLabel & Span;

/** The labeller's label with its reasons, or what a moderator has made of it. */
export type ReportLabel = SentenceLabel & Pick<StoredLabel, 'moderator'>;

/** A sentence cut into its segments, in text order; only white space lies between them. */
export interface ReportSentence<Label extends ShownLabel = ReportLabel> extends Span {
  readonly label: Label;
  readonly segments: readonly ReportSegment[];
}

export interface ReportBlock<Label extends ShownLabel = ReportLabel> {
  readonly block: Block;
  /** In text order; none for a heading, which has no lane. */
  readonly sentences: readonly ReportSentence<Label>[];
}

export interface ReportDocument<Label extends ShownLabel = ReportLabel> {
  readonly document: SourceDocument;
  readonly blocks: readonly ReportBlock<Label>[];
  /** Words in each lane; those of headings are left out. */
  readonly words: LaneCounts;
  /** Words of all lanes in sentences whose label is unclear. */
  readonly unclearWords: number;
  /** Most often quoted first. */
  readonly sources: readonly QuotedSource[];
}

/** How often somebody is quoted or what they say is told. */
export interface QuotedSource {
  /** As it stands where it comes first, without an article; null for all who are not named. */
  readonly name: string | null;
  /** Whether the name is a word like "they", whose bearer was not found. */
  readonly isPronoun: boolean;
  readonly sentences: number;
  readonly words: number;
  /** Number of documents, at least 1. */
  readonly documents: number;
}

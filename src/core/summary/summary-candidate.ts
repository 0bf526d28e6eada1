import type { Lane } from '../labelling/labels.js';

/** A sentence that may be quoted. */
export interface SummaryCandidate {
  readonly row: number;
  readonly lane: Lane;
  /** Index of its document. */
  readonly document: number;
  /** Index of its block in the document. */
  readonly block: number;
  /** 0..1, see `judgeWorth`. */
  readonly worth: number;
  /** Whether it opens its document, or else a paragraph; both tend to say what the rest is about. */
  readonly opens: 'document' | 'paragraph' | null;
}

/** One of those that are compared with each other. */
export interface PooledCandidate extends SummaryCandidate {
  readonly vector: Float32Array;
  readonly terms: ReadonlySet<string>;
}

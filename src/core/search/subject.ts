import { subjectWeights } from './subject-weights.js';

/** What tells whether the texts are about what a question asks at all; each in 0..1. */
export interface SubjectEvidence {
  /** The ranking's best score. */
  readonly score: number;
  /** The highest cosine of the question and a sentence of the place that was found. */
  readonly nearness: number;
  /** BM25 of its document, as a share of the highest possible. */
  readonly document: number;
}

/** The logit of the texts being about what a question asks: below 0 they rather are not. A near miss is about it, too. */
export function estimateSubject(evidence: SubjectEvidence): number {
  const { bias, score, nearness, document } = subjectWeights;
  return bias + score * evidence.score + nearness * evidence.nearness + document * evidence.document;
}

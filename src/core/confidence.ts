import { isStrictType, type Candidate, type Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';

/** What the confidence is made of; each in 0..1. */
export interface Evidence {
  /** Cosine of the question and the first sentence. */
  readonly cosine: number;
  /** Share of the question's concepts, by weight, that stand in the passage around. */
  readonly coverage: number;
  /** Share of the names in the question that do not stand near; one that the rest of the document has counts 0.4. */
  readonly missingNames: number;
  /** Whether a number, sum, time or meaning is asked for and the quote has none. */
  readonly missingKind: number;
}

/**
 * Fitted by logistic regression on this project's own graded questions, near misses among them; `threshold` is where
 * false refusals and false answers were in balance. A logistic regression keeps the figure between 0 and 1 and every
 * part of it readable.
 */
const weights = { bias: -2.86, cosine: 5.28, coverage: 1.22, missingNames: -1.95, missingKind: -3.64 };
export const answerThreshold = 0.42;

/** A concept counts as present from this strength of a word on, and half below (a synonym, a slip of spelling). */
const fullStrength = 0.26;

/** Probability, 0..1, that a quote which starts from `first` answers the question. `rows` are the sentences of the quote. */
export function estimateConfidence(evidence: Evidence): number {
  const { bias, cosine, coverage, missingNames, missingKind } = weights;
  const logit =
    bias +
    cosine * evidence.cosine +
    coverage * evidence.coverage +
    missingNames * evidence.missingNames +
    missingKind * evidence.missingKind;
  return 1 / (1 + Math.exp(-logit));
}

/** Gathers what speaks for a quote made of `members`, the best candidate first. */
export function gatherEvidence(ranking: Ranking, members: readonly Candidate[], index: SearchIndex): Evidence {
  const first = members[0];
  const place = first && index.rows[first.row];
  if (!first || !place) return { cosine: 0, coverage: 0, missingNames: 1, missingKind: 1 };
  const { question, sentences, passages, documents } = ranking;
  const near = (concept: number): number =>
    Math.max(0, ...place.passages.map((passage) => passages.concepts[concept]?.strengths[passage] ?? 0));
  let covered = 0;
  let total = 0;
  let names = 0;
  let missing = 0;
  for (const [number, { isName }] of question.concepts.entries()) {
    const weight = sentences.concepts[number]?.weight ?? 0;
    const strength = near(number);
    total += weight;
    covered += weight * (strength > fullStrength ? 1 : strength > 0 ? 0.5 : 0);
    if (!isName) continue;
    names++;
    const elsewhere = (documents.concepts[number]?.strengths[place.document] ?? 0) > 0;
    missing += strength > 0 ? 0 : elsewhere ? 0.4 : 1;
  }
  return {
    cosine: Math.max(0, first.cosine),
    coverage: total > 0 ? covered / total : 0,
    missingNames: names > 0 ? missing / names : 0,
    missingKind: isStrictType(question) ? 1 - Math.max(...members.map(({ typeMatch }) => typeMatch)) : 0,
  };
}

import { confidenceWeights } from './confidence-weights.js';
import type { Concept } from '../question/concepts.js';
import { isStrictlyMatched } from './answer-match.js';
import { strengthIn } from './concept-scores.js';
import { isInName } from './document-names.js';
import type { Candidate, Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';

/** What the confidence is made of; each in 0..1. */
export interface Evidence {
  /** Cosine of the question and the first sentence. */
  readonly cosine: number;
  /** Share of the question's concepts, by weight, that stand in the passage around. */
  readonly coverage: number;
  /** BM25 of the document, as a share of the highest possible. */
  readonly document: number;
  /** Share of the names in the question that do not stand near; one that the rest of the document has counts 0.4. */
  readonly missingNames: number;
  /** Whether a number, sum, time or meaning is asked for and the quote has none. */
  readonly missingKind: number;
  /** Whether one is asked for and the quote has it. */
  readonly foundKind: number;
  /** Share of the question's words other than names that stand in the quote in no way. */
  readonly missingWords: number;
}

/** Confidence from which on a question is answered: there false refusals and false answers are in balance. */
export const answerThreshold = 0.36;

/** A concept counts as present from this strength of a word on, and half below (a synonym, a slip of spelling). */
const fullStrength = 0.36;

/** Probability, 0..1, that a quote which starts from `first` answers the question. `rows` are the sentences of the quote. */
export function estimateConfidence(evidence: Evidence): number {
  let logit: number = confidenceWeights.bias;
  for (const [name, value] of Object.entries(evidence))
    logit += confidenceWeights[name as keyof Evidence] * (value as number);
  return 1 / (1 + Math.exp(-logit));
}

/** Gathers what speaks for a quote made of `members`, the best candidate first. */
export function gatherEvidence(ranking: Ranking, members: readonly Candidate[], index: SearchIndex): Evidence {
  const first = members[0];
  const place = first && index.rows.at(first.row);
  if (!first || !place)
    return {
      cosine: 0,
      coverage: 0,
      document: 0,
      missingNames: 1,
      missingKind: 1,
      foundKind: 0,

      missingWords: 1,
    };
  const { question, sentences, passages, documents } = ranking;
  const near = passages.concepts.map((concept) =>
    Math.max(0, ...place.passages.map((passage) => strengthIn(passage, concept))),
  );
  const inQuote = sentences.concepts.map((concept) => Math.max(...members.map(({ row }) => strengthIn(row, concept))));
  const weights = sentences.concepts.map(({ weight }) => weight);
  const share = (strengths: readonly number[]): number => {
    const presence = strengths.map((strength) => (strength > fullStrength ? 1 : strength > 0 ? 0.5 : 0));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return total > 0 ? weights.reduce((sum, weight, i) => sum + weight * (presence[i] ?? 0), 0) / total : 0;
  };
  const words = question.concepts.map((concept, i) => ({ concept, i })).filter(({ concept }) => concept.name === null);
  const isStrict = isStrictlyMatched(question);
  const bestMatch = Math.max(...members.map(({ typeMatch }) => typeMatch));
  const held = documents.concepts.map((concept) => strengthIn(place.document, concept) > 0);
  return {
    cosine: Math.max(0, first.cosine),
    coverage: share(near),
    missingWords: words.length > 0 ? words.filter(({ i }) => !inQuote[i]).length / words.length : 0,
    document: documents.totals[place.document] ?? 0,
    missingNames: shareOfMissingNames(question, (number, concept) => {
      if ((inQuote[number] ?? 0) > 0) return 1;
      if (isInName(concept, place.document, index)) return 1;
      if ((near[number] ?? 0) > 0) return isStrict ? 0.7 : 1;
      return held[number] === true && !isStrict ? 0.6 : 0;
    }),
    missingKind: isStrict ? 1 - bestMatch : 0,
    foundKind: isStrict && bestMatch === 1 ? 1 : 0,
  };
}

/**
 * How far the names of a question are absent, 0..1, given how present each concept is. A name of several words is there
 * when one of them is; its other words then count little ("Graham Twigg": "Twigg").
 */
export function shareOfMissingNames(
  { concepts }: Ranking['question'],
  presenceOf: (number: number, concept: Concept) => number,
): number {
  const names = new Map<number, number[]>();
  for (const [number, concept] of concepts.entries()) {
    const { name } = concept;
    if (name !== null) names.set(name, [...(names.get(name) ?? []), presenceOf(number, concept)]);
  }
  let missing = 0;
  for (const parts of names.values()) {
    const absent = parts.filter((presence) => presence === 0).length;
    missing += 1 - Math.max(...parts) + (absent < parts.length ? (0.25 * absent) / parts.length : 0);
  }
  return names.size > 0 ? Math.min(1, missing / names.size) : 0;
}

import type { LexicalIndex } from './lexical-index.js';
import type { Concept } from './question.js';

/** How strongly each unit of a lexical index holds each concept of a question. */
export interface ConceptScores {
  /** Share of each unit in the best possible BM25 score, 0..1; one number a unit. */
  readonly totals: Float32Array;
  /** For each concept: its weight (idf, in nats) and per unit its strength, 0..1. */
  readonly concepts: readonly { readonly weight: number; readonly strengths: Float32Array }[];
}

/** BM25 of a question's concepts, each counted once by the strongest way of saying it, scaled by the highest possible sum. */
export function scoreConcepts(
  concepts: readonly Concept[],
  index: LexicalIndex,
  maxTermWeight: number,
  termNumber: (term: string) => number | undefined,
): ConceptScores {
  const totals = new Float32Array(index.unitCount);
  const scored = concepts.map(({ ways }) => {
    const strengths = new Float32Array(index.unitCount);
    for (const { terms, factor } of ways) {
      const numbers = terms.map(termNumber);
      if (numbers.includes(undefined)) continue;
      raiseStrengths(strengths, numbers as number[], factor / maxTermWeight, index);
    }
    const frequency = strengths.reduce((count, strength) => count + (strength > 0 ? 1 : 0), 0);
    return { weight: index.idf(frequency), strengths };
  });
  const best = scored.reduce((sum, { weight }) => sum + weight, 0);
  if (best > 0) {
    for (const { weight, strengths } of scored) {
      for (let unit = 0; unit < totals.length; unit++) {
        totals[unit] = (totals[unit] ?? 0) + ((strengths[unit] ?? 0) * weight) / best;
      }
    }
  }
  return { totals, concepts: scored };
}

/** Lifts the units that hold all of `terms` to their weakest term's weight, scaled by `factor`. */
function raiseStrengths(strengths: Float32Array, terms: readonly number[], factor: number, index: LexicalIndex): void {
  const [first, ...rest] = terms;
  if (first === undefined) return;
  const others = rest.map((term) => {
    const { units, weights } = index.posting(term);
    return new Map(Array.from(units, (unit, i) => [unit, weights[i] ?? 0]));
  });
  const { units, weights } = index.posting(first);
  for (const [i, unit] of units.entries()) {
    let weight = weights[i] ?? 0;
    for (const other of others) weight = Math.min(weight, other.get(unit) ?? 0);
    strengths[unit] = Math.max(strengths[unit] ?? 0, weight * factor);
  }
}

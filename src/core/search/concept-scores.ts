import type { LexicalIndex } from './lexical-index.js';
import type { Concept } from '../question/concepts.js';

/** How strongly each unit of a lexical index holds each concept of a question. */
export interface ConceptScores {
  /** Share of each unit in the best possible BM25 score, 0..1; one number a unit. */
  readonly totals: Float32Array;
  /** For each concept: its weight (idf, in nats), per unit its strength, 0..1, and the units where that is above 0. */
  readonly concepts: readonly {
    readonly weight: number;
    readonly strengths: Float32Array;
    readonly units: readonly number[];
  }[];
}

/** BM25 of a question's concepts, each counted once by the strongest way of saying it, scaled by the highest possible sum. */
export function scoreConcepts(
  concepts: readonly Concept[],
  index: LexicalIndex,
  maxTermWeight: number,
  termNumber: (term: string) => number | undefined,
): ConceptScores {
  const scored = concepts.map(({ ways }) => {
    const strengths = new Float32Array(index.unitCount);
    const units: number[] = [];
    for (const { terms, factor } of ways) {
      const numbers = terms.map(termNumber);
      if (numbers.includes(undefined)) continue;
      raiseStrengths(strengths, units, numbers as number[], factor / maxTermWeight, index);
    }
    return { weight: index.idf(units.length), strengths, units };
  });
  const totals = new Float32Array(index.unitCount);
  const best = scored.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, strengths, units } of scored) {
    for (const unit of units) totals[unit] = (totals[unit] ?? 0) + ((strengths[unit] ?? 0) * weight) / best;
  }
  return { totals, concepts: scored };
}

/**
 * Lifts the units that hold all of `terms` to their weakest term's weight, scaled by `factor`; `reached` gathers the units
 * that have a strength.
 */
function raiseStrengths(
  strengths: Float32Array,
  reached: number[],
  terms: readonly number[],
  factor: number,
  index: LexicalIndex,
): void {
  const [first, ...rest] = terms;
  if (first === undefined) return;
  const others = rest.map((term) => {
    const { units, weights } = index.posting(term);
    return new Map(Array.from(units, (unit, i) => [unit, weights[i] ?? 0]));
  });
  const { units, weights } = index.posting(first);
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] ?? 0;
    let weight = weights[i] ?? 0;
    for (const other of others) weight = Math.min(weight, other.get(unit) ?? 0);
    const strength = weight * factor;
    const before = strengths[unit] ?? 0;
    if (strength <= before) continue;
    if (before === 0) reached.push(unit);
    strengths[unit] = strength;
  }
}

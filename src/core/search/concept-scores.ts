import { bm25Defaults, type LexicalIndex } from './lexical-index.js';
import type { Concept } from '../question/concepts.js';
import { countUpTo } from './rising.js';

/** How strongly each unit of a lexical index holds each concept of a question. */
export interface ConceptScores {
  /** Share of each unit in the best possible BM25 score, 0..1; one number a unit. */
  readonly totals: Float32Array;
  readonly concepts: readonly ConceptStrengths[];
}

/** Where a concept is held, and how strongly. */
interface ConceptStrengths {
  /** Inverse document frequency, in nats. */
  readonly weight: number;
  /** How many units hold it, of all there are: `units` is less where an index holds a part of them. */
  readonly frequency: number;
  /** The units that hold it, by rising number. */
  readonly units: Uint32Array;
  /** The strength of each of `units`, above 0, at most 1. */
  readonly strengths: Float32Array;
}

/** How strongly a unit holds a concept, 0..1. */
export function strengthIn(unit: number, { units, strengths }: ConceptStrengths): number {
  const at = countUpTo(units, unit) - 1;
  return units[at] === unit ? (strengths[at] ?? 0) : 0;
}

const tables = new WeakMap<object, Float32Array>();

/**
 * A table of zeros that belongs to an index, to be worked with until the caller returns: made anew for each concept of each question,
 * such tables would leave more holes in the process's memory than the index takes.
 */
export function takeTable(index: object, length: number): Float32Array {
  const table = tables.get(index) ?? new Float32Array(length);
  tables.set(index, table);
  return table.fill(0);
}

/** Highest weight that a term has in a unit, before idf. */
const maxTermWeight = bm25Defaults.k1 + 1;

/** BM25 of a question's concepts, each counted once by the strongest way of saying it, scaled by the highest possible sum. */
export function scoreConcepts(
  concepts: readonly Concept[],
  index: LexicalIndex,
  termNumber: (term: string) => number | undefined,
): ConceptScores {
  const table = takeTable(index, index.unitCount);
  const scored = concepts.map(({ ways }) => {
    const [way, ...others] = ways;
    const [term, ...rest] = (way?.terms ?? []).map(termNumber);
    if (way && others.length === 0 && term !== undefined && rest.length === 0) {
      const posting = index.posting(term); // its own, so that a frequent term costs little
      const { units } = posting;
      const strengths = new Float32Array(units.length);
      for (let i = 0; i < units.length; i++) strengths[i] = posting.weightAt(i) * (way.factor / maxTermWeight);
      return { weight: index.idf(units.length), frequency: units.length, units, strengths };
    }
    const reached: number[] = [];
    for (const { terms, factor } of ways) {
      const numbers = terms.map(termNumber);
      if (numbers.includes(undefined)) continue;
      raiseStrengths(table, reached, numbers as number[], factor / maxTermWeight, index);
    }
    const units = Uint32Array.from(reached);
    if (ways.length > 1) units.sort(); // those of one way are in order
    const strengths = new Float32Array(units.length);
    for (let i = 0; i < units.length; i++) strengths[i] = table[units[i] ?? 0] ?? 0;
    for (const unit of units) table[unit] = 0;
    return { weight: index.idf(units.length), frequency: units.length, units, strengths };
  });
  const totals = new Float32Array(index.unitCount);
  const best = scored.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, strengths, units } of scored) {
    for (let i = 0; i < units.length; i++) {
      const unit = units[i] ?? 0;
      totals[unit] = (totals[unit] ?? 0) + ((strengths[i] ?? 0) * weight) / best;
    }
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
    const posting = index.posting(term);
    return new Map(Array.from(posting.units, (unit, i) => [unit, posting.weightAt(i)]));
  });
  const posting = index.posting(first);
  const { units } = posting;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] ?? 0;
    let weight = posting.weightAt(i);
    for (const other of others) weight = Math.min(weight, other.get(unit) ?? 0);
    const strength = weight * factor;
    const before = strengths[unit] ?? 0;
    if (strength <= before) continue;
    if (before === 0) reached.push(unit);
    strengths[unit] = strength;
  }
}

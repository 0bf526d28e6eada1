import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '#verbatim/core/steps.js';
import { bm25Defaults, LexicalIndex, type NumberLists } from '#verbatim/core/search/lexical-index.js';

const termCount = 8;
const arbitraryUnits = fc.array(fc.array(fc.nat(termCount - 1), { maxLength: 12 }), { maxLength: 30 });

function indexOf(...given: Parameters<typeof LexicalIndex.create>): LexicalIndex {
  return finish(LexicalIndex.create(...given));
}

function toLists(units: readonly (readonly number[])[]): NumberLists {
  const offsets = [0];
  for (const terms of units) offsets.push((offsets.at(-1) ?? 0) + terms.length);
  return { offsets: Uint32Array.from(offsets), values: Uint32Array.from(units.flat()) };
}

/** BM25 of one term in one unit without idf, written from the formula. */
function naiveWeight(units: readonly (readonly number[])[], term: number, unit: number, k1: number, b: number): number {
  const own = units[unit] ?? [];
  const frequency = own.filter((other) => other === term).length;
  const average = Math.max(1, units.flat().length / units.length);
  return (frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * own.length) / average));
}

describe('the lexical index', () => {
  it('weighs every term in every unit like the plain formula', () => {
    fc.assert(
      fc.property(
        arbitraryUnits,
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (units, k1, b) => {
          const index = indexOf(toLists(units), termCount, { k1, b });
          expect(index.unitCount).toBe(units.length);
          for (let term = 0; term < termCount; term++) {
            const holding = units.flatMap((terms, unit) => (terms.includes(term) ? [unit] : []));
            const posting = index.posting(term);
            expect([...posting.units]).toEqual(holding);
            for (const [i, unit] of holding.entries()) {
              expect(posting.weights[i]).toBeCloseTo(naiveWeight(units, term, unit, k1, b), 5);
            }
          }
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });

  it('gives no weight above k1 + 1', () => {
    const index = indexOf(toLists([Array<number>(500).fill(3), [1]]), termCount);
    expect(index.posting(3).weights[0]).toBeLessThanOrEqual(bm25Defaults.k1 + 1);
  });

  it('has nothing for a term that no unit holds or that does not exist', () => {
    const index = indexOf(toLists([[1], [2]]), termCount);
    expect(index.posting(5).units.length).toBe(0);
    expect(index.posting(termCount + 1).units.length).toBe(0);
  });

  it('stands an empty corpus and empty units', () => {
    expect(indexOf(toLists([]), 0).unitCount).toBe(0);
    expect(indexOf(toLists([[], []]), termCount).posting(0).units.length).toBe(0);
  });

  it('weighs what is rarer higher, and never below zero', () => {
    const index = indexOf(toLists(Array.from({ length: 20 }, () => [0])), termCount);
    const falling = Array.from({ length: 21 }, (_, frequency) => index.idf(frequency));
    for (const [i, idf] of falling.entries()) {
      expect(idf).toBeGreaterThan(0);
      expect(idf).toBeLessThan(falling[i - 1] ?? Infinity);
    }
  });

  it('ranks a unit higher for more occurrences, and for the same ones in fewer words', () => {
    const units = [[0, 0, 0, 1], [0, 0, 1, 1], [0, 1, 1, 1], [0, 1, 1, 1, 1, 1, 1, 1], [1]];
    const { units: found, weights } = indexOf(toLists(units), termCount).posting(0);
    const order = [...found].sort((x, y) => (weights[y] ?? 0) - (weights[x] ?? 0));
    expect(order).toEqual([0, 1, 2, 3]);
  });
});

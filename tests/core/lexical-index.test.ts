import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '#verbatim/core/steps.js';
import { bm25Defaults, LexicalIndex } from '#verbatim/core/search/lexical-index.js';
import type { NumberLists, UnitMove } from '#verbatim/core/search/postings.js';

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
              expect(posting.weightAt(i)).toBeCloseTo(naiveWeight(units, term, unit, k1, b), 5);
            }
          }
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });

  it('comes out the same when units go, come and change their numbers as when it is made anew', () => {
    const arbitraryUnit = fc.array(fc.nat(termCount - 1), { maxLength: 12 });
    const steps = fc.array(fc.tuple(fc.constantFrom('keep', 'drop', 'add'), arbitraryUnit), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (given) => {
        const old = given.filter(([step]) => step !== 'add').map(([, terms]) => terms);
        const now = given.filter(([step]) => step !== 'drop').map(([, terms]) => terms);
        const moves: UnitMove[] = [];
        const numbers: number[] = [];
        let [before, to] = [0, 0];
        for (const [step] of given) {
          if (step === 'keep') moves.push({ first: before, end: before + 1, to });
          if (step === 'add') numbers.push(to);
          if (step !== 'add') before++;
          if (step !== 'drop') to++;
        }
        const terms = toLists(given.filter(([step]) => step === 'add').map(([, own]) => own));
        const updated = finish(
          LexicalIndex.update(indexOf(toLists(old), termCount), moves, { numbers, terms }, termCount),
        );
        const anew = indexOf(toLists(now), termCount);
        expect(updated.unitCount).toBe(now.length);
        for (let term = 0; term < termCount; term++) {
          const [wanted, found] = [anew.posting(term), updated.posting(term)];
          expect([...found.units]).toEqual([...wanted.units]);
          for (const at of wanted.units.keys()) expect(found.weightAt(at)).toBe(wanted.weightAt(at));
        }
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it('gives no weight above k1 + 1', () => {
    const index = indexOf(toLists([Array<number>(500).fill(3), [1]]), termCount);
    expect(index.posting(3).weightAt(0)).toBeLessThanOrEqual(bm25Defaults.k1 + 1);
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
    const posting = indexOf(toLists(units), termCount).posting(0);
    const order = [...posting.units].sort((x, y) => posting.weightAt(y) - posting.weightAt(x));
    expect(order).toEqual([0, 1, 2, 3]);
  });
});

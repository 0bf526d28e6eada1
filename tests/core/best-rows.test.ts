import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findBestRows } from '#verbatim/core/search/best-rows.js';
import { fusionWeights } from '#verbatim/core/search/ranking.js';
import { indexTexts } from '../helpers/index-of-texts.js';

const index = indexTexts(
  Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [
      `${i}.md`,
      `# House ${i}\n\n${'The house is made of oak. '.repeat(1 + (i % 4))}\n\n## Yard\n\nThe yard has a well.\n`,
    ]),
  ),
);
const { rows } = index;

/** The sum for a row, written from its meaning. */
function sumFor(row: number, totals: Readonly<Record<'sentences' | 'passages' | 'documents', Float32Array>>): number {
  const { document = -1, passages = [] } = rows.at(row) ?? {};
  const isOwn = (other: number): boolean => rows.documentOf(other) === document;
  const beside = [row - 1, row + 1].filter(isOwn).map((other) => totals.sentences[other] ?? 0);
  return Math.fround(
    fusionWeights.lexical * (totals.sentences[row] ?? 0) +
      fusionWeights.passage * Math.max(0, ...passages.map((number) => totals.passages[number] ?? 0)) +
      fusionWeights.document * (totals.documents[document] ?? 0) +
      fusionWeights.neighbour * Math.max(0, ...beside),
  );
}

it('the best rows by words are those with the highest sums, of equal ones the first', () => {
  const arbitraryTotals = (length: number) =>
    fc.array(fc.constantFrom(0, 0, 0.25, 0.5, 0.7, 1), { minLength: length, maxLength: length });
  fc.assert(
    fc.property(
      arbitraryTotals(rows.length),
      arbitraryTotals(rows.passageCount),
      arbitraryTotals(index.documents.length),
      fc.integer({ min: 1, max: 9 }),
      (sentences, passages, documents, count) => {
        const totals = {
          sentences: Float32Array.from(sentences),
          passages: Float32Array.from(passages),
          documents: Float32Array.from(documents),
        };
        const accepts = (row: number): boolean => rows.at(row)?.isContext === false;
        const wanted = Array.from(rows.keys())
          .filter((row) => accepts(row) && (documents[rows.documentOf(row) ?? -1] ?? 0) > 0)
          .sort((a, b) => sumFor(b, totals) - sumFor(a, totals) || a - b);
        expect(findBestRows(index, totals, fusionWeights, count, accepts)).toEqual(wanted.slice(0, count));
      },
    ),
    { numRuns: 200, seed: 7 },
  );
});

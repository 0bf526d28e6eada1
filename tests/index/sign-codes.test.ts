import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { VectorRows } from '#verbatim/adapters/index/vector-rows.js';
import type { Manifest } from '#verbatim/app/indexing/manifest.js';
import { readSigns } from '#verbatim/app/indexing/read-signs.js';
import { createVectorIndex } from '#verbatim/app/indexing/vector-search.js';
import { finish } from '#verbatim/core/steps.js';
import { clusteredVectors } from '../helpers/clustered-vectors.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const folder = temporaryFolder();
const dimensions = 200; // no multiple of the bits of a word
const count = 12_000;
const rows = clusteredVectors(3, count, dimensions);
const queries = clusteredVectors(3, count + 40, dimensions).slice(count);
const file = path.join(folder, 'vectors.f32');
writeFileSync(file, Buffer.concat(rows.map((row) => Buffer.from(row.buffer, row.byteOffset, row.byteLength))));

/** An index of documents of 100 sentences each, which stand in the file in that order. */
function indexOf(order: readonly number[]) {
  const documents = order.map((number) => ({ segment: 0, at: number, row: number * 100, sentences: 100, graph: null }));
  const manifest = {
    documents,
    segments: [{ folder: 'a' }],
    graph: null,
    model: { dimensions },
  } as unknown as Manifest;
  const vectors = new VectorRows(
    documents.map(({ row, sentences }) => ({ file, row, count: sentences })),
    dimensions,
  );
  return { manifest, vectors };
}

const all = Array.from({ length: count / 100 }, (_, i) => i);
const whole = indexOf(all);
const signs = finish(readSigns(whole.manifest, whole.vectors, null));
const some = createVectorIndex({ ...whole, signs, graph: null });
const exact = createVectorIndex({ ...whole, signs: null, graph: null });

describe('vectors that are searched by their signs', () => {
  it.each([1, 10, 60])('are at least 97 of 100 of the true nearest %d, with their cosines', (wanted) => {
    let hits = 0;
    for (const query of queries) {
      const truth = new Map(exact.search(query, wanted).map(({ row, cosine }) => [row, cosine]));
      const found = some.search(query, wanted);
      expect(found.length).toBe(wanted);
      for (const { row, cosine } of found) {
        if (!truth.has(row)) continue;
        hits++;
        expect(cosine).toBe(truth.get(row));
      }
    }
    expect(hits / (queries.length * wanted)).toBeGreaterThanOrEqual(0.97);
  });

  it('are those of some rows alone, if they are asked for', () => {
    const within = [
      { first: 30, end: 4_000 },
      { first: 9_000, end: 11_500 },
    ];
    const isWithin = (row: number): boolean => within.some(({ first, end }) => row >= first && row < end);
    for (const query of queries.slice(0, 10)) {
      const found = some.search(query, 60, within).map(({ row }) => row);
      expect(found.every(isWithin)).toBe(true);
      const truth = new Set(exact.search(query, 60, within).map(({ row }) => row));
      expect(found.filter((row) => truth.has(row)).length).toBeGreaterThanOrEqual(55);
    }
  });

  it('keep their signs in an index that is brought up to date, wherever they stand then', () => {
    const before = { manifest: whole.manifest, signs };
    const after = indexOf([...all.slice(40), ...all.slice(0, 20)]);
    const kept = finish(readSigns(after.manifest, after.vectors, before));
    const anew = finish(readSigns(after.manifest, after.vectors, null));
    const propose = (codes: typeof anew) =>
      queries.map((query) => codes?.propose([{ first: 0, end: after.vectors.count }], query));
    expect(propose(kept)).toEqual(propose(anew));
    // Nothing of what is known is read again.
    const lost = path.join(folder, 'lost.f32');
    writeFileSync(lost, '');
    const unreadable = new VectorRows([{ file: lost, row: 0, count: after.vectors.count }], dimensions);
    expect(propose(finish(readSigns(after.manifest, unreadable, before)))).toEqual(propose(anew));
    expect(() => finish(readSigns(after.manifest, unreadable, null))).toThrow('cut off');
  });
});

it('few vectors have no codes: all are compared', () => {
  const few = indexOf(all.slice(0, 50));
  expect(finish(readSigns(few.manifest, few.vectors, null))).toBeNull();
});

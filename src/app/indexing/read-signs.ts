import type { VectorRows } from '../../adapters/index/vector-rows.js';
import { exactSearchLimit } from '../../core/search/exact-neighbours.js';
import { SignCodes } from '../../core/search/sign-codes.js';
import type { Steps } from '../../core/steps.js';
import { placeKey, type Manifest } from './manifest.js';

/** Vectors that are read at once. */
const rowsPerRead = 512;

/** The signs of an index's vectors; those of documents that `before` has as well are taken over. Null where there are few of them. */
export function* readSigns(
  manifest: Manifest,
  vectors: VectorRows,
  before: { readonly manifest: Manifest; readonly signs: SignCodes | null } | null,
): Steps<SignCodes | null> {
  if (vectors.count <= exactSearchLimit) return null;
  const { dimensions } = manifest.model;
  const signs = new SignCodes(vectors.count, dimensions);
  const known = new Map<string, number>(); // the first row there of each document
  if (before?.signs?.dimensions === dimensions) {
    let row = 0;
    for (const document of before.manifest.documents) {
      known.set(placeKey(before.manifest, document), row);
      row += document.sentences;
    }
  }
  const room = new Float32Array(rowsPerRead * dimensions);
  let first = 0;
  for (const document of manifest.documents) {
    const end = first + document.sentences;
    const there = known.get(placeKey(manifest, document));
    if (before?.signs && there !== undefined) {
      signs.copy(first, before.signs, { first: there, end: there + document.sentences });
      first = end;
    }
    for (; first < end; first += rowsPerRead) {
      const rows = Math.min(rowsPerRead, end - first);
      vectors.readInto(first, room.subarray(0, rows * dimensions));
      for (let i = 0; i < rows; i++) signs.set(first + i, room, i * dimensions);
      yield;
    }
    first = end;
  }
  return signs;
}

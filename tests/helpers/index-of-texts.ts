import { analyseDocument, finishDocument } from '#verbatim/app/indexing/analyse-document.js';
import { readDocument } from '#verbatim/app/indexing/read-document.js';
import type { RowRange } from '#verbatim/core/search/exact-neighbours.js';
import { SearchIndex, type IndexedDocument, type VectorIndex } from '#verbatim/core/search/search-index.js';
import { analyser } from './analyse.js';
import type { Files } from './write-files.js';

/** The embedding of every question of tests without a model. */
export const noVector = new Float32Array();

/** A vector index in which the cosine of each sentence is given by its row. */
export function cosinesByRow(cosineOf: (row: number) => number, rowCount: number): VectorIndex {
  return {
    dimensions: 0,
    search: (_, count, within) =>
      Array.from({ length: rowCount }, (_row, row) => ({ row, cosine: cosineOf(row) }))
        .filter(isWithin(within))
        .sort((a, b) => b.cosine - a.cosine || a.row - b.row)
        .slice(0, count),
    cosine: (_, row) => cosineOf(row),
    vectorOf: () => noVector,
    copyVectors: () => undefined,
  };
}

function isWithin(ranges: readonly RowRange[] | undefined): (found: { readonly row: number }) => boolean {
  return ({ row }) => !ranges || ranges.some(({ first, end }) => row >= first && row < end);
}

/** A document as the index holds it; a word counts as one token of the model. */
export function indexDocument(path: string, text: string, maxTokens = 128): IndexedDocument {
  const analysed = analyseDocument(readDocument(path, text).document, analyser);
  const tokenCounts = analysed.sentences.map(({ tokens }) => tokens.length);
  return finishDocument(analysed, { tokenCounts, vectorOf: null }, maxTokens);
}

/** An index in memory over texts, without a model: all sentences have the same cosine unless `cosineOf` says otherwise. */
export function indexTexts(files: Files, cosineOf: (row: number) => number = () => 0.8): SearchIndex {
  const documents = Object.entries(files).map(([path, text]) => indexDocument(path, String(text)));
  const rowCount = documents.reduce((sum, { sentences }) => sum + sentences.length, 0);
  return new SearchIndex(documents, cosinesByRow(cosineOf, rowCount));
}

const wordDimensions = 256;

/** An index in memory in which the vector of a sentence is the unit sum of one direction for each of its terms. */
export function indexWithWordVectors(files: Files): SearchIndex {
  const documents = Object.entries(files).map(([path, text]) => indexDocument(path, String(text)));
  const vectors = documents.flatMap(({ sentences }) => sentences.map(({ terms }) => vectorOfTerms(terms)));
  const cosine = (vector: Float32Array, row: number): number =>
    (vectors[row] ?? vector).reduce((sum, value, i) => sum + value * (vector[i] ?? 0), 0);
  return new SearchIndex(documents, {
    dimensions: wordDimensions,
    search: (vector, count, within) =>
      vectors
        .map((_, row) => ({ row, cosine: cosine(vector, row) }))
        .filter(isWithin(within))
        .sort((a, b) => b.cosine - a.cosine || a.row - b.row)
        .slice(0, count),
    cosine,
    vectorOf: (row) => vectors[row] ?? new Float32Array(wordDimensions),
    copyVectors(row, target) {
      target.set(vectors[row] ?? []);
    },
  });
}

export function vectorOfTerms(terms: readonly string[]): Float32Array {
  const vector = new Float32Array(wordDimensions);
  for (const term of new Set(terms)) {
    let hash = 7;
    for (const character of term) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
    vector[hash % wordDimensions] = (vector[hash % wordDimensions] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

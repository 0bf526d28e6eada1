import { analyseDocument, finishDocument } from '#verbatim/app/analyse-document.js';
import { readDocument } from '#verbatim/app/read-document.js';
import { SearchIndex, type IndexedDocument, type VectorIndex } from '#verbatim/core/search-index.js';
import { analyser } from './analyse.js';
import type { Files } from './write-files.js';

/** The embedding of every question of tests without a model. */
export const noVector = new Float32Array();

/** A vector index in which the cosine of each sentence is given by its row. */
export function cosinesByRow(cosineOf: (row: number) => number, rowCount: number): VectorIndex {
  return {
    dimensions: 0,
    search: (_, count) =>
      Array.from({ length: rowCount }, (_row, row) => ({ row, cosine: cosineOf(row) }))
        .sort((a, b) => b.cosine - a.cosine || a.row - b.row)
        .slice(0, count),
    cosine: (_, row) => cosineOf(row),
    vectorOf: () => noVector,
  };
}

/** A document as the index holds it; a word counts as one token of the model. */
export function indexDocument(path: string, text: string, maxTokens = 128): IndexedDocument {
  const analysed = analyseDocument(readDocument(path, text).document, analyser);
  return finishDocument(
    analysed,
    analysed.sentences.map(({ tokens }) => tokens.length),
    maxTokens,
  );
}

/** An index in memory over texts, without a model: all sentences have the same cosine unless `cosineOf` says otherwise. */
export function indexTexts(files: Files, cosineOf: (row: number) => number = () => 0.8): SearchIndex {
  const documents = Object.entries(files).map(([path, text]) => indexDocument(path, String(text)));
  const rowCount = documents.reduce((sum, { sentences }) => sum + sentences.length, 0);
  return new SearchIndex(documents, cosinesByRow(cosineOf, rowCount));
}

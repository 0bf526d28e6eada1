import type { RowRange } from './exact-neighbours.js';
import type { SearchIndex } from './search-index.js';

/** The rows of the document with an id, none where there is none; null, for all, without an id. */
export function rowsOfDocument(index: SearchIndex, documentId: string | null): readonly RowRange[] | null {
  if (documentId === null) return null;
  const number = index.documents.findIndex(({ document }) => document.id === documentId);
  const first = index.firstRows[number];
  return first === undefined ? [] : [{ first, end: index.firstRows[number + 1] ?? index.rows.length }];
}

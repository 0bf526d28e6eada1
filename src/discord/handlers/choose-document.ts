import type { OpenIndex } from '../../app/asking/open-index.js';

const maxSuggestions = 5;

export interface DocumentChoice {
  /** Null for all documents. */
  readonly documentId: string | null;
  readonly title: string | null;
  /** Titles of other documents, where none is called as wanted. */
  readonly suggestions: readonly string[] | null;
}

/** The document that somebody means by its id, title or path, or by a part of them. */
export function chooseDocument(library: OpenIndex, wanted: string | null): DocumentChoice {
  if (wanted === null || wanted.trim() === '') return { documentId: null, title: null, suggestions: null };
  const { document, candidates } = library.matchDocument(wanted);
  if (document) return { documentId: document.id, title: document.metadata.title, suggestions: null };
  const titles = candidates.slice(0, maxSuggestions).map(({ metadata }) => metadata.title);
  return { documentId: null, title: null, suggestions: titles };
}

import type { Concept } from '../question/concepts.js';
import { namesOf } from '../text/document.js';
import type { SearchIndex } from './search-index.js';

/** Whether a document's title or path speaks of a concept: what stands there is said of the whole document and seldom again in it. */
export function isInName(concept: Concept, document: number, index: SearchIndex): boolean {
  const terms = index.documents[document]?.titleTerms ?? [];
  return concept.ways.some((way) => way.terms.every((term) => terms.includes(term)));
}

/** What a document is called, in one line, if that has what `concepts` are looked for; else empty. */
export function nameWith(concepts: readonly Concept[], document: number, index: SearchIndex): string {
  const indexed = index.documents[document];
  if (!indexed || !concepts.some((concept) => isInName(concept, document, index))) return '';
  return namesOf(indexed.document).join(' ');
}

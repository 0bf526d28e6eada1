import { gatherContent, type IndexContent, type KnownDocuments } from '../search/index-content.js';
import type { PlacedContent } from '../search/place-content.js';
import { RowTable } from '../search/row-table.js';
import type { IndexedDocument } from '../search/search-index.js';
import type { Whole } from '../search/whole.js';
import { finish } from '../steps.js';

/** A document with the places of its sentences. */
export interface PlacedDocument {
  readonly indexed: IndexedDocument;
  readonly placed: PlacedContent;
}

/** What is searched of some documents of a whole. A question is scored by the whole, so that words are only gone through if somebody looks for others. */
export function placePart(
  part: readonly PlacedDocument[],
  known: KnownDocuments,
  counts: Whole['counts'],
): IndexContent {
  const documents = part.map(({ indexed }) => indexed);
  const reads = part.map(({ placed }) => placed);
  let content: IndexContent | null = null;
  const gather = (): IndexContent => (content ??= finish(gatherContent(documents, known, counts)));
  return {
    rows: new RowTable(documents, reads),
    reads,
    known,
    get sentenceTerms() {
      return gather().sentenceTerms;
    },
    get passageTerms() {
      return gather().passageTerms;
    },
    get documentTerms() {
      return gather().documentTerms;
    },
  };
}

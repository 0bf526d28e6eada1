import type { IndexedDocument, SearchIndex } from '../search/search-index.js';

/**
 * Something that is worked out of a sentence and its label alone, by row. It is noted, so that it is not worked out again as long as an
 * index has the document with these labels: a summary of everything looks at each sentence.
 */
export function createNotes<Note>(work: (index: SearchIndex, row: number) => Note): typeof work {
  const known = new WeakMap<IndexedDocument, Note[]>();
  return (index, row) => {
    const { document: number = -1, sentence = -1 } = index.rows.at(row) ?? {};
    const document = index.documents[number];
    if (!document) throw new RangeError(`row ${row} of ${index.rows.length}`);
    let notes = known.get(document);
    if (!notes) known.set(document, (notes = []));
    return (notes[sentence] ??= work(index, row));
  };
}

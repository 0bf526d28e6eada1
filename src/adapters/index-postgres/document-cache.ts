import type { IndexedDocument } from '../../core/search/search-index.js';

/** Bytes of the documents that one process keeps at hand, as they are reckoned here: of some 90,000 sentences. */
const keptBytes = 96 << 20;
/** What a document takes in memory for each letter of what is stored of it. */
const bytesPerLetter = 3;

/** Documents by their numbers in the database, which are never given to another content; those asked for last are kept. */
export class DocumentCache {
  private readonly kept = new Map<number, { readonly document: IndexedDocument; readonly bytes: number }>();
  private bytes = 0;

  get(id: number): IndexedDocument | null {
    const found = this.kept.get(id);
    if (!found) return null;
    this.kept.delete(id); // put in again, so that it is the last
    this.kept.set(id, found);
    return found.document;
  }

  /** `letters` is the length of the document as it is stored. */
  add(id: number, document: IndexedDocument, letters: number): void {
    if (this.kept.has(id)) return;
    const bytes = letters * bytesPerLetter;
    this.kept.set(id, { document, bytes });
    this.bytes += bytes;
    for (const [oldest, one] of this.kept) {
      if (this.bytes <= keptBytes || oldest === id) return;
      this.kept.delete(oldest);
      this.bytes -= one.bytes;
    }
  }
}

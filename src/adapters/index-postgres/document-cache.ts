/** Bytes of the documents that one process keeps at hand: of some 500,000 sentences. */
const keptBytes = 96 << 20;
/** A text with one of these takes two bytes in memory for each of its characters, any other takes one. */
const wide = /[\u0100-\uffff]/;

/**
 * Documents as they are stored, by their numbers in the database, which are never given to another content; those asked for last are kept.
 * Kept as texts and read for each question: what is read is a thousand times as many objects, all of which whoever collects garbage has to look at.
 */
export class DocumentCache {
  private readonly kept = new Map<number, { readonly content: string; readonly bytes: number }>();
  private bytes = 0;

  get(id: number): string | null {
    const found = this.kept.get(id);
    if (!found) return null;
    this.kept.delete(id); // put in again, so that it is the last
    this.kept.set(id, found);
    return found.content;
  }

  add(id: number, content: string): void {
    if (this.kept.has(id)) return;
    const bytes = content.length * (wide.test(content) ? 2 : 1);
    this.kept.set(id, { content, bytes });
    this.bytes += bytes;
    for (const [oldest, one] of this.kept) {
      if (this.bytes <= keptBytes || oldest === id) return;
      this.kept.delete(oldest);
      this.bytes -= one.bytes;
    }
  }
}

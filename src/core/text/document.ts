import type { Span } from './span.js';

export const genres = ['news', 'opinion', 'analysis', 'explainer', 'letter', 'release', 'other'] as const;
export type Genre = (typeof genres)[number];

/** What is known about a document besides its text; every field but the title may be absent. */
export interface DocumentMetadata {
  /** From the front matter, else the first heading, else the first words of the text. */
  readonly title: string;
  readonly author: string | null;
  readonly publication: string | null;
  /** As written in the front matter, usually `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly url: string | null;
  readonly genre: Genre | null;
}

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'quotation';

/** A stretch of text that no sentence crosses: a paragraph, a heading, a list item, a quoted paragraph. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Number of the paragraph in its document, from 1; headings do not count and carry the number of the block that follows. */
  readonly paragraph: number;
}

/** A text as read from its file and decoded, never changed afterwards, with its structure as ranges into it. */
export interface SourceDocument {
  /** Stable for a path: the first 12 hexadecimal digits of the path's SHA-256. */
  readonly id: string;
  /** Relative to the corpus folder, with `/` between folders. */
  readonly path: string;
  readonly text: string;
  readonly metadata: DocumentMetadata;
  /** In text order, not overlapping. */
  readonly blocks: readonly Block[];
  /** Ranges inside blocks that are notation and not words (`**`, `](https://…)`); in text order, not overlapping. */
  readonly markup: readonly Span[];
}

/**
 * `text` with every markup range blanked out by spaces: what a reader sees, at unchanged offsets.
 * Sentence splitting, terms and embeddings work on this; quotes are slices of the text itself.
 */
export function blankMarkup(text: string, markup: readonly Span[]): string {
  let visible = '';
  let from = 0;
  for (const { start, end } of markup) {
    visible += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return visible + text.slice(from);
}

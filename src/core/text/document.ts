import type { Opening } from './conversation.js';
import type { Derivation } from './derivation.js';
import { overlapping, type Span } from './span.js';
import type { DocumentStructure } from './units.js';

export const genres = ['news', 'opinion', 'analysis', 'explainer', 'letter', 'release', 'other'] as const;
export type Genre = (typeof genres)[number];

/**
 * What a text is for, as far as its genre or its own shape tells. In reference texts, rules and minutes nobody judges
 * unless a judging phrase says so, and directions are rules and instructions; in an opinion piece any sentence may judge;
 * `open` is what neither genre nor shape tells.
 */
export const textKinds = [
  'news',
  'opinion',
  'reference',
  'rules',
  'minutes',
  'transcript',
  'correspondence',
  'narrative',
  'open',
] as const;
export type TextKind = (typeof textKinds)[number];

/** What is known about a document besides its text; every field but the title may be absent. */
export interface DocumentMetadata {
  /** From the front matter, else the only heading of the first level, else the name of the file. */
  readonly title: string;
  readonly author: string | null;
  readonly publication: string | null;
  /** As written in the front matter, usually `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly url: string | null;
  readonly genre: Genre | null;
  /** The day on which a page was saved or its file was fetched, `YYYY-MM-DD`; left out where that is not known. */
  readonly savedOn?: string;
  /** As declared for the file or its folder; left out where it is to be told from the genre or the text's own shape. */
  readonly kind?: TextKind;
}

/** Whether a title says no more than the name of the file, from which it comes where a text has none. */
export function isNameOfFile(title: string, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return title === '' || title === path || title === name || title === name.replace(/\.[^.]+$/, '');
}

export type BlockKind =
  'heading' | 'paragraph' | 'list-item' | 'quotation' | 'question' | 'code' | 'table-head' | 'table-row';

/** Whether what stands in such a block is no sentence, whatever its words. */
export function isCodeOrTable(kind: BlockKind | undefined): boolean {
  return kind === 'code' || kind === 'table-head' || kind === 'table-row';
}

/** A stretch of text that no sentence crosses: a paragraph, a heading, a list item, a row of a table, a block of code. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Number of the paragraph in its document, from 1; headings do not count and carry the number of the block that follows. */
  readonly paragraph: number;
  /** Where the source breaks off in the middle of a sentence, which is then none to quote; left out for a whole block. */
  readonly broken?: BrokenEdge;
}

/** The edges of a block at which a sentence has lost its beginning or its end. */
export type BrokenEdge = 'start' | 'end' | 'both';

/** A block as a reader of one format finds it, with what it knows of its place. */
export interface DraftBlock extends Span {
  readonly kind: BlockKind;
  /** Of a heading: 1 is the highest. */
  readonly level?: number;
  /** Of a heading that shows only by the look of its line. */
  readonly isGuess?: boolean;
  /** Of a question that is set in bold or italics or follows `Q:`. */
  readonly isSetOff?: boolean;
  /** Of a question that stands in a quotation. */
  readonly isQuoted?: boolean;
  /** Of what stands in a list: 1 in the outermost. */
  readonly depth?: number;
  /** Of an item that a mark opens; what follows in the same item has none. */
  readonly isMarked?: boolean;
  /** The whole of which the block is the words: a code block with its fences. */
  readonly outer?: Span;
  /** Of a table's head: the cells with words. */
  readonly cells?: readonly Span[];
  readonly broken?: BrokenEdge;
}

/** What a reader of one format finds in a text. */
export interface DraftText {
  readonly blocks: readonly DraftBlock[];
  readonly markup: readonly Span[];
  /** What is set in bold or italics, the marks included; in text order, none inside another. */
  readonly emphases: readonly Span[];
  /** Who opens which block, where the format says it; else the look of the lines tells. */
  readonly openings?: readonly Opening[];
}

/** A text as read from its file, decoded or derived, never changed afterwards, with its structure as ranges into it. */
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
  readonly structure: DocumentStructure;
  /** How the text came out of its file; left out for a text that is the file's own. */
  readonly derivation?: Derivation;
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

/** The words of a span as a reader sees them: without notation, with one space between words. */
export function readWords({ text, markup }: Pick<SourceDocument, 'text' | 'markup'>, { start, end }: Span): string {
  const inside = overlapping(markup, { start, end }).flatMap((at) => {
    const mark = markup[at];
    return mark ? [{ start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }] : [];
  });
  return blankMarkup(text.slice(start, end), inside).replace(/\s+/g, ' ').trim();
}

/** What a document is called, as words: its title, and its path without marks and ending, which may say more ("chardet/faq.md"). */
export function namesOf({ path, metadata: { title } }: Pick<SourceDocument, 'path' | 'metadata'>): string[] {
  const place = path.replace(/\.\w+$/, '').replace(/[-_./\\]+/g, ' ');
  return path.endsWith(title) ? [place] : [title, place];
}

/** Notation that leaves no gap where it is left out. */
export const inlineMarks =
  /^(?:[*_~\\]+|!?\[|\](?:\([^)]*\)?|\[[^\]]*\])?|\([^)]*\)?|\)|(?:>[ \t]?)+|<\/?(?:a|b|i|u|s|em|strong|span|code|kbd|sub|sup|small|del|ins|mark|abbr|cite|font)\b[^<>]*>)$/i;

/** Words of a block or a part of one, as a reader sees them: without its notation, but for what parts the cells of a table and code in a line. */
export function readBlockWords({ text, markup }: Pick<SourceDocument, 'text' | 'markup'>, part: Span): string {
  let words = '';
  let from = part.start;
  for (const number of overlapping(markup, part)) {
    const span = markup[number];
    const mark = span ? text.slice(span.start, span.end).trim() : '';
    if (!span || /^(?:\||`+)$/.test(mark)) continue;
    const isJoined = inlineMarks.test(mark) || mark === '' || (span.start === from && from > part.start);
    words += text.slice(from, Math.max(from, span.start)) + (isJoined ? '' : ' ');
    from = Math.min(Math.max(from, span.end), part.end);
  }
  return (words + text.slice(from, part.end)).replace(/\s+/g, ' ');
}

import type { BlockKind } from '../../core/text/document.js';
import type { Span } from '../../core/text/span.js';

/** A tag, which is notation, or a stretch between the tags that part blocks, which may hold other tags. */
export interface HtmlPart extends Span {
  readonly kind: BlockKind | 'tag';
  /** Of a heading, 1 to 6, and 7 of a summary that can be unfolded. */
  readonly level: number | null;
  /** Of a table's head: the words of its cells. */
  readonly cells: readonly Span[];
}

const tagPattern = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][\w-]*)?[^>]*>/g;
const blockTags = new Set(
  'p div table thead tbody tr ul ol li dl dt dd br hr h1 h2 h3 h4 h5 h6 details summary blockquote section pre'.split(
    ' ',
  ),
);
const inlineTags = new Set(
  (
    'a abbr b bdi bdo big body cite code col colgroup data del em font footer form head header html i iframe img input ' +
    'ins kbd label link main mark meta nav object option picture q s samp select small source span strike strong style ' +
    'sub sup svg td textarea tfoot th time title tt u var video wbr button caption center figure figcaption'
  ).split(' '),
);
const silentTags = new Set(['script', 'style']);

/** Whether HTML has an element of this name. */
export function isHtmlName(name: string): boolean {
  const lower = name.toLowerCase();
  return blockTags.has(lower) || inlineTags.has(lower) || silentTags.has(lower);
}

/** The words of a piece of HTML as blocks, and its tags; offsets into `html`, in text order. */
export function readHtml(html: string): HtmlPart[] {
  const parts: HtmlPart[] = [];
  let from = 0;
  let open = '';
  let row: 'none' | 'empty' | 'td' | 'th' = 'none';
  let isSilent = false;
  const close = (end: number): void => {
    const cells = wordsBetweenTags(html, from, end);
    if (cells.length > 0 && !isSilent) {
      const kind = kindOf(open, row);
      parts.push({ kind, start: from, end, level: levelOf(open), cells: kind === 'table-head' ? cells : [] });
    }
  };
  for (const tag of html.matchAll(tagPattern)) {
    const [start, end] = [tag.index, tag.index + tag[0].length];
    const name = (tag[2] ?? '').toLowerCase();
    const closes = tag[1] === '/';
    if ((name === 'td' || name === 'th') && !closes && row === 'empty') row = name;
    if (silentTags.has(name) || (blockTags.has(name) && (row === 'none' || name === 'tr'))) {
      close(start);
      from = end;
      open = closes ? '' : name;
      if (name === 'tr') row = closes ? 'none' : 'empty';
      if (silentTags.has(name)) isSilent = !closes;
    }
    parts.push({ kind: 'tag', start, end, level: null, cells: [] });
  }
  close(html.length);
  return parts.sort((a, b) => a.start - b.start || a.end - b.end);
}

function kindOf(open: string, row: 'none' | 'empty' | 'td' | 'th'): BlockKind {
  if (levelOf(open) !== null) return 'heading';
  if (row !== 'none') return row === 'th' ? 'table-head' : 'table-row';
  return open === 'li' ? 'list-item' : 'paragraph';
}

function levelOf(open: string): number | null {
  if (open === 'summary') return 7;
  const level = /^h([1-6])$/.exec(open)?.[1];
  return level === undefined ? null : Number(level);
}

function wordsBetweenTags(html: string, from: number, to: number): Span[] {
  const words: Span[] = [];
  const add = (start: number, end: number): void => {
    const text = html.slice(start, end);
    const trimmed = text.trim();
    if (trimmed === '') return;
    const first = start + (text.length - text.trimStart().length);
    words.push({ start: first, end: first + trimmed.length });
  };
  let at = from;
  for (const tag of html.slice(from, to).matchAll(tagPattern)) {
    add(at, from + tag.index);
    at = from + tag.index + tag[0].length;
  }
  add(at, to);
  return words;
}

import type { Block, BlockKind } from './document.js';
import { trimSpan, type Span } from './span.js';

const listMark = /^\s*(?:[-*•‣–—]|\(?\d{1,3}[.)])\s+(?=\S)/u;
const sentenceEnd = /[.!?…:;]["'”’»)\]]*\s*$/u;
/** A line longer than this was not broken by hand or by an editor's wrapping. */
const maxWrappedLine = 120;
const maxHeadingWords = 12;
/** A sentence that ends inside a line; a short word before the full stop may be an abbreviation. */
const sentenceStart = /\p{L}{4}[.!?]["”’)]*\s+["“‘(]*\p{Lu}/u;

/**
 * Paragraphs, list items and headings of plain text from `from` on. A blank line always ends a paragraph. A single line
 * end does so too, unless the text is hard-wrapped, which shows in line ends that fall in the middle of sentences.
 */
export function findPlainBlocks(text: string, from: number): Block[] {
  const groups = groupLines(text, from);
  const wrapped = isHardWrapped(text, groups);
  const found: { span: Span; kind: BlockKind }[] = [];
  for (const [i, lines] of groups.entries()) {
    const only = lines.length === 1 ? lines[0] : undefined;
    if (only && i + 1 < groups.length && isHeading(text.slice(only.start, only.end))) {
      found.push({ span: only, kind: 'heading' });
    } else {
      for (const span of wrapped ? joinWrappedLines(text, lines) : lines) {
        const mark = listMark.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
        found.push({ span: { start: span.start + mark, end: span.end }, kind: mark > 0 ? 'list-item' : 'paragraph' });
      }
    }
  }
  return numberBlocks(found.map(({ span, kind }) => ({ ...trimSpan(text, span), kind })));
}

/** Numbers paragraphs from 1; a heading has the number of the paragraph that follows it. Empty blocks are left out. */
export function numberBlocks(blocks: readonly (Span & { kind: BlockKind })[]): Block[] {
  let paragraph = 1;
  return blocks
    .filter(({ start, end }) => start < end)
    .map(({ start, end, kind }) => ({ start, end, kind, paragraph: kind === 'heading' ? paragraph : paragraph++ }));
}

/** The non-blank lines from `from` on, in groups parted by blank lines. */
function groupLines(text: string, from: number): Span[][] {
  const groups: Span[][] = [];
  let open: Span[] = [];
  for (let start = from; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = trimSpan(text, { start, end });
    if (line.start < line.end) open.push(line);
    else if (open.length > 0) {
      groups.push(open);
      open = [];
    }
    start = end + 1;
  }
  if (open.length > 0) groups.push(open);
  return groups;
}

function isHardWrapped(text: string, groups: readonly (readonly Span[])[]): boolean {
  let breaks = 0;
  let midSentence = 0;
  for (const lines of groups) {
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1];
      const content = text.slice(line.start, line.end);
      if (content.length > maxWrappedLine) return false;
      if (!next || listMark.test(text.slice(next.start, next.end))) continue;
      breaks++;
      if (!sentenceEnd.test(content)) midSentence++;
    }
  }
  return breaks > 0 && midSentence / breaks > 0.4;
}

/** One span a paragraph; inside it a list mark at the start of a line begins a new one. */
function joinWrappedLines(text: string, lines: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && !listMark.test(text.slice(line.start, line.end))) {
      joined[joined.length - 1] = { start: last.start, end: line.end };
    } else joined.push(line);
  }
  return joined;
}

function isHeading(line: string): boolean {
  return (
    line.split(/\s+/).length <= maxHeadingWords &&
    /^[\p{Lu}\p{Nd}]/u.test(line) &&
    !/[.!?…:;,"”’)]$/u.test(line) &&
    !sentenceStart.test(line)
  );
}

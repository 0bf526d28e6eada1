import { findColumns } from './columns.js';
import type { DraftBlock, DraftText } from './document.js';
import { trimSpan, type Span } from './span.js';

const listMark = /^\s*(?:[-*•‣–—✓✗·◦]|\(?\d{1,3}[.)]|\(?[a-z][)])\s+(?=\S)/u;
const sectionNumber = /^(?:§\s*)?(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+\p{Lu}/u;
const sentenceEnd = /[.!?…:;]["'”’»)\]]*\s*$/u;
/** `v0.9.3 (12 Jan 2025)`, `Release 2.1`, `1.4.0 - 2024-04-01`, `14 May 2024: committee`: what stands above what is new or was said. */
const versionHead = new RegExp(
  String.raw`^(?:\[?(?:(?:version|release|build|patch|rev(?:ision)?|firmware)\s+v?|v\.?\s?)\d[\w.]*\b|\[?\d+\.\d+(?:\.\d+)*(?:[-+]\w+)?\]?(?:\s*$|\s*[-–—:(\[]))|^[\p{L}\s,:–—-]{0,40}\b(?:\d{1,2}\.? \p{L}{3,9}\.? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\b`,
  'iu',
);
const underline = /^(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,})$/;
const quoteMark = /^(?:>\s?)+/;
/** A line longer than this was not broken by hand or by an editor's wrapping. */
const maxWrappedLine = 120;
const maxHeadingWords = 12;
/** Share of lines that may be longer in a wrapped text: addresses, tables. */
const maxLongShare = 0.2;
/** A sentence that ends inside a line; a short word before the full stop may be an abbreviation. */
const sentenceStart = /\p{L}{4}[.!?]["”’)]*\s+["“‘(]*\p{Lu}/u;

/**
 * Paragraphs, list items, quoted lines and headings of plain text from `from` on. A blank line always ends a paragraph. A
 * single line end does so too, unless the text is hard-wrapped, which shows in line ends that fall in the middle of sentences.
 */
export function findPlainBlocks(text: string, from: number): DraftText {
  const groups = groupLines(text, from);
  const width = wrappedWidth(text, groups);
  const blocks: DraftBlock[] = [];
  const markup: Span[] = [];
  const indents: number[] = [];
  for (const [i, group] of groups.entries()) {
    let lines: readonly Span[] = group;
    const [first] = lines;
    const headed = headOfGroup(text, lines);
    if (headed) {
      blocks.push(headed.heading);
      lines = lines.slice(headed.lines);
      if (lines.length === 0) continue;
    } else if (first && lines.length === 1 && i + 1 < groups.length) {
      const line = sliceOf(text, first);
      const level = headingLevel(line, blocks.length === 0);
      if (level !== null && !isListOfItems(text, groups[i - 1], groups[i + 1])) {
        blocks.push({ ...first, kind: 'heading', level, isGuess: true });
        continue;
      }
    }
    const rows = lines.some((line) => listMark.test(sliceOf(text, line))) ? null : findColumns(text, lines);
    if (rows) {
      blocks.push(...rows);
      continue;
    }
    for (const span of width === null ? [...lines] : joinWrappedLines(text, lines, width)) {
      const content = sliceOf(text, span);
      if (underline.test(content)) continue;
      const quote = quoteMark.exec(content);
      if (quote) {
        const last = blocks.at(-1);
        markup.push({ start: span.start, end: span.start + quote[0].length });
        if (last?.kind === 'quotation' && onNextLine(text, last.end, span.start))
          blocks[blocks.length - 1] = { ...last, end: span.end };
        else if (quote[0].length < content.length)
          blocks.push({ start: span.start + quote[0].length, end: span.end, kind: 'quotation' });
        continue;
      }
      const previous = blocks.at(-1);
      if (/^:\s/.test(content) && previous?.kind === 'paragraph' && onNextLine(text, previous.end, span.start)) {
        blocks[blocks.length - 1] = { ...previous, end: span.end };
        continue;
      }
      const mark = listMark.exec(content)?.[0].length ?? 0;
      if (mark === 0) {
        blocks.push({ ...span, kind: 'paragraph' });
        continue;
      }
      const depth = depthOf(indentOf(text, span.start), indents, blocks.at(-1)?.kind !== 'list-item');
      blocks.push({ start: span.start + mark, end: span.end, kind: 'list-item', depth, isMarked: true });
    }
  }
  const found = blocks.map((block) => ({ ...block, ...trimSpan(text, block) })).filter(({ start, end }) => start < end);
  return { blocks: found, markup, emphases: [] };
}

/**
 * The heading that a group of lines begins with, and how many of the lines it takes: an underlined line, a version or a date above
 * its items, a number like `2.1` above its text. Null where the group has none.
 */
function headOfGroup(text: string, lines: readonly Span[]): { heading: DraftBlock; lines: number } | null {
  const [first, second, third] = lines;
  if (!first || !second) return null;
  const [line, below] = [sliceOf(text, first), sliceOf(text, second)];
  if (!isShort(line) || listMark.test(line)) return null;
  if (underline.test(below)) {
    return { heading: { ...first, kind: 'heading', level: below.startsWith('=') ? 1 : 2 }, lines: 2 };
  }
  if (underline.test(line) && third && underline.test(sliceOf(text, third)) && isShort(below)) {
    return { heading: { ...second, kind: 'heading', level: 1 }, lines: 3 };
  }
  const isAboveItems =
    listMark.test(below) || indentOf(text, second.start) > indentOf(text, first.start) || underline.test(below);
  if (isAboveItems && versionHead.test(line) && !/[.!?…;,]$/u.test(line)) {
    return { heading: { ...first, kind: 'heading', level: 3, isGuess: true }, lines: 1 };
  }
  const number = sectionNumber.exec(line)?.[1];
  const isOwnLine = number?.includes('.') === true && /^[\p{Lu}\p{Nd}]/u.test(below) && !sectionNumber.test(below);
  if (isOwnLine && line.length < 60 && !/[.!?…:;,]$/u.test(line)) {
    return { heading: { ...first, kind: 'heading', level: 1 + number.split('.').length, isGuess: true }, lines: 1 };
  }
  return null;
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

/** The width that the lines are wrapped at; null where a line end is meant as one. */
function wrappedWidth(text: string, groups: readonly (readonly Span[])[]): number | null {
  const lengths: number[] = [];
  let [breaks, midSentence, smallStarts, words, long, ends] = [0, 0, 0, 0, 0, 0];
  for (const lines of groups) {
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1];
      const content = sliceOf(text, line);
      if (content.length > maxWrappedLine) long++;
      if (!next && i > 0 && /[.!?]["”’)]*$/u.test(content)) ends++;
      if (!next) continue;
      const following = sliceOf(text, next);
      if (listMark.test(following)) continue;
      breaks++;
      words += content.split(/\s+/).length;
      if (!sentenceEnd.test(content)) midSentence++;
      if (/^[\p{Ll}\p{Nd}("“]/u.test(following)) smallStarts++;
      if (content.length <= maxWrappedLine) lengths.push(content.length);
    }
  }
  const total = groups.reduce((sum, lines) => sum + lines.length, 0);
  if (breaks === 0 || long > maxLongShare * total) return null;
  if (midSentence / breaks <= 0.4 || smallStarts / breaks < 0.25) return null;
  // Lines of a word or two are a list, unless they add up to sentences.
  if (words / breaks < 2 && ends === 0) return null;
  lengths.sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.9)] ?? null;
}

/** One span a paragraph: a line goes on where the next word did not fit, or where the next line is no beginning. */
function joinWrappedLines(text: string, lines: readonly Span[], width: number): Span[] {
  const joined: Span[] = [];
  let isOpen = false;
  for (const [i, line] of lines.entries()) {
    const content = sliceOf(text, line);
    const last = joined.at(-1);
    const opens = listMark.test(content) || quoteMark.test(content) || underline.test(content);
    if (last && isOpen && !opens) joined[joined.length - 1] = { start: last.start, end: line.end };
    else joined.push(line);
    const next = lines[i + 1];
    isOpen = next !== undefined && goesOn(content, sliceOf(text, next), width);
  }
  return joined;
}

function goesOn(line: string, next: string, width: number): boolean {
  if (line.length > maxWrappedLine || quoteMark.test(line)) return false;
  if (/^[\p{Ll}(“"]/u.test(next) && !sentenceEnd.test(line)) return true;
  const word = /^\S+/.exec(next)?.[0].length ?? 0;
  return line.length + 1 + word > width * 0.9;
}

function onNextLine(text: string, end: number, start: number): boolean {
  return /^[ \t]*\r?\n[ \t]*$/.test(text.slice(end, start));
}

function isShort(line: string): boolean {
  return line.split(/\s+/).length <= maxHeadingWords;
}

/** Level of a line that stands alone; null where it is no heading. */
function headingLevel(line: string, isFirst: boolean): number | null {
  if (!isShort(line)) return null;
  const number = sectionNumber.exec(line)?.[1];
  if (number !== undefined && !/[.!?…;,]$/u.test(line)) return 1 + number.split('.').length;
  const looks =
    /^[\p{Lu}\p{Nd}]/u.test(line) && !/[.!?…:;,"”’)]$/u.test(line) && !sentenceStart.test(line) && !listMark.test(line);
  if (!looks) return null;
  if (isFirst) return 1;
  return line === line.toUpperCase() ? 2 : 3;
}

/** Whether a lone line stands among list items that blank lines part. */
function isListOfItems(text: string, before: readonly Span[] | undefined, after: readonly Span[] | undefined): boolean {
  const isItem = (lines: readonly Span[] | undefined): boolean => {
    const line = lines?.[0];
    return (
      line !== undefined &&
      lines?.length === 1 &&
      listMark.test(sliceOf(text, line)) &&
      !sectionNumber.test(sliceOf(text, line))
    );
  };
  return isItem(before) && isItem(after);
}

function indentOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

/** The nesting of an item by its indent, from 1. */
function depthOf(indent: number, indents: number[], isNewList: boolean): number {
  if (isNewList) indents.length = 0;
  while (indents.length > 0 && (indents.at(-1) ?? 0) > indent) indents.pop();
  if ((indents.at(-1) ?? -1) < indent) indents.push(indent);
  return indents.length;
}

function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

import { findAnnouncedHeads } from './announced-heads.js';
import { findColumns } from './columns.js';
import { isCommands } from './commands.js';
import type { DraftBlock, DraftText } from './document.js';
import { joinWrappedLines, listMark, quoteMark, sliceOf, underline, wrappedWidth } from './line-wrapping.js';
import { findRecords } from './records.js';
import { linesIn, trimSpan, type Span } from './span.js';

const sectionNumber = /^(?:§\s*)?(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+\p{Lu}/u;
/** `v0.9.3 (12 Jan 2025)`, `Release 2.1`, `1.4.0 - 2024-04-01`, `14 May 2024: committee`: what stands above what is new or was said. */
const versionHead = new RegExp(
  String.raw`^(?:\[?(?:(?:version|release|build|patch|rev(?:ision)?|firmware)\s+v?|v\.?\s?)\d[\w.]*\b|\[?\d+\.\d+(?:\.\d+)*(?:[-+]\w+)?\]?(?:\s*$|\s*[-–—:(\[]))|^[\p{L}\s,:–—-]{0,40}\b(?:\d{1,2}\.? \p{L}{3,9}\.? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\b`,
  'iu',
);
/** The head of a mail. */
const mailHead = /^From:[^\n]*\n(?:[\w-]+:[^\n]*\n){0,4}?Subject:/m;
/** From so many headed groups on a text has an agenda. */
const minAgenda = 2;
const maxHeadingWords = 12;
/** From so many terms on, each with what it means below and further in, a text has a list of definitions. */
const minTerms = 3;
const maxTermWords = { plain: 6, withColon: 12 } as const;
/** Below the headings of sections, above bold lines. */
const termLevel = 6;
const announcedLevel = 4;
/** A sentence that ends inside a line; a short word before the full stop may be an abbreviation. */
const sentenceStart = /\p{L}{4}[.!?]["”’)]*\s+["“‘(]*\p{Lu}/u;

/**
 * Paragraphs, list items, quoted lines and headings of plain text from `from` on. A blank line always ends a paragraph. A
 * single line end does so too, unless the text is hard-wrapped, which shows in line ends that fall in the middle of sentences.
 */
export function findPlainBlocks(text: string, from: number): DraftText {
  const groups = groupLines(text, from);
  const width = wrappedWidth(text, groups);
  const agenda = findAgenda(text, groups);
  const terms = findTerms(text, groups);
  const announced = findAnnouncedHeads(text, groups);
  const records = findRecords(text, groups);
  const isMail = mailHead.test(text.slice(from));
  const blocks: DraftBlock[] = [];
  const markup: Span[] = [];
  const indents: number[] = [];
  for (const [i, group] of groups.entries()) {
    let lines: readonly Span[] = group;
    const [first] = lines;
    const headed = headOfGroup(text, lines, { agenda, terms });
    if (headed) {
      blocks.push(headed.heading);
      lines = lines.slice(headed.lines);
      if (lines.length === 0) continue;
    } else if (first && lines.length === 1 && i + 1 < groups.length) {
      const line = sliceOf(text, first);
      const level = headingLevel(line, blocks.length === 0) ?? (announced.has(first) ? announcedLevel : null);
      // A mail ends with its writer's name.
      const isSignature = isMail && line.split(/\s+/).length <= 3;
      if (level !== null && !isSignature && !isListOfItems(text, groups[i - 1], groups[i + 1])) {
        blocks.push({ ...first, kind: 'heading', level, isGuess: true });
        continue;
      }
    }
    const kind = first && records.has(first) ? 'table-row' : isCommands(text, lines, groups[i - 1]) ? 'code' : null;
    if (kind !== null) {
      blocks.push({ start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0, kind });
      continue;
    }
    const rows = lines.some((line) => listMark.test(sliceOf(text, line))) ? null : findColumns(text, lines);
    if (rows) {
      blocks.push(...rows);
      continue;
    }
    for (const span of joinWrappedLines(text, lines, width ?? Infinity)) {
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
        const depth = previous?.kind === 'list-item' ? depthInside(text, span, indents) : 0;
        blocks.push(depth > 0 ? { ...span, kind: 'list-item', depth } : { ...span, kind: 'paragraph' });
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
 * The heading that a group of lines begins with, and how many of the lines it takes: a term, an underlined line, a version or a date
 * above its items, a number like `2.1` above its text. Null where the group has none.
 */
function headOfGroup(
  text: string,
  lines: readonly Span[],
  { agenda, terms }: { readonly agenda: ReadonlySet<Span>; readonly terms: ReadonlySet<Span> },
): { heading: DraftBlock; lines: number } | null {
  const [first, second, third] = lines;
  if (!first || !second) return null;
  const [line, below] = [sliceOf(text, first), sliceOf(text, second)];
  if (terms.has(first)) return { heading: { ...first, kind: 'heading', level: termLevel, isGuess: true }, lines: 1 };
  if (agenda.has(first)) {
    const mark = listMark.exec(line)?.[0].length ?? 0;
    return {
      heading: { start: first.start + mark, end: first.end, kind: 'heading', level: 3, isGuess: true },
      lines: 1,
    };
  }
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

/**
 * The first lines of groups that head them like the items of an agenda: `3. FINANCE` above what was said about it, `* Release`
 * above lines that stand further in.
 */
function findAgenda(text: string, groups: readonly (readonly Span[])[]): ReadonlySet<Span> {
  const heads = groups.flatMap(([first, second]): Span[] => {
    if (!first || !second) return [];
    const [line, below] = [sliceOf(text, first), sliceOf(text, second)];
    const mark = listMark.exec(line)?.[0] ?? '';
    const words = line.slice(mark.length);
    if (mark === '' || listMark.test(below) || !isShort(words) || !/^[\p{Lu}\p{Nd}].*[^.!?…:;,]$/u.test(words))
      return [];
    if (!/\d/.test(mark))
      return indentOf(text, second.start) > indentOf(text, first.start) && /^\p{Lu}/u.test(below) ? [first] : [];
    return words === words.toUpperCase() || /[.!?]["”’)]*$/u.test(below) ? [first] : [];
  });
  return new Set(heads.length >= minAgenda ? heads : []);
}

/** The first lines of groups that are terms, with what they mean in lines that stand further in. */
function findTerms(text: string, groups: readonly (readonly Span[])[]): ReadonlySet<Span> {
  const terms = groups.flatMap(([first, second, ...others]): Span[] => {
    if (!first || !second) return [];
    const [line, below] = [sliceOf(text, first), sliceOf(text, second)];
    const indent = indentOf(text, first.start);
    const mostWords = line.endsWith(':') ? maxTermWords.withColon : maxTermWords.plain;
    const isTerm = line.split(/\s+/).length <= mostWords && !/[.!?…;,]$/u.test(line) && !listMark.test(line);
    const isAbove = /^["“‘'(]?[\p{Lu}\p{Nd}]/u.test(below) && !listMark.test(below);
    return isTerm && isAbove && [second, ...others].every(({ start }) => indentOf(text, start) > indent) ? [first] : [];
  });
  return new Set(terms.length >= minTerms ? terms : []);
}

/** The non-blank lines from `from` on, in groups parted by blank lines. */
function groupLines(text: string, from: number): Span[][] {
  const groups: Span[][] = [];
  let open: Span[] = [];
  for (const whole of linesIn(text, { start: from, end: text.length })) {
    const line = trimSpan(text, whole);
    if (line.start < line.end) open.push(line);
    else if (open.length > 0) {
      groups.push(open);
      open = [];
    }
  }
  if (open.length > 0) groups.push(open);
  return groups;
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
  const isStep = line.endsWith(':') && line.split(/\s+/).length > maxTermWords.plain;
  if (number !== undefined && !isStep && !/[.!?…;,]$/u.test(line)) return 1 + number.split('.').length;
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

/** The nesting of the open item that lines belong to because they all stand further in than its mark; 0 where there is none. */
function depthInside(text: string, span: Span, indents: readonly number[]): number {
  const lines = text.slice(span.start, span.end).split('\n').slice(1);
  const inner = lines.map((line) => line.length - line.trimStart().length);
  const indent = Math.min(indentOf(text, span.start), ...inner);
  return indents.findLastIndex((mark) => mark < indent) + 1;
}

/** The nesting of an item by its indent, from 1. */
function depthOf(indent: number, indents: number[], isNewList: boolean): number {
  if (isNewList) indents.length = 0;
  while (indents.length > 0 && (indents.at(-1) ?? 0) > indent) indents.pop();
  if ((indents.at(-1) ?? -1) < indent) indents.push(indent);
  return indents.length;
}

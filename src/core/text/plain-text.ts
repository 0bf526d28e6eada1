import { findAnnouncedHeads } from './announced-heads.js';
import { findColumns, findRuledHead } from './columns.js';
import { isCommands } from './commands.js';
import type { DraftBlock, DraftText } from './document.js';
import {
  announcedLevel,
  attendance,
  createHeadFinder,
  isShort,
  maxTermWords,
  sectionNumber,
  sentenceStart,
} from './group-heads.js';
import { indentOf, joinWrappedLines, listMark, quoteMark, sliceOf, underline, wrappedWidth } from './line-wrapping.js';
import { arrow, findNumberedQuestions } from './numbered-questions.js';
import { findRecords } from './records.js';
import { linesIn, trimSpan, type Span } from './span.js';

/** The head of a mail. */
const mailHead = /^From:[^\n]*\n(?:[\w-]+:[^\n]*\n){0,4}?Subject:/m;

/**
 * Paragraphs, list items, quoted lines and headings of plain text from `from` on. A blank line always ends a paragraph. A
 * single line end does so too, unless the text is hard-wrapped, which shows in line ends that fall in the middle of sentences.
 */
export function findPlainBlocks(text: string, from: number): DraftText {
  const groups = groupLines(text, from).flatMap((lines) => partTable(text, lines));
  const width = wrappedWidth(text, groups);
  const findHead = createHeadFinder(text, groups);
  const announced = findAnnouncedHeads(text, groups);
  const records = findRecords(text, groups);
  const questions = findNumberedQuestions(text, groups, width);
  const isMail = mailHead.test(text.slice(from));
  const blocks: DraftBlock[] = [];
  const markup: Span[] = [];
  const indents: number[] = [];
  for (const [i, group] of groups.entries()) {
    let lines: readonly Span[] = group;
    const [first] = lines;
    const table = findRuledHead(text, lines) === 0 ? findColumns(text, lines) : null;
    if (table) {
      blocks.push(...table);
      continue;
    }
    const question = first && questions.get(first);
    const headed = question ? null : findHead(lines);
    if (question) {
      lines = lines
        .filter(({ start }) => start >= question.end)
        .map((line, at) => (at === 0 ? afterArrow(text, line) : line));
      const below = lines[0] ?? groups[i + 1]?.[0];
      const indent = indentOf(text, first.start);
      const isInside = below !== undefined && indentOf(text, below.start) > indent;
      const place = isInside ? { depth: depthOf(indent, indents, true), isMarked: true } : {};
      blocks.push({ ...question, kind: 'question', ...place });
      if (lines.length === 0) continue;
    } else if (headed) {
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
        const depth = isInItem(previous) ? depthInside(text, span, indents) : 0;
        blocks.push(depth > 0 ? { ...span, kind: 'list-item', depth } : { ...span, kind: 'paragraph' });
        continue;
      }
      const depth = depthOf(indentOf(text, span.start), indents, !isInItem(previous));
      blocks.push({ start: span.start + mark, end: span.end, kind: 'list-item', depth, isMarked: true });
    }
  }
  const found = blocks.map((block) => ({ ...block, ...trimSpan(text, block) })).filter(({ start, end }) => start < end);
  return { blocks: found, markup, emphases: [] };
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

/** The lines above the head of a table are a group of their own. */
function partTable(text: string, lines: readonly Span[]): (readonly Span[])[] {
  const head = findRuledHead(text, lines);
  return head > 0 ? [lines.slice(0, head), lines.slice(head)] : [lines];
}

/** An answer without the arrow before it. */
function afterArrow(text: string, { start, end }: Span): Span {
  return { start: start + (arrow.exec(text.slice(start, end))?.[0].length ?? 0), end };
}

function isInItem(block: DraftBlock | undefined): boolean {
  return block?.depth !== undefined;
}

function onNextLine(text: string, end: number, start: number): boolean {
  return /^[ \t]*\r?\n[ \t]*$/.test(text.slice(end, start));
}

/** Level of a line that stands alone; null where it is no heading. */
function headingLevel(line: string, isFirst: boolean): number | null {
  if (!isShort(line) || attendance.test(line)) return null;
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

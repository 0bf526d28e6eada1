import { blankMarkup, type BrokenEdge, type DraftBlock, type DraftText } from './document.js';
import { findColumns, tableInFence } from './columns.js';
import { findChatMark } from './chat-marks.js';
import type { Opening } from './conversation.js';
import { imprintBlocks } from './imprint.js';
import { findOpenings } from './speaker-openings.js';
import { hasAnswer, isAfterQuestion } from './line-forms.js';
import { findHead } from './piece-head.js';
import { isLogLine } from './log-lines.js';
import { firstEndingAfter, linesIn, trimSpan, type Span } from './span.js';

/** Level of a bold line or a line in capitals that serves as a heading. */
export const runInLevel = 7;
const questionMark = /^(?:\*\*|__)?Q(?:uestion)?\s?\d{0,3}\s?[:.)]\s*(?=\S)/;
const answerMark = /^(?:\*\*|__)?A(?:nswer)?\s?\d{0,3}\s?[:.)]\s*(?=\S)/;
const noteMark = /^(?:!!!\s+\w+(?:\s+"[^"\n]*")?|:::\s*\w+[^\n]*|\[![A-Z]+\]|\[\^[^\]\n]+\]:)[ \t]*\n?/;
const aside = /^\[(?:Footnote|Note|Illustration|Sidenote|Editor['’]s note)\b[^\]]*\]/i;

/** Blocks in their final cut, and who opens which of them. */
export interface ShapedText {
  readonly blocks: readonly DraftBlock[];
  readonly markup: readonly Span[];
  /** See `DraftText`. */
  readonly emphases: readonly Span[];
  /** In text order; what each says begins with the first block at or after `textStart`. */
  readonly openings: readonly Opening[];
}

interface Shaping {
  readonly text: string;
  /** Without notation. */
  readonly visible: string;
  readonly emphases: readonly Span[];
  readonly openings: ReadonlyMap<number, Opening>;
}

/**
 * Cuts blocks where a question ends and its answer begins, where another speaker opens, and where a bold line or one in
 * capitals serves as a heading. Names before a colon and marks like `Q:` belong to no block afterwards.
 */
export function shapeBlocks(text: string, { blocks, markup, emphases, openings: given }: DraftText): ShapedText {
  const visible = blankMarkup(text, markup);
  const linesByBlock = blocks.map((block) => linesOf(visible, block));
  const openings = given ?? findOpenings(visible, linesByBlock.flat());
  const shaping = { text, visible, emphases, openings: new Map(openings.map((one) => [one.start, one])) };
  const heads = openings.map(({ start, textStart }) => ({ start, end: textStart }));
  const imprint = new Set(imprintBlocks(visible, blocks));
  const shaped = blocks.flatMap((block, i): readonly DraftBlock[] => {
    if (imprint.has(i)) return [{ start: block.start, end: block.end, kind: 'paragraph' }];
    const lines = linesByBlock[i] ?? [];
    const head = heads[firstEndingAfter(heads, block.start)];
    if (head && head.start < block.start && block.end <= head.end) return []; // "To:", "Date:", below "From:"
    const { broken, ...whole } = block;
    if (!isProse(block)) return tableInFence(text, block) ?? [block];
    const pieces = findColumns(text, lines) ?? shapeBlock(shaping, whole, lines);
    return broken === undefined ? pieces : breakEdges(pieces, broken);
  });
  return {
    blocks: shaped.filter((block) => hasWords(visible, block)).map((block) => ({ ...block, ...trimSpan(text, block) })),
    markup,
    emphases,
    openings,
  };
}

/** A broken edge is that of the first or the last piece only. */
function breakEdges(pieces: readonly DraftBlock[], broken: BrokenEdge): DraftBlock[] {
  return pieces.map((piece, i) => {
    const isStart = i === 0 && broken !== 'end';
    const isEnd = i === pieces.length - 1 && broken !== 'start';
    if (!isStart && !isEnd) return piece;
    return { ...piece, broken: isStart && isEnd ? 'both' : isStart ? 'start' : 'end' };
  });
}

/** Whether a block is more than notation and white space. */
function hasWords(visible: string, block: Span): boolean {
  const { start, end } = trimSpan(visible, block);
  return start < end;
}

function isProse({ kind, isGuess }: DraftBlock): boolean {
  return /^(?:paragraph|list-item|quotation)$/.test(kind) || isGuess === true;
}

interface Line extends Span {
  readonly isListItem: boolean;
  readonly isHeading: boolean;
}

/** The lines of a block of prose, from their first visible character on. */
function linesOf(visible: string, block: DraftBlock): Line[] {
  if (!isProse(block)) return [];
  const lines: Line[] = [];
  for (const whole of linesIn(visible, block)) {
    const line = trimSpan(visible, whole);
    const isFirst = lines.length === 0;
    if (line.start < line.end)
      lines.push({ ...line, isListItem: isFirst && block.kind === 'list-item', isHeading: false });
  }
  return lines;
}

function shapeBlock(shaping: Shaping, block: DraftBlock, lines: readonly Line[]): DraftBlock[] {
  const { text, visible, openings } = shaping;
  const pieces: DraftBlock[] = [];
  let piece: DraftBlock | null = null;
  let isSaid = false;
  const close = (end: number): void => {
    if (piece && piece.start < end) pieces.push(...shapePiece(shaping, { ...piece, end }, isSaid));
    piece = null;
    isSaid = false;
  };
  for (const line of lines) {
    const opening = openings.get(line.start);
    const mark = opening || block.kind === 'list-item' ? null : chatMarkAt(shaping, line);
    const words = visible.slice(line.start, line.end);
    if (!opening && !mark && openings.size > 0 && isLogLine(words)) {
      close(lineStart(visible, line.start, block.start));
      continue;
    }
    const question = /^[*_Q]/.test(words) ? questionMark.exec(words) : null;
    const answer = /^[*_A]/.test(words) ? answerMark.exec(words) : null;
    const rawStart = lineStart(visible, line.start, block.start);
    const note = noteMark.exec(text.slice(rawStart, Math.min(block.end, endOfLine(text, line.end))).trimStart());
    if (mark) {
      close(lineStart(visible, line.start, block.start));
      const { start, end, level } = mark;
      pieces.push({ start, end, kind: 'heading', level });
    } else if (opening) {
      close(lineStart(visible, line.start, block.start));
      piece = { ...asParagraph(block), start: opening.textStart };
      isSaid = true;
    } else if (question && (words.endsWith('?') || hasAnswer(visible, line.end))) {
      close(lineStart(visible, line.start, block.start));
      piece = { ...block, kind: 'question', isSetOff: true, start: line.start + question[0].length };
    } else if (
      answer &&
      (piece?.kind === 'question' || pieces.at(-1)?.kind === 'question' || isAfterQuestion(visible, line.start))
    ) {
      close(lineStart(visible, line.start, block.start));
      piece = { ...asParagraph(block), start: line.start + answer[0].length };
    } else if (note) {
      close(lineStart(visible, line.start, block.start));
      piece = { ...block, start: text.indexOf(note[0], rawStart) + note[0].length };
    } else if (block.kind === 'list-item' && piece && isLeadInAtMargin(visible, line)) {
      close(lineStart(visible, line.start, block.start));
      piece = { start: line.start, end: block.end, kind: 'paragraph' };
    } else piece ??= { ...block, start: line === lines[0] ? block.start : line.start };
  }
  close(block.end);
  return pieces;
}

/** A channel or a day above what was said; a mere date is one only where somebody has spoken before. */
function chatMarkAt({ visible, openings }: Shaping, line: Span): ReturnType<typeof findChatMark> {
  const [first] = openings.keys();
  if (first === undefined) return null;
  const mark = findChatMark(visible, line, (at) => openings.has(at));
  return mark && (mark.isFramed || first < line.start) ? mark : null;
}

/** A line at the margin that leads in to a list belongs to no item, though Markdown lets the item before it go on. */
function isLeadInAtMargin(visible: string, { start, end }: Span): boolean {
  return (start === 0 || visible.charAt(start - 1) === '\n') && visible.charAt(end - 1) === ':';
}

/** A line with its notation: from where the line begins, but not before the block does. */
function lineStart(visible: string, at: number, from: number): number {
  return Math.max(from, visible.lastIndexOf('\n', at - 1) + 1);
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

function asParagraph(block: DraftBlock): DraftBlock {
  return block.kind === 'heading' ? { ...block, kind: 'paragraph' } : block;
}

/** Parts a question or a heading at the beginning of a piece from what follows; capitals that somebody says are no heading. */
function shapePiece(shaping: Shaping, piece: DraftBlock, isSaid = false): DraftBlock[] {
  const { visible } = shaping;
  if (piece.kind === 'question' || piece.kind === 'heading') return [piece];
  const span = trimSpan(visible, piece);
  if (span.start >= span.end) return [];
  const bracket = aside.exec(visible.slice(span.start, span.end));
  if (bracket && span.start + bracket[0].length < span.end) {
    const cut = span.start + bracket[0].length;
    return [{ ...piece, end: cut }, ...shapePiece(shaping, { ...piece, start: cut })];
  }
  const head = findHead(shaping, piece, span, isSaid);
  if (!head) return [piece];
  const { kind, end, isSetOff = false } = head;
  const isQuoted = piece.kind === 'quotation';
  const first: DraftBlock =
    kind === 'heading'
      ? { kind, start: piece.start, end, level: runInLevel }
      : { ...piece, kind, end, isSetOff, ...(isQuoted && { isQuoted }) };
  const rest = trimSpan(visible, { start: end, end: piece.end });
  return rest.start < rest.end
    ? [first, ...shapePiece(shaping, { ...piece, start: restStart(visible, end, rest.start) })]
    : [first];
}

/** Where the rest begins: on its own line with the notation before its first word. */
function restStart(visible: string, end: number, first: number): number {
  return Math.max(end, visible.lastIndexOf('\n', first - 1) + 1);
}

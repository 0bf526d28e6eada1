import type { DraftBlock } from './document.js';
import { announcesReply, endOfUpdateMark } from './imprint.js';
import { asksOnce, isInCapitals, isQuestion, isRunIn, isShort } from './line-forms.js';
import { firstEndingAfter, type Span } from './span.js';

/** What opens a piece of a block: a question or a heading, and where it ends; null where neither does. */
export function findHead(
  { visible, emphases }: { readonly visible: string; readonly emphases: readonly Span[] },
  piece: DraftBlock,
  span: Span,
  isSaid: boolean,
): { kind: 'question' | 'heading'; end: number; isSetOff?: boolean } | null {
  const newline = visible.indexOf('\n', span.start);
  const lineEnd = newline < 0 || newline > span.end ? span.end : newline;
  const firstLine = visible.slice(span.start, lineEnd).trim();
  const isAll = lineEnd === span.end;
  const emphasis = emphases[firstEndingAfter(emphases, span.start)];
  if (emphasis && emphasis.start >= piece.start && emphasis.start <= span.start && emphasis.end <= piece.end) {
    const words = visible.slice(emphasis.start, emphasis.end).trim();
    if (isQuestion(words)) return { kind: 'question', end: emphasis.end, isSetOff: true };
    const isWhole = emphasis.end >= span.end;
    const isLine = /^[ \t]*\r?\n/.test(visible.slice(emphasis.end, emphasis.end + 20));
    if (piece.kind === 'paragraph' && announcesReply(words)) return { kind: 'heading', end: emphasis.end };
    if (piece.kind === 'paragraph' && (isWhole ? isRunIn(words) : isLine && isShort(words))) {
      return { kind: 'heading', end: emphasis.end };
    }
  }
  const update = piece.kind === 'paragraph' && !isSaid ? endOfUpdateMark(visible.slice(span.start, lineEnd)) : 0;
  if (update > 0) {
    const end = span.start + update;
    const isMarked = emphasis && emphasis.start <= span.start && visible.slice(end, emphasis.end).trim() === '';
    return { kind: 'heading', end: isMarked ? Math.max(end, emphasis.end) : end };
  }
  if (asksOnce(firstLine) && (isAll || /^\s*\S/.test(visible.slice(lineEnd, span.end)))) {
    return { kind: 'question', end: lineEnd };
  }
  // A question in an item may be longer than a line.
  if (piece.kind === 'list-item' && asksOnce(visible.slice(span.start, span.end))) {
    return { kind: 'question', end: span.end };
  }
  if (
    piece.kind === 'paragraph' &&
    !isSaid &&
    isInCapitals(firstLine) &&
    (!isAll || firstLine.split(/\s+/).length <= 8)
  ) {
    return { kind: 'heading', end: lineEnd };
  }
  return null;
}

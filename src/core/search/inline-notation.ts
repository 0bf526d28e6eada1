import { inlineMarks, type SourceDocument } from '../text/document.js';
import { overlapping, type Span } from '../text/span.js';

/** Where a cell of a table in HTML begins; shown as what parts it from the one before. */
export const cellOpening = /^<t[dh]\b[^<>]*>$/i;
const tableTag = /^<\/?t[dhr]\b[^<>]*>$/i;
const lineBreak = /^<br\s*\/?>$/i;

/** The parts of a quote that are notation for emphasis, links, quoted lines or cells in HTML, as ranges of the document's text: what leaves no gap where it is left out. */
export function inlineNotation({ text, markup }: SourceDocument, quoted: Span): Span[] {
  const hidden: Span[] = [];
  for (const number of overlapping(markup, quoted)) {
    const span = markup[number];
    if (!span || span.start < quoted.start || span.end > quoted.end) continue;
    // The address of a link stands between "(" and ")", each of them notation by itself.
    const isAddress = hidden.at(-1)?.end === span.start && text.charAt(span.start - 1) === '(';
    const mark = text.slice(span.start, span.end);
    const leavesNoGap = lineBreak.test(mark)
      ? span.end === quoted.end || /\s/.test(text.charAt(span.end))
      : inlineMarks.test(mark) || tableTag.test(mark);
    // The space after the mark of a quoted line belongs to it.
    const isQuoteMark = mark.startsWith('>') && text.charAt(span.end) === ' ' && span.end < quoted.end;
    if (isAddress || leavesNoGap) hidden.push(isQuoteMark ? { start: span.start, end: span.end + 1 } : span);
  }
  return hidden;
}

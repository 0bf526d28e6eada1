import { readDocument } from '../app/indexing/read-document.js';
import { blankMarkup, type SourceDocument } from '../core/text/document.js';
import { trimSpan, type Span } from '../core/text/span.js';
import { LabelledFormatError, parseLabelledLine, type ParsedLine } from './parse-labelled-line.js';

/** A labelled line and the sentence that it is in the document. */
interface PlacedLine extends ParsedLine {
  /** Where the line begins, with its notation. */
  readonly lineStart: number;
  /** Without the mark of a list or a quotation, or the name that opens a turn. */
  readonly sentence: Span & { readonly block: number };
}

/** A line without a label: a name with a time, code, the head of a table. */
const unlabelled = /^~\|(?: (.*))?$/;
/** What begins a line of its own: a mark of Markdown, or a name or label with its colon. */
const ownLine = /^(?:[-*+|>] |\d+[.)] |\*\*|<|\p{L}[^.?!,;:]{0,40}: )/u;

/**
 * Rebuilds the Markdown that the labels stand in, and reads it as an index would: with lists, tables, code, questions and turns.
 * `from` is the number of the first line below the front matter. Throws where a labelled line is not exactly in one block.
 */
export function readMarkdownLayout(
  lines: readonly string[],
  from: number,
  name: string,
): { document: SourceDocument; placed: readonly PlacedLine[] } {
  let text = '';
  let separator = '';
  const parsed: (ParsedLine & { readonly lineStart: number; readonly where: string })[] = [];
  for (const [at, line] of lines.entries()) {
    if (at < from) continue;
    const plain = line === '' || line.startsWith('#') ? line : unlabelled.exec(line)?.[1];
    if (plain !== undefined || line === '~|') {
      text += `${separator && '\n'}${plain ?? ''}`;
      separator = '\n';
      continue;
    }
    const where = `${name}:${at + 1}`;
    const labelled = parseLabelledLine(line, where);
    text += separator === ' ' && ownLine.test(labelled.text) ? '\n' : separator;
    parsed.push({ ...labelled, lineStart: text.length, where });
    text += labelled.text;
    separator = ' ';
  }
  const { document } = readDocument(name.replace(/\.txt$/, '.md'), `${text}\n`);
  const placed = parsed.map(({ where, ...line }) => ({ ...line, sentence: placeLine(document, line, where) }));
  return { document, placed };
}

function placeLine(
  { blocks, markup, text }: SourceDocument,
  { lineStart, text: words }: ParsedLine & { readonly lineStart: number },
  where: string,
): PlacedLine['sentence'] {
  const mark = /^(?:> ?)*/.exec(words)?.[0].length ?? 0;
  const line = { start: lineStart + mark, end: lineStart + words.length };
  const visible = blankMarkup(
    text.slice(0, line.end),
    markup.filter(({ end }) => end <= line.end),
  );
  const own = blocks.flatMap(({ start, end, kind }, block) => {
    const span = trimSpan(text, { start: Math.max(start, line.start), end: Math.min(end, line.end) });
    const hasWords = span.start < span.end && /[\p{L}\p{N}]/u.test(visible.slice(span.start, span.end));
    return hasWords ? [{ ...span, block, kind }] : [];
  });
  const [first, second] = own;
  if (!first || second)
    throw new LabelledFormatError(`${where}: stands in ${own.length} blocks of the document; expected a line for each`);
  if (first.kind === 'heading' || first.kind === 'code')
    throw new LabelledFormatError(`${where}: is a ${first.kind} as an index reads it; expected "~| " before it`);
  return { start: first.start, end: first.end, block: first.block };
}

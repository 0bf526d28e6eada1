/** The only file that knows @lezer/markdown: headings, paragraphs, lists, tables, code and inline notation with exact offsets. */
import { GFM, parser as commonMark } from '@lezer/markdown';
import type { BlockKind, DraftBlock, DraftText } from '../../core/text/document.js';
import { trimSpan, type Span } from '../../core/text/span.js';
import { isHtmlName, readHtml, type HtmlPart } from './html-blocks.js';

const parser = commonMark.configure(GFM);

/** Leaves of the tree that are notation, not words. `URL` is one only inside a link. */
const notation = new Set(
  (
    'HeaderMark EmphasisMark CodeMark CodeInfo LinkMark LinkTitle LinkLabel QuoteMark ListMark HTMLTag Comment CommentBlock ' +
    'StrikethroughMark TaskMarker TableDelimiter Image ProcessingInstruction'
  ).split(' '),
);
const skipped = new Set(['LinkReference', 'CommentBlock', 'ProcessingInstructionBlock', 'HorizontalRule']);

/** What Pandoc and others put behind a heading: `{#fees .wide}`. */
const headingAttributes = /[ \t]+\{[#.:][^{}\n]*\}(?=[ \t]*#*[ \t]*(?:\n|$))/;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Blocks and notation of the Markdown (CommonMark with GitHub's tables, task lists and strikethrough) that starts at
 * `from`. Comments and link definitions are no text to quote from. Null for marks nested deeper than the parser can follow.
 */
export function readMarkdown(text: string, from: number): DraftText | null {
  const { body, offsetOf } = withoutReturns(text.slice(from));
  const tree = parse(body);
  if (tree === null) return null;
  const blocks: DraftBlock[] = [];
  const markup: Span[] = [];
  const emphases: Span[] = [];
  const containers: string[] = [];
  let isMarked = false;
  let depth = 0;
  let code: Mutable<Span> | null = null;
  let cells: Span[] = [];
  const place = (start: number, end: number): Span => ({ start: from + offsetOf(start), end: from + offsetOf(end) });
  const hide = (start: number, end: number): void => {
    markup.push(place(start, end));
  };
  const add = (start: number, end: number, kind: BlockKind, more: Partial<DraftBlock> = {}): void => {
    const inList = depth > 0 ? { depth, isMarked } : {};
    isMarked = false;
    blocks.push({ ...trimSpan(text, place(start, end)), kind, ...inList, ...more });
  };
  tree.iterate({
    enter({ name, from: start, to: end, node }) {
      if (skipped.has(name)) return false;
      if (name === 'ListItem' || name === 'Blockquote') containers.push(name);
      if (name === 'ListItem') {
        isMarked = true;
        depth++;
      }
      const level = /^(?:ATX|Setext)Heading(\d)/.exec(name)?.[1];
      if (level !== undefined) {
        add(start, end, 'heading', { level: Number(level) });
        const attributes = headingAttributes.exec(body.slice(start, end));
        if (attributes) hide(start + attributes.index, start + attributes.index + attributes[0].length);
      }
      if (name === 'Paragraph' || name === 'Task') add(start, end, kindInside(containers));
      else if (name === 'TableHeader' || name === 'TableRow') {
        cells = [];
        add(start, end, name === 'TableHeader' ? 'table-head' : 'table-row', name === 'TableHeader' ? { cells } : {});
      } else if (name === 'TableCell') cells.push(trimSpan(text, place(start, end)));
      else if (name === 'CodeBlock') add(start, end, readsAsProse(body.slice(start, end)) ? 'paragraph' : 'code');
      else if (name === 'FencedCode') code = null;
      else if (name === 'CodeText' && node.parent?.name === 'FencedCode') code = { start: code?.start ?? start, end };
      else if (name === 'HTMLBlock') {
        for (const part of readHtml(body.slice(start, end))) {
          if (part.kind === 'tag') hide(start + part.start, start + part.end);
          else add(start + part.start, start + part.end, part.kind, moreOf(part, start, place));
        }
      } else if (name === 'Escape' || name === 'HardBreak') hide(start, start + 1);
      else if (name === 'Link' && body.startsWith('[^', start)) {
        hide(start, end); // the mark of a footnote
        return false;
      } else if (name === 'HTMLTag' && opensChatLine(body, start, end)) return false;
      else if (notation.has(name) || (name === 'URL' && node.parent?.name === 'Link')) {
        hide(start, end);
        return false;
      }
      if (/^(?:StrongEmphasis|Emphasis)$/.test(name) && (emphases.at(-1)?.end ?? 0) <= place(start, end).start)
        emphases.push(place(start, end));
      return undefined;
    },
    leave({ name, from: start, to: end }) {
      if (name === 'ListItem' || name === 'Blockquote') containers.pop();
      if (name === 'ListItem') depth--;
      if (name === 'FencedCode' && code) {
        add(code.start, code.end, 'code', { outer: trimSpan(text, place(start, end)) });
        code = null;
      }
    },
  });
  return { blocks, markup: markup.sort((a, b) => a.start - b.start), emphases };
}

/** The parser calls itself for each mark inside another one ("*****…"), until the stack ends. */
function parse(body: string): ReturnType<typeof parser.parse> | null {
  try {
    return parser.parse(body);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function moreOf(
  { level, cells }: HtmlPart,
  offset: number,
  place: (start: number, end: number) => Span,
): Partial<DraftBlock> {
  if (level !== null) return { level };
  return cells.length > 0 ? { cells: cells.map(({ start, end }) => place(offset + start, offset + end)) } : {};
}

/** `<anna> Hello.` in a log of a chat: a name, no tag. */
function opensChatLine(body: string, start: number, end: number): boolean {
  return (
    (start === 0 || body.charAt(start - 1) === '\n') &&
    /^<[@+~&%]?[\w.-]{2,30}>$/.test(body.slice(start, end)) &&
    !isHtmlName(body.slice(start + 1, end - 1)) &&
    body.charAt(end) === ' '
  );
}

function kindInside(containers: readonly string[]): BlockKind {
  if (containers.at(-1) === 'ListItem') return 'list-item';
  return containers.includes('Blockquote') ? 'quotation' : 'paragraph';
}

/** Indented text is code in Markdown, but people indent prose, too. */
function readsAsProse(indented: string): boolean {
  return /\p{L}{2,} \p{L}{2,} \p{L}{2,}/u.test(indented) && /[.!?:,]["”’)]?\s*$/u.test(indented);
}

/** The text with `\n` for each `\r\n`, as the parser expects it, and where its offsets lie in the text itself. */
function withoutReturns(text: string): { body: string; offsetOf: (at: number) => number } {
  const lineEnds = Array.from(text.matchAll(/\r\n/g), ({ index }, removed) => index - removed);
  const offsetOf = (at: number): number => {
    let [low, high] = [0, lineEnds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lineEnds[middle] ?? at) < at) low = middle + 1;
      else high = middle;
    }
    return at + low;
  };
  return { body: text.replaceAll('\r\n', '\n'), offsetOf };
}

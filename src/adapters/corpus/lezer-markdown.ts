/** The only file that knows @lezer/markdown: headings, paragraphs, lists and inline notation with exact offsets. */
import { GFM, parser as commonMark } from '@lezer/markdown';
import type { Block, BlockKind } from '../../core/text/document.js';
import { numberBlocks } from '../../core/text/plain-text.js';
import { trimSpan, type Span } from '../../core/text/span.js';

const parser = commonMark.configure(GFM);

/** Leaves of the tree that are notation, not words. `URL` is one only inside a link. */
const notation = new Set(
  (
    'HeaderMark EmphasisMark CodeMark LinkMark LinkTitle LinkLabel QuoteMark ListMark HTMLTag Comment CommentBlock ' +
    'StrikethroughMark TaskMarker TableDelimiter Image ProcessingInstruction'
  ).split(' '),
);
const paragraphs = new Set(['Paragraph', 'Task', 'CodeBlock', 'TableHeader', 'TableRow', 'HTMLBlock']);
const skipped = new Set([
  'FencedCode',
  'LinkReference',
  'CommentBlock',
  'ProcessingInstructionBlock',
  'HorizontalRule',
]);

/**
 * Blocks and notation of the Markdown (CommonMark with GitHub's tables, task lists and strikethrough) that starts at
 * `from`. Fenced code, comments and link definitions are no text to quote from; indented text is.
 */
export function readMarkdown(text: string, from: number): { blocks: Block[]; markup: Span[] } {
  const { body, offsetOf } = withoutReturns(text.slice(from));
  const blocks: (Span & { kind: BlockKind })[] = [];
  const markup: Span[] = [];
  const containers: string[] = [];
  const hide = (start: number, end: number): void => {
    markup.push({ start: from + offsetOf(start), end: from + offsetOf(end) });
  };
  const addBlock = (start: number, end: number, kind: BlockKind): void => {
    blocks.push({ ...trimSpan(text, { start: from + offsetOf(start), end: from + offsetOf(end) }), kind });
  };
  parser.parse(body).iterate({
    enter({ name, from: start, to: end, node }) {
      if (skipped.has(name)) return false;
      if (name === 'ListItem' || name === 'Blockquote') containers.push(name);
      if (/^(ATX|Setext)Heading/.test(name)) addBlock(start, end, 'heading');
      else if (paragraphs.has(name)) addBlock(start, end, kindInside(containers, name));
      if (name === 'HTMLBlock') hideTags(body.slice(start, end), start, hide);
      else if (name === 'Escape' || name === 'HardBreak') hide(start, start + 1);
      else if (notation.has(name) || (name === 'URL' && node.parent?.name === 'Link')) {
        hide(start, end);
        return false;
      }
      return undefined;
    },
    leave({ name }) {
      if (name === 'ListItem' || name === 'Blockquote') containers.pop();
    },
  });
  return { blocks: numberBlocks(blocks), markup };
}

function kindInside(containers: readonly string[], name: string): BlockKind {
  if (name.startsWith('Table') || containers.at(-1) === 'ListItem') return 'list-item';
  return containers.includes('Blockquote') ? 'quotation' : 'paragraph';
}

function hideTags(html: string, offset: number, hide: (start: number, end: number) => void): void {
  for (const tag of html.matchAll(/<[^>]*>/g)) hide(offset + tag.index, offset + tag.index + tag[0].length);
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

import {
  blankMarkup,
  genres,
  type Block,
  type BlockKind,
  type Genre,
  type SourceDocument,
} from '../core/text/document.js';
import type { Analyser } from '../core/ports.js';
import type { Sentence, Token } from '../core/text/sentence.js';
import type { Span } from '../core/text/span.js';
import { noStructure } from '../core/text/units.js';
import { LabelledFormatError, parseLabelledLine, type GoldSpan } from './parse-labelled-line.js';
import { readMarkdownLayout } from './read-markdown-layout.js';

/** The gold annotation of one sentence. */
export interface GoldSentence extends GoldSpan {
  /** The tagged parts with another label, in text order; offsets into the document's text. */
  readonly spans: readonly GoldSpan[];
}

export interface LabelledDocument {
  readonly document: SourceDocument;
  /** As annotated, one for each entry of `gold`; headings are blocks without a sentence. */
  readonly sentences: readonly Sentence[];
  readonly gold: readonly GoldSentence[];
}

/** Reads one file of the labelled set (its format: tests/labelled/GUIDE.md). `name` is the path in messages. */
export function readLabelled(content: string, name: string, analyser: Analyser): LabelledDocument {
  const lines = content.replace(/\r\n/g, '\n').split('\n');
  const { metadata, next, layout } = readFrontMatter(lines, name);
  if (layout === 'markdown') {
    const { document, placed } = readMarkdownLayout(lines, next, name);
    return {
      document: { ...document, id: name, path: name, metadata },
      sentences: placed.map(({ sentence }) => ({ ...sentence, tokens: readTokens(document, sentence, analyser) })),
      gold: placed.map(({ sentence, head, spans, lineStart }) => placeGold(head, sentence, spans, lineStart)),
    };
  }
  let text = '';
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  const gold: GoldSentence[] = [];
  let paragraph = 1;
  let open = false;
  for (const [at, line] of lines.entries()) {
    if (at < next) continue;
    if (line.trim() === '') {
      open = false;
      continue;
    }
    const heading = /^#+\s+(.*)$/.exec(line)?.[1];
    if (heading !== undefined) {
      open = false;
      text += text === '' ? '' : '\n\n';
      blocks.push({ kind: 'heading', start: text.length, end: text.length + heading.length, paragraph });
      text += heading;
      continue;
    }
    const parsed = parseLabelledLine(line, `${name}:${at + 1}`);
    const marker = /^- /.exec(parsed.text)?.[0].length ?? 0;
    if (!open || marker > 0) {
      text += text === '' ? '' : '\n\n';
      const kind: BlockKind = marker > 0 ? 'list-item' : 'paragraph';
      blocks.push({ kind, start: text.length + marker, end: text.length + parsed.text.length, paragraph: paragraph++ });
    } else {
      text += ' ';
    }
    open = true;
    const lineStart = text.length;
    text += parsed.text;
    const block = blocks.at(-1);
    if (block) blocks[blocks.length - 1] = { ...block, end: text.length };
    const start = lineStart + marker;
    const tokens = analyser
      .analyse(text.slice(start))
      .tokens.map((token) => ({ ...token, start: token.start + start, end: token.end + start }));
    sentences.push({ start, end: text.length, block: blocks.length - 1, tokens });
    gold.push(placeGold(parsed.head, { start, end: text.length }, parsed.spans, lineStart));
  }
  return {
    document: { id: name, path: name, text, metadata, blocks, markup: [], structure: noStructure },
    sentences,
    gold,
  };
}

function placeGold(
  head: Omit<GoldSpan, keyof Span>,
  { start, end }: Span,
  spans: readonly GoldSpan[],
  lineStart: number,
): GoldSentence {
  const placed = spans.map((span) => ({ ...span, start: span.start + lineStart, end: span.end + lineStart }));
  return { ...head, start, end, spans: placed };
}

function readTokens({ text, markup }: SourceDocument, { start, end }: Span, analyser: Analyser): Token[] {
  const visible = blankMarkup(text, markup).slice(start, end);
  const { tokens } = analyser.analyse(visible);
  return tokens.map((token) => ({ ...token, start: token.start + start, end: token.end + start }));
}

function readFrontMatter(
  lines: readonly string[],
  name: string,
): { metadata: SourceDocument['metadata']; next: number; layout: string | null } {
  if (lines[0] !== '---') throw new LabelledFormatError(`${name}:1: expected "---" at the head of the file`);
  const end = lines.indexOf('---', 1);
  if (end < 0) throw new LabelledFormatError(`${name}: the front matter is not closed by "---"`);
  const fields = new Map<string, string>();
  for (const line of lines.slice(1, end)) {
    const [, key, value] = /^(\w+):\s*(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) fields.set(key, value.trim());
  }
  const genre = fields.get('genre') ?? '';
  if (!isGenre(genre)) throw new LabelledFormatError(`${name}: genre "${genre}" is none of ${genres.join(', ')}`);
  const title = fields.get('title') ?? name;
  const layout = fields.get('layout') ?? null;
  return { metadata: { title, author: null, publication: null, date: null, url: null, genre }, next: end + 1, layout };
}

function isGenre(value: string): value is Genre {
  return (genres as readonly string[]).includes(value);
}

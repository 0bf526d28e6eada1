import { genres, type Block, type BlockKind, type Genre, type SourceDocument } from '../core/text/document.js';
import type { AttributionKind, Lane } from '../core/labelling/labels.js';
import type { Analyser } from '../core/ports.js';
import type { Sentence } from '../core/text/sentence.js';
import type { Span } from '../core/text/span.js';

/** A stretch of the document with its gold label; the source of an attributed one as the annotator gave it. */
interface GoldSpan extends Span {
  readonly label: Lane;
  readonly source: string | null;
  readonly cue: string | null;
  readonly kind: AttributionKind | null;
}

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

class LabelledFormatError extends Error {
  override readonly name = 'LabelledFormatError';
}

interface ParsedLine {
  readonly text: string;
  readonly head: Omit<GoldSpan, 'start' | 'end'>;
  /** Offsets into `text`. */
  readonly spans: readonly GoldSpan[];
}

/** Reads one file of the labelled set (its format: tests/labelled/GUIDE.md). `name` is the path in messages. */
export function readLabelled(content: string, name: string, analyser: Analyser): LabelledDocument {
  const lines = content.replace(/\r\n/g, '\n').split('\n');
  const { metadata, next } = readFrontMatter(lines, name);
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
    const parsed = parseLine(line, `${name}:${at + 1}`);
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
    gold.push({
      ...parsed.head,
      start,
      end: text.length,
      spans: parsed.spans.map((span) => ({ ...span, start: span.start + lineStart, end: span.end + lineStart })),
    });
  }
  return { document: { id: name, path: name, text, metadata, blocks, markup: [] }, sentences, gold };
}

function readFrontMatter(
  lines: readonly string[],
  name: string,
): { metadata: SourceDocument['metadata']; next: number } {
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
  return { metadata: { title, author: null, publication: null, date: null, url: null, genre }, next: end + 1 };
}

function isGenre(value: string): value is Genre {
  return (genres as readonly string[]).includes(value);
}

const lanesByLetter: Readonly<Record<string, Lane>> = { R: 'reported', O: 'opinion', A: 'attributed' };

function parseLine(line: string, where: string): ParsedLine {
  const [, letter, attributes = '', body] = /^([ROA])((?:\s+\w+="[^"]*")*)\|\s+(.*)$/.exec(line) ?? [];
  if (letter === undefined || body === undefined)
    throw new LabelledFormatError(`${where}: expected "R| ", "O| " or "A source=… cue=… kind=…| "`);
  const head = parseAttributes(letter, attributes, where);
  const spans: GoldSpan[] = [];
  let text = '';
  let from = 0;
  for (const match of body.matchAll(/<([roa])((?:\s+\w+="[^"]*")*)>(.*?)<\/\1>/g)) {
    const [whole, tag = '', own = '', inside = ''] = match;
    text += body.slice(from, match.index);
    spans.push({
      ...parseAttributes(tag.toUpperCase(), own, where),
      start: text.length,
      end: text.length + inside.length,
    });
    text += inside;
    from = match.index + whole.length;
  }
  text += body.slice(from);
  if (/<\/?[roa][\s>]/.test(text)) throw new LabelledFormatError(`${where}: a tag is not closed, or nested`);
  return { text, head, spans };
}

function parseAttributes(letter: string, attributes: string, where: string): Omit<GoldSpan, 'start' | 'end'> {
  const label = lanesByLetter[letter] ?? 'reported';
  if (label !== 'attributed') return { label, source: null, cue: null, kind: null };
  const values = new Map([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]));
  const kind = values.get('kind');
  if (kind !== 'said' && kind !== 'thinks' && kind !== 'wants' && kind !== 'shows') {
    throw new LabelledFormatError(`${where}: kind "${kind ?? ''}" is none of said, thinks, wants, shows`);
  }
  return { label, source: values.get('source') ?? '', cue: values.get('cue') ?? '', kind };
}

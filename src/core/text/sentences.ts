import { blankMarkup, type Block, type BlockKind, type SourceDocument } from './document.js';
import type { Analyser } from '../ports.js';
import type { Sentence, Token } from './sentence.js';
import { startOfCharacter, trimSpan, type Span } from './span.js';

/** A "sentence" longer than this many UTF-16 units is a table, a log or a text without full stops, and is cut. */
const maxSentenceLength = 1_000;

/** Their full stop does not end a sentence; those of the second list only where a number follows. */
const abbreviations = new Set(
  (
    'mr mrs ms dr prof st mt ft gen col maj capt lt sgt rev hon gov sen rep pres vs cf e.g i.e etc al approx est dept ' +
    'messrs jr sr u.s u.k u.n e.u jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun'
  ).split(' '),
);
const numberAbbreviations = new Set(
  'no nos fig figs vol vols p pp ch chap sec art eq ref para pl pt ser fol ed abst'.split(' '),
);
/** They stand before what they belong to, whatever its first letter. */
const neverFinal = new Set('cf e.g i.e viz vs esp incl approx ca fig figs'.split(' '));
/** Of the first list, those that do end a sentence now and then: they join on only if the next word is lower-case or a name goes on. */
const oftenFinal = new Set('etc al u.s u.k u.n e.u jr sr st'.split(' '));

/** Blocks that are one sentence whatever stands in them. */
const undivided: ReadonlySet<BlockKind> = new Set<BlockKind>(['heading', 'code', 'table-head', 'table-row']);

/**
 * Cuts a document into sentences as ranges into its text. The analyser proposes boundaries in each block; they are
 * repaired where an abbreviation or a quotation that the sentence goes on after ("What?" she asked) misled it.
 */
export function splitSentences(document: SourceDocument, analyser: Analyser): Sentence[] {
  const visible = blankMarkup(document.text, document.markup);
  const notation = {
    startOf: new Map(document.markup.map(({ start, end }) => [end, start])),
    endOf: new Map(document.markup.map(({ start, end }) => [start, end])),
  };
  return document.blocks.flatMap((block, index) => {
    let free = block.start;
    return withoutBroken(block, splitBlock(visible, block, index, analyser)).map((sentence) => {
      const whole = includeNotation(sentence, notation, { start: free, end: block.end });
      free = whole.end;
      return { ...sentence, ...whole };
    });
  });
}

/** What has lost its beginning or its end is no sentence to quote. */
function withoutBroken({ broken }: Block, sentences: Sentence[]): Sentence[] {
  const first = broken === 'start' || broken === 'both' ? 1 : 0;
  return broken === undefined ? sentences : sentences.slice(first, broken === 'start' ? undefined : -1);
}

/** Emphasis or a link around a sentence's first or last word belongs to it: "**Dutch** is…", not "Dutch** is…". */
function includeNotation(
  span: Span,
  { startOf, endOf }: { startOf: ReadonlyMap<number, number>; endOf: ReadonlyMap<number, number> },
  room: Span,
): Span {
  let { start, end } = span;
  for (let at = startOf.get(start); at !== undefined && at >= room.start; at = startOf.get(start)) start = at;
  for (let at = endOf.get(end); at !== undefined && at <= room.end; at = endOf.get(end)) end = at;
  return { start, end };
}

function splitBlock(visible: string, block: Block, index: number, analyser: Analyser): Sentence[] {
  const { sentences, tokens } = analyser.analyse(visible.slice(block.start, block.end));
  const whole = { start: 0, end: block.end - block.start };
  const proposed = undivided.has(block.kind) ? [whole] : sentences;
  const shift = (span: Span): Span => ({ start: span.start + block.start, end: span.end + block.start });
  const repaired = joinBrokenSentences(
    visible,
    proposed.map((span) => trimSpan(visible, shift(span))).filter(({ start, end }) => start < end),
  );
  const moved: Token[] = tokens.map((token) => ({ ...token, ...shift(token) }));
  let next = 0;
  return repaired
    .flatMap((span) => (undivided.has(block.kind) ? [span] : cutAtEllipses(visible, span)))
    .flatMap((span) => cutLongSpan(visible, span))
    .map((span) => {
      while ((moved[next]?.end ?? Infinity) <= span.start) next++;
      const own: Token[] = [];
      for (let at = next, token = moved[at]; token && token.start < span.end; token = moved[++at]) {
        // A word without an end, such as encoded data, may reach over several parts.
        own.push({ ...token, start: Math.max(token.start, span.start), end: Math.min(token.end, span.end) });
      }
      return { ...span, block: index, tokens: own };
    })
    .filter(({ tokens: own }) => own.length > 0);
}

function joinBrokenSentences(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const previous = joined.at(-1);
    const isClose = previous?.end === span.start && /[\p{L}\p{Nd}]/u.test(text.charAt(span.start));
    if (
      previous &&
      (isClose || continues(text.slice(previous.start, previous.end), text.slice(span.start, span.end)))
    ) {
      joined[joined.length - 1] = { start: previous.start, end: span.end };
    } else joined.push(span);
  }
  return joined;
}

/** Whether `next` is the rest of the sentence that `previous` began. */
function continues(previous: string, next: string): boolean {
  if (/^[\p{Ll},;:)\]%]/u.test(next) || /^["”’»)\]]+([\s.,;]|$)/u.test(next)) return true;
  if (/^[&^]/.test(next) || continuesCount(previous, next)) return true;
  const last = /(?:^|[\s(["“‘-])((?:\p{L}\.)*\p{L}+)\.$/u.exec(previous)?.[1];
  if (last === undefined) return false;
  const word = last.toLowerCase();
  if (neverFinal.has(word) || (word === 'al' && /^[([]/.test(next))) return true;
  if (/^\p{Nd}/u.test(next) && (numberAbbreviations.has(word) || abbreviations.has(word))) return true;
  // "moved Ada, sec. LE": who seconded, as minutes have it.
  if (word === 'sec' && /^\p{Lu}{2,3}\b/u.test(next)) return true;
  return /^\p{Lu}/u.test(last) && /^\p{L}/u.test(next) && abbreviations.has(word) && !oftenFinal.has(word);
}

/** `(1) a coat. (2) a lamp.`: a list inside a sentence, however its items end. */
function continuesCount(previous: string, next: string): boolean {
  const count = /^\((\d{1,2}|[a-z])\)/.exec(next)?.[1];
  if (count === undefined || previous.length > maxSentenceLength / 2) return false;
  const before = /^\d/.test(count) ? String(Number(count) - 1) : String.fromCharCode(count.charCodeAt(0) - 1);
  return previous.includes(`(${before})`);
}

/** A sentence that trails off ends there when a capital letter follows. */
function cutAtEllipses(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  for (const end of text.slice(span.start, span.end).matchAll(/(?:…|\.{3})["”’)]*(?=\s+["“‘(]*\p{Lu})/gu)) {
    const cut = span.start + end.index + end[0].length;
    parts.push(trimSpan(text, { start, end: cut }));
    start = trimSpan(text, { start: cut, end: span.end }).start;
  }
  return [...parts, { start, end: span.end }].filter((part) => part.start < part.end);
}

function cutLongSpan(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  while (span.end - start > maxSentenceLength) {
    const cut = findCut(text, start);
    parts.push(trimSpan(text, { start, end: cut }));
    start = trimSpan(text, { start: cut, end: span.end }).start;
  }
  if (start < span.end) parts.push({ start, end: span.end });
  return parts;
}

/** The last clause end, line end or space in reach; inside a word without any, between two whole characters. */
function findCut(text: string, start: number): number {
  const window = text.slice(start, start + maxSentenceLength);
  for (const mark of ['\n', '; ', ', ', ' ']) {
    const at = window.lastIndexOf(mark);
    if (at > maxSentenceLength / 2) return start + at + 1;
  }
  return startOfCharacter(text, start + maxSentenceLength);
}

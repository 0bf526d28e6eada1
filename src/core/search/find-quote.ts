import { blankMarkup, type SourceDocument } from '../text/document.js';
import { strengthIn } from './concept-scores.js';
import { makeQuote, noScore, type Quote } from './quote.js';
import type { Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';
import { overlaps, type Span } from '../text/span.js';
import { runsOf, type WordPattern } from './word-pattern.js';
import { diffWords, trimSecond, type WordDiff } from '../text/word-diff.js';

/** Fewer words than this stand somewhere by chance. */
export const minQuoteWords = 3;
/** Share of common words from which a sentence counts as the one that was meant. */
const nearSimilarity = 0.6;
/** How many places are shown, how many sentences compared, and up to which length of the words. */
const limits = { places: 5, sentences: 30, length: 2_000 } as const;

/** What was found of somebody's words, with the sentences around them as quotes. */
export type QuoteFinding =
  | { readonly kind: 'too-short' }
  | { readonly kind: 'exact'; readonly quotes: readonly Quote[] }
  | { readonly kind: 'near'; readonly quote: Quote; readonly diff: WordDiff }
  /** `nearest` says something alike in other words; null where nothing does. `sharesWords` tells whether it has any word of them. */
  | { readonly kind: 'absent'; readonly nearest: Quote | null; readonly cosine: number; readonly sharesWords: boolean };

/**
 * Looks for somebody's words in the texts: exact but for the shape of quotation marks, dashes and spaces; else the
 * sentences with nearly the same words. `ranking` is what the words find as a question.
 */
export function findQuote(text: string, index: SearchIndex, ranking: Ranking): QuoteFinding {
  const exactly = readWanted(text);
  if (exactly === null) return { kind: 'too-short' };
  const { wanted } = exactly;
  const quotes = findExact(exactly, index);
  if (quotes.length > 0) return { kind: 'exact', quotes };
  return findNear(wanted, index, ranking) ?? describeAbsence(index, ranking);
}

/** Somebody's words as they are looked for: only the first documents that hold them count; null for fewer words than stand somewhere by chance. */
export function readWanted(text: string): (WordPattern & { readonly wanted: string; readonly most: number }) | null {
  const wanted = stripQuotationMarks(text).slice(0, limits.length);
  if (wanted.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length < minQuoteWords) return null;
  return { wanted, pattern: toPattern(wanted), runs: [runsOf(wanted)], most: limits.places };
}

/** Where words that are looked for stand first in a document; null where they do not. */
export function matchWanted({ pattern }: WordPattern, { text, markup }: SourceDocument): RegExpExecArray | null {
  return pattern.exec(blankMarkup(text, markup));
}

function findExact(wanted: WordPattern, index: SearchIndex): Quote[] {
  const quotes: Quote[] = [];
  for (const [number, { document }] of index.documents.entries()) {
    const match = matchWanted(wanted, document);
    const quote = match && quoteAround(index, number, { start: match.index, end: match.index + match[0].length });
    if (quote) quotes.push(quote);
    if (quotes.length >= limits.places) break;
  }
  return quotes;
}

/** Matches the words as they stand, with any white space between them and any shape of quotation mark and dash. */
function toPattern(wanted: string): RegExp {
  const tokens = wanted.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
  const parts = tokens.map((token) => {
    if (/^\s/.test(token)) return String.raw`\s+`;
    if (/^["“”„«»]$/.test(token)) return String.raw`\s*["“”„«»]\s*`;
    if (/^['’‘‛]$/.test(token)) return "['’‘‛]";
    if (/^[-‐‑–—−]$/.test(token)) return String.raw`\s*[-‐‑–—−]\s*`;
    return /^[\p{L}\p{N}\p{M}]/u.test(token) ? token : String.raw`\s*\u{${token.codePointAt(0)?.toString(16) ?? '0'}}`;
  });
  const [first = '', ...rest] = parts;
  const head = /^\p{Ll}|^\p{Lu}/u.test(first)
    ? `[${first.charAt(0).toLowerCase()}${first.charAt(0).toUpperCase()}]${first.slice(1)}`
    : first;
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${[head, ...rest].join('')}(?![\p{L}\p{N}])`, 'u');
}

function quoteAround(index: SearchIndex, number: number, found: Span): Quote | null {
  const first = index.firstRows[number] ?? 0;
  const rows = (index.documents[number]?.sentences ?? []).flatMap((span, i) =>
    overlaps(span, found) ? [first + i] : [],
  );
  return rows.length > 0 ? quoteOf(index, rows, found) : null;
}

function quoteOf(index: SearchIndex, rows: readonly number[], found: Span): Quote {
  const shared = (row: number): number => {
    const { start, end } = index.locate(row).span;
    return Math.min(end, found.end) - Math.max(start, found.start);
  };
  const main = rows.reduce((best, row) => (shared(row) > shared(best) ? row : best));
  return makeQuote(index, rows, main, noScore);
}

function findNear(wanted: string, index: SearchIndex, ranking: Ranking): QuoteFinding | null {
  let best: { rows: number[]; diff: WordDiff } | null = null;
  for (const { row } of ranking.candidates.slice(0, limits.sentences)) {
    for (const rows of [[row], [row, row + 1], [row - 1, row], [row - 1, row, row + 1]]) {
      const text = sliceRows(index, rows);
      const diff = text === null ? null : trimSecond(diffWords(wanted, text));
      if (diff && diff.similarity > (best?.diff.similarity ?? nearSimilarity)) best = { rows, diff };
    }
  }
  if (!best || best.diff.common < minQuoteWords) return null;
  const spans = best.rows.map((row) => index.locate(row).span);
  const found = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
  return { kind: 'near', quote: quoteOf(index, best.rows, found), diff: best.diff };
}

/** The text of neighbouring rows; null where they are not of one document. */
function sliceRows(index: SearchIndex, rows: readonly number[]): string | null {
  const document = index.rows.documentOf(rows[0] ?? -1);
  if (document === undefined || rows.some((row) => index.rows.documentOf(row) !== document)) return null;
  const places = rows.map((row) => index.locate(row));
  const source: SourceDocument | undefined = places[0]?.document;
  return source?.text.slice(places[0]?.span.start, places.at(-1)?.span.end) ?? null;
}

function describeAbsence(index: SearchIndex, { candidates, sentences }: Ranking): QuoteFinding {
  const best = [...candidates].sort((a, b) => b.cosine - a.cosine)[0];
  if (!best) return { kind: 'absent', nearest: null, cosine: 0, sharesWords: false };
  return {
    kind: 'absent',
    nearest: makeQuote(index, [best.row], best.row, noScore),
    cosine: best.cosine,
    sharesWords: sentences.concepts.some((concept) => strengthIn(best.row, concept) > 0),
  };
}

function stripQuotationMarks(text: string): string {
  return text
    .trim()
    .replace(/^["“„«'‘>\s]+|["”“»'’\s]+$/gu, '')
    .replace(/[.…]+$/u, '');
}

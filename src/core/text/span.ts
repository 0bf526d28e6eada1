/**
 * A half-open range `[start, end)` of UTF-16 code units into one immutable text, so that `text.slice(start, end)` is
 * the range's content. (The W3C text position selector counts code points instead; JavaScript strings do not.)
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Number of the first of `spans` that ends after `at`; they are in text order and do not overlap. Found by halving. */
export function firstEndingAfter(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers of those of `spans` that overlap a span, in order. */
export function overlapping(spans: readonly Span[], { start, end }: Span): number[] {
  const found: number[] = [];
  for (let at = firstEndingAfter(spans, start); (spans[at]?.start ?? Infinity) < end; at++) found.push(at);
  return found;
}

/** The lines of a stretch of text without their line feeds, empty ones too. */
export function linesIn(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (let from = start; from < end;) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline > end ? end : newline;
    lines.push({ start: from, end: to });
    from = to + 1;
  }
  return lines;
}

/** The span without the white space at both ends; empty at `span.end` when nothing else is in it. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return { start, end };
}

/** The last sentence of a stretch, by its marks. */
export function lastSentence(visible: string, span: Span): Span {
  const text = visible.slice(span.start, span.end);
  const ends = [...text.matchAll(/[.!?…]["”’)]*\s+(?=\S)/gu)];
  const last = ends.at(-1);
  return last
    ? { start: span.start + last.index + last[0].length, end: span.end }
    : { start: span.start, end: span.end };
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 0x20 && code < 0x7f) return false; // nearly always
  return /[\s\u200b\ufeff]/.test(text.charAt(at));
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** A letter with more marks than this is ornament, and may be parted. */
const maxCharacterLength = 64;

/** `at`, or the start of the character (a letter with its marks, a joined emoji) that a cut there would part. */
export function startOfCharacter(text: string, at: number): number {
  const from = Math.max(0, at - maxCharacterLength);
  const around = text.slice(from, at + maxCharacterLength);
  const start = from + (characters.segment(around).containing(at - from)?.index ?? at - from);
  if (start > from) return start;
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}

/** A single line of at most `limit` UTF-16 units, with an ellipsis where something was cut off at a word's end. */
export function shorten(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const cut = line.lastIndexOf(' ', limit - 1);
  const kept = line.slice(0, cut > limit / 2 ? cut : startOfCharacter(line, limit - 1));
  return `${kept.replace(/[\s,;:.–-]+$/u, '')}…`;
}

/** What two spans have in common; null for nothing. */
export function intersect(one: Span, other: Span): Span | null {
  const both = { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
  return both.start < both.end ? both : null;
}

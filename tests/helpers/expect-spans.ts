import { expect } from 'vitest';
import type { Span } from '#verbatim/core/text/span.js';

/** Fails unless the spans lie inside the text, in order, without overlapping, and none is empty. */
export function expectOrderedSpans(text: string, spans: readonly Span[], what: string): void {
  let previous = 0;
  for (const { start, end } of spans) {
    const place = `${what} ${start}..${end}`;
    expect(start, `${place} begins before ${previous}`).toBeGreaterThanOrEqual(previous);
    expect(end, `${place} is empty`).toBeGreaterThan(start);
    expect(end, `${place} ends after the text`).toBeLessThanOrEqual(text.length);
    previous = end;
  }
}

/** Whether cutting `text` at `at` parts a surrogate pair, or combining marks from the visible character they stand on. */
export function cutsCharacter(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  if (/^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))) return true;
  return /^\p{M}/u.test(text.slice(at)) && /[\p{L}\p{N}\p{S}\p{P}]\p{M}*$/u.test(text.slice(Math.max(0, at - 8), at));
}

/** Fails if an end of a span parts a character. */
export function expectWholeCharacters(text: string, spans: readonly Span[], what: string): void {
  for (const { start, end } of spans) {
    expect(cutsCharacter(text, start), `${what} begins inside a character at ${start}`).toBe(false);
    expect(cutsCharacter(text, end), `${what} ends inside a character at ${end}`).toBe(false);
  }
}

import type { Span } from './span.js';

/**
 * A short number for a stretch of text that can be looked for in a longer text in one pass, whatever its length: the
 * rolling hash of R. Karp and M. Rabin, "Efficient randomized pattern-matching algorithms", IBM J. Res. Dev. 31 (2), 1987.
 * Two moduli below 2^26 keep all products exact in a double and make 52 bits together.
 */
const moduli = [67_108_859, 67_108_837] as const;
const base = 65_599;
const secondScale = 2 ** 26;

/** The fingerprint of a text in base 36: at most 11 letters and digits. */
export function fingerprint(text: string): string {
  const hashes = moduli.map((modulus) => hashOf(text, 0, text.length, modulus));
  return join(hashes);
}

/** Where a stretch of `length` UTF-16 units with this fingerprint begins, the one nearest to `near`; null if nowhere. */
export function findFingerprint(text: string, length: number, wanted: string, near = 0): number | null {
  if (length < 1 || length > text.length) return null;
  const hashes = moduli.map((modulus) => hashOf(text, 0, length, modulus));
  const powers = moduli.map((modulus) => powerOf(length - 1, modulus));
  let found: number | null = null;
  for (let start = 0; ; start++) {
    if (join(hashes) === wanted && (found === null || Math.abs(start - near) < Math.abs(found - near))) found = start;
    if (start + length >= text.length) return found;
    for (const [i, modulus] of moduli.entries()) {
      const leaving = (text.charCodeAt(start) * (powers[i] ?? 0)) % modulus;
      const kept = ((hashes[i] ?? 0) - leaving + modulus) % modulus;
      hashes[i] = (kept * base + text.charCodeAt(start + length)) % modulus;
    }
  }
}

/** Where the words with this fingerprint stand that stood at `span`: there still, else at the place nearest to it; null if nowhere. */
export function locateSpan(text: string, span: Span, mark: string): Span | null {
  if (fingerprint(text.slice(span.start, span.end)) === mark) return span;
  const length = span.end - span.start;
  const start = findFingerprint(text, length, mark, span.start);
  return start === null ? null : { start, end: start + length };
}

function hashOf(text: string, start: number, end: number, modulus: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = (hash * base + text.charCodeAt(at)) % modulus;
  return hash;
}

function powerOf(exponent: number, modulus: number): number {
  let power = 1;
  for (let i = 0; i < exponent; i++) power = (power * base) % modulus;
  return power;
}

function join([first = 0, second = 0]: readonly number[]): string {
  return (first * secondScale + second).toString(36);
}

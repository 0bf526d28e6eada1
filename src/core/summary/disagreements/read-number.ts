import { magnitudes, smallNumbers, tens as tenWords } from '../../english/quantities.js';
import type { Token } from '../../text/sentence.js';

const digits: Readonly<Record<string, number>> = Object.fromEntries(smallNumbers);
const tens: Readonly<Record<string, number>> = Object.fromEntries(tenWords);
const powers: Readonly<Record<string, number>> = { ...Object.fromEntries(magnitudes), bn: 1e9 };
const vaguePowers: Readonly<Record<string, number>> = {
  dozens: 12,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
};

/** A number in digits or words. */
export interface ReadNumber {
  readonly value: number;
  /** The weight of its last digit that is not a rounding zero. */
  readonly step: number;
  /** Whether it only tells the magnitude: "dozens", "tens of thousands". */
  readonly isVague: boolean;
  /** The number of the token after it. */
  readonly next: number;
}

/** The number that starts at token `at`, or null. */
export function readNumber(tokens: readonly Token[], at: number): ReadNumber | null {
  const token = tokens[at];
  if (!token) return null;
  const plain = readPlain(tokens, at);
  if (plain) {
    let { value, step, next } = plain;
    for (
      let power = powers[tokens[next]?.lower ?? ''];
      power !== undefined;
      power = powers[tokens[next]?.lower ?? '']
    ) {
      value *= power;
      step *= power;
      next++;
    }
    return { value, step, isVague: false, next };
  }
  const vague = vaguePowers[token.lower] ?? (token.lower === 'tens' ? 10 : undefined);
  if (vague === undefined) return null;
  let [value, next] = [vague, at + 1];
  for (;;) {
    const power = tokens[next]?.lower === 'of' ? vaguePowers[tokens[next + 1]?.lower ?? ''] : undefined;
    if (power === undefined) break;
    value *= power;
    next += 2;
  }
  return { value, step: value, isVague: true, next };
}

function readPlain(tokens: readonly Token[], at: number): Omit<ReadNumber, 'isVague'> | null {
  const lower = tokens[at]?.lower ?? '';
  if (/^\d/.test(lower)) {
    const bare = lower.replace(/,(?=\d{3})/g, '');
    if (!/^\d+(?:\.\d+)?$/.test(bare)) return null;
    const value = Number(bare);
    return { value, step: stepOf(bare), next: at + 1 };
  }
  if (tens[lower] !== undefined) {
    const hyphen = tokens[at + 1]?.lower === '-' ? 1 : 0;
    const unit = digits[tokens[at + 1 + hyphen]?.lower ?? ''];
    const isJoined = unit !== undefined && unit > 0 && unit < 10;
    const value = (tens[lower] ?? 0) + (isJoined ? unit : 0);
    return { value, step: isJoined ? 1 : 10, next: at + (isJoined ? 2 + hyphen : 1) };
  }
  const value = digits[lower];
  // "one" is a pronoun more often than a number.
  if (value !== undefined && value > 1) return { value, step: 1, next: at + 1 };
  return lower === 'dozen' && tokens[at - 1]?.lower === 'a' ? { value: 1, step: 1, next: at } : null;
}

function stepOf(number: string): number {
  const fraction = number.split('.')[1];
  if (fraction !== undefined) return 10 ** -fraction.length;
  const zeros = /0*$/.exec(number)?.[0].length ?? 0;
  return 10 ** Math.min(zeros, number.length - 1);
}

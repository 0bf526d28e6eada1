import { monthAbbreviations, months } from '../../english/quantities.js';
import type { Token } from '../../text/sentence.js';

/** A day of a sentence, with or without its year. */
export interface ReadDate {
  /** The tokens that it takes, as a range of their numbers. */
  readonly first: number;
  readonly last: number;
  /** Day and month as one word, for comparing. */
  readonly day: string;
  /** Null where none is given. */
  readonly year: number | null;
  /** A number that rises with the date; only of use with a year. */
  readonly order: number;
}

const monthNumbers = new Map([
  ...months.map((name, i) => [name, i + 1] as const),
  ...monthAbbreviations.map(
    (name) => [name, months.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1] as const,
  ),
]);
const dayNumber = /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/;
const yearNumber = /^(?:1\d|20)\d\d$/;

/** "4 May 1931", "the 4th of May", "May 4, 1931", "1931-05-04". `text` is what the tokens point into. */
export function readDates(text: string, tokens: readonly Token[]): ReadDate[] {
  const dates: ReadDate[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const date = readDate(text, tokens, at);
    if (!date) continue;
    dates.push(date);
    at = date.last;
  }
  return dates;
}

function readDate(text: string, tokens: readonly Token[], at: number): ReadDate | null {
  const lower = (i: number): string => tokens[i]?.lower ?? '';
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(lower(at));
  if (iso) return makeDate(at, at, Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const monthAt = (i: number): number => {
    const token = tokens[i];
    // "May" is a month only with a capital.
    return token && /^\p{Lu}/u.test(text.slice(token.start))
      ? (monthNumbers.get(token.lower.replace(/\.$/, '')) ?? 0)
      : 0;
  };
  const yearFrom = (i: number): { year: number | null; last: number } => {
    const skip = /^[.,]$/.test(lower(i)) ? 1 : 0;
    return yearNumber.test(lower(i + skip))
      ? { year: Number(lower(i + skip)), last: i + skip }
      : { year: null, last: i - 1 };
  };
  if (dayNumber.test(lower(at))) {
    const of = at + 1 + (/^(?:st|nd|rd|th)$/.test(lower(at + 1)) ? 1 : 0);
    const month = of + (lower(of) === 'of' ? 1 : 0);
    if (monthAt(month) === 0) return null;
    const { year, last } = yearFrom(month + 1);
    return makeDate(at, last, parseInt(lower(at), 10), monthAt(month), year);
  }
  if (monthAt(at) === 0 || !dayNumber.test(lower(at + 1))) return null;
  const { year, last } = yearFrom(at + 2);
  return makeDate(at, last, parseInt(lower(at + 1), 10), monthAt(at), year);
}

function makeDate(first: number, last: number, day: number, month: number, year: number | null): ReadDate {
  return { first, last, day: `${month}-${day}`, year, order: ((year ?? 0) * 12 + month) * 31 + day };
}

import { magnitudes, months, smallNumbers, tens, weekdays } from '../english/quantities.js';
import type { Span } from '../text/span.js';
import type { Concept } from './concepts.js';

/** What a question mentions. */
export interface Mentions {
  readonly names: readonly AskedName[];
  readonly numbers: readonly AskedNumber[];
  /** "1998", "1990s". */
  readonly years: readonly string[];
  /** Months and days of the week with what belongs to them, and times of the day: "11 April", "Monday", "18:40". */
  readonly times: readonly string[];
  /** What stands in quotation marks, without them. */
  readonly phrases: readonly string[];
}

/** A name in a question; its words are the concepts with this number as their `name`. */
interface AskedName extends Mention {
  readonly number: number;
}

/** A number in digits or words, with the magnitude after it: "2,430", "nine", "1.5 million". */
export interface AskedNumber extends Mention {
  readonly value: number;
}

interface Mention extends Span {
  readonly text: string;
}

const capitalised = (words: readonly string[]): string =>
  words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('|');
const month = `(?:${capitalised(months)})`;
const monthOrDay = new RegExp(`^(?:${month}|(?:${capitalised(weekdays)})s?)$`, 'u');
const yearPart = /^(?:1\d|20)\d\ds?$/;

const timePattern = new RegExp(
  String.raw`\b\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}\b|\b${month}(?: \d{1,2}(?:st|nd|rd|th)?(?!\d))?\b|` +
    String.raw`\b(?:${capitalised(weekdays)})s?\b|\b\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b)?|\b\d{1,2} ?[ap]\.?m\b`,
  'gu',
);
/** Four digits are a year after such a word, before a name, or with nothing to count after them. */
const yearPattern = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}/.,:-])(?:1\d|20)\d\ds?(?![\p{L}\p{Nd}:]|[.,]\p{Nd})` +
    String.raw`(?:(?<=(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|of|[Dd]uring|[Bb]efore|[Aa]fter|[Bb]etween|early|late|mid|[Tt]he|and|to|${month})[ -]|['’]s )\S+)|(?=\W*$|[,;:)?!]| \p{Lu}))`,
  'gu',
);
const unitLetters = '(?:st|nd|rd|th|km|kg|cm|mm|m|bn|k|ft|lbs?)';
const small = [...smallNumbers].flatMap(([word, value]) => (value > 1 ? [word] : [])).join('|');
const magnitude = `(?:${[...magnitudes.keys()].join('|')})`;
/** A digit inside a name ("MH370", "F-16", "3D") or a date ("9/11") is no number; "one" is a pronoun more often than one. */
const numberPattern = new RegExp(
  String.raw`(?:(?<![\p{L}\p{Nd}/:.,]|\p{L}[-–])\p{Nd}+(?:[.,]\p{Nd}+)*(?![\p{Nd}/:])(?:(?!\p{L})(?!-\p{Lu})|(?=${unitLetters}\b))|` +
    String.raw`\b(?:(?:${[...tens.keys()].join('|')})(?:[- ](?:${small}|one))?|${small})\b)(?:[ -]${magnitude}\b)*`,
  'gu',
);
const quotation = /“([^“”]+)”|„([^„“”]+)[“”]|"([^"]+)"|«([^«»]+)»|‘([^‘’]+(?:’\p{L}[^‘’]*)*)’/gu;

/** Names, numbers, times and quoted words of a question; no part of it is read as two of the first three. */
export function readMentions(text: string, concepts: readonly Concept[]): Mentions {
  const names = readNames(text, concepts);
  const taken: Span[] = [...names];
  const take = (pattern: RegExp): Mention[] => {
    const found = Array.from(text.matchAll(pattern), (match) => ({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    })).filter(({ start, end }) => taken.every((other) => other.end <= start || other.start >= end));
    taken.push(...found);
    return found;
  };
  const times = take(timePattern).map((time) => time.text);
  const years = take(yearPattern).map((year) => year.text);
  const numbers = take(numberPattern).map((one) => ({ ...one, value: valueOf(one.text) }));
  const phrases = Array.from(text.matchAll(quotation), (match) => match.slice(1).find(Boolean) ?? '')
    .map((phrase) => phrase.replace(/^\s+|[\s.,;:!?…]+$/gu, ''))
    .filter((phrase) => phrase !== '');
  return { names, numbers, times, years, phrases };
}

/** Names without the dates beside them: "Jonas Pell" of "did Jonas Pell in May 1742", but "Apollo 11". */
function readNames(text: string, concepts: readonly Concept[]): AskedName[] {
  const names = new Map<number, AskedName>();
  let cursor = 0;
  for (const { text: word, name } of concepts) {
    const start = text.indexOf(word, cursor);
    if (start < 0) continue;
    cursor = start + word.length;
    if (name === null) continue;
    const before = names.get(name);
    // A number goes on with a name ("Apollo 11") but begins none; a date stands beside it only.
    if (yearPart.test(word) || monthOrDay.test(word) || (!before && /^\p{Nd}/u.test(word))) continue;
    const from = before?.start ?? start;
    names.set(name, { text: text.slice(from, cursor), number: name, start: from, end: cursor });
  }
  return [...names.values()];
}

function valueOf(number: string): number {
  const [first = '', ...others] = number.toLowerCase().split(/[ -]/);
  const digits = first.replace(/[,.](?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  const start = /^\p{Nd}/u.test(first) ? Number(digits) : (smallNumbers.get(first) ?? tens.get(first) ?? 0);
  return others.reduce(
    (value, word) =>
      magnitudes.has(word) ? value * (magnitudes.get(word) ?? 1) : value + (smallNumbers.get(word) ?? 0),
    start,
  );
}

import { magnitudes, smallNumbers, tens } from '../english/quantities.js';
import type { AskedNumber } from '../question/mentions.js';
import type { AskedQuestion } from '../question/read-question.js';
import { namesOf } from '../text/document.js';
import type { SearchIndex } from './search-index.js';

/** Something that a question names and the indexed texts do not. */
export interface Absent {
  readonly kind: 'name' | 'year' | 'number' | 'phrase';
  /** As the question has it. */
  readonly text: string;
  /**
   * `part` for a name of several words of which some stand in the texts, but never all in one sentence; such a name may
   * be meant nevertheless, as by a surname alone.
   */
  readonly extent: 'whole' | 'part';
}

/** What stands nowhere of that which a question may hang on; a number may be what is doubted, and costs most to look for. */
export interface Decisive {
  readonly names: readonly Absent[];
  readonly years: readonly Absent[];
  readonly phrases: readonly Absent[];
}

/** The names, years, numbers and quoted phrases of a question, adapted to the index or not, that its texts do not contain. */
export function findAbsent(
  question: AskedQuestion,
  index: SearchIndex,
  decisive = findDecisive(question, index),
): Absent[] {
  const stands = createTextSearch(index);
  const numbers = question.numbers.filter((number) => !stands(numberPattern(number)));
  const { names, years, phrases } = decisive;
  return [...names, ...years, ...numbers.map(({ text }) => absentWhole('number', text)), ...phrases];
}

/** Whether a question hangs on something that stands nowhere: no text can answer it then. */
export function hangsOn({ names, years, phrases }: Decisive): boolean {
  return [...names, ...years, ...phrases].some(({ extent }) => extent === 'whole');
}

export function findDecisive(question: AskedQuestion, index: SearchIndex): Decisive {
  const stands = createTextSearch(index);
  const names = question.names.flatMap(({ text, number }): Absent[] => {
    const words = question.concepts.filter(({ name }) => name === number);
    if (words.length === 0) return [];
    const rows = words.map(({ ways }) => findRows(ways, index));
    const known = words.filter(({ text: word }, i) => (rows[i]?.size ?? 0) > 0 || stands(literally(word)));
    if (known.length === 0) return [absentWhole('name', text)];
    const [first = new Set<number>(), ...others] = rows;
    const isTogether = Array.from(first).some((row) => others.every((own) => own.has(row)));
    return isTogether || stands(literally(text)) ? [] : [{ kind: 'name', text, extent: 'part' }];
  });
  const years = question.years.filter((year) => !stands(yearPattern(year)));
  const phrases = question.phrases.filter((phrase) => !stands(literally(phrase)));
  return {
    names,
    years: years.map((year) => absentWhole('year', year)),
    phrases: phrases.map((phrase) => absentWhole('phrase', phrase)),
  };
}

function absentWhole(kind: Absent['kind'], text: string): Absent {
  return { kind, text, extent: 'whole' };
}

/** Whether words stand in any text or title as they are written, for one that no sentence holds as a term. */
export function standsLiterally(words: string, index: SearchIndex): boolean {
  return createTextSearch(index)(literally(words));
}

/** The sentences, headings among them, that hold a concept in one of its ways. */
function findRows(ways: AskedQuestion['concepts'][number]['ways'], index: SearchIndex): Set<number> {
  const rows = new Set<number>();
  for (const { terms } of ways) {
    const [first, ...others] = terms.map((term) => {
      const number = index.termNumber(term);
      return new Set(number === undefined ? [] : index.sentenceTerms.posting(number).units);
    });
    for (const row of first ?? []) if (others.every((own) => own.has(row))) rows.add(row);
  }
  return rows;
}

/** Tells whether a pattern occurs in any document, its title, its path and what stands above its text included. */
function createTextSearch({ documents }: SearchIndex): (pattern: RegExp) => boolean {
  return (pattern) =>
    documents.some(
      ({ document }) => pattern.test(document.text) || namesOf(document).some((name) => pattern.test(name)),
    );
}

/** Letters of scripts that put no spaces between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Words as they stand, whatever their capitals, white space, and kinds of quotation marks and dashes. */
function literally(text: string): RegExp {
  const words = text
    .trim()
    .split(/\s+/)
    .map((word) =>
      word
        .replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
        .replace(/['’‘]/g, "['’‘]")
        .replace(/["“”]/g, '["“”]')
        .replace(/[-–]/g, '[-–]'),
    );
  const pattern = words.join(String.raw`\s+`);
  return new RegExp(unspaced.test(text) ? pattern : String.raw`(?<![\p{L}\p{Nd}])${pattern}(?![\p{L}\p{Nd}])`, 'iu');
}

/** Tells whether a text has every phrase that the question sets in quotation marks; null where it sets none. */
export function createPhraseTest({ phrases }: Pick<AskedQuestion, 'phrases'>): ((text: string) => boolean) | null {
  const patterns = phrases.map(literally);
  return patterns.length > 0 ? (text) => patterns.every((pattern) => pattern.test(text)) : null;
}

/** A year in four digits, or in two after another year or an apostrophe; a decade also in words. */
function yearPattern(year: string): RegExp {
  const digits = year.slice(0, 4);
  const short = digits.slice(2);
  const decade = year.endsWith('s') ? [...tens.keys()].find((word) => tens.get(word) === Number(short)) : undefined;
  const end = year.endsWith('s') ? `['’]?s` : String.raw`(?!\p{Nd}|['’]?s\b)`;
  const word = decade === undefined ? '' : String.raw`|\b${decade.replace(/y$/, 'ies')}\b`;
  return new RegExp(String.raw`(?<!\p{Nd})(?:${digits}|(?<=\p{Nd}{4}[–/-]|['’])${short})${end}${word}`, 'iu');
}

/** A number in digits with or without separators, in words, or with a magnitude ("1.5 million"). */
function numberPattern({ value }: AskedNumber): RegExp {
  const forms = [digitsOf(value), ...wordsOf(value)];
  for (const [magnitude, factor] of magnitudes) {
    const share = value / factor;
    const isExact = share >= 0.1 && share < 1e4 && Number.isInteger(Number((share * 1e3).toPrecision(12)));
    if (isExact) forms.push(...[digitsOf(share), ...wordsOf(share)].map((form) => `${form}[\\s-]?${magnitude}`));
    if (share === 1) forms.push(`an?\\s${magnitude}`);
  }
  if (value >= 1e6) forms.push(`${digitsOf(value / 1e6)}\\s?m`, `${digitsOf(value / 1e9)}\\s?bn`);
  return new RegExp(
    String.raw`(?<![\p{L}\p{Nd}]|\p{Nd}[.,]|\p{L}[-–])(?:${forms.join('|')})(?!\p{Nd}|[.,]\p{Nd})(?!(?<=\p{L})\p{L})`,
    'iu',
  );
}

/** Digits with an optional separator at every thousand. */
function digitsOf(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '[,.\u00a0\u202f ]?');
  return fraction === undefined ? `${grouped}(?:[.,]0+)?` : `${grouped}[.,]${fraction}0*`;
}

function wordsOf(value: number): string[] {
  const find = (words: ReadonlyMap<string, number>, wanted: number): string | undefined =>
    [...words.keys()].find((word) => words.get(word) === wanted);
  const single = find(smallNumbers, value) ?? find(tens, value);
  if (single !== undefined) return [single];
  const ten = find(tens, value - (value % 10));
  const rest = find(smallNumbers, value % 10);
  return ten !== undefined && rest !== undefined ? [`${ten}[\\s-]?${rest}`] : [];
}

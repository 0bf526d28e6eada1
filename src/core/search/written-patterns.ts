import { magnitudes, smallNumbers, tens } from '../english/quantities.js';
import type { AskedNumber } from '../question/mentions.js';
import { betweenNames, initialsRun, nameEnding, runsOf, shortYearRun, type WordPattern } from './word-pattern.js';

/** Letters of scripts that put no spaces between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Words as they stand, whatever their capitals, white space, and kinds of quotation marks and dashes. */
export function literally(text: string): WordPattern {
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
  if (unspaced.test(text)) return { pattern: new RegExp(pattern, 'iu'), runs: null };
  const whole = new RegExp(String.raw`(?<![\p{L}\p{Nd}])${pattern}(?![\p{L}\p{Nd}])`, 'iu');
  return { pattern: whole, runs: [runsOf(text)] };
}

/** The same with its capitals: "WHO" is not every "who". */
export function asWritten(text: string): WordPattern {
  const { pattern, runs } = literally(text);
  return { pattern: new RegExp(pattern.source, 'u'), runs };
}

/** Names with these first letters, two to six, one after another, small words between them: "General Resolution" for GR. */
export function initialsPattern(letters: string): WordPattern {
  const names = Array.from(letters, (letter) => letter + nameEnding).join(betweenNames);
  return { pattern: new RegExp(String.raw`(?<!\p{L})${names}(?!\p{L})`, 'u'), runs: [[initialsRun(letters)]] };
}

/** A year in four digits, or in two after another year or an apostrophe; a decade also in words. */
export function yearPattern(year: string): WordPattern {
  const digits = year.slice(0, 4);
  const short = digits.slice(2);
  const decade = year.endsWith('s') ? [...tens.keys()].find((word) => tens.get(word) === Number(short)) : undefined;
  const end = year.endsWith('s') ? `['’]?s` : String.raw`(?!\p{Nd}|['’]?s\b)`;
  const words = decade === undefined ? [] : [decade.replace(/y$/, 'ies')];
  const inWords = words.map((word) => String.raw`|\b${word}\b`).join('');
  return {
    pattern: new RegExp(String.raw`(?<!\p{Nd})(?:${digits}|(?<=\p{Nd}{4}[–/-]|['’])${short})${end}${inWords}`, 'iu'),
    runs: [[digits], [shortYearRun(short)], ...words.map((word) => [word])],
  };
}

/** A way to write a number: an expression, and the runs of letters and digits that it may come to. */
interface WrittenNumber {
  readonly form: string;
  readonly runs: readonly (readonly string[])[];
}

/** A number in digits with or without separators, in words, or with a magnitude ("1.5 million"). */
export function numberPattern({ value }: AskedNumber): WordPattern {
  const forms = [digitsOf(value), ...wordsOf(value)];
  for (const [magnitude, factor] of magnitudes) {
    const share = value / factor;
    const isExact = share >= 0.1 && share < 1e4 && Number.isInteger(Number((share * 1e3).toPrecision(12)));
    if (isExact)
      forms.push(...[digitsOf(share), ...wordsOf(share)].map((number) => join(number, '[\\s-]?', magnitude)));
    if (share === 1) forms.push({ form: `an?\\s${magnitude}`, runs: [[magnitude]] });
  }
  if (value >= 1e6) forms.push(join(digitsOf(value / 1e6), '\\s?', 'm'), join(digitsOf(value / 1e9), '\\s?', 'bn'));
  const either = forms.map(({ form }) => form).join('|');
  return {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{Nd}]|\p{Nd}[.,]|\p{L}[-–])(?:${either})(?!\p{Nd}|[.,]\p{Nd})(?!(?<=\p{L})\p{L})`,
      'iu',
    ),
    runs: /^\d+(?:\.\d+)?$/.test(String(value)) ? forms.flatMap(({ runs }) => runs) : null,
  };
}

/** A number with a word behind it that may be written on to its own words. */
function join({ form, runs }: WrittenNumber, between: string, word: string): WrittenNumber {
  const joined = runs.flatMap((own): string[][] => {
    const last = own.at(-1) ?? '';
    return /\p{L}$/u.test(last) ? [[...own.slice(0, -1), last + word]] : [];
  });
  return { form: form + between + word, runs: [...runs.map((own) => [...own, word]), ...joined] };
}

/** Digits with an optional separator at every thousand. */
function digitsOf(value: number): WrittenNumber {
  const [whole = '', fraction] = String(value).split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ' ').split(' ');
  const grouped = groups.join('[,.\u00a0\u202f ]?');
  return {
    form: fraction === undefined ? `${grouped}(?:[.,]0+)?` : `${grouped}[.,]${fraction}0*`,
    runs: groups.slice(1).reduce<readonly (readonly string[])[]>(
      (known, group) =>
        known.flatMap((own) => [
          [...own, group],
          [...own.slice(0, -1), `${own.at(-1) ?? ''}${group}`],
        ]),
      [[groups[0] ?? '']],
    ),
  };
}

function wordsOf(value: number): WrittenNumber[] {
  const find = (words: ReadonlyMap<string, number>, wanted: number): string | undefined =>
    [...words.keys()].find((word) => words.get(word) === wanted);
  const single = find(smallNumbers, value) ?? find(tens, value);
  if (single !== undefined) return [{ form: single, runs: [[single]] }];
  const ten = find(tens, value - (value % 10));
  const rest = find(smallNumbers, value % 10);
  return ten !== undefined && rest !== undefined ? [join({ form: ten, runs: [[ten]] }, '[\\s-]?', rest)] : [];
}

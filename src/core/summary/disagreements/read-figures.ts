import { units } from '../../english/measures.js';
import type { Token } from '../../text/sentence.js';
import type { Span } from '../../text/span.js';
import { readDates, type ReadDate } from './read-dates.js';
import { sameWords } from './opposite-words.js';
import { readNumber, type ReadNumber } from './read-number.js';

/** A number in a sentence with what it counts or measures. */
export interface Figure extends Span {
  /** What may be compared: `length`, `money $`, `percent`, `count militant`, `year`, `date`. */
  readonly kind: string;
  /** The values that the words allow, in the base unit; an upper end may be infinite. */
  readonly low: number;
  readonly high: number;
  /** Other words between the number and the thing counted ("40 foreign workers"), as lemmas. */
  readonly modifiers: readonly string[];
  /** The tokens that it takes, as a range of their numbers. */
  readonly tokens: { readonly first: number; readonly last: number };
}

/** Units by their words and signs. */
const unitOf = new Map(units.flatMap((unit) => [...unit.words, ...unit.signs].map((word) => [word, unit] as const)));
const currencies = /^[$€£¥₹]$/;
const atLeast =
  /(?:at least|more than|over|above|no fewer than|no less than|not less than|upwards of|in excess of|exceeds?|exceeded|exceeding|a minimum of) $/;
const atMost =
  /(?:at most|up to|fewer than|less than|under|below|no more than|not more than|as many as|as much as|a maximum of) $/;
const nearly = /(?:nearly|almost|close to|just under|just over|little more than|little less than) (?:an? )?$/;
const roughly =
  /(?:about|around|some|roughly|approximately|circa|estimated|perhaps|maybe|in the order of|or so) (?:an? )?$/;
/** A number after or before these counts a part, a rest or something for each, not the whole. */
const partBefore =
  /(?:another|further|additional|additionally|other|others|remaining|rest|including|include|includes|included|among|first|last|next|top|extra|every|each|per|aged?|number|chapter|page|article|section|no\.|nos?|level|grade|phase|version|type|class|route|highway|paragraph|to) (?:the |its |their |his |her |these |those |an? )?$|(?:\b(?:one|out|some|many|most|all|half|part|any|none|each|either|rest|majority|minority|third|quarter|percent|cent|two|three|four|five|six|seven|eight|nine|ten)|\d) of (?:the |its |their |his |her |these |those )?$/;
const partAfter =
  /^(?: more\b| others?\b| additional\b| further\b| extra\b|,? including\b| each\b| apiece\b|-year-old|th\b|st\b|nd\b|rd\b)/;
/** "40 tonnes a day" is another kind of figure than "40 tonnes". */
const rateAfter = /^ (?:an?|per|each|every) (\p{L}+)/u;
/** "40 of the 52": directly after the number. */
const shareAfter = /^,? of (?:the|its|their|his|her|these|those|them|whom|which|\d)/;
/** "About 2,430" allows one more step of its rounding, or this share. */
const approximation = 0.05;

/** The figures of a sentence of which it is clear what they count or measure. `text` is what the tokens point into. */
export function readFigures(text: string, tokens: readonly Token[]): Figure[] {
  const figures: Figure[] = [];
  const dates = new Map(readDates(text, tokens).map((date) => [date.first, date]));
  for (let at = 0; at < tokens.length;) {
    const date = dates.get(at);
    if (date) {
      figures.push(...figuresOf(date, tokens));
      at = date.last + 1;
      continue;
    }
    const number = readNumber(tokens, at);
    if (!number) {
      at++;
      continue;
    }
    const figure = readFigure(text, tokens, at, number);
    if (figure) figures.push(figure);
    at = Math.max(number.next, (figure?.tokens.last ?? 0) + 1);
  }
  return figures;
}

/** A day with its year can be compared as a whole, and its year with a mere year. */
function figuresOf({ first, last, year, order }: ReadDate, tokens: readonly Token[]): Figure[] {
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
  const make = (kind: string, value: number): Figure => {
    return { start, end, kind, low: value, high: value, modifiers: [], tokens: { first, last } };
  };
  return year === null ? [] : [make('date', order), make('year', year)];
}

function readFigure(text: string, tokens: readonly Token[], at: number, number: ReadNumber): Figure | null {
  const first = tokens[at];
  if (!first) return null;
  const isMoney = currencies.test(tokens[at - 1]?.lower ?? '');
  const before = text.slice(0, (isMoney ? tokens[at - 1] : first)?.start ?? 0).toLowerCase();
  let { next } = number;
  let upper: ReadNumber | null = null;
  if (/^(?:to|-|–|and)$/.test(tokens[next]?.lower ?? '')) {
    const isRange = tokens[next]?.lower !== 'and' || /\bbetween \$?$/.test(before);
    const skip = currencies.test(tokens[next + 1]?.lower ?? '') ? 2 : 1;
    upper = isRange ? readNumber(tokens, next + skip) : null;
    if (upper) next = upper.next;
  }
  if (tokens[next]?.lower === 'of' && number.isVague) next++;
  if (/^[-–]$/.test(tokens[next]?.lower ?? '')) next++;
  const measured = readThing(text, tokens, next, isMoney, tokens[at - 1]?.lower ?? '', number);
  if (!measured) return null;
  const last = Math.max(next - 1, measured.last, number.next - 1);
  const end = tokens[last]?.end ?? first.end;
  const after = text.slice(end).toLowerCase();
  const afterNumber = text.slice(tokens[number.next - 1]?.end ?? first.end).toLowerCase();
  const rate = rateAfter.exec(after)?.[1];
  const isYear = measured.kind === 'year';
  const isPart = partBefore.test(before) || [after, afterNumber].some((rest) => partAfter.test(rest));
  const isShare = measured.kind !== 'percent' && !number.isVague && shareAfter.test(afterNumber);
  if (!isYear && (isPart || isShare)) return null;
  const [low, high] = rangeOf(number, upper, before, isYear);
  const start = (isMoney ? tokens[at - 1] : first)?.start ?? first.start;
  return {
    start,
    end,
    kind: rate === undefined ? measured.kind : `${measured.kind} per ${rate}`,
    low: low * measured.factor,
    high: high * measured.factor,
    modifiers: measured.modifiers,
    tokens: { first: isMoney ? at - 1 : at, last },
  };
}

function rangeOf(number: ReadNumber, upper: ReadNumber | null, before: string, isExact: boolean): [number, number] {
  const { value, step, isVague } = number;
  if (isExact) return [value, value];
  if (upper) {
    const isScaled = value < upper.value && upper.step > step && upper.value / Math.max(value, 1) > 500;
    return [isScaled ? value * (upper.step / step) : value, upper.value];
  }
  if (isVague) return [value * 2, value * 10];
  if (atLeast.test(before)) return [value, Infinity];
  if (atMost.test(before)) return [0, value];
  const isLoose = nearly.test(before) || roughly.test(before);
  const half = isLoose ? Math.max(step, approximation * value) : step / 2;
  return [value - half, value + half];
}

interface Measured {
  readonly kind: string;
  readonly factor: number;
  readonly last: number;
  readonly modifiers: readonly string[];
}

/** What stands after a number: a unit, or the noun that is counted with the words before it. */
function readThing(
  text: string,
  tokens: readonly Token[],
  from: number,
  isMoney: boolean,
  before: string,
  { value, step }: ReadNumber,
): Measured | null {
  if (isMoney) return { kind: `money ${before}`, factor: 1, last: from - 1, modifiers: [] };
  let at = from;
  const isSquare = tokens[at]?.lower === 'square' || tokens[at]?.lower === 'sq';
  if (isSquare) at++;
  if (tokens[at]?.lower === 'per' && tokens[at + 1]?.lower === 'cent')
    return { kind: 'percent', factor: 1, last: at + 1, modifiers: [] };
  const lower = tokens[at]?.lower ?? '';
  const unit = unitOf.get(lower);
  if (unit) {
    const { kind, factor } = unit;
    const name = kind === 'money' || kind === 'pounds' ? `${kind} ${lower.replace(/s$/, '')}` : kind;
    return isSquare
      ? { kind: 'area', factor: factor * factor, last: at, modifiers: [] }
      : { kind: name, factor, last: at, modifiers: [] };
  }
  if (isYearLike(value, step) && /^(?:in|since|of|by|from|until|during|,)$/.test(before)) {
    return before === 'in' ? { kind: 'year', factor: 1, last: from - 1, modifiers: [] } : null;
  }
  const words: Token[] = [];
  for (; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || !/^(?:NOUN|PROPN|ADJ)$/.test(token.pos) || /^\d/.test(token.lower)) break;
    const gap = text.slice(tokens[at - 1]?.end ?? token.start, token.start);
    if (words.length > 0 && !/^\s?$/.test(gap)) break;
    words.push(token);
  }
  while (words.length > 0 && words.at(-1)?.pos === 'ADJ') words.pop();
  const head = words.at(-1);
  if (!head || words.length > 4) return null;
  const modifiers = words.slice(0, -1).map(({ lemma }) => lemma);
  return {
    kind: `count ${sameWords.get(head.lemma) ?? head.lemma}`,
    factor: 1,
    last: from + words.length - 1,
    modifiers,
  };
}

function isYearLike(value: number, step: number): boolean {
  return value >= 1_000 && value <= 2_099 && Number.isInteger(value) && step <= 1_000;
}

/**
 * The words that say who has paid, in "the council paid 45 million crowns for the bridge": then that is what the bridge
 * cost. Null where a sentence does not say it so.
 */
export function readPayers(tokens: readonly Token[], figures: readonly Figure[]): Token[] | null {
  const at = tokens.findIndex(({ lower }) => /^(?:paid|pays|pay)$/.test(lower));
  const sum = figures.find(({ kind, tokens: { first } }) => kind.startsWith('money ') && first > at && first <= at + 3);
  if (at < 0 || !sum || tokens[sum.tokens.last + 1]?.lower !== 'for') return null;
  return tokens.slice(0, at).filter(({ pos }) => /^(?:NOUN|PROPN|ADJ|PRON)$/.test(pos));
}

/** Whether two figures count or measure the same kind of thing and cannot both be right, rounding and limits allowed for. */
export function areIncompatible(a: Figure, b: Figure): boolean {
  return a.kind === b.kind && (a.high <= b.low || b.high <= a.low) && !(a.low === b.low && a.high === b.high);
}

/** Whether two figures may stand for the same measurement: the same kind with the same words before the thing counted. */
export function areComparable(a: Figure, b: Figure): boolean {
  return a.kind === b.kind && a.modifiers.join(' ') === b.modifiers.join(' ');
}

import {
  magnitudes,
  looseNumbers,
  monthAbbreviations,
  months,
  smallNumbers,
  tens,
  unitWords,
  weekdays,
} from '../english/quantities.js';
import { findFormal, type KindOfAnswer, type WantedAnswer } from '../question/kinds-of-answer.js';

const numberWord = [
  ...[...smallNumbers].flatMap(([word, value]) => (value > 0 ? [word] : [])),
  ...tens.keys(),
  ...[...magnitudes.keys()].map((word) => `${word}s?`),
  ...looseNumbers,
].join('|');
const number = String.raw`(?:\p{Nd}[\p{Nd},.]*|\b(?:${numberWord})\b)`;
const lengthUnit = unitWords('length').join('|');
const timeUnit = unitWords('duration', 'calendar').join('|');
const weightUnit = unitWords('mass').join('|');
const areaUnit = unitWords('area').join('|');
const otherUnit = unitWords('share', 'temperature', 'money').join('|');
const units: Readonly<Record<string, string>> = {
  long: `${lengthUnit}|${timeUnit}`,
  length: `${lengthUnit}|${timeUnit}`,
  far: `${lengthUnit}|${timeUnit}`,
  distance: lengthUnit,
  tall: lengthUnit,
  high: lengthUnit,
  height: lengthUnit,
  wide: lengthUnit,
  width: lengthUnit,
  broad: lengthUnit,
  deep: lengthUnit,
  depth: lengthUnit,
  thick: lengthUnit,
  old: `${timeUnit}|year-old`,
  age: `${timeUnit}|year-old`,
  heavy: weightUnit,
  weight: weightUnit,
  percentage: 'percent|per cent|%|of',
  percent: 'percent|per cent|%|of',
  temperature: 'degrees?|°',
  hot: 'degrees?|°',
  cold: 'degrees?|°',
  area: areaUnit,
};
const anyUnit = [lengthUnit, timeUnit, weightUnit, areaUnit, otherUnit].join('|');
/** Without May, which is more often a verb. */
const month = [...months, ...monthAbbreviations].filter((word) => word !== 'may').join('|');
const year = String.raw`\b(?:1\d|20)\d\ds?\b`;
const day = String.raw`\b(?:${weekdays.join('|')})\b|\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${month}|May)\b|\b(?:${month}|May) \d{1,2}\b`;

const pattern = {
  number: new RegExp(number, 'iu'),
  numberAndAfter: new RegExp(`${number}(?=(.{0,60}))`, 'giu'),
  unitNext: new RegExp(`^[-\\s]?(?:${anyUnit})\\b`, 'iu'),
  measure: new RegExp(
    String.raw`${number}[-\s]?(?:(?:thousand|million|billion|hundred)[-\s])?(?:${anyUnit})(?!\p{L})`,
    'iu',
  ),
  money:
    /[$€£¥₹]\s?\p{Nd}|(?:\p{Nd}|\b(?:one|two|three|four|five|ten|hundred|thousand|million|billion))[\p{Nd},.]*\s?(?:m|bn|k|thousand|million|billion|trillion)?\s?(?:US )?(?:dollars?|euros?|pounds?|rupees|francs|yen|cents|pence|crowns?|marks?)\b/iu,
  // "May" the month has a capital letter and company; "may" is everywhere.
  time: new RegExp(
    `${year}|${day}|` +
      String.raw`\b(?:${month}|century|centuries|decades?|yesterday|today|tomorrow|tonight|midnight|noon|morning|afternoon|` +
      String.raw`evening|spring|summer|autumn|fall|winter|weekend|ago|weeks?|months?|years?|season|dawn|dusk)\b|` +
      String.raw`\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b`,
    'iu',
  ),
  capitalTime: /\b(?:in|of|on|by|since|until|last|next|this|\d{1,2}) May\b|\bMay (?:\d|of\b)|\b(?:BC|AD|BCE|CE)\b/u,
  frequency: /\b(?:once|twice|times|every|daily|weekly|monthly|yearly|annual)/i,
  year: new RegExp(year, 'u'),
  month: new RegExp(String.raw`\b(?:${month})\b`, 'iu'),
  day: new RegExp(day, 'iu'),
  clock: /\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\b(?:midnight|noon|dawn|dusk|o['’]clock)\b/iu,
  century: new RegExp(String.raw`${year}|\bcentur|\bdecade`, 'iu'),
  reason:
    /\b(?:because|since|due|owing|thanks to|so that|in order to|as a result|therefore|reasons?|cause[ds]?|causing|led to|leads? to|after|for fear|given|blam\w+|attribut\w+|citing|explain\w*|to \p{Ll}+)\b/iu,
  placePreposition: /\b(?:in|at|from|to|near|across|through|of|between|into|outside|inside|on)\s+(?:the\s+)?\p{Lu}/u,
};

/** What a sentence is matched against. */
interface MatchedQuestion {
  readonly text: string;
  readonly wants: readonly WantedAnswer[];
  /** For a count: stems of the things counted, in every way of saying them. */
  readonly counted: readonly string[];
  /** Lower-case names of countries and the like, for questions that ask for one. */
  readonly knownPlaces: ReadonlySet<string>;
}

/** Kinds that a sentence clearly holds or not. */
const strictKinds: ReadonlySet<KindOfAnswer> = new Set(['count', 'frequency', 'measure', 'money', 'time', 'meaning']);

/** Whether the question wants something that a sentence clearly holds or not: a number, a sum, a time, a meaning. */
export function isStrictlyMatched({ wants }: Pick<MatchedQuestion, 'wants'>): boolean {
  const wanted = findFormal(wants);
  return wanted !== null && strictKinds.has(wanted.kind);
}

/**
 * Whether a sentence holds something of the kind that is asked for and that the question does not say itself:
 * 1 it does, 0 it does not, between for a weaker sign; 0.5 where the question asks for nothing in particular.
 */
export function matchAnswer(question: MatchedQuestion, sentence: string): number {
  const wanted = findFormal(question.wants);
  const match = wanted && matchers[wanted.kind];
  return match ? match(sentence, question, wanted.detail) : 0.5;
}

/** Whether a text holds anything at all of a kind, whatever is asked of it and whatever a question says itself. */
export function holdsAny(kind: KindOfAnswer, text: string): boolean {
  return signsOf[kind]?.some((sign) => sign.test(text)) ?? false;
}

const signsOf: Partial<Record<KindOfAnswer, readonly RegExp[]>> = {
  count: [pattern.number],
  frequency: [pattern.number, pattern.frequency],
  measure: [pattern.measure],
  money: [pattern.money],
  time: [pattern.time, pattern.capitalTime],
};

type Matcher = (sentence: string, question: MatchedQuestion, detail: string) => number;

const matchers: Partial<Record<KindOfAnswer, Matcher>> = {
  count: (sentence, { counted, text }) => matchCount(counted, without(sentence, text)),
  frequency: (sentence, { text }) => Number(pattern.frequency.test(without(sentence, text))),
  measure: (sentence, { text }, detail) => matchMeasure(detail, without(sentence, text)),
  money: (sentence, { text }) => Number(pattern.money.test(without(sentence, text))),
  time: (sentence, { text }, detail) => Number(matchTime(detail, without(sentence, text))),
  meaning: (sentence, { text }) => Number(hasExpansion(sentence, text)),
  person: (sentence, { text }) => Number(countNewNames(sentence, text) > 0),
  place: (sentence, question, detail) => matchPlace(detail, question, sentence),
  reason: (sentence) => Number(pattern.reason.test(sentence)),
};

/** A number counts fully before the thing that is counted, not at all before a unit of something else, half elsewhere. */
function matchCount(counted: readonly string[], sentence: string): number {
  let best = 0;
  for (const match of sentence.matchAll(pattern.numberAndAfter)) {
    const after = (match[1] ?? '').toLowerCase();
    const words = (after.match(/^[^.;:()]*/)?.[0] ?? '').match(/[\p{L}]+/gu)?.slice(0, 5) ?? [];
    if (words.some((word) => counted.some((stem) => word.startsWith(stem)))) return 1;
    const isOther = pattern.unitNext.test(after) || /^(?:1\d|20)\d\d$/.test(match[0]);
    if (!isOther) best = Math.max(best, counted.length > 0 ? 0.5 : 1);
  }
  return best;
}

function matchMeasure(detail: string, sentence: string): number {
  const unit = units[detail];
  if (
    unit !== undefined &&
    new RegExp(`${number}[-\\s]?(?:(?:thousand|million|billion|hundred)[-\\s])?(?:${unit})(?!\\p{L})`, 'iu').test(
      sentence,
    )
  )
    return 1;
  if ((detail === 'old' || detail === 'age') && /\baged?\b.{0,12}\p{Nd}/iu.test(sentence)) return 1;
  if (unit !== undefined) return pattern.number.test(sentence) && /^(?:area|far|old|age)$/.test(detail) ? 0.5 : 0;
  return pattern.number.test(sentence) ? 1 : 0;
}

function matchTime(detail: string, sentence: string): boolean {
  switch (detail) {
    case 'year':
      return pattern.year.test(sentence);
    case 'month':
      return pattern.month.test(sentence) || pattern.capitalTime.test(sentence);
    case 'day':
    case 'date':
      return pattern.day.test(sentence) || pattern.year.test(sentence);
    case 'decade':
    case 'century':
      return pattern.century.test(sentence);
    default:
      return pattern.time.test(sentence) || pattern.capitalTime.test(sentence);
  }
}

function matchPlace(detail: string, { text, knownPlaces }: MatchedQuestion, sentence: string): number {
  if (/^(?:countr|nation|state)/.test(detail)) {
    const asked = text.toLowerCase();
    const known = [...knownPlaces].filter((name) => !asked.includes(name) && mentions(sentence, name)).length;
    const isPlural = /s$/.test(detail);
    return known >= 2 || (known === 1 && !isPlural) ? 1 : known === 1 ? 0.5 : 0;
  }
  return pattern.placePreposition.test(sentence) ? 1 : countNewNames(sentence, text) > 0 ? 0.5 : 0;
}

function mentions(sentence: string, name: string): boolean {
  const lower = sentence.toLowerCase();
  const at = lower.indexOf(name);
  return at >= 0 && !/\p{L}/u.test(lower.charAt(at - 1)) && !/\p{L}/u.test(lower.charAt(at + name.length));
}

/** The sentence without the numbers and capitalised words of the question, so that these don't pass for an answer. */
function without(sentence: string, question: string): string {
  let rest = sentence;
  const said = question.match(/[\p{Lu}\p{Nd}][\p{L}\p{Nd},.]*[\p{L}\p{Nd}]|\p{Nd}/gu) ?? [];
  for (const word of said) rest = rest.replaceAll(word, ' ');
  return rest;
}

const openers =
  /^(?:the|a|an|in|on|at|it|he|she|they|this|these|that|those|but|and|as|for|with|while|when|after|if|there|his|her|its|their|by|to|from|although|however|despite|some|many|most|all|no|not|we|i|you)$/;

/** Capitalised words that are not in the question and not just the first word of the sentence. */
function countNewNames(sentence: string, question: string): number {
  const asked = new Set(question.toLowerCase().match(/[\p{L}\p{Nd}]+/gu));
  const words = sentence.match(/[\p{L}\p{Nd}'’.-]+/gu) ?? [];
  return words.filter((word, i) => {
    if (!/^\p{Lu}/u.test(word)) return false;
    const bare = word.toLowerCase().replace(/['’]s$|[.'’]+$/gu, '');
    return !asked.has(bare) && (i > 0 || !openers.test(bare));
  }).length;
}

/** An acronym of the question beside its expansion: "Balochistan Liberation Army (BLA)" or "BLA (Balochistan …)". */
function hasExpansion(sentence: string, question: string): boolean {
  return (question.match(/\p{Lu}[\p{Lu}\p{Nd}.&-]+/gu) ?? []).some((acronym) => {
    if (!sentence.includes(acronym)) return false;
    const letters = acronym.replace(/[^\p{L}]/gu, '').toLowerCase();
    const initials = (sentence.match(/[\p{L}\p{Nd}]+/gu) ?? [])
      .filter((word) => word !== acronym && /^\p{Lu}/u.test(word))
      .map((word) => word.charAt(0).toLowerCase())
      .join('');
    return initials.includes(letters);
  });
}

import { months, weekdays } from '../english/quantities.js';
import { findFormal, type KindOfAnswer, type WantedAnswer } from '../question/kinds-of-answer.js';
import { answerPattern, measureUnits, number } from './answer-patterns.js';

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
const strictKinds: ReadonlySet<KindOfAnswer> = new Set([
  'count',
  'frequency',
  'measure',
  'money',
  'time',
  'meaning',
  'version',
]);

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
  count: [answerPattern.number],
  frequency: [answerPattern.number, answerPattern.frequency],
  measure: [answerPattern.measure],
  money: [answerPattern.money],
  time: [answerPattern.time, answerPattern.capitalTime],
};

type Matcher = (sentence: string, question: MatchedQuestion, detail: string) => number;

const matchers: Partial<Record<KindOfAnswer, Matcher>> = {
  count: (sentence, { counted, text }) => matchCount(counted, without(sentence, text)),
  frequency: (sentence, { text }) => Number(answerPattern.frequency.test(without(sentence, text))),
  measure: (sentence, { text }, detail) => matchMeasure(detail, without(sentence, text)),
  money: (sentence, { text }) => Number(answerPattern.money.test(without(sentence, text))),
  time: (sentence, { text }, detail) => Number(matchTime(detail, without(sentence, text))),
  version: (sentence) => Number(answerPattern.version.test(sentence)),
  meaning: (sentence, { text }) => Number(hasExpansion(sentence, text)),
  person: (sentence, { text }) => Number(countNewNames(sentence, text) > 0),
  place: (sentence, question, detail) => matchPlace(detail, question, sentence),
  reason: (sentence) => Number(answerPattern.reason.test(sentence)),
};

/** A number counts fully before the thing that is counted, not at all before a unit of something else, half elsewhere. */
function matchCount(counted: readonly string[], sentence: string): number {
  let best = /\b(?:none|nobody|no one)\b/i.test(sentence) ? 0.5 : 0;
  for (const [, denied = ''] of sentence.matchAll(answerPattern.denied)) {
    if (
      denied
        .toLowerCase()
        .split(/[\s-]/)
        .some((word) => counted.some((stem) => word.startsWith(stem)))
    )
      return 1;
  }
  for (const match of sentence.matchAll(answerPattern.numberAndAfter)) {
    const after = (match[1] ?? '').toLowerCase();
    const words = (after.match(/^[^.;:()]*/)?.[0] ?? '').match(/[\p{L}]+/gu)?.slice(0, 5) ?? [];
    if (words.some((word) => counted.some((stem) => word.startsWith(stem)))) return 1;
    const isOther = answerPattern.unitNext.test(after) || /^(?:1\d|20)\d\d$/.test(match[0]);
    if (!isOther) best = Math.max(best, counted.length > 0 ? 0.5 : 1);
  }
  return best;
}

function matchMeasure(detail: string, sentence: string): number {
  const unit = measureUnits[detail];
  if (
    unit !== undefined &&
    new RegExp(`${number}[-\\s]?(?:(?:thousand|million|billion|hundred)[-\\s])?(?:${unit})(?!\\p{L})`, 'iu').test(
      sentence,
    )
  )
    return 1;
  if ((detail === 'old' || detail === 'age') && /\baged?\b.{0,12}\p{Nd}/iu.test(sentence)) return 1;
  if (unit !== undefined) return answerPattern.number.test(sentence) && /^(?:area|far|old|age)$/.test(detail) ? 0.5 : 0;
  return answerPattern.number.test(sentence) ? 1 : 0;
}

function matchTime(detail: string, sentence: string): boolean {
  switch (detail) {
    case 'year':
      return answerPattern.year.test(sentence);
    case 'month':
      return answerPattern.month.test(sentence) || answerPattern.capitalTime.test(sentence);
    case 'day':
    case 'date':
      return (
        answerPattern.day.test(sentence) || answerPattern.shortDay.test(sentence) || answerPattern.year.test(sentence)
      );
    case 'decade':
    case 'century':
      return answerPattern.century.test(sentence);
    default:
      return [answerPattern.time, answerPattern.capitalTime, answerPattern.shortDay, answerPattern.hours].some((one) =>
        one.test(sentence),
      );
  }
}

function matchPlace(detail: string, { text, knownPlaces }: MatchedQuestion, sentence: string): number {
  if (/^(?:countr|nation|state)/.test(detail)) {
    const asked = text.toLowerCase();
    const known = [...knownPlaces].filter((name) => !asked.includes(name) && mentions(sentence, name)).length;
    const isPlural = /s$/.test(detail);
    return known >= 2 || (known === 1 && !isPlural) ? 1 : known === 1 ? 0.5 : 0;
  }
  if (answerPattern.placePreposition.test(sentence)) return 1;
  return answerPattern.placeWords.test(sentence) ? 0.7 : countNewNames(sentence, text) > 0 ? 0.5 : 0;
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

/** Days and months have a capital letter, and are neither somebody nor a place. */
const datedWords: ReadonlySet<string> = new Set([...weekdays, ...months]);

/** Capitalised words that are not in the question and not just the first word of the sentence. */
function countNewNames(sentence: string, question: string): number {
  const asked = new Set(question.toLowerCase().match(/[\p{L}\p{Nd}]+/gu));
  const words = sentence.match(/[\p{L}\p{Nd}'’.-]+/gu) ?? [];
  return words.filter((word, i) => {
    if (!/^\p{Lu}/u.test(word) || datedWords.has(word.toLowerCase().replace(/s$/, ''))) return false;
    const bare = word.toLowerCase().replace(/['’]s$|[.'’]+$/gu, '');
    return !asked.has(bare) && (i > 0 || !openers.test(bare));
  }).length;
}

/** An acronym of the question beside its expansion: "Balochistan Liberation Army (BLA)", "BLA (Balochistan …)", "PTAL: please take a look". */
function hasExpansion(sentence: string, question: string): boolean {
  return acronymsIn(sentence, question).some((acronym) => {
    const letters = acronym.replace(/[^\p{L}]/gu, '').toLowerCase();
    const words = (sentence.match(/[\p{L}\p{Nd}]+/gu) ?? []).filter((word) => word !== acronym);
    // Any two words begin with some two letters: those have to be names.
    const named = words.filter((word) => /^\p{Lu}/u.test(word));
    return (
      words.some((_, i) => letters.length > 2 && areInitials(letters, words.slice(i))) ||
      named.some((_, i) => areInitials(letters, named.slice(i)))
    );
  });
}

/** Whether words begin with these letters, one after another; small words may be passed over. */
function areInitials(letters: string, words: readonly string[]): boolean {
  let found = 0;
  for (const word of words) {
    if (found === letters.length) return true;
    if (word.toLowerCase().startsWith(letters.charAt(found))) found++;
    else if (found === 0 || !/^(?:a|an|the|of|and|for|in|to|on)$/i.test(word)) return false;
  }
  return found === letters.length;
}

/**
 * Whether a text may say what the abbreviation in a question stands for: it spells it out, or says so of one of its letters. Null where the
 * question has no abbreviation in capitals.
 */
export function mayExpand(text: string, question: string): boolean | null {
  const asked = question.match(/(?<![\p{L}\p{N}])\p{Lu}(?:[\p{Lu}\p{Nd}.&-]*[\p{Lu}\p{Nd}])?(?![\p{L}\p{N}])/gu) ?? [];
  if (!asked.some((word) => word.length > 1)) return null;
  if (hasExpansion(text, question)) return true;
  const words = new Set(text.match(/[\p{L}\p{N}]+(?:[.&-][\p{L}\p{N}]+)*/gu));
  return meaningWords.test(text) && asked.some((word) => words.has(word));
}

const meaningWords = /\b(?:stands? for|short for|abbreviat|acronym|means?|meaning|letters)/i;

/** The words of a question that a text writes in capitals. */
function acronymsIn(text: string, question: string): string[] {
  const capitals = new Set(text.match(/\p{Lu}[\p{Lu}\p{Nd}.&-]*[\p{Lu}\p{Nd}]/gu));
  const asked = question.match(/[\p{L}\p{Nd}][\p{L}\p{Nd}.&-]*[\p{L}\p{Nd}]/gu) ?? [];
  return asked.map((word) => word.toUpperCase()).filter((word) => capitals.has(word));
}

import { findDates, type WrittenDate } from '../text/read-date.js';
import type { Token } from '../text/sentence.js';
import { partedTerm } from './parted-stems.js';

/** Words too common to tell sentences apart; contractions in the form in which the analyser splits them. */
export const stopWords = new Set(
  (
    'a an the this that these those and or but nor so if then than as of at by for from in into on onto to toward towards with ' +
    'without within about over under between among through during before after above below up down out off again is are was ' +
    "were be been being am 's 're 'm 've 'll 'd n't not no do does did doing done have has had having will would shall should " +
    'can could may might must i me my mine myself we us our ours ourselves you your yours he him his himself she her hers ' +
    'herself it its itself they them their theirs themselves who whom whose which what when where why how there here ' +
    'also just only very too much many more most some any all each every both few such own same other another ever even ' +
    'yet still upon per via etc ca wo let us'
  ).split(' '),
);

/** Stop words that are something else as names: the US, May. */
const alsoNames = new Set(['us', 'may']);

/** The WHO is tagged as a noun, which "who" never is; as a part of a name, "Doctor Who" in a question, it is one. */
function isNaming({ lower, pos }: Token): boolean {
  return lower === 'who' ? pos === 'NOUN' || pos === 'PROPN' : pos === 'PROPN' && alsoNames.has(lower);
}

/**
 * The term under which a word is indexed, or null for punctuation and stop words: its stem without accents;
 * a number without thousands separators.
 */
export function termOf(token: Token): string | null {
  if ((stopWords.has(token.lower) && !isNaming(token)) || !/[\p{L}\p{N}]/u.test(token.lower)) return null;
  if (/^\p{Nd}/u.test(token.lower)) return token.lower.replace(/[,\u00a0\u202f](?=\d{3})/g, '');
  return partedTerm(token.lower) ?? token.stem.normalize('NFD').replace(/\p{M}/gu, '').replace(/\.$/, '');
}

/** The terms of some tokens, in order, with repetitions; then those that say their dates in words, where the tokens do not. */
export function termsOf(tokens: readonly Token[]): string[] {
  const terms = tokens.map(termOf).filter((term) => term !== null);
  const dates = tokens.some(({ lower }) => /\d/.test(lower)) ? findDates(joinTokens(tokens)) : [];
  return [...terms, ...new Set(dates.flatMap(termsOfDate).filter((term) => !terms.includes(term)))];
}

const monthTerms = 'januari februari march april may june juli august septemb octob novemb decemb'.split(' ');

/** A date as one would say it: "2022-11-04" is asked for as "4 November 2022". */
function termsOfDate({ year, month, day }: WrittenDate): string[] {
  const named = year === null && month === 5 ? [] : [monthTerms[month - 1] ?? '']; // "may" is more often a verb
  return [...(day === null ? [] : [`${day}`]), ...named, ...(year === null ? [] : [year])];
}

/** The other ways to say what a word says of one of these dates, as terms that stand together: a date in figures, "4th", "Nov". */
export function waysToDate({ lower, stem }: Token, dates: readonly WrittenDate[]): string[][] {
  if (/^\d[\d./-]*\d$/.test(lower)) return findDates(lower).slice(0, 1).map(termsOfDate);
  return dates.flatMap((date) => {
    const month = monthTerms[date.month - 1] ?? '';
    if (lower === month || stem === month) return [];
    if (/^\d+(?:st|nd|rd|th)$/.test(lower)) return parseInt(lower, 10) === date.day ? [[`${date.day}`]] : [];
    return /^\p{L}{3,4}\.?$/u.test(lower) && month.startsWith(lower.slice(0, 3)) ? [[month]] : [];
  });
}

function joinTokens(tokens: readonly Token[]): string {
  return tokens.map(({ lower, start }, i) => ((tokens[i - 1]?.end ?? start) < start ? ' ' : '') + lower).join('');
}

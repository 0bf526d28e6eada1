import type { Analyser } from '../ports.js';
import type { Token } from '../text/sentence.js';
import type { Span } from '../text/span.js';
import { findNames, findNounPhrases, readTokens } from './asked-phrases.js';
import { auxiliaries, interrogatives } from './kinds-of-answer.js';

const opening =
  /^(?:(?:and|but|or|also|so|ok|okay|then|und|oder|aber)\b[\s,]*)*(?:(?:what|how)\s+about\b|what\s+of\b|was\s+ist\s+mit\b|wie\s+ist\s+es\s+mit\b)?[\s,]*/iu;
const interrogative = new RegExp(
  `^(?:since\\s+|until\\s+|by\\s+)?(?:${interrogatives}|how\\s+(?:many|much|long|often|far|old|big))$`,
  'iu',
);
/** Asks for more of the same, or for the other side of it. */
const wantsMore =
  /^(?:(?:please\s+)?(?:tell|show)\s+(?:me|us)\s+more|more(?:\s+(?:please|details?|about\s+(?:it|that|this)))?|details?|what\s+else|anything\s+else|go\s+on)$/iu;
const wantsReason = /^why\s+not$/iu;
const wantsSource = /^(?:who\s+(?:says|said)(?:\s+(?:so|that|this|it))?|says\s+who|according\s+to\s+who(?:m)?)$/iu;
const preposition = /^(?:for|in|on|at|with|from|to|by|during|before|after|under|over|without)\b\s*/iu;
const anyPreposition = '(?:for|in|on|at|with|from|to|by|during|before|after|under|over|without)';
const yearOrVersion = /^v?\d+(?:\.\d+)*$/iu;
const questionStart = new RegExp(`^(?:${interrogatives}|${auxiliaries})\\b`, 'iu');
const pronouns = new Set(['it', 'they', 'them', 'he', 'him', 'she', 'her']);
const possessives = new Set(['its', 'their', 'his']);
const pointers = new Set(['this', 'that', 'these', 'those']);
const personal = /^(?:he|him|his|she|her)$/;
const asksForPerson = /^\W*(?:who|whom|whose|which\s+(?:person|man|woman))\b/iu;
/** "Who is Albert Moos?" names the person. */
const namesPerson = /^\W*who(?:\s+(?:is|was|are|were)|['’]s)\b(?!.*\b(?:by|that|who)\b)/iu;
/** The question word and what belongs to it: "how long", "which year". */
const questionWord = new RegExp(`^\\W*(?:how\\s+(?:many|much|long|far|old|big|often)|${interrogatives})\\b\\s*`, 'iu');

/** How a question leans on the one before: a bare "why?", "tell me more" or "who says so?", a few words ("and Iran?"), or a pronoun for its subject. */
export type FollowUpForm = 'question-word' | 'more' | 'fragment' | 'pronoun';

interface FollowUp {
  readonly form: FollowUpForm;
  /** The question without "and", "what about" and its question mark, and its tokens. */
  readonly rest: string;
  readonly tokens: readonly Token[];
  /** For a pronoun: the number of its token. */
  readonly at: number;
}

/** Null where a question has a subject of its own. */
export function readFollowUp(text: string, analyser: Analyser): FollowUp | null {
  const trimmed = text.trim();
  const lead = opening.exec(trimmed)?.[0] ?? '';
  const rest = trimmed.slice(lead.length).replace(/[\s?!.]+$/u, '');
  if (rest === '') return null;
  if (interrogative.test(rest)) return { form: 'question-word', rest, tokens: [], at: -1 };
  if ([wantsMore, wantsReason, wantsSource].some((form) => form.test(rest)))
    return { form: 'more', rest, tokens: [], at: -1 };
  const { tokens } = analyser.analyse(rest);
  if (!questionStart.test(rest) && isFragment(lead, tokens)) return { form: 'fragment', rest, tokens, at: -1 };
  const at = findPronoun(tokens);
  return at < 0 ? null : { form: 'pronoun', rest, tokens, at };
}

/**
 * What a follow-up asks, told as a question of its own with the subject of the question before: "and Iran?" after
 * "How long is the border with Pakistan?" asks "How long is the border with Iran?". Null where it needs no subject.
 */
export function resolveFollowUp(text: string, previous: string, analyser: Analyser): string | null {
  const followUp = readFollowUp(text, analyser);
  switch (followUp?.form) {
    case undefined:
      return null;
    case 'question-word':
      return exchangeQuestionWord(followUp.rest, previous);
    case 'more':
      return askFurther(followUp.rest, previous, analyser);
    case 'fragment':
      return exchangeSubject(followUp.rest, previous, analyser);
    case 'pronoun':
      return insertSubject(followUp, previous, analyser);
  }
}

/** A few words without a verb: with "and" or "what about" before them, or very short. */
function isFragment(lead: string, tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ lower }) => /[\p{L}\p{N}]/u.test(lower));
  if (words.length > (lead ? 8 : 3)) return false;
  return lead !== '' || words.every(({ pos }) => !['VERB', 'AUX'].includes(pos));
}

function exchangeQuestionWord(word: string, previous: string): string {
  return `${capitalise(word)} ${lowerAuxiliary(coreOf(previous).replace(questionWord, ''))}?`;
}

/** "Tell me more", "why not?" and "who says so?" with what they are about. */
function askFurther(rest: string, previous: string, analyser: Analyser): string | null {
  const core = coreOf(previous);
  const { auxiliary, subject, predicate } = parseYesNo(core, analyser);
  if (wantsMore.test(rest)) {
    const topic = findSubject(core, analyser);
    return topic === null ? previous : `What else is said about ${topic}?`;
  }
  if (wantsReason.test(rest))
    return auxiliary ? `Why ${auxiliary} ${subject} not ${predicate}?` : `Why not: ${lowerAuxiliary(core)}?`;
  return auxiliary
    ? `Who says that ${subject} ${auxiliary} ${predicate}?`
    : `Who says ${core.charAt(0).toLowerCase()}${core.slice(1)}?`;
}

/** The parts of "Are dogs allowed in the hall?"; empty for other questions. */
function parseYesNo(core: string, analyser: Analyser): { auxiliary: string; subject: string; predicate: string } {
  const auxiliary = new RegExp(`^(?:${auxiliaries})\\b`, 'iu').exec(core)?.[0] ?? '';
  const rest = core.slice(auxiliary.length).trimStart();
  const { tokens } = analyser.analyse(rest);
  const first = findNounPhrases(tokens)[0];
  const isFirst = first !== undefined && /^(?:the|a|an|this|that|my|our|your)?\s*$/iu.test(rest.slice(0, first.start));
  const end = isFirst ? first.end : (tokens[0]?.end ?? 0);
  if (auxiliary === '') return { auxiliary: '', subject: '', predicate: '' };
  return { auxiliary: auxiliary.toLowerCase(), subject: rest.slice(0, end), predicate: rest.slice(end).trim() };
}

function coreOf(question: string): string {
  return question.trim().replace(/[\s?!.]+$/u, '');
}

function lowerAuxiliary(text: string): string {
  return questionStart.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** "in 2023", "for students": in the place of what the same preposition has, of the year, or behind the question. */
function exchangeComplement(fragment: string, previous: string): string | null {
  const core = coreOf(previous);
  const [lead = ''] = preposition.exec(fragment) ?? [];
  const object = fragment.slice(lead.length);
  const number = yearOrVersion.test(object) ? /(?<![\p{L}\d.])v?\d+(?:\.\d+)*(?![\p{L}\d])/giu : null;
  const numbered = number && Array.from(core.matchAll(number)).at(-1);
  if (numbered) {
    return `${core.slice(0, numbered.index)}${object}${core.slice(numbered.index + numbered[0].length)}?`;
  }
  if (lead === '') return null;
  const same = new RegExp(`\\b${lead.trim()}\\s+(.+?)(?=\\s+${anyPreposition}\\b|$)`, 'giu');
  const place = Array.from(core.matchAll(same)).at(-1);
  if (!place) return `${core} ${fragment}?`;
  return `${core.slice(0, place.index)}${fragment}${core.slice(place.index + place[0].length)}?`;
}

function exchangeSubject(subject: string, previous: string, analyser: Analyser): string | null {
  const tokens = readTokens(previous, analyser);
  const names = findNames(tokens);
  const phrases = findNounPhrases(tokens);
  const isAfterPreposition = ({ start }: Span): boolean =>
    new RegExp(`\\b${anyPreposition}\\s+$`, 'iu').test(previous.slice(0, start));
  const complement = preposition.test(subject) || yearOrVersion.test(subject);
  if (complement && !names.some(isAfterPreposition)) {
    const exchanged = exchangeComplement(subject, previous);
    if (exchanged !== null) return exchanged;
  }
  const isName = /^\p{Lu}/u.test(subject.replace(preposition, ''));
  const free = phrases.filter((phrase) => !isAfterPreposition(phrase));
  const { auxiliary, subject: own } = parseYesNo(coreOf(previous), analyser);
  if (!isName && free.length === 0 && auxiliary !== '' && own !== '') return previous.replace(own, subject);
  const target = (isName ? names.at(-1) : null) ?? free.at(-1) ?? names.at(-1) ?? phrases.at(-1);
  if (!target) return null;
  const before = previous.slice(0, target.start);
  // "and with Iran?" repeats the preposition that stands there already.
  const repeated = /(\p{L}+)\s+$/u.exec(before)?.[1] ?? '';
  const [first = '', ...words] = subject.split(/\s+/);
  const bare = words.length > 0 && first.toLowerCase() === repeated.toLowerCase() ? words.join(' ') : subject;
  const exchanged = `${before}${bare}${previous.slice(target.end)}`;
  return exchanged.toLowerCase() === previous.toLowerCase() ? null : exchanged;
}

/** The number of the first pronoun that has nothing before it to stand for; -1 where there is none. */
function findPronoun(tokens: readonly Token[]): number {
  const at = tokens.findIndex(({ lower, pos }, i) => {
    if (pronouns.has(lower) || possessives.has(lower)) return true;
    const next = tokens[i + 1]?.pos;
    return pointers.has(lower) && pos !== 'SCONJ' && (next === undefined || next === 'AUX' || next === 'VERB');
  });
  return findNames(tokens.slice(0, Math.max(0, at))).length > 0 ? -1 : at;
}

/** Puts the subject of the question before in the place of a pronoun. */
function insertSubject({ rest, tokens, at }: FollowUp, previous: string, analyser: Analyser): string | null {
  const token = tokens[at];
  const subject = findSubject(previous, analyser);
  if (!token || subject === null) return null;
  // "he" after "Who founded the club?" is who answers that, and not the club.
  if (personal.test(token.lower) && asksForPerson.test(previous.trim()) && !namesPerson.test(previous.trim()))
    return null;
  const ending = possessives.has(token.lower) || isPossessiveHer(tokens, at) ? (/s$/u.test(subject) ? '’' : '’s') : '';
  return capitalise(`${rest.slice(0, token.start)}${subject}${ending}${rest.slice(token.end)}?`);
}

function isPossessiveHer(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'her' && ['NOUN', 'ADJ', 'PROPN'].includes(tokens[at + 1]?.pos ?? '');
}

/** "the border with Pakistan": the first noun phrase after the question word, with what is hung on it by prepositions. */
function findSubject(question: string, analyser: Analyser): string | null {
  const skipped = questionWord.exec(question)?.[0].length ?? 0;
  const phrases = findNounPhrases(readTokens(question, analyser)).filter(({ start }) => start >= skipped);
  const first = phrases[0];
  if (!first) return null;
  let { end } = first;
  for (const next of phrases.slice(1)) {
    if (!/^\s*(?:of|with|between|in|on|at|for|from|to|and)\s*$/iu.test(question.slice(end, next.start))) break;
    end = next.end;
  }
  return question.slice(first.start, end);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

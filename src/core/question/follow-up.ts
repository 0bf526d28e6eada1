import type { Analyser } from '../ports.js';
import type { Token } from '../text/sentence.js';
import type { Span } from '../text/span.js';
import { auxiliaries, interrogatives } from './kinds-of-answer.js';

const opening =
  /^(?:(?:and|but|or|also|so|ok|okay|then|und|oder|aber)\b[\s,]*)*(?:(?:what|how)\s+about\b|what\s+of\b|was\s+ist\s+mit\b|wie\s+ist\s+es\s+mit\b)?[\s,]*/iu;
const interrogative = new RegExp(`^(?:since\\s+|until\\s+|by\\s+)?(?:${interrogatives})$`, 'iu');
const questionStart = new RegExp(`^(?:${interrogatives}|${auxiliaries})\\b`, 'iu');
const pronouns = new Set(['it', 'they', 'them', 'he', 'him', 'she', 'her']);
const possessives = new Set(['its', 'their', 'his']);
const pointers = new Set(['this', 'that', 'these', 'those']);
/** The question word and what belongs to it: "how long", "which year". */
const questionWord = new RegExp(`^\\W*(?:how\\s+(?:many|much|long|far|old|big|often)|${interrogatives})\\b\\s*`, 'iu');

/** How a question leans on the one before: a bare "why?", a few words ("and Iran?"), or a pronoun for its subject. */
export type FollowUpForm = 'question-word' | 'fragment' | 'pronoun';

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
  const body = previous.replace(questionWord, '').replace(/[\s?]+$/u, '');
  return `${capitalise(word)} ${body}?`;
}

function exchangeSubject(subject: string, previous: string, analyser: Analyser): string | null {
  const { tokens } = analyser.analyse(previous);
  const target = findNames(tokens).at(-1) ?? findNounPhrases(tokens).at(-1);
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
  const ending = possessives.has(token.lower) || isPossessiveHer(tokens, at) ? (/s$/u.test(subject) ? '’' : '’s') : '';
  return capitalise(`${rest.slice(0, token.start)}${subject}${ending}${rest.slice(token.end)}?`);
}

function isPossessiveHer(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'her' && ['NOUN', 'ADJ', 'PROPN'].includes(tokens[at + 1]?.pos ?? '');
}

/** "the border with Pakistan": the first noun phrase after the question word, with what is hung on it by prepositions. */
function findSubject(question: string, analyser: Analyser): string | null {
  const skipped = questionWord.exec(question)?.[0].length ?? 0;
  const rest = question.slice(skipped);
  const { tokens } = analyser.analyse(rest);
  const phrases = findNounPhrases(tokens);
  const first = phrases[0];
  if (!first) return null;
  let { end } = first;
  for (const next of phrases.slice(1)) {
    if (!/^\s*(?:of|with|between|in|on|at|for|from|to|and)\s*$/iu.test(rest.slice(end, next.start))) break;
    end = next.end;
  }
  return rest.slice(first.start, end);
}

/** Runs of names, with "of" inside. */
function findNames(tokens: readonly Token[]): Span[] {
  return collectRuns(
    tokens,
    ({ pos }) => pos === 'PROPN',
    ({ lower }) => lower === 'of' || lower === '-',
  );
}

/** Runs of nouns with their adjectives and their article. */
function findNounPhrases(tokens: readonly Token[]): Span[] {
  const runs = collectRuns(
    tokens,
    ({ pos }) => ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(pos),
    ({ lower }) => lower === '-' || lower === "'s",
  );
  return runs
    .filter(({ start, end }) =>
      tokens.some((token) => token.start >= start && token.end <= end && /^(?:NOUN|PROPN)$/.test(token.pos)),
    )
    .map((run) => {
      const before = tokens.findLast(({ end }) => end <= run.start);
      return before && /^(?:the|a|an|this|that|these|those)$/.test(before.lower)
        ? { start: before.start, end: run.end }
        : run;
    });
}

function collectRuns(
  tokens: readonly Token[],
  accepts: (token: Token) => boolean,
  joins: (token: Token) => boolean,
): Span[] {
  const runs: Span[] = [];
  let open = false;
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    const last = runs.at(-1);
    if (accepts(token)) {
      if (open && last) runs[runs.length - 1] = { start: last.start, end: token.end };
      else runs.push({ start: token.start, end: token.end });
      open = true;
    } else open = open && joins(token) && next !== undefined && accepts(next);
  }
  return runs;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import type { Analyser } from '../ports.js';
import type { Token } from '../text/sentence.js';
import type { Span } from '../text/span.js';
import { interrogatives } from './kinds-of-answer.js';

const nominal = /^(?:NOUN|PROPN|NUM)$/;
const asksByWord = new RegExp(`^\\W*(?:${interrogatives})\\b`, 'iu');

/** The tokens of a question; in "How much does membership cost?" the last word is the verb, for which the analyser takes it rarely. */
export function readTokens(question: string, analyser: Analyser): readonly Token[] {
  const { tokens } = analyser.analyse(question);
  const support = asksByWord.test(question) ? tokens.findIndex(({ lower }) => /^(?:do|does|did)$/.test(lower)) : -1;
  const last = tokens.findLastIndex(({ lower }) => /[\p{L}\p{N}]/u.test(lower));
  // "parking" after "does" is a thing: no form in -ing but a noun stands there.
  const named = tokens.map((token, i): Token =>
    i === support + 1 && support >= 0 && token.pos === 'VERB' && /ing$/.test(token.lower)
      ? { ...token, pos: 'NOUN' }
      : token,
  );
  const [first, before] = [named[support + 1], named[last - 1]];
  const hasVerb = named.slice(support + 1).some(({ pos }) => pos === 'VERB');
  const isVerb =
    support >= 0 && last > support + 1 && !hasVerb && first?.pos !== 'PRON' && nominal.test(before?.pos ?? '');
  return isVerb ? named.map((token, i): Token => (i === last ? { ...token, pos: 'VERB' } : token)) : named;
}

/** "Who" that is a name or belongs to one: "the WHO", "The Who", "Doctor Who", but not "And Who" where every word has a capital. */
const namedWho = /(?<!^\W*(?:and|but|so)\s)(?<=\p{Lu}[\p{L}'’.]*\s)Who(?![\p{L}'’])|\bWHO\b/gu;

/** Where a question has such names; nowhere in one whose words all have a capital. */
function findNamedWho(question: string): readonly number[] {
  return /(?:^|\s)\p{Ll}/u.test(question) ? Array.from(question.matchAll(namedWho), ({ index }) => index) : [];
}

/** A question in which such names are unlike a question word: as long, and with capitals. */
export function maskNamedWho(question: string): string {
  const starts = findNamedWho(question);
  return starts.reduce((masked, at) => `${masked.slice(0, at)}NNN${masked.slice(at + 'who'.length)}`, question);
}

/** The tokens of a question, in which "Who" of a name is tagged as one. */
export function tagNamedWho(question: string, tokens: readonly Token[]): readonly Token[] {
  const starts = findNamedWho(question);
  return tokens.map((token): Token => (starts.includes(token.start) ? { ...token, pos: 'PROPN' } : token));
}

export function findNames(tokens: readonly Token[]): Span[] {
  return collectRuns(
    tokens,
    ({ pos }) => pos === 'PROPN',
    ({ lower }) => lower === 'of' || lower === '-',
  );
}

/** Runs of nouns with their adjectives and their article. */
export function findNounPhrases(tokens: readonly Token[]): Span[] {
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

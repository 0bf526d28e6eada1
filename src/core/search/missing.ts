import { findFormal, type KindOfAnswer } from '../question/kinds-of-answer.js';
import { findAbsent, standsLiterally, type Absent, type Decisive } from './absent.js';
import { holdsAny, matchAnswer } from './answer-match.js';
import type { Evidence } from './confidence.js';
import type { Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';

/** Kinds of answer of which can be said that a text gives none. */
export type MissingAnswer = 'count' | 'measure' | 'money' | 'time' | 'meaning';

/** Something that a question speaks of and the texts nowhere do, or the kind of answer that they do not give. */
export type Missing =
  { readonly kind: 'word' | Absent['kind']; readonly text: string } | { readonly kind: MissingAnswer };

const missingAnswers: Partial<Record<KindOfAnswer, MissingAnswer>> = {
  count: 'count',
  frequency: 'count',
  measure: 'measure',
  money: 'money',
  time: 'time',
  meaning: 'meaning',
};

/**
 * What is missing for an answer: names, years, numbers and phrases that stand nowhere, then other words, then the kind of answer.
 * Nothing is said to be missing that stands in `shown`, the texts that are shown instead of an answer; `decisive` is what is known
 * of the first already.
 */
export function listMissing(
  ranking: Ranking,
  evidence: Evidence,
  index: SearchIndex,
  shown: readonly string[],
  decisive: Decisive,
): Missing[] {
  const { question, sentences } = ranking;
  const absent = findAbsent(question, index, decisive);
  const named = absent.filter(({ extent }) => extent !== 'part').map(({ kind, text }) => ({ kind, text }));
  const words = question.concepts
    .filter((_, i) => sentences.concepts[i]?.frequency === 0)
    .filter(({ text }) => !named.some((other) => other.text.includes(text)))
    .filter(({ text }) => !standsLiterally(text, index))
    .map(({ text }) => ({ kind: 'word' as const, text }));
  const wanted = evidence.missingKind > 0.5 ? findFormal(question.wants) : null;
  const answer = wanted && missingAnswers[wanted.kind];
  const isShown =
    wanted !== null && shown.some((text) => matchAnswer(question, text) > 0.5 || holdsAny(wanted.kind, text));
  return [...named, ...words, ...(answer && !isShown ? [{ kind: answer }] : [])];
}

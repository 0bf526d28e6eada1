import { findFormal, type KindOfAnswer } from '../question/kinds-of-answer.js';
import type { Evidence } from './confidence.js';
import type { Ranking } from './ranking.js';

/** Kinds of answer of which can be said that a text gives none. */
export type MissingAnswer = 'count' | 'measure' | 'money' | 'time' | 'meaning';

/** Something that a question speaks of and the material nowhere does, or the kind of answer that it does not give. */
export type Missing = { readonly kind: 'word'; readonly text: string } | { readonly kind: MissingAnswer };

const missingAnswers: Partial<Record<KindOfAnswer, MissingAnswer>> = {
  count: 'count',
  frequency: 'count',
  measure: 'measure',
  money: 'money',
  time: 'time',
  meaning: 'meaning',
};

/** What is missing for an answer: words of the question first, in its order. */
export function listMissing({ question, sentences }: Ranking, { missingKind }: Evidence): Missing[] {
  const missing: Missing[] = question.concepts
    .filter((_, i) => !sentences.concepts[i]?.strengths.some((strength) => strength > 0))
    .map(({ text }) => ({ kind: 'word', text }));
  const wanted = missingKind > 0.5 ? findFormal(question.wants) : null;
  const answer = wanted && missingAnswers[wanted.kind];
  return answer ? [...missing, { kind: answer }] : missing;
}

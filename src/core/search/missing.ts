import type { Question } from '../question/question.js';
import type { Evidence } from './confidence.js';
import { isStrictType, type Ranking } from './ranking.js';

/** Kinds of answer of which can be said that a text gives none. */
export const missingAnswers = ['count', 'measure', 'money', 'time', 'meaning'] as const;
export type MissingAnswer = (typeof missingAnswers)[number];

/** Something that a question speaks of and the material nowhere does, or the kind of answer that it does not give. */
export type Missing = { readonly kind: 'word'; readonly text: string } | { readonly kind: MissingAnswer };

/** What is missing for an answer: words of the question first, in its order. */
export function listMissing({ question, sentences }: Ranking, { missingKind }: Evidence): Missing[] {
  const missing: Missing[] = question.concepts
    .filter((_, i) => !sentences.concepts[i]?.strengths.some((strength) => strength > 0))
    .map(({ text }) => ({ kind: 'word', text }));
  const answer = isStrictType(question) && missingKind > 0.5 ? asMissingAnswer(question) : undefined;
  return answer ? [...missing, { kind: answer }] : missing;
}

function asMissingAnswer({ wanted }: Question): MissingAnswer | undefined {
  return missingAnswers.find((kind) => kind === wanted.type);
}

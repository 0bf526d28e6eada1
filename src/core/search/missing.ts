import { findFormal, type KindOfAnswer } from '../question/kinds-of-answer.js';
import type { Absent } from './absent.js';
import type { Evidence } from './confidence.js';
import type { Ranking } from './ranking.js';

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

/** What is missing for an answer: names, years, numbers and phrases that stand nowhere, then other words, then the kind of answer. */
export function listMissing(
  { question, sentences }: Ranking,
  { missingKind }: Evidence,
  absent: readonly Absent[],
): Missing[] {
  const named = absent.filter(({ extent }) => extent === 'whole').map(({ kind, text }) => ({ kind, text }));
  const words = question.concepts
    .filter((_, i) => !sentences.concepts[i]?.strengths.some((strength) => strength > 0))
    .filter(({ text }) => !named.some((other) => other.text.includes(text)))
    .map(({ text }) => ({ kind: 'word' as const, text }));
  const wanted = missingKind > 0.5 ? findFormal(question.wants) : null;
  const answer = wanted && missingAnswers[wanted.kind];
  return [...named, ...words, ...(answer ? [{ kind: answer }] : [])];
}

/** Whether a question hangs on something that stands nowhere: no text can answer it then. A number may be what is doubted. */
export function hangsOnAbsent(absent: readonly Absent[]): boolean {
  return absent.some(({ kind, extent }) => extent === 'whole' && kind !== 'number');
}

import type { StatementKind } from '../../core/labelling/labels.js';
import type { Answer, RefusalReason } from '../../core/search/answer.js';
import type { Missing, MissingAnswer } from '../../core/search/missing.js';
import type { RepairKind } from '../../core/text/derivation.js';
import type { PlaceWords } from '../../core/text/name-place.js';
import type { Provenance } from './provenance.js';

/** Why there is no answer, in English. */
export const refusals: Readonly<Record<RefusalReason, string>> = {
  'empty-question': 'There is nothing here to search for.',
  'empty-corpus': 'There is no text to look in. Put texts into the corpus folder.',
  'nothing-relevant': 'Not found: nothing in the texts is about this.',
  'detail-missing': 'Not found: the texts mention this, but do not answer your question.',
  'too-weak': 'Not found: nothing in the texts is likely enough to answer this.',
  related: 'Not found: the texts mention this, but they may not answer your question.',
  'only-other-lane': 'There is no quote of that kind; these are of other kinds:',
};

const missingAnswers: Readonly<Record<MissingAnswer, string>> = {
  count: 'a number',
  measure: 'a measure',
  money: 'a sum of money',
  time: 'a date or time',
  meaning: 'the full name',
};

/** What is missing in words. */
export function describeMissing(missing: Missing): string {
  return 'text' in missing ? `“${missing.text}”` : missingAnswers[missing.kind];
}

/** One or two sentences that say why there is no answer and what is missing. */
export function explainRefusal(
  { reason, missing }: Pick<Answer, 'reason' | 'missing'>,
  wording: Readonly<Record<RefusalReason, string>> = refusals,
): string {
  const why = wording[reason ?? 'too-weak'];
  return missing.length > 0 && reason !== 'only-other-lane'
    ? `${why} Missing: ${missing.map(describeMissing).join(', ')}.`
    : why;
}

/** What an answered question was read as, with the words that were put right in it; null where none were. */
export function explainReadAs({ status, spelling }: Pick<Answer, 'status' | 'spelling'>): string | null {
  if (status !== 'answered' || spelling === null) return null;
  return `Read as: ${spelling.corrections.map(({ meant }) => meant).join(', ')}`;
}

/** That the first two quotes say otherwise, and what dates tell of them; null where they do not. */
export function explainDiffering({ differing }: Pick<Answer, 'differing'>): string | null {
  if (differing === null) return null;
  const [first, second] = differing.figures;
  return differing.isNewerFirst
    ? `The texts differ: the newer place, first here, says “${first}”; an older one says “${second}”.`
    : `The texts differ: one place says “${first}”, another “${second}”.`;
}

/** What a sentence in the author's voice does: "A rule." */
export function describeStatement(statement: StatementKind): string {
  return `${/^[aeiou]/.test(statement) ? 'An' : 'A'} ${statement}.`;
}

/** What was put right in a quote against its source. */
export const repairs: Readonly<Record<RepairKind, string>> = {
  hyphen: 'A word that is parted at the end of a line there is joined here.',
  ligature: 'Letters that are printed as one sign there are written out here.',
  'drop-cap': 'A large first letter is joined to its word here.',
};

/** What places are called. */
export const placeWords: PlaceWords = {
  paragraph: (numbers, areSeveral) => `${areSeveral ? 'paragraphs' : 'paragraph'} ${numbers}`,
  page: (numbers, areSeveral) => `${areSeveral ? 'pp.' : 'p.'} ${numbers}`,
  time: (clock) => `at ${clock}`,
  message: (moment) => (moment === null ? 'message' : `message of ${moment}`),
  chapter: (title) => `chapter “${title}”`,
  savedOn: (day) => `saved ${day}`,
};

/** An answer as a program reads it, as one line of JSON without the line's end. */
export function writeAnswerLine(id: string | null, answer: Answer & Provenance): string {
  const elapsedMs = Math.round(answer.elapsedMs * 10) / 10;
  // How far More goes is no part of the answer.
  return JSON.stringify({ id, ...answer, near: undefined, missing: answer.missing.map(describeMissing), elapsedMs });
}

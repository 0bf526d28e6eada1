import { isLaneWord, isTellerWord, tellsOf } from '../question/wanted-lane.js';
import { strengthIn } from './concept-scores.js';
import { isQuestion } from './quote-unit.js';
import type { Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';
import { isByAuthor, speakerNames } from './who-speaks.js';

/**
 * Tells of which rows a question asks that names whose words it wants ("What does Ken think of the filter?"): that person says them, and
 * they have all else that the question speaks of. Null where it names nobody, or nothing that was spoken of.
 */
export function findSaid(
  { question, sentences }: Pick<Ranking, 'question' | 'sentences'>,
  index: SearchIndex,
): ((row: number) => boolean) | null {
  const { askedSource, lane, concepts } = question;
  const isSource = (text: string): boolean => askedSource.includes(text.toLowerCase());
  const isOfForm = (text: string): boolean => isLaneWord(text.toLowerCase(), lane) || isTellerWord(text, lane);
  const matters = sentences.concepts.filter((_, i) => {
    const text = concepts[i]?.text ?? '';
    return !isSource(text) && !isOfForm(text);
  });
  if (askedSource.length === 0 || matters.length === 0) return null;
  return (row) => {
    const isTheirs =
      speakerNames(row, index).some((name) => askedSource.includes(name)) ||
      tellsOf(index.locate(row).span.label, askedSource) ||
      isByAuthor(row, askedSource, index);
    return isTheirs && !isQuestion(index, row) && matters.every((concept) => strengthIn(row, concept) > 0);
  };
}

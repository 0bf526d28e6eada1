import { isLaneWord, isTellerWord, tellsOf } from '../question/wanted-lane.js';
import { partsOfName } from '../text/name-parts.js';
import { readWords } from '../text/document.js';
import { strengthIn } from './concept-scores.js';
import { isQuestion } from './quote-unit.js';
import type { Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';

/** What whoever speaks in a row is called, in small letters: the words of the name and the parts of a nick. */
export function speakerNames(row: number, index: SearchIndex): string[] {
  const speaker = index.speakerOf(row);
  return speaker ? readWords(index.locate(row).document, speaker).split(/\s+/).flatMap(partsOfName) : [];
}

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
      tellsOf(index.locate(row).span.label, askedSource);
    return isTheirs && !isQuestion(index, row) && matters.every((concept) => strengthIn(row, concept) > 0);
  };
}

import { strengthIn } from './concept-scores.js';
import { isInName } from './document-names.js';
import type { Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';

/**
 * The numbers of the question's names of which a document has no word, neither in its text nor in its title or path. Dates and numbers are
 * no names.
 */
export function findLackedNames(document: number, { question, documents }: Ranking, index: SearchIndex): number[] {
  const isHeld = (number: number): boolean => {
    const [scored, concept] = [documents.concepts[number], question.concepts[number]];
    return (
      (scored !== undefined && strengthIn(document, scored) > 0) ||
      (concept !== undefined && isInName(concept, document, index))
    );
  };
  // A capital that only opens a sentence makes no name.
  return question.names
    .filter(({ start }) => /[\p{L}\p{N},;:’'"“”)-]\s*$/u.test(question.text.slice(0, start)))
    .filter(({ number }) => !question.concepts.some(({ name }, i) => name === number && isHeld(i)))
    .map(({ number }) => number);
}

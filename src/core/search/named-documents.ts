import { strengthIn } from './concept-scores.js';
import { isInName } from './document-names.js';
import type { Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';

const insideSentence = /[\p{L}\p{N},;:’'"“”)-]\s*$/u;

/**
 * How many of a question's names a document has: all, some or none, in its text, its title or its path. Dates and numbers are no names, nor
 * is a capital that only opens a sentence; of a question without names it has all.
 */
export function namesIn(
  document: number,
  { question, documents }: Ranking,
  index: SearchIndex,
): 'all' | 'some' | 'none' {
  const isHeld = (number: number): boolean => {
    const [scored, concept] = [documents.concepts[number], question.concepts[number]];
    return (
      (scored !== undefined && strengthIn(document, scored) > 0) ||
      (concept !== undefined && isInName(concept, document, index))
    );
  };
  const names = question.names.filter(({ start }) => insideSentence.test(question.text.slice(0, start)));
  const held = names.filter(({ number }) => question.concepts.some(({ name }, i) => name === number && isHeld(i)));
  return held.length === names.length ? 'all' : held.length > 0 ? 'some' : 'none';
}

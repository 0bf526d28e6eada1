import type { Concept } from '../question/concepts.js';
import { scoreConcepts, type ConceptScores } from './concept-scores.js';
import type { SearchIndex } from './search-index.js';
import type { Level } from './whole.js';

/** What `scoreConcepts` gives for the units of an index; where that is a part of a whole, as the whole counts them. */
export function scoreLevel(concepts: readonly Concept[], index: SearchIndex, level: Level): ConceptScores {
  return (
    index.whole?.scoreUnits(concepts, level) ??
    scoreConcepts(concepts, index.lexical(level), (term) => index.termNumber(term))
  );
}

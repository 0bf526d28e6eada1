import type { Concept } from '../question/concepts.js';
import type { ConceptScores } from './concept-scores.js';
import type { UnitCounts } from './lexical-index.js';
import type { WordPattern } from './word-pattern.js';

/** The three kinds of text whose words are counted. */
export type Level = 'sentences' | 'passages' | 'documents';

/** What some texts know of words. */
export interface KnownTerms {
  /** Whether a term stands in any of them. */
  knows(term: string): boolean;
  /** At least all terms that a word may be a slip of; perhaps others, too. */
  termsLike(word: string): Iterable<string>;
  /** The terms that begin with these letters. */
  termsFrom(beginning: string): Iterable<string>;
}

/** How a term is written. */
export interface Writings {
  /** The number of sentences that hold it. */
  readonly count: number;
  /** The first of them, in the order of the texts; see `maxWritings`. */
  readonly texts: readonly string[];
}

/** Most sentences that are looked through for how a term is written. */
export const maxWritings = 50;

/**
 * What the texts of a corpus say all together, for an index that holds only those of them that a question may be answered from. Scores,
 * refusals and what is said to be missing come out as if it held all.
 */
export interface Whole extends KnownTerms {
  readonly counts: Readonly<Record<Level, UnitCounts>>;
  /** How strongly the index's units hold the question's concepts, counted over all that there are. */
  scoreUnits(concepts: readonly Concept[], level: Level): ConceptScores;
  /** Whether one sentence holds all of some concepts of the question. */
  standTogether(concepts: readonly Concept[]): boolean;
  writingsOf(term: string): Writings;
  /** How many sentences hold a term. */
  countSentences(term: string): number;
  /** Whether words stand anywhere as they are written, in a text, its title or its path. */
  stands(words: WordPattern): boolean;
  /** Whether the question names sections, and not more of them than a name can tell apart. */
  readonly namesSections: boolean;
}

import { ListBuilder } from '../search/index-lists.js';
import { addTerms, readContent, type SearchedDocument } from '../search/read-content.js';
import type { NumberLists } from '../search/postings.js';
import { Vocabulary } from '../search/vocabulary.js';
import type { Level } from '../search/whole.js';
import { finish } from '../steps.js';

/** A unit of a document that holds a term. */
export interface HoldingUnit {
  /** Counted from 0 in the document. */
  readonly unit: number;
  /** How often it holds the term. */
  readonly frequency: number;
  /** How many terms it has, with repetitions. */
  readonly length: number;
}

/** Where a term occurs in a document; units rise. */
export type TermOccurrences = Readonly<Record<Level, readonly HoldingUnit[]>>;

/** The terms of a document, as the three lexical indexes count them. */
export interface CountedTerms {
  readonly occurrences: ReadonlyMap<string, TermOccurrences>;
  /** The terms of all units of each level, with repetitions. */
  readonly totals: Readonly<Record<Level, number>>;
}

export function countTerms(indexed: SearchedDocument): CountedTerms {
  const vocabulary = new Vocabulary();
  const read = finish(readContent(indexed, vocabulary));
  const builders = { sentences: new ListBuilder(), passages: new ListBuilder(), documents: new ListBuilder() };
  addTerms(read, builders, indexed.passages);
  const occurrences = Array.from({ length: vocabulary.size }, (): Record<Level, HoldingUnit[]> => ({
    sentences: [],
    passages: [],
    documents: [],
  }));
  const count = (level: Level): number => {
    const lists = builders[level].finish();
    forEachHolding(lists, (term, holding) => occurrences[term]?.[level].push(holding));
    return lists.values.length;
  };
  const totals = { sentences: count('sentences'), passages: count('passages'), documents: count('documents') };
  return { occurrences: new Map(occurrences.map((found, term) => [vocabulary.termOf(term), found])), totals };
}

function forEachHolding({ offsets, values }: NumberLists, visit: (term: number, holding: HoldingUnit) => void): void {
  for (let unit = 0; unit + 1 < offsets.length; unit++) {
    const terms = values.subarray(offsets[unit], offsets[unit + 1]);
    const frequencies = new Map<number, number>();
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    for (const [term, frequency] of frequencies) visit(term, { unit, frequency, length: terms.length });
  }
}

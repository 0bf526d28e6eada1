import type { Concept } from '../question/concepts.js';
import { scoreConcepts, type ConceptScores } from '../search/concept-scores.js';
import { countUnits, LexicalIndex, type UnitCounts, type UnitPosting } from '../search/lexical-index.js';
import { fusionWeights } from '../search/ranking.js';
import { countUpTo } from '../search/rising.js';
import type { Level } from '../search/whole.js';
import type { ListedDocument, TermPosting } from './corpus-index.js';

const noUnits: UnitPosting = { units: new Uint32Array(), frequencies: new Uint32Array(), lengths: new Uint32Array() };

/** Where the units of each document begin, among those of all. */
interface FirstUnits {
  readonly sentences: Uint32Array;
  readonly passages: Uint32Array;
}

/** How strongly the units of a whole corpus hold the concepts of a question, from the postings of its terms alone. */
export class WholeScores {
  readonly counts: Readonly<Record<Level, UnitCounts>>;
  private readonly firsts: FirstUnits;
  private readonly scores: Readonly<Record<Level, ConceptScores>>;

  constructor(
    private readonly concepts: readonly Concept[],
    postings: ReadonlyMap<string, TermPosting>,
    private readonly documents: readonly ListedDocument[],
  ) {
    const { firsts, counts } = countListed(documents);
    this.firsts = firsts;
    this.counts = counts;
    const numbers = new Map([...postings.keys()].map((term, number) => [term, number]));
    this.scores = mapLevels((level) => {
      const own = Array.from(postings.values(), (posting) => posting[level]);
      const index = LexicalIndex.ofTerms(own.length > 0 ? own : [noUnits], this.counts[level]);
      return scoreConcepts(concepts, index, (term) => numbers.get(term));
    });
  }

  frequencyOf(concept: Concept, level: Level): number {
    return this.strengthsOf(concept, level).frequency;
  }

  /** Whether one sentence holds all of some concepts. */
  standTogether(concepts: readonly Concept[]): boolean {
    const [first, ...others] = concepts.map((concept) => new Set(this.strengthsOf(concept, 'sentences').units));
    return Array.from(first ?? []).some((unit) => others.every((own) => own.has(unit)));
  }

  /** The documents that hold a concept, with the most that the words of one of their sentences can count; the highest first. */
  boundDocuments(): { readonly document: number; readonly bound: number }[] {
    const { sentences, passages, documents } = this.scores;
    const { lexical, passage, document: whole, neighbour } = fusionWeights;
    const found: { document: number; bound: number }[] = [];
    for (let document = 0; document < this.documents.length; document++) {
      const total = documents.totals[document] ?? 0;
      if (total === 0) continue;
      const sentence = highest(sentences.totals, this.firsts.sentences, document);
      const bound = (lexical + neighbour) * sentence + whole * total;
      found.push({ document, bound: bound + passage * highest(passages.totals, this.firsts.passages, document) });
    }
    return found.sort((a, b) => b.bound - a.bound);
  }

  /** The part of a document's score, and of its units' scores, that comes from their words: as the totals of `ConceptScores`. */
  totalsOf(document: number): { sentences: Float32Array; passages: Float32Array; document: number } {
    const { sentences, passages, documents } = this.scores;
    const cut = (totals: Float32Array, firsts: Uint32Array): Float32Array =>
      totals.subarray(firsts[document], firsts[document + 1]);
    return {
      sentences: cut(sentences.totals, this.firsts.sentences),
      passages: cut(passages.totals, this.firsts.passages),
      document: documents.totals[document] ?? 0,
    };
  }

  /** The document of a sentence by its number among all, and its number there. */
  placeOf(sentence: number): { readonly document: number; readonly sentence: number } {
    const firsts = this.firsts.sentences;
    const document = countUpTo(firsts, sentence) - 1;
    return { document, sentence: sentence - (firsts[document] ?? 0) };
  }

  private strengthsOf(concept: Concept, level: Level): ConceptScores['concepts'][number] {
    const found = this.scores[level].concepts[this.concepts.indexOf(concept)];
    if (!found) throw new RangeError(`"${concept.text}" is no concept of the question that was counted`);
    return found;
  }
}

function mapLevels<Value>(valueOf: (level: Level) => Value): Record<Level, Value> {
  return { sentences: valueOf('sentences'), passages: valueOf('passages'), documents: valueOf('documents') };
}

interface ListedCounts {
  readonly firsts: FirstUnits;
  readonly counts: Readonly<Record<Level, UnitCounts>>;
}

const countedLists = new WeakMap<readonly ListedDocument[], ListedCounts>();

/** What is counted of all documents of a list, once for each list. */
function countListed(documents: readonly ListedDocument[]): ListedCounts {
  const known = countedLists.get(documents);
  if (known) return known;
  const firsts = { sentences: firstUnits(documents, 'sentences'), passages: firstUnits(documents, 'passages') };
  const sumTerms = (level: Level): number => documents.reduce((sum, { terms }) => sum + terms[level], 0);
  const unitsOf = (level: Level): number =>
    level === 'documents' ? documents.length : (firsts[level][documents.length] ?? 0);
  const counted = { firsts, counts: mapLevels((level) => countUnits(unitsOf(level), sumTerms(level))) };
  countedLists.set(documents, counted);
  return counted;
}

/** One more than there are documents: the last is the number of all units. */
export function firstUnits(documents: readonly ListedDocument[], level: 'sentences' | 'passages'): Uint32Array {
  const firsts = new Uint32Array(documents.length + 1);
  for (const [i, { counts }] of documents.entries()) firsts[i + 1] = (firsts[i] ?? 0) + counts[level];
  return firsts;
}

function highest(totals: Float32Array, firsts: Uint32Array, document: number): number {
  let best = 0;
  for (let unit = firsts[document] ?? 0; unit < (firsts[document + 1] ?? 0); unit++) {
    best = Math.max(best, totals[unit] ?? 0);
  }
  return best;
}

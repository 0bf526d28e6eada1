import type { Concept } from '../question/concepts.js';
import { scoreConcepts, type ConceptScores } from '../search/concept-scores.js';
import { countUnits, LexicalIndex, type UnitCounts } from '../search/lexical-index.js';
import { fusionWeights } from '../search/ranking.js';
import { countUpTo } from '../search/rising.js';
import type { Level } from '../search/whole.js';
import type { ListedDocument, TermPosting } from './corpus-index.js';
import { UnitSet } from './unit-set.js';

/** Where the units of each document begin, among those of all; see `firstUnits`. */
type FirstUnits = Readonly<Record<Level, Uint32Array>>;

/** How strongly the units of a level hold the concepts. Only units that hold a term of the question are counted, and numbered through. */
interface ScoredLevel extends ConceptScores {
  readonly held: UnitSet;
  /** The number among all units of each that is held. */
  readonly units: Uint32Array;
}

/** How strongly the units of a whole corpus hold the concepts of a question, from the postings of its terms alone. */
export class WholeScores {
  readonly counts: Readonly<Record<Level, UnitCounts>>;
  private readonly firsts: FirstUnits;
  private readonly scores: Readonly<Record<Level, ScoredLevel>>;

  constructor(
    readonly concepts: readonly Concept[],
    postings: ReadonlyMap<string, TermPosting>,
    documents: readonly ListedDocument[],
  ) {
    const { firsts, counts } = countListed(documents);
    this.firsts = firsts;
    this.counts = counts;
    const numbers = new Map([...postings.keys()].map((term, number) => [term, number]));
    this.scores = mapLevels((level) => {
      const own = Array.from(postings.values(), (posting) => posting[level]);
      const held = new UnitSet(
        this.counts[level].units,
        own.map(({ units }) => units),
      );
      const numbered = own.map((posting) => ({ ...posting, units: posting.units.map((unit) => held.numberOf(unit)) }));
      const index = LexicalIndex.ofTerms(numbered, this.counts[level], held.size);
      return { ...scoreConcepts(concepts, index, (term) => numbers.get(term)), held, units: held.list() };
    });
  }

  /** Whether one sentence holds all of some concepts. */
  standTogether(concepts: readonly Concept[]): boolean {
    const [first, ...others] = concepts.map((concept) => new Set(this.unitsHolding(concept)));
    return Array.from(first ?? []).some((unit) => others.every((own) => own.has(unit)));
  }

  /**
   * The documents that hold a concept, with the most that the words of one of their sentences can count, where that is at least so much;
   * the highest first.
   */
  boundDocuments(least: number): { readonly document: number; readonly bound: number }[] {
    const { lexical, passage, document: whole, neighbour } = fusionWeights;
    const { units, totals } = this.scores.documents;
    const found: { document: number; bound: number }[] = [];
    for (let i = 0; i < units.length; i++) {
      const [document, total] = [units[i] ?? 0, totals[i] ?? 0];
      if (total === 0) continue;
      const inSentence = (lexical + neighbour) * this.highest('sentences', document);
      const bound = inSentence + whole * total + passage * this.highest('passages', document);
      if (bound >= least) found.push({ document, bound });
    }
    return found.sort((a, b) => b.bound - a.bound);
  }

  /** The part of a document's score, and of its units' scores, that comes from their words: as the totals of `ConceptScores`. */
  totalsOf(document: number): { sentences: readonly number[]; passages: readonly number[]; document: number } {
    const take = (level: Level): number[] => {
      const { units, totals } = this.scores[level];
      const own = new Array<number>(this.countUnits(level, document)).fill(0);
      const [first, end] = this.rangeOf(level, document);
      for (let i = first; i < end; i++) own[(units[i] ?? 0) - this.firstOf(level, document)] = totals[i] ?? 0;
      return own;
    };
    return { sentences: take('sentences'), passages: take('passages'), document: take('documents')[0] ?? 0 };
  }

  /** The scores of some documents' units alone, numbered through; `numbers` are those of the documents, rising. */
  partOf(numbers: readonly number[], level: Level): ConceptScores {
    const { units, totals, concepts } = this.scores[level];
    const places = new Int32Array(units.length).fill(-1);
    let count = 0;
    for (const document of numbers) {
      const [first, end] = this.rangeOf(level, document);
      for (let i = first; i < end; i++) places[i] = count + (units[i] ?? 0) - this.firstOf(level, document);
      count += this.countUnits(level, document);
    }
    const own = new Float32Array(count);
    for (let i = 0; i < places.length; i++) if ((places[i] ?? -1) >= 0) own[places[i] ?? 0] = totals[i] ?? 0;
    return { totals: own, concepts: concepts.map((concept) => takePlaced(concept, places)) };
  }

  /** The document of a sentence by its number among all, and its number there. */
  placeOf(sentence: number): { readonly document: number; readonly sentence: number } {
    const firsts = this.firsts.sentences;
    const document = countUpTo(firsts, sentence) - 1;
    return { document, sentence: sentence - (firsts[document] ?? 0) };
  }

  /** The units of a document among those that are held. */
  private rangeOf(level: Level, document: number): [first: number, end: number] {
    const { held } = this.scores[level];
    return [held.numberOf(this.firstOf(level, document)), held.numberOf(this.firstOf(level, document + 1))];
  }

  private firstOf(level: Level, document: number): number {
    return this.firsts[level][document] ?? 0;
  }

  private countUnits(level: Level, document: number): number {
    return this.firstOf(level, document + 1) - this.firstOf(level, document);
  }

  private highest(level: Level, document: number): number {
    const { totals } = this.scores[level];
    const [first, end] = this.rangeOf(level, document);
    let best = 0;
    for (let i = first; i < end; i++) best = Math.max(best, totals[i] ?? 0);
    return best;
  }

  private unitsHolding(concept: Concept): Uint32Array {
    const found = this.scores.sentences.concepts[this.concepts.indexOf(concept)];
    if (!found) throw new RangeError(`"${concept.text}" is no concept of the question that was counted`);
    return found.units;
  }
}

/** What of a concept's units has a place in a part; -1 stands for none. */
function takePlaced(concept: ConceptScores['concepts'][number], places: Int32Array): ConceptScores['concepts'][number] {
  let count = 0;
  for (const unit of concept.units) if ((places[unit] ?? -1) >= 0) count++;
  const [units, strengths] = [new Uint32Array(count), new Float32Array(count)];
  let at = 0;
  for (let i = 0; i < concept.units.length; i++) {
    const place = places[concept.units[i] ?? 0] ?? -1;
    if (place < 0) continue;
    units[at] = place;
    strengths[at++] = concept.strengths[i] ?? 0;
  }
  return { ...concept, units, strengths };
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
  const firsts = {
    sentences: firstUnits(documents, 'sentences'),
    passages: firstUnits(documents, 'passages'),
    documents: Uint32Array.from({ length: documents.length + 1 }, (_, number) => number),
  };
  const sumTerms = (level: Level): number => documents.reduce((sum, { terms }) => sum + terms[level], 0);
  const unitsOf = (level: Level): number => firsts[level][documents.length] ?? 0;
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

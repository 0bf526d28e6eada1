import type { CorpusIndex } from '../../core/corpus/corpus-index.js';
import { documentsAtOnce, inParts } from '../../core/corpus/find-anchors.js';
import { firstUnits } from '../../core/corpus/whole-scores.js';
import type { Analyser } from '../../core/ports.js';
import type { Quote } from '../../core/search/quote.js';
import { CandidatePool } from '../../core/summary/candidate-pool.js';
import { chooseQuotes, type RatedCandidate } from '../../core/summary/choose-quotes.js';
import { findDisagreements, type Disagreement } from '../../core/summary/disagreements/find-disagreements.js';
import { countLanes, listCandidates, maxCompared } from '../../core/summary/pool-candidates.js';
import { rateCandidates } from '../../core/summary/rate-candidates.js';
import { duplicateNeighbours, quoteCandidate, type Summary } from '../../core/summary/summarise.js';
import type { PooledCandidate, SummaryCandidate } from '../../core/summary/summary-candidate.js';
import { giveWay } from '../give-way.js';
import type { HeldTexts } from './held-texts.js';

export type HoldTexts = (corpus: CorpusIndex, numbers: readonly number[]) => Promise<HeldTexts>;

/** Sentences of the documents that are in memory at once, but for a document that has more. */
const sentencesAtOnce = 2_000;

/**
 * Summarises all documents of a corpus that are too many for memory, as `summarise` does: they are read three times, some at a time, and only what
 * may be quoted is noted. Disagreements are looked for in the documents of the best candidates, up to `mostHeld` sentences.
 */
export async function summariseMany(
  corpus: CorpusIndex,
  quotes: number,
  mostHeld: number,
  hold: HoldTexts,
  analyser: Analyser,
): Promise<Summary> {
  const reading: Reading = { corpus, hold, mostHeld, firsts: firstUnits(corpus.documents, 'sentences') };
  const byDocument = new Map<number, SummaryCandidate[]>();
  const held = { reported: 0, attributed: 0, opinion: 0 };
  for (const batch of cutBatches(corpus)) {
    for (const candidate of await listBatch(batch, reading)) {
      held[candidate.lane]++;
      const own = byDocument.get(candidate.document);
      if (own) own.push(candidate);
      else byDocument.set(candidate.document, [candidate]);
    }
  }
  const pool = new CandidatePool<PooledCandidate>(corpus.model.dimensions, held, maxCompared);
  for await (const own of completeDocuments(byDocument, reading)) pool.addToMean(own.map(({ vector }) => vector));
  for await (const own of completeDocuments(byDocument, reading)) {
    const vectors = own.map(({ vector }) => vector);
    await giveWay(pool.rank(own, vectors));
  }
  const rated = await giveWay(rateCandidates(pool.take(), null, new Set()));
  const chosen = chooseQuotes(rated, quotes, held);
  const isFound = chosen.length > 0;
  const quoted: Quote[] = [];
  for (const candidate of chosen) quoted.push(await quoteOf(candidate, reading));
  return {
    topic: null,
    documentId: null,
    status: isFound ? 'summarised' : 'not-found',
    reason: isFound ? null : 'empty-corpus',
    quotes: quoted,
    lanes: countLanes(chosen),
    disagreements: isFound ? await findBetweenBest(rated, reading, analyser) : [],
    missing: [],
    nearest: [],
    candidateCount: isFound ? held.reported + held.attributed + held.opinion : 0,
  };
}

interface Reading {
  readonly corpus: CorpusIndex;
  readonly hold: HoldTexts;
  readonly mostHeld: number;
  /** The row of the first sentence of each document. */
  readonly firsts: Uint32Array;
}

/** The numbers of all documents, in parts of few sentences. */
function cutBatches({ documents }: CorpusIndex): number[][] {
  const batches: number[][] = [];
  let sentences = sentencesAtOnce;
  for (const [number, { counts }] of documents.entries()) {
    if (sentences + counts.sentences > sentencesAtOnce) {
      batches.push([]);
      sentences = 0;
    }
    batches.at(-1)?.push(number);
    sentences += counts.sentences;
  }
  return batches;
}

/** The candidates of some documents, numbered as in the whole corpus. */
async function listBatch(batch: readonly number[], { corpus, hold, firsts }: Reading): Promise<SummaryCandidate[]> {
  const { searchIndex } = await hold(corpus, batch);
  const found = await giveWay(listCandidates(searchIndex, searchIndex.rows.keys()));
  return found.map((candidate) => {
    const document = batch[candidate.document] ?? -1;
    const row = (firsts[document] ?? 0) + candidate.row - (searchIndex.firstRows[candidate.document] ?? 0);
    return { ...candidate, document, row };
  });
}

/** The candidates of each document that has some, with their words and vectors; one document after the other. */
async function* completeDocuments(
  byDocument: ReadonlyMap<number, readonly SummaryCandidate[]>,
  { corpus, firsts }: Reading,
): AsyncGenerator<PooledCandidate[]> {
  const { dimensions } = corpus.model;
  for (const numbers of inParts([...byDocument.keys()], documentsAtOnce)) {
    const loaded = await corpus.load(numbers);
    const vectors = await corpus.loadVectors(numbers);
    for (const [i, number] of numbers.entries()) {
      yield (byDocument.get(number) ?? []).map((candidate) => {
        const sentence = candidate.row - (firsts[number] ?? 0);
        const vector =
          vectors[i]?.slice(sentence * dimensions, (sentence + 1) * dimensions) ?? new Float32Array(dimensions);
        return { ...candidate, vector, terms: new Set(loaded[i]?.sentences[sentence]?.terms) };
      });
    }
  }
}

/** A chosen candidate as a quote; of the documents with sentences as near as its own so many that they fit into memory. */
async function quoteOf(candidate: RatedCandidate, reading: Reading): Promise<Quote> {
  const { corpus, hold, firsts } = reading;
  const near = await corpus.findNearest(candidate.vector, duplicateNeighbours);
  const numbers = takeFitting([candidate.document, ...near.map(({ document }) => document)], reading);
  const { searchIndex } = await hold(corpus, numbers);
  const own = searchIndex.firstRows[numbers.indexOf(candidate.document)] ?? 0;
  const row = own + candidate.row - (firsts[candidate.document] ?? 0);
  return quoteCandidate(searchIndex, { ...candidate, row });
}

/** Where the documents of the best candidates disagree. */
async function findBetweenBest(
  rated: readonly RatedCandidate[],
  reading: Reading,
  analyser: Analyser,
): Promise<Disagreement[]> {
  const best = [...rated].sort((a, b) => b.rating - a.rating).map(({ document }) => document);
  const { searchIndex } = await reading.hold(reading.corpus, takeFitting(best, reading));
  return giveWay(findDisagreements(searchIndex, searchIndex.rows.keys(), analyser));
}

/** The first of some documents that together have so many sentences as are held at most, and the first one; by rising number. */
function takeFitting(numbers: readonly number[], { corpus, mostHeld }: Reading): number[] {
  const taken = new Set<number>();
  let sentences = 0;
  for (const number of new Set(numbers)) {
    sentences += corpus.documents[number]?.counts.sentences ?? 0;
    if (taken.size > 0 && sentences > mostHeld) break;
    taken.add(number);
  }
  return [...taken].sort((a, b) => a - b);
}

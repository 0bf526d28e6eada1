import { answerDefaults, answerQuestion, type NearestPlace, type RefusalReason } from '../answer.js';
import type { Lane } from '../labels.js';
import type { Question } from '../question.js';
import { makeQuote, noScore, placementOf, type Quote } from '../quote.js';
import { rankSentences, type Candidate } from '../ranking.js';
import type { SearchIndex } from '../search-index.js';
import { isDuplicate } from '../select-quotes.js';
import { findCentrality } from './centrality.js';
import { chooseQuotes, type RatedCandidate } from './choose-quotes.js';
import { countLanes, listCandidates, poolCandidates, type SummaryCandidate } from './pool-candidates.js';

/** A topic as a question is read, with its embedding. */
export interface Topic {
  readonly question: Question;
  readonly vector: Float32Array;
}

export interface SummaryOptions {
  /** What to summarise; null for all there is in the scope. */
  readonly topic: Topic | null;
  /** The id of the only document to look in; null for all. */
  readonly documentId: string | null;
  /** Most quotes, 1 to 12. */
  readonly quotes: number;
}

export const summaryDefaults: SummaryOptions = { topic: null, documentId: null, quotes: 6 };
export const maxSummaryQuotes = 12;

/** Quotes that together stand for a document, for what all documents say of a topic, or for all of them. */
export interface Summary {
  readonly topic: string | null;
  readonly documentId: string | null;
  readonly status: 'summarised' | 'not-found';
  /** Null when summarised. */
  readonly reason: RefusalReason | null;
  /** Whole sentences, one a quote: reported, attributed, opinion, and within a lane in the order of the material. */
  readonly quotes: readonly Quote[];
  /** How many quotes there are of each lane. */
  readonly lanes: Readonly<Record<Lane, number>>;
  /** For a topic that was not found: what it speaks of and the material nowhere does. */
  readonly missing: readonly string[];
  /** For a topic that was not found: the places that come nearest. */
  readonly nearest: readonly NearestPlace[];
  /** How many sentences the quotes were chosen from. */
  readonly candidateCount: number;
}

/** Most sentences that are compared with each other. */
const maxCompared = 360;
/** A sentence is about a topic if its score is at most this far behind the best one's. */
const maxTopicGap = 0.28;
/** Share of the ranking, against the centrality, in the rating of a sentence that is about a topic. */
const relevanceShare = 0.5;
/** Neighbours by embedding that are looked at for the same words. */
const duplicateNeighbours = 24;

/** Summarises by quotes alone: central sentences of every lane, spread over the material, none that says another's. */
export function summarise(index: SearchIndex, options: SummaryOptions = summaryDefaults): Summary {
  const { topic, documentId, quotes: count } = options;
  const accepts = (row: number): boolean => documentId === null || index.locate(row).document.id === documentId;
  const base = { topic: topic?.question.text ?? null, documentId, missing: [], nearest: [] };
  const refuse = (reason: RefusalReason, rest: Partial<Summary> = {}): Summary => ({
    ...base,
    status: 'not-found',
    reason,
    quotes: [],
    lanes: { reported: 0, attributed: 0, opinion: 0 },
    candidateCount: 0,
    ...rest,
  });
  if (topic) {
    const { status, reason, missing, nearest } = answerQuestion(topic.question, topic.vector, index, {
      ...answerDefaults,
      documentId,
      limit: 1,
    });
    if (status === 'not-found') return refuse(reason ?? 'too-weak', { missing, nearest });
  }
  const ranked = topic ? rankTopic(topic, index, accepts) : null;
  const all = listCandidates(index, ranked?.keys() ?? listRows(index, documentId));
  const rated = rateCandidates(poolCandidates(all, maxCompared), ranked);
  const chosen = chooseQuotes(rated, count, countLanes(all));
  if (chosen.length === 0) return refuse('empty-corpus');
  return {
    ...base,
    status: 'summarised',
    reason: null,
    quotes: chosen.map((candidate) => toQuote(index, candidate, ranked?.get(candidate.row), accepts)),
    lanes: countLanes(chosen),
    candidateCount: all.length,
  };
}

/** The rows of the scope, in order. */
function* listRows(index: SearchIndex, documentId: string | null): Iterable<number> {
  for (const [number, { document, sentences }] of index.documents.entries()) {
    if (documentId !== null && document.id !== documentId) continue;
    const first = index.firstRows[number] ?? 0;
    for (let i = 0; i < sentences.length; i++) yield first + i;
  }
}

/** What is about a topic, by row. */
function rankTopic(
  { question, vector }: Topic,
  index: SearchIndex,
  accepts: (row: number) => boolean,
): Map<number, Candidate> {
  const { candidates } = rankSentences(question, vector, index, accepts);
  const best = candidates[0]?.score ?? 0;
  const about = candidates.filter(({ score }) => score >= best - maxTopicGap);
  return new Map(about.map((candidate) => [candidate.row, candidate]));
}

function rateCandidates(
  candidates: readonly SummaryCandidate[],
  ranked: ReadonlyMap<number, Candidate> | null,
): RatedCandidate[] {
  const vectors = candidates.map(({ vector }) => vector);
  const worths = candidates.map(({ worth }) => worth);
  if (!ranked) {
    const centrality = findCentrality(vectors);
    return candidates.map((candidate, i) => ({ ...candidate, rating: (centrality[i] ?? 0) * candidate.worth }));
  }
  const scores = candidates.map(({ row }) => ranked.get(row)?.score ?? 0);
  const [highest, lowest] = [Math.max(...scores), Math.min(...scores)];
  const relevance = scores.map((score) => (highest > lowest ? (score - lowest) / (highest - lowest) : 1));
  const centrality = findCentrality(vectors, relevance);
  return candidates.map((candidate, i) => ({
    ...candidate,
    rating: (worths[i] ?? 0) * (relevanceShare * (relevance[i] ?? 0) + (1 - relevanceShare) * (centrality[i] ?? 0)),
  }));
}

function toQuote(
  index: SearchIndex,
  { row, vector, terms }: SummaryCandidate,
  ranked: Candidate | undefined,
  accepts: (row: number) => boolean,
): Quote {
  const alsoIn = index.vectors
    .search(vector, duplicateNeighbours)
    .filter((near) => near.row !== row && accepts(near.row) && index.rows[near.row]?.isHeading === false)
    .filter((near) => isDuplicate(terms, new Set(index.locate(near.row).span.terms)))
    .map((near) => near.row)
    .sort((a, b) => a - b)
    .map((other) => placementOf(index, other));
  const { score, trace } = ranked ?? noScore;
  return makeQuote(index, [row], row, { score, trace, alsoIn });
}

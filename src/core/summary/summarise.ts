import type { Steps } from '../steps.js';
import { answerDefaults, answerQuestion, type Answer, type RefusalReason } from '../search/answer.js';
import { strengthIn } from '../search/concept-scores.js';
import type { NearestPlace } from '../search/nearest-places.js';
import type { Missing } from '../search/missing.js';
import type { Lane } from '../labelling/labels.js';
import type { RowRange } from '../search/exact-neighbours.js';
import { rowsOfDocument } from '../search/rows-of-document.js';
import { makeQuote, noScore, placementOf, type Quote } from '../search/quote.js';
import { rankSentences, type Candidate } from '../search/ranking.js';
import type { SearchIndex } from '../search/search-index.js';
import { isDuplicate } from '../search/select-quotes.js';
import { overlapping } from '../text/span.js';
import type { Analyser } from '../ports.js';
import { summaryDefaults, type SummaryOptions, type Topic } from './summary-options.js';
import { findDisagreements, type Disagreement } from './disagreements/find-disagreements.js';
import { chooseQuotes } from './choose-quotes.js';
import { countLanes, listCandidates, maxCompared, poolCandidates } from './pool-candidates.js';
import { rateCandidates } from './rate-candidates.js';
import type { PooledCandidate } from './summary-candidate.js';

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
  /** Where documents of the scope disagree; none for one document. */
  readonly disagreements: readonly Disagreement[];
  /** For a topic that was not found: what it speaks of and the material nowhere does. */
  readonly missing: readonly Missing[];
  /** For a topic that was not found: the places that come nearest. */
  readonly nearest: readonly NearestPlace[];
  /** How many sentences the quotes were chosen from. */
  readonly candidateCount: number;
}

/**
 * A sentence is about a topic if it holds this share of what the best one holds of the topic's words, or if its cosine is
 * at least the second number and at most the third behind the best one's.
 */
const minTopicCoverage = 0.6;
const minTopicCosine = 0.55;
const maxTopicGap = 0.08;
/** The sentence after one about a topic is about it too if its cosine is at least this. */
const minFollowingCosine = 0.2;
/** Neighbours by embedding that are looked at for the same words. */
export const duplicateNeighbours = 24;

/** Summarises by quotes alone: central sentences of every lane, spread over the material, none that says another's. */
export function* summarise(
  index: SearchIndex,
  analyser: Analyser,
  options: SummaryOptions = summaryDefaults,
): Steps<Summary> {
  const { topic, documentId, quotes: count } = options;
  const within = rowsOfDocument(index, documentId);
  const base = { topic: topic?.question.text ?? null, documentId, missing: [], nearest: [] };
  const refuse = (reason: RefusalReason, rest: Partial<Summary> = {}): Summary => ({
    ...base,
    status: 'not-found',
    reason,
    quotes: [],
    lanes: { reported: 0, attributed: 0, opinion: 0 },
    disagreements: [],
    candidateCount: 0,
    ...rest,
  });
  if (topic) {
    const found = { ...answerDefaults, documentId, limit: 1 };
    const { status, reason, missing, nearest } =
      topic.answer ?? answerQuestion(topic.question, topic.vector, index, found);
    if (status === 'not-found') return refuse(reason ?? 'too-weak', { missing, nearest });
  }
  const answering: ReadonlySet<number> = topic?.answer ? findAnswering(index, topic.answer) : new Set<number>();
  const ranked = topic ? rankTopic(topic, index, within, answering) : null;
  const rows = (): Iterable<number> => ranked?.keys() ?? listRows(index, within);
  const all = yield* listCandidates(index, rows());
  const rated = yield* rateCandidates(yield* poolCandidates(index, all, maxCompared), ranked, answering);
  yield;
  const chosen = chooseQuotes(rated, count, countLanes(all));
  if (chosen.length === 0) return refuse('empty-corpus');
  const disagreements = documentId === null ? yield* findDisagreements(index, rows(), analyser) : [];
  return {
    ...base,
    status: 'summarised',
    reason: null,
    quotes: chosen.map((candidate) => quoteCandidate(index, candidate, ranked?.get(candidate.row), within)),
    lanes: countLanes(chosen),
    disagreements,
    candidateCount: all.length,
  };
}

/** The rows of the scope, in order. */
function* listRows({ rows }: SearchIndex, within: readonly RowRange[] | null): Iterable<number> {
  for (const { first, end } of within ?? [{ first: 0, end: rows.length }])
    for (let row = first; row < end; row++) yield row;
}

/** The rows that hold the words which answer best. */
function findAnswering(index: SearchIndex, { quotes: [first] }: Answer): ReadonlySet<number> {
  const number = index.documents.findIndex(({ document }) => document.id === first?.document.id);
  const sentences = index.documents[number]?.sentences ?? [];
  const firstRow = index.firstRows[number] ?? 0;
  return new Set(first?.answer ? overlapping(sentences, first.answer).map((sentence) => firstRow + sentence) : []);
}

/** What is about a topic, by row: what the ranking proposes and what itself speaks of it, not just its document; and what answers. */
function rankTopic(
  { question, vector }: Topic,
  index: SearchIndex,
  within: readonly RowRange[] | null,
  answering: ReadonlySet<number>,
): Map<number, Candidate> {
  const { candidates, sentences } = rankSentences(question, vector, index, within);
  const total = sentences.concepts.reduce((sum, { weight }) => sum + weight, 0);
  const coverage = candidates.map(({ row }) => {
    const held = sentences.concepts.filter((concept) => strengthIn(row, concept) > 0);
    return total > 0 ? held.reduce((sum, { weight }) => sum + weight, 0) / total : 0;
  });
  const [mostCovered, nearest] = [Math.max(0, ...coverage), Math.max(0, ...candidates.map(({ cosine }) => cosine))];
  const about = candidates.filter(
    ({ cosine }, i) =>
      (mostCovered > 0 && (coverage[i] ?? 0) >= minTopicCoverage * mostCovered) ||
      cosine >= Math.max(minTopicCosine, nearest - maxTopicGap),
  );
  const rows = new Set(about.map(({ row }) => row));
  const goesOn = ({ row, cosine }: Candidate): boolean =>
    cosine >= minFollowingCosine && rows.has(row - 1) && index.isSameBlock(row - 1, row);
  return new Map(
    candidates.filter((one) => rows.has(one.row) || answering.has(one.row) || goesOn(one)).map((one) => [one.row, one]),
  );
}

/** A candidate as a quote, with the other places that have nearly its words. */
export function quoteCandidate(
  index: SearchIndex,
  { row, vector, terms }: Pick<PooledCandidate, 'row' | 'vector' | 'terms'>,
  ranked?: Candidate,
  within: readonly RowRange[] | null = null,
): Quote {
  const alsoIn = index.vectors
    .search(vector, duplicateNeighbours, within ?? undefined)
    .filter((near) => near.row !== row && index.rows.at(near.row)?.isHeading === false)
    .filter((near) => isDuplicate(terms, new Set(index.locate(near.row).span.terms)))
    .map((near) => near.row)
    .sort((a, b) => a - b)
    .map((other) => placementOf(index, other));
  const { score, trace } = ranked ?? noScore;
  return makeQuote(index, [row], row, { score, trace, alsoIn });
}

import type { Candidate } from '../search/ranking.js';
import type { Steps } from '../steps.js';
import { findCentrality } from './centrality.js';
import type { RatedCandidate } from './choose-quotes.js';
import { findNearnessToDocument } from './pool-candidates.js';
import type { PooledCandidate } from './summary-candidate.js';

/** What the first sentence of a document or a paragraph is worth more, as an editor would read it. */
const openingFactors = { document: 1.25, paragraph: 1.05, none: 1 } as const;
/** What a sentence that answers the topic is rated higher: more than all that speaks against one of the others. */
const answeringBonus = 2;
/** Share of relevance, against centrality, in a rating. */
const relevanceShare = 0.5;

/**
 * Half of a rating is centrality among all candidates. The other half is how near a sentence is to the topic, or without
 * one, how near to the mean of its own document: of many documents, what is like everything says little. What answers the topic
 * comes before all else.
 */
export function* rateCandidates(
  candidates: readonly PooledCandidate[],
  ranked: ReadonlyMap<number, Candidate> | null,
  answering: ReadonlySet<number>,
): Steps<RatedCandidate[]> {
  const relevance = ranked
    ? spread(candidates.map(({ row }) => ranked.get(row)?.score ?? 0))
    : findNearnessToDocument(candidates);
  const vectors = candidates.map(({ vector }) => vector);
  const centrality = yield* findCentrality(vectors, ranked ? relevance : []);
  return candidates.map((candidate, i) => ({
    ...candidate,
    rating:
      (answering.has(candidate.row) ? answeringBonus : 0) +
      candidate.worth *
        openingFactors[candidate.opens ?? 'none'] *
        (relevanceShare * (relevance[i] ?? 0) + (1 - relevanceShare) * (centrality[i] ?? 0)),
  }));
}

/** The values moved and stretched to 0..1. */
function spread(values: readonly number[]): number[] {
  const [highest, lowest] = [Math.max(...values), Math.min(...values)];
  return values.map((value) => (highest > lowest ? (value - lowest) / (highest - lowest) : 1));
}

import { lanes, type Lane } from '../labelling/labels.js';
import { cosineOf } from '../search/cosine.js';
import type { Steps } from '../steps.js';
import type { LaneCounts } from './lane-shares.js';
import type { SummaryCandidate } from './summary-candidate.js';

interface RankedCandidate<Item> {
  readonly candidate: Item;
  /** Its place among those of its document and lane, from 0. */
  readonly rank: number;
  /** How near it is to the mean of all, by its worth. */
  readonly nearness: number;
}

/** Candidates that are scored in one step. */
const candidatesPerStep = 64;
/** So many times as many as are wanted are kept at most, until the best are chosen. */
const keptTimes = 4;

/**
 * Chooses about `limit` of many candidates, document by document. Each lane gets its share, at least a fifth of the limit. Of every document
 * the sentence nearest to the document's mean vector comes first (the centroid of D. Radev et al., "Centroid-based summarization of multiple
 * documents", Information Processing & Management 40, 2004), of all documents before any second one. First all documents are added to the
 * mean of the whole, then each is ranked.
 */
export class CandidatePool<Item extends SummaryCandidate> {
  private readonly whole: Float32Array;
  private readonly total: number;
  private readonly ranked = new Map<Lane, RankedCandidate<Item>[]>(lanes.map((lane) => [lane, []]));

  /** `held` is how many candidates there are of each lane. */
  constructor(
    dimensions: number,
    private readonly held: LaneCounts,
    private readonly limit: number,
  ) {
    this.whole = new Float32Array(dimensions);
    this.total = lanes.reduce((sum, lane) => sum + held[lane], 0);
  }

  /** Adds the vectors of candidates. */
  addToMean(vectors: readonly Float32Array[]): void {
    for (const vector of vectors) addShare(this.whole, vector, this.total);
  }

  /** Ranks the candidates of one document with their vectors. */
  *rank(own: readonly Item[], vectors: readonly Float32Array[]): Steps<void> {
    const mean = meanVector(vectors);
    const scored: { candidate: Item; score: number; nearness: number }[] = [];
    for (const [i, candidate] of own.entries()) {
      const { worth } = candidate;
      const vector = vectors[i] ?? mean;
      scored.push({ candidate, score: worth * cosineOf(mean, vector), nearness: worth * cosineOf(this.whole, vector) });
      if (i % candidatesPerStep === candidatesPerStep - 1) yield;
    }
    scored.sort((a, b) => b.score - a.score || a.candidate.row - b.candidate.row);
    const ranks = { reported: 0, attributed: 0, opinion: 0 };
    for (const { candidate, nearness } of scored) {
      this.ranked.get(candidate.lane)?.push({ candidate, rank: ranks[candidate.lane]++, nearness });
    }
    for (const [lane, ranked] of this.ranked) {
      if (ranked.length > keptTimes * this.limit) this.ranked.set(lane, this.choose(lane));
    }
  }

  /** The chosen ones, by rising row. */
  take(): Item[] {
    const chosen = lanes.flatMap((lane) => this.choose(lane).map(({ candidate }) => candidate));
    return chosen.sort((a, b) => a.row - b.row);
  }

  private choose(lane: Lane): RankedCandidate<Item>[] {
    const share = Math.max(this.limit / 5, (this.limit * this.held[lane]) / this.total);
    return [...(this.ranked.get(lane) ?? [])]
      .sort((a, b) => a.rank - b.rank || b.nearness - a.nearness || a.candidate.row - b.candidate.row)
      .slice(0, Math.round(share));
  }
}

export function meanVector(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) addShare(mean, vector, vectors.length);
  return mean;
}

/** Adds the share of one of `count` vectors to a mean. */
function addShare(mean: Float32Array, vector: Float32Array, count: number): void {
  for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0) / count;
}

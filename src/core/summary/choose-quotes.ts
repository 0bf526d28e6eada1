import { lanes, type Lane } from '../labelling/labels.js';
import { cosineOf } from '../search/cosine.js';
import { shareQuotes, type LaneCounts } from './lane-shares.js';
import { countLanes } from './pool-candidates.js';
import type { PooledCandidate } from './summary-candidate.js';

/** A candidate with how much it says for the whole, 0..1. */
export interface RatedCandidate extends PooledCandidate {
  readonly rating: number;
}

/** Weight of the rating against likeness to what is chosen already. */
const ratingShare = 0.72;
/** What a candidate loses for what is quoted already. */
const prices = {
  /** For each quote of its paragraph. */
  paragraph: 0.2,
  neighbour: 0.1,
  /** For each quote by which its document, when there are several, would be ahead of its due share. */
  document: 0.09,
} as const;
/**
 * Two quotes say the same from this cosine on; or with this share of the shorter one's terms in common, if that is not
 * little of the longer one; or from a lower cosine together with a lower share.
 */
const sameness = { cosine: 0.86, terms: 0.62, minUnion: 0.38, lowerCosine: 0.62, lowerTerms: 0.45 } as const;

/**
 * Chooses up to `count` sentences that together stand for all: greedy by maximal marginal relevance (J. Carbonell and
 * J. Goldstein, "The use of MMR, diversity-based reranking for reordering documents and producing summaries", SIGIR
 * 1998), each lane within its share, spread over paragraphs and documents, no two of which say the same.
 */
export function chooseQuotes(candidates: readonly RatedCandidate[], count: number, held: LaneCounts): RatedCandidate[] {
  const shares: Record<Lane, number> = { ...shareQuotes(count, held, countLanes(candidates)) };
  const dues = findDues(candidates, count);
  const chosen: RatedCandidate[] = [];
  let open = [...candidates];
  while (chosen.length < count && open.length > 0) {
    const inShare = open.filter(({ lane }) => shares[lane] > 0);
    // A lane whose candidates all say what was said leaves its share to the others.
    const best = findBest(inShare.length > 0 ? inShare : open, chosen, dues);
    if (!best) break;
    chosen.push(best);
    shares[best.lane]--;
    open = open.filter((candidate) => candidate !== best && !saysTheSame(candidate, best));
  }
  return chosen.sort((a, b) => lanes.indexOf(a.lane) - lanes.indexOf(b.lane) || a.row - b.row);
}

/** How many of `count` quotes each document is due by its number of candidates. */
function findDues(candidates: readonly RatedCandidate[], count: number): Map<number, number> {
  const dues = new Map<number, number>();
  for (const { document } of candidates) {
    dues.set(document, (dues.get(document) ?? 0) + count / candidates.length);
  }
  return dues;
}

function findBest(
  candidates: readonly RatedCandidate[],
  chosen: readonly RatedCandidate[],
  dues: ReadonlyMap<number, number>,
): RatedCandidate | undefined {
  let best: { candidate: RatedCandidate; value: number } | undefined;
  for (const candidate of candidates) {
    let likeness = 0;
    let price = 0;
    let ahead = 1 - (dues.get(candidate.document) ?? 0);
    for (const other of chosen) {
      likeness = Math.max(likeness, cosineOf(candidate.vector, other.vector));
      if (other.document !== candidate.document) continue;
      ahead++;
      if (other.block === candidate.block) price += prices.paragraph;
      if (Math.abs(other.row - candidate.row) === 1) price += prices.neighbour;
    }
    if (dues.size > 1) price += prices.document * Math.max(0, ahead);
    const value = ratingShare * candidate.rating - (1 - ratingShare) * likeness - price;
    if (!best || value > best.value) best = { candidate, value };
  }
  return best?.candidate;
}

/** Whether a reader of both would read one thing twice. */
function saysTheSame(a: PooledCandidate, b: PooledCandidate): boolean {
  const shorter = Math.min(a.terms.size, b.terms.size);
  let common = 0;
  for (const term of a.terms) if (b.terms.has(term)) common++;
  const shared = shorter > 0 ? common / shorter : 0;
  const union = a.terms.size + b.terms.size - common;
  const cosine = cosineOf(a.vector, b.vector);
  return (
    cosine >= sameness.cosine ||
    (shared >= sameness.terms && common >= sameness.minUnion * union) ||
    (cosine >= sameness.lowerCosine && shared >= sameness.lowerTerms)
  );
}

import type { Steps } from '../steps.js';
import { lanes, type Lane } from '../labelling/labels.js';
import type { SearchIndex } from '../search/search-index.js';
import { blankMarkup } from '../text/document.js';
import { cosineOf } from '../search/cosine.js';
import type { LaneCounts } from './lane-shares.js';
import { createNotes } from './notes.js';
import { judgeWorth } from './quote-worth.js';

/** A sentence that may be quoted. */
export interface SummaryCandidate {
  readonly row: number;
  readonly lane: Lane;
  /** Index of its document. */
  readonly document: number;
  /** Index of its block in the document. */
  readonly block: number;
  /** 0..1, see `judgeWorth`. */
  readonly worth: number;
  /** Whether it opens its document, or else a paragraph; both tend to say what the rest is about. */
  readonly opens: 'document' | 'paragraph' | null;
}

/** One of those that are compared with each other. */
export interface PooledCandidate extends SummaryCandidate {
  readonly vector: Float32Array;
  readonly terms: ReadonlySet<string>;
}

/** Below this worth a sentence is not quoted. */
const minWorth = 0.25;

const worthOf = createNotes((index, row) => judgeWorth(visibleText(index, row), index.locate(row).span).worth);

/** Sentences that are looked at in one step. */
const rowsPerStep = 64;

/** The sentences of `rows` that are fit to be quoted; headings never are. */
export function* listCandidates(index: SearchIndex, rows: Iterable<number>): Steps<SummaryCandidate[]> {
  const candidates: SummaryCandidate[] = [];
  let looked = 0;
  for (const row of rows) {
    if (++looked % rowsPerStep === 0) yield;
    const place = index.rows[row];
    if (!place || place.isHeading) continue;
    const worth = worthOf(index, row);
    if (worth < minWorth) continue;
    const { span } = index.locate(row);
    candidates.push({
      row,
      lane: span.label.label,
      document: place.document,
      block: span.block,
      worth,
      opens: findOpening(index, row),
    });
  }
  return candidates;
}

function findOpening(index: SearchIndex, row: number): SummaryCandidate['opens'] {
  const place = index.rows[row];
  const before = index.rows[row - 1];
  if (!place || before?.document !== place.document) return 'document';
  if (index.locate(row - 1).span.block === index.locate(row).span.block) return null;
  const first = index.firstRows[place.document] ?? 0;
  let at = row - 1;
  while (at >= first && index.rows[at]?.isHeading) at--;
  const isFirst = at < first;
  return isFirst ? 'document' : 'paragraph';
}

/** The sentence of a row without notation. */
function visibleText(index: SearchIndex, row: number): string {
  const { document, span } = index.locate(row);
  const markup = document.markup.filter(({ start, end }) => start < span.end && span.start < end);
  if (markup.length === 0) return index.textOf(row);
  const inside = markup.map(({ start, end }) => ({
    start: Math.max(0, start - span.start),
    end: Math.min(span.end, end) - span.start,
  }));
  return blankMarkup(index.textOf(row), inside).trim();
}

export function countLanes(candidates: readonly { readonly lane: Lane }[]): LaneCounts {
  const counts: Record<Lane, number> = { reported: 0, attributed: 0, opinion: 0 };
  for (const { lane } of candidates) counts[lane]++;
  return counts;
}

/**
 * At most about `limit` of the candidates, so that what grows with the square stays small. Each lane gets its share, at
 * least a fifth of the limit. Of every document the sentence nearest to the document's mean vector comes first (the
 * centroid of D. Radev et al., "Centroid-based summarization of multiple documents", Information Processing &
 * Management 40, 2004), of all documents before any second one. Time grows with the number of candidates only.
 */
export function* poolCandidates(
  index: SearchIndex,
  candidates: readonly SummaryCandidate[],
  limit: number,
): Steps<PooledCandidate[]> {
  if (candidates.length <= limit) return candidates.map((candidate) => completeCandidate(index, candidate));
  const byDocument = groupByDocument(candidates);
  const whole = new Float32Array(index.vectors.dimensions);
  for (const own of byDocument.values()) {
    for (const vector of readVectors(index, own)) addShare(whole, vector, candidates.length);
    yield;
  }
  const ranked = new Map<Lane, { candidate: SummaryCandidate; rank: number; nearness: number }[]>();
  for (const lane of lanes) ranked.set(lane, []);
  for (const own of byDocument.values()) {
    const vectors = readVectors(index, own);
    const mean = meanVector(vectors);
    const scored: { candidate: SummaryCandidate; score: number; nearness: number }[] = [];
    for (const [i, candidate] of own.entries()) {
      const { worth } = candidate;
      const vector = vectors[i] ?? mean;
      scored.push({ candidate, score: worth * cosineOf(mean, vector), nearness: worth * cosineOf(whole, vector) });
      if (i % rowsPerStep === rowsPerStep - 1) yield;
    }
    scored.sort((a, b) => b.score - a.score || a.candidate.row - b.candidate.row);
    const ranks = { reported: 0, attributed: 0, opinion: 0 };
    for (const { candidate, nearness } of scored) {
      ranked.get(candidate.lane)?.push({ candidate, rank: ranks[candidate.lane]++, nearness });
    }
    yield;
  }
  const pool = lanes.flatMap((lane) => {
    const own = ranked.get(lane) ?? [];
    const share = Math.max(limit / 5, (limit * own.length) / candidates.length);
    return own
      .sort((a, b) => a.rank - b.rank || b.nearness - a.nearness || a.candidate.row - b.candidate.row)
      .slice(0, Math.round(share))
      .map(({ candidate }) => candidate);
  });
  return pool.sort((a, b) => a.row - b.row).map((candidate) => completeCandidate(index, candidate));
}

function completeCandidate(index: SearchIndex, candidate: SummaryCandidate): PooledCandidate {
  const { terms } = index.locate(candidate.row).span;
  return { ...candidate, vector: index.vectors.vectorOf(candidate.row), terms: new Set(terms) };
}

/** The vectors of candidates of one document, in their order, which is the text's. */
function readVectors(index: SearchIndex, own: readonly SummaryCandidate[]): Float32Array[] {
  const { dimensions } = index.vectors;
  const first = own[0]?.row ?? 0;
  const rows = (own.at(-1)?.row ?? -1) - first + 1;
  const all = new Float32Array(rows * dimensions);
  index.vectors.copyVectors(first, all);
  return own.map(({ row }) => all.subarray((row - first) * dimensions, (row - first + 1) * dimensions));
}

/** The cosine of each candidate with the mean of its document's candidates, as a share of the highest there. */
export function findNearnessToDocument(candidates: readonly PooledCandidate[]): number[] {
  const nearness = new Map<PooledCandidate, number>();
  for (const own of groupByDocument(candidates).values()) {
    const mean = meanVector(own.map(({ vector }) => vector));
    const cosines = own.map(({ vector }) => Math.max(0, cosineOf(mean, vector)));
    const highest = Math.max(...cosines);
    for (const [i, candidate] of own.entries()) {
      nearness.set(candidate, highest > 0 ? (cosines[i] ?? 0) / highest : 1);
    }
  }
  return candidates.map((candidate) => nearness.get(candidate) ?? 0);
}

function groupByDocument<Candidate extends SummaryCandidate>(
  candidates: readonly Candidate[],
): Map<number, Candidate[]> {
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const own = groups.get(candidate.document);
    if (own) own.push(candidate);
    else groups.set(candidate.document, [candidate]);
  }
  return groups;
}

function meanVector(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) addShare(mean, vector, vectors.length);
  return mean;
}

/** Adds the share of one of `count` vectors to a mean. */
function addShare(mean: Float32Array, vector: Float32Array, count: number): void {
  for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0) / count;
}

import type { Steps } from '../steps.js';
import type { Lane } from '../labelling/labels.js';
import type { SearchIndex } from '../search/search-index.js';
import { blankMarkup } from '../text/document.js';
import { cosineOf } from '../search/cosine.js';
import { CandidatePool, meanVector } from './candidate-pool.js';
import type { LaneCounts } from './lane-shares.js';
import { createNotes } from './notes.js';
import type { PooledCandidate, SummaryCandidate } from './summary-candidate.js';
import { judgeWorth } from './quote-worth.js';

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
    const place = index.rows.at(row);
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
  const place = index.rows.at(row);
  const before = index.rows.at(row - 1);
  if (!place || before?.document !== place.document) return 'document';
  if (index.locate(row - 1).span.block === index.locate(row).span.block) return null;
  const first = index.firstRows[place.document] ?? 0;
  let at = row - 1;
  while (at >= first && index.rows.at(at)?.isHeading) at--;
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

/** Most sentences that are compared with each other. */
export const maxCompared = 360;

/**
 * At most about `limit` of the candidates, so that what grows with the square stays small; see `CandidatePool`. Time grows with the number
 * of candidates only.
 */
export function* poolCandidates(
  index: SearchIndex,
  candidates: readonly SummaryCandidate[],
  limit: number,
): Steps<PooledCandidate[]> {
  if (candidates.length <= limit) return candidates.map((candidate) => completeCandidate(index, candidate));
  const byDocument = groupByDocument(candidates);
  const pool = new CandidatePool<SummaryCandidate>(index.vectors.dimensions, countLanes(candidates), limit);
  const room = new VectorRoom(index);
  for (const own of byDocument.values()) {
    pool.addToMean(room.read(own));
    yield;
  }
  for (const own of byDocument.values()) {
    yield* pool.rank(own, room.read(own));
    yield;
  }
  return pool.take().map((candidate) => completeCandidate(index, candidate));
}

function completeCandidate(index: SearchIndex, candidate: SummaryCandidate): PooledCandidate {
  const { terms } = index.locate(candidate.row).span;
  return { ...candidate, vector: index.vectors.vectorOf(candidate.row), terms: new Set(terms) };
}

/** Room for the vectors of one document, used again for the next: that of all documents would be far more than the index takes. */
class VectorRoom {
  private vectors = new Float32Array();
  /** Of each row that there is room for. */
  private views: Float32Array[] = [];

  constructor(private readonly index: SearchIndex) {}

  /** The vectors of candidates of one document, in their order, which is the text's; they hold until others are read. */
  read(own: readonly SummaryCandidate[]): Float32Array[] {
    const { dimensions } = this.index.vectors;
    const first = own[0]?.row ?? 0;
    const rows = (own.at(-1)?.row ?? -1) - first + 1;
    if (rows > this.views.length) this.makeRoom(rows, dimensions);
    this.index.vectors.copyVectors(first, this.vectors.subarray(0, rows * dimensions));
    return own.map(({ row }) => this.views[row - first] ?? new Float32Array(dimensions));
  }

  private makeRoom(rows: number, dimensions: number): void {
    const vectors = new Float32Array(rows * dimensions);
    this.vectors = vectors;
    this.views = Array.from({ length: rows }, (_, i) => vectors.subarray(i * dimensions, (i + 1) * dimensions));
  }
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

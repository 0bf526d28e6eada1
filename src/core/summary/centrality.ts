import { cosineOf } from '../search/cosine.js';
import type { Steps } from '../steps.js';

interface CentralityOptions {
  /** Probability of following a similarity rather than jumping to a sentence by its prior, 0..1. */
  readonly damping: number;
  /** The iteration ends when the scores change by less than this in sum. */
  readonly tolerance: number;
  readonly maxIterations: number;
}

/** Damping as in the paper; the rest is far more than the order of sentences needs. */
const centralityDefaults: CentralityOptions = { damping: 0.85, tolerance: 1e-6, maxIterations: 100 };

/**
 * How central each sentence is among others: continuous LexRank, the stationary distribution of a walk over sentences
 * that goes to a neighbour in proportion to its similarity. G. Erkan and D. Radev, "LexRank: Graph-based Lexical
 * Centrality as Salience in Text Summarization", JAIR 22, 2004. With an uneven `prior` it is the topic-biased variant:
 * J. Otterbacher, G. Erkan and D. Radev, "Using Random Walks for Question-focused Sentence Retrieval", HLT/EMNLP 2005.
 *
 * Embeddings of any two sentences of one language are alike to a degree, so that only what a cosine exceeds the mean by
 * counts as similarity; else every walk would be nearly even.
 *
 * @param vectors unit vectors; time and memory grow with the square of their number
 * @param prior how likely a jump goes to each, in any scale; all zero or left out: evenly
 * @returns one number a vector, 0..1, the highest 1
 */
export function* findCentrality(
  vectors: readonly Float32Array[],
  prior: readonly number[] = [],
  { damping, tolerance, maxIterations }: CentralityOptions = centralityDefaults,
): Steps<number[]> {
  const count = vectors.length;
  if (count === 0) return [];
  const weights = yield* similaritiesAboveMean(vectors);
  const rowSums = Array.from({ length: count }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < count; j++) sum += weights[i * count + j] ?? 0;
    return sum;
  });
  const total = prior.reduce((sum, value) => sum + value, 0);
  const jump = Array.from({ length: count }, (_, i) => (total > 0 ? (prior[i] ?? 0) / total : 1 / count));
  let scores = jump;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const next = new Array<number>(count).fill(0);
    let stranded = 0;
    for (let i = 0; i < count; i++) {
      const own = scores[i] ?? 0;
      const sum = rowSums[i] ?? 0;
      if (sum === 0) stranded += own;
      else for (let j = 0; j < count; j++) next[j] = (next[j] ?? 0) + (own * (weights[i * count + j] ?? 0)) / sum;
    }
    let change = 0;
    for (let j = 0; j < count; j++) {
      const at = jump[j] ?? 0;
      next[j] = damping * ((next[j] ?? 0) + stranded * at) + (1 - damping) * at;
      change += Math.abs((next[j] ?? 0) - (scores[j] ?? 0));
    }
    scores = next;
    if (change < tolerance) break;
    yield;
  }
  const highest = Math.max(...scores);
  return scores.map((score) => (highest > 0 ? score / highest : 0));
}

/** For each pair how far its cosine lies above the mean of all pairs, 0 where it does not; a square, row by row. */
function* similaritiesAboveMean(vectors: readonly Float32Array[]): Steps<Float32Array> {
  const count = vectors.length;
  const cosines = new Float32Array(count * count);
  let sum = 0;
  for (const [i, first] of vectors.entries()) {
    for (let j = i + 1; j < count; j++) {
      const cosine = cosineOf(first, vectors[j] ?? first);
      cosines[i * count + j] = cosine;
      cosines[j * count + i] = cosine;
      sum += 2 * cosine;
    }
    yield;
  }
  const mean = sum / Math.max(1, count * (count - 1));
  return cosines.map((cosine) => Math.max(0, cosine - mean));
}

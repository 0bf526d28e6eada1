import type { Span } from '../../text/span.js';
import type { Cue } from './opinion-cues.js';

/**
 * A linear probe over sentence embeddings (Alain, Bengio, "Understanding intermediate layers using linear classifier
 * probes", https://arxiv.org/abs/1610.01644): the logit of opinion against reported for a sentence as a whole. It hears
 * what no list of words holds, a metaphor or an understatement, but cannot say what it heard.
 */
export interface Probe {
  readonly bias: number;
  /** One for each dimension of the embedding. */
  readonly weights: readonly number[];
}

/** The id of the only embedding model that the fitted probe reads; labels beside another model rest on the cues alone. */
export const probedModelId = 'bundled';

/** Unit vectors of the sentences of a document by the probed model, by the sentence's number. */
export type SentenceVectors = (sentence: number) => Float32Array;

/** Beyond this logit the probe is sure, and no surer. */
const maxLogit = 4;

/** The probe's logit, at most `maxLogit` either way. */
function probeLogit(vector: Float32Array, { bias, weights }: Probe): number {
  if (vector.length !== weights.length) {
    throw new RangeError(`a vector of ${vector.length} dimensions, expected ${weights.length}`);
  }
  let logit = bias;
  for (let i = 0; i < weights.length; i++) logit += (weights[i] ?? 0) * (vector[i] ?? 0);
  return Math.max(-maxLogit, Math.min(maxLogit, logit));
}

/** How a sentence sounds as a whole, as one cue. Throws a RangeError for a vector of another length than the probe. */
export function probeSentence({ start, end }: Span, vector: Float32Array, probe: Probe): Cue {
  const amount = probeLogit(vector, probe);
  return {
    feature: 'sound',
    amount,
    name: amount > 0 ? '[sounds like opinion]' : '[sounds like a report]',
    start,
    end,
  };
}

import type { CorpusIndex } from '../../core/corpus/corpus-index.js';
import type { Proposal } from '../../core/corpus/propose-part.js';

/** What is proposed for some words, in the corpus that it is a part of. */
export interface Proposed extends Proposal {
  readonly vector: Float32Array;
  readonly corpus: CorpusIndex;
}

export type Propose = <Result>(
  text: string,
  work: (proposed: Proposed) => Promise<Result>,
  options?: {
    readonly documentId?: string | null;
    /** Whether all vectors of what is proposed are to be at hand. */
    readonly areVectorsHeld?: boolean;
    /** Documents that are to be among those proposed. */
    readonly besides?: (corpus: CorpusIndex) => Promise<readonly number[]>;
  },
) => Promise<Result>;

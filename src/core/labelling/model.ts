import type { ClauseWeights } from './clause-score.js';
import type { Weights } from './features.js';
import { clauseModel, sentenceWeights } from './weights.js';

/** All that is fitted: the weights of a sentence's cues and of those of a clause that hangs on it. */
export interface LabelModel {
  readonly sentence: Weights;
  readonly clause: ClauseWeights;
}

/** The weights that the project ships. */
export const fittedModel: LabelModel = { sentence: sentenceWeights, clause: clauseModel };

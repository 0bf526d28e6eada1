import type { ClauseWeights } from './opinion/clause-score.js';
import type { Weights } from '../english/features.js';
import type { Probe } from './opinion/probe.js';
import { clauseModel, probe, sentenceWeights } from './opinion/weights.js';

/** All that is fitted: the weights of a sentence's cues, of those of a clause that hangs on it, and of its embedding. */
export interface LabelModel {
  readonly sentence: Weights;
  readonly clause: ClauseWeights;
  readonly probe: Probe;
}

/** The weights that the project ships. */
export const fittedModel: LabelModel = { sentence: sentenceWeights, clause: clauseModel, probe };

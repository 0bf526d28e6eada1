import { clauseModel, probe, sentenceWeights } from './opinion/weights.js';
/** The weights that the project ships. */
export const fittedModel = { sentence: sentenceWeights, clause: clauseModel, probe };
//# sourceMappingURL=model.js.map
import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { labelBatch, type BatchLine, type LabelLine } from './label-batch.js';
import { labelFile, type LabelledSentence } from './label-file.js';

export interface Labeller {
  labelFile(name: string, bytes: Buffer): LabelledSentence[];
  labelBatch(lines: readonly BatchLine[]): LabelLine[];
}

/** The labeller without index and model; loads in a tenth of a second. */
export function openLabeller(): Labeller {
  const analyser = createWinkAnalyser();
  return {
    labelFile: (name, bytes) => labelFile(name, bytes, analyser),
    labelBatch: (lines) => labelBatch(lines, analyser),
  };
}

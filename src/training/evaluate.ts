import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { crossValidate } from './cross-validate.js';
import { readLabelledSet } from './labelled-set.js';
import { measureLabels } from './measure.js';

const part = process.argv[2];
if (part !== 'train' && part !== 'held-out' && part !== 'cross') {
  console.error('usage: node dist/training/evaluate.js train|held-out|cross');
  process.exitCode = 2;
} else {
  const documents = readLabelledSet(part === 'cross' ? 'train' : part, createWinkAnalyser());
  console.log(JSON.stringify(part === 'cross' ? crossValidate(documents) : measureLabels(documents), null, 2));
}

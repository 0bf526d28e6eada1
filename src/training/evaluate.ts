import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { readLabelledSet } from './labelled-set.js';
import { measureLabels } from './measure.js';

const part = process.argv[2];
if (part !== 'train' && part !== 'held-out') {
  console.error('usage: node dist/training/evaluate.js train|held-out');
  process.exitCode = 2;
} else {
  console.log(JSON.stringify(measureLabels(readLabelledSet(part, createWinkAnalyser())), null, 2));
}

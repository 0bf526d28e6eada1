/**
 * Prints the texts that a second reader labels, without labels; with a file of answers both readers' labels as a table.
 * See "Labelled twice" in tests/labelled/GUIDE.md.
 */
import { readFileSync } from 'node:fs';
import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { readLabelledSet } from './labelled-set.js';
import {
  chooseDoubled,
  describeAgreement,
  measureAgreement,
  readDoubled,
  renderDoubled,
  renderSheet,
} from './second-labels.js';

const analyser = createWinkAnalyser();
const chosen = chooseDoubled([...readLabelledSet('train', analyser), ...readLabelledSet('held-out', analyser)]);
const answers = process.argv[2];
if (answers === undefined) process.stdout.write(renderSheet(chosen));
else {
  const table = renderDoubled(chosen, readFileSync(answers, 'utf8'));
  process.stdout.write(table);
  const labels = readDoubled(table).map(({ first, second }) => [first, second] as const);
  process.stderr.write(`${describeAgreement(measureAgreement(labels))}\n`);
}

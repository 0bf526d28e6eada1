/** Prints the texts that a second reader labels, without labels; see "Labelled twice" in tests/labelled/GUIDE.md. */
import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { readLabelledSet } from './labelled-set.js';
import { chooseDoubled, renderSheet } from './second-labels.js';

const analyser = createWinkAnalyser();
const documents = [...readLabelledSet('train', analyser), ...readLabelledSet('held-out', analyser)];
process.stdout.write(renderSheet(chooseDoubled(documents)));

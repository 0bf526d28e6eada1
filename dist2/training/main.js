import { writeFileSync } from 'node:fs';
import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { embedLabelled } from './embed-labelled.js';
import { readLabelledSet, weightsFile } from './labelled-set.js';
import { renderWeights, trainWeights } from './train-weights.js';
const documents = await embedLabelled(readLabelledSet('train', createWinkAnalyser()));
writeFileSync(weightsFile, renderWeights(trainWeights(documents)));
const sentences = documents.reduce((sum, { gold }) => sum + gold.length, 0);
console.log(`fitted on ${sentences} sentences of ${documents.length} documents: ${weightsFile}`);
//# sourceMappingURL=main.js.map
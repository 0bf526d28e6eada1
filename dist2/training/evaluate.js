import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { crossValidate } from './cross-validate.js';
import { embedLabelled } from './embed-labelled.js';
import { readLabelledSet } from './labelled-set.js';
import { labelAsIndexed, labelByCues, measureLabels } from './measure.js';
const part = process.argv[2];
if (part !== 'train' && part !== 'held-out' && part !== 'cross') {
    console.error('usage: node dist/training/evaluate.js train|held-out|cross');
    process.exitCode = 2;
}
else {
    const documents = await embedLabelled(readLabelledSet(part === 'cross' ? 'train' : part, createWinkAnalyser()));
    const measures = part === 'cross'
        ? crossValidate(documents)
        : { asIndexed: measureLabels(documents, labelAsIndexed), byCues: measureLabels(documents, labelByCues) };
    console.log(JSON.stringify(measures, null, 2));
}
//# sourceMappingURL=evaluate.js.map
import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { labelDocument } from '../core/labelling/label-document.js';
import { embedLabelled, type EmbeddedDocument } from './embed-labelled.js';
import { readLabelledSet } from './labelled-set.js';
import { labelAsIndexed, labelByCues, measureLabels, type Measures } from './measure.js';
import { trainWeights } from './train-weights.js';

const folds = 8;

const part = process.argv[2];
if (part !== 'train' && part !== 'held-out' && part !== 'cross') {
  console.error('usage: node dist/training/evaluate.js train|held-out|cross');
  process.exitCode = 2;
} else {
  const documents = await embedLabelled(readLabelledSet(part === 'cross' ? 'train' : part, createWinkAnalyser()));
  const measures =
    part === 'cross'
      ? crossValidate(documents)
      : { asIndexed: measureLabels(documents, labelAsIndexed), byCues: measureLabels(documents, labelByCues) };
  console.log(JSON.stringify(measures, null, 2));
}

/**
 * Labels every document by weights fitted on the others: what the fit will do on documents that it has not seen. Only
 * the weights are unseen, not the rules and word lists, so that the figures still lean to the kind side.
 */
function crossValidate(documents: readonly EmbeddedDocument[]): Measures {
  const models = Array.from({ length: folds }, (_, fold) =>
    trainWeights(documents.filter((_document, i) => i % folds !== fold)),
  );
  const modelOf = new Map(documents.map((document, i) => [document, models[i % folds]]));
  return measureLabels(documents, (labelled) => {
    const { document, sentences, vectorOf } = labelled;
    const model = modelOf.get(labelled);
    return labelDocument(document, sentences, { vectorOf, ...(model ? { model } : {}) });
  });
}

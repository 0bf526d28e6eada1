import { labelDocument } from '../core/labelling/label-document.js';
import { measureLabels } from './measure.js';
import { trainWeights } from './train-weights.js';
const folds = 8;
/**
 * Labels every document by weights fitted on the others: what the fit will do on documents that it has not seen. Only
 * the weights are unseen, not the rules and word lists, so that the figures still lean to the kind side.
 */
export function crossValidate(documents) {
    const models = Array.from({ length: folds }, (_, fold) => trainWeights(documents.filter((_document, i) => i % folds !== fold)));
    const modelOf = new Map(documents.map((document, i) => [document, models[i % folds]]));
    return measureLabels(documents, (labelled) => {
        const { document, sentences, vectorOf } = labelled;
        const model = modelOf.get(labelled);
        return labelDocument(document, sentences, { vectorOf, ...(model ? { model } : {}) });
    });
}
//# sourceMappingURL=cross-validate.js.map
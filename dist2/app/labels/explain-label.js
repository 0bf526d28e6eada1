import { labelDocument } from '../../core/labelling/label-document.js';
import { splitSentences } from '../../core/text/sentences.js';
import { overlaps } from '../../core/text/span.js';
import { vectorsOfDocument } from '../indexing/read-vectors.js';
/** Labels of whole documents are kept for the next question about them, as long as an index holds the document. */
const kept = new WeakMap();
/** The labels, with all their reasons, of the sentences in a span of the index's document of that number; worked out again. */
export function explainLabels(index, number, span, { analyser, model }) {
    const document = index.documents[number]?.document;
    if (!document)
        return [];
    let labels = kept.get(document);
    if (!labels) {
        const vectorOf = vectorsOfDocument(index, number, model);
        labels = labelDocument(document, splitSentences(document, analyser), { vectorOf });
        kept.set(document, labels);
    }
    return labels.filter((label) => overlaps(label, span));
}
//# sourceMappingURL=explain-label.js.map
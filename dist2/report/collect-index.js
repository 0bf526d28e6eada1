import { explainLabels } from '../app/labels/explain-label.js';
import { collectDocument } from './collect-document.js';
/** Gathers every document of an index by rising path: the labels that it holds, and why the labeller gave them. */
export function collectIndex(index, readers) {
    return index.documents.map(({ document, sentences }, number) => {
        const whole = { start: 0, end: document.text.length };
        const explained = explainLabels(index, number, whole, readers);
        const labels = sentences.flatMap(({ label }, i) => {
            const own = explained[i];
            return own ? [{ ...own, ...label }] : [];
        });
        return collectDocument(document, sentences, labels);
    });
}
//# sourceMappingURL=collect-index.js.map
import { explainLabels } from '../app/labels/explain-label.js';
import type { Analyser, EmbeddingModel } from '../core/ports.js';
import type { SearchIndex } from '../core/search/search-index.js';
import { collectDocument, type ReportDocument, type ReportLabel } from './collect-document.js';

/** Gathers every document of an index by rising path: the labels that it holds, and why the labeller gave them. */
export function collectIndex(
  index: SearchIndex,
  readers: { readonly analyser: Analyser; readonly model: EmbeddingModel },
): ReportDocument[] {
  return index.documents.map(({ document, sentences }, number) => {
    const whole = { start: 0, end: document.text.length };
    const explained = explainLabels(index, number, whole, readers);
    const labels = sentences.flatMap(({ label }, i): ReportLabel[] => {
      const own = explained[i];
      return own ? [{ ...own, ...label }] : [];
    });
    return collectDocument(document, sentences, labels);
  });
}

import type { OpenIndex } from '../app/asking/open-index.js';
import { collectDocument } from './collect-document.js';
import type { ReportDocument, ReportLabel } from './report-document.js';

/** Gathers every document of an index by rising path: the labels that it holds, and why the labeller gave them. */
export function collectIndex({
  searchIndex,
  explainLabels,
}: Pick<OpenIndex, 'searchIndex' | 'explainLabels'>): ReportDocument[] {
  return searchIndex.documents.map((indexed) => {
    const { document, sentences } = indexed;
    const explained = explainLabels(indexed, { start: 0, end: document.text.length });
    const labels = sentences.flatMap(({ label }, i): ReportLabel[] => {
      const own = explained[i];
      return own ? [{ ...own, ...label }] : [];
    });
    return collectDocument(document, sentences, labels);
  });
}

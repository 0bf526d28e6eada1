import type { SourceDocument } from '../../core/text/document.js';
import type { SentenceLabel } from '../../core/labelling/labels.js';
import { labelDocument } from '../../core/labelling/label-document.js';
import type { Analyser, EmbeddingModel } from '../../core/ports.js';
import type { SearchIndex } from '../../core/search/search-index.js';
import { splitSentences } from '../../core/text/sentences.js';
import { overlaps, type Span } from '../../core/text/span.js';
import { vectorsOfDocument } from '../indexing/sentence-vectors.js';

/** Labels of whole documents are kept for the next question about them, as long as an index holds the document. */
const kept = new WeakMap<SourceDocument, readonly SentenceLabel[]>();

/** The labels, with all their reasons, of the sentences in a span of the index's document of that number; worked out again. */
export function explainLabels(
  index: SearchIndex,
  number: number,
  span: Span,
  { analyser, model }: { readonly analyser: Analyser; readonly model: EmbeddingModel },
): SentenceLabel[] {
  const document = index.documents[number]?.document;
  if (!document) return [];
  let labels = kept.get(document);
  if (!labels) {
    const vectorOf = vectorsOfDocument(index, number, model);
    labels = labelDocument(document, splitSentences(document, analyser), { vectorOf });
    kept.set(document, labels);
  }
  return labels.filter((label) => overlaps(label, span));
}

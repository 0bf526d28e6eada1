import type { SourceDocument } from '../core/document.js';
import type { SentenceLabel } from '../core/labels.js';
import { labelDocument } from '../core/labelling/label-document.js';
import type { Analyser } from '../core/ports.js';
import { splitSentences } from '../core/sentences.js';
import { overlaps, type Span } from '../core/span.js';

/** Labels of whole documents are kept for the next question about them, as long as an index holds the document. */
const kept = new WeakMap<SourceDocument, readonly SentenceLabel[]>();

/** The labels, with all their reasons, of the sentences in a span; worked out again from the document. */
export function explainLabels(document: SourceDocument, span: Span, analyser: Analyser): SentenceLabel[] {
  let labels = kept.get(document);
  if (!labels) {
    labels = labelDocument(document, splitSentences(document, analyser));
    kept.set(document, labels);
  }
  return labels.filter((label) => overlaps(label, span));
}

import { blankMarkup, type SourceDocument } from '../core/document.js';
import { labelDocument } from '../core/labelling/label-document.js';
import type { StoredLabel } from '../core/labels.js';
import { cutPassages } from '../core/passages.js';
import type { Analyser } from '../core/ports.js';
import type { IndexedDocument } from '../core/search-index.js';
import type { Sentence } from '../core/sentence.js';
import { splitSentences } from '../core/sentences.js';
import { termsOf } from '../core/terms.js';

/** All that can be said of a document without the embedding model. */
export interface AnalysedDocument {
  readonly document: SourceDocument;
  readonly sentences: readonly Sentence[];
  readonly labels: readonly StoredLabel[];
  readonly titleTerms: readonly string[];
  /** What the model reads for each sentence: without notation, one space between words. */
  readonly texts: readonly string[];
}

export function analyseDocument(document: SourceDocument, analyser: Analyser): AnalysedDocument {
  const sentences = splitSentences(document, analyser);
  const visible = blankMarkup(document.text, document.markup);
  return {
    document,
    sentences,
    labels: labelDocument(document, sentences).map(({ label, step, confidence, attributed, sources, kind, spans }) => ({
      label,
      step,
      confidence,
      attributed,
      sources,
      kind,
      spans,
    })),
    titleTerms: termsOf(analyser.analyse(document.metadata.title).tokens),
    texts: sentences.map(({ start, end }) => visible.slice(start, end).replace(/\s+/g, ' ').trim()),
  };
}

/** Adds what the model's token counts decide: the passages. */
export function finishDocument(
  { document, sentences, labels, titleTerms }: AnalysedDocument,
  tokenCounts: ArrayLike<number>,
  maxTokens: number,
): IndexedDocument {
  const indexed = sentences.map(({ start, end, block, tokens }, i) => {
    const label = labels[i];
    if (!label) throw new RangeError(`sentence ${i} of ${document.path} has no label`);
    return { start, end, block, terms: termsOf(tokens), tokenCount: tokenCounts[i] ?? 0, label };
  });
  return { document, sentences: indexed, passages: cutPassages(indexed, document.blocks, maxTokens), titleTerms };
}

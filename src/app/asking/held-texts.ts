import type { SentenceLabel } from '../../core/labelling/labels.js';
import type { Analyser, EmbeddingModel } from '../../core/ports.js';
import type { IndexedDocument, SearchIndex } from '../../core/search/search-index.js';
import type { Span } from '../../core/text/span.js';
import { explainLabels } from '../labels/explain-label.js';

/** Texts that are in memory: those that were asked for, and perhaps others of the same index. */
export interface HeldTexts {
  readonly searchIndex: SearchIndex;
  /** Null for a text that is not among them. */
  findDocument(id: string): IndexedDocument | null;
  /** The labels with all their reasons of the sentences in a span of one of them. */
  explainLabels(document: IndexedDocument, span: Span): SentenceLabel[];
}

export function holdTexts(
  searchIndex: SearchIndex,
  { analyser, model }: { readonly analyser: Analyser; readonly model: EmbeddingModel },
): HeldTexts {
  const numbers = new Map(searchIndex.documents.map(({ document: { id } }, number) => [id, number]));
  return {
    searchIndex,
    findDocument: (id) => searchIndex.documents[numbers.get(id) ?? -1] ?? null,
    explainLabels: ({ document }, span) =>
      explainLabels(searchIndex, numbers.get(document.id) ?? -1, span, { analyser, model }),
  };
}

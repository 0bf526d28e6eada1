import type { DraftContent } from '#verbatim/core/briefs/brief-content.js';

/** A draft without quotes, about all texts, but for what is given. */
export function draftContent(given: Partial<DraftContent> = {}): DraftContent {
  return {
    topic: null,
    documentId: null,
    documentTitle: null,
    title: null,
    quoteCount: 6,
    indexVersion: '0'.repeat(64),
    locale: 'en-US',
    quotes: [],
    pairs: [],
    order: [],
    leftOut: [],
    pairsLeftOut: [],
    ...given,
  };
}

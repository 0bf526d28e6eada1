import type { Block } from './document.js';
import type { Span } from './span.js';

/** A run of whole sentences, `[first, last]` by number in their document, that fits the embedding model. */
export interface Passage extends Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Passages of as many whole sentences as fit into `maxTokens` model tokens, each beginning with the last sentence of the
 * one before it if that leaves room for another. None crosses a heading or goes on to the next question; a heading belongs to none. A sentence over the limit is a passage of its own.
 */
export function cutPassages(
  sentences: readonly (Span & { readonly block: number; readonly tokenCount: number })[],
  blocks: readonly Block[],
  maxTokens: number,
): Passage[] {
  const passages: Passage[] = [];
  const isHeading = (at: number): boolean => blocks[sentences[at]?.block ?? -1]?.kind === 'heading';
  const asks = (at: number): boolean => blocks[sentences[at]?.block ?? -1]?.kind === 'question';
  let first = 0;
  while (first < sentences.length) {
    if (isHeading(first)) {
      first++;
      continue;
    }
    let last = first;
    let tokens = sentences[first]?.tokenCount ?? 0;
    while (last + 1 < sentences.length && !isHeading(last + 1) && !asks(last + 1)) {
      tokens += sentences[last + 1]?.tokenCount ?? 0;
      if (tokens > maxTokens) break;
      last++;
    }
    passages.push({ first, last, start: sentences[first]?.start ?? 0, end: sentences[last]?.end ?? 0 });
    const sectionEnds = last + 1 >= sentences.length || isHeading(last + 1) || asks(last + 1);
    const overlap = (sentences[last]?.tokenCount ?? 0) + (sentences[last + 1]?.tokenCount ?? 0);
    first = sectionEnds || last === first || overlap > maxTokens ? last + 1 : last;
  }
  return passages;
}

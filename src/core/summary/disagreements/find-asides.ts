import type { Token } from '../../text/sentence.js';

const relative = /^(?:which|who|whose|whom|where)$/;
const minWords = 2;

/**
 * The numbers of the tokens that stand aside between two commas after a noun and say something else of it: ", which opened in
 * 1931,", ", built by Ada Brand,". The sentence says the same without them.
 */
export function findAsides(tokens: readonly Token[]): Set<number> {
  const asides = new Set<number>();
  for (let at = 1; at < tokens.length; at++) {
    if (tokens[at]?.lower !== ',' || !/^(?:NOUN|PROPN)$/.test(tokens[at - 1]?.pos ?? '')) continue;
    const first = tokens[at + 1];
    const end = tokens.findIndex(({ lower }, i) => i > at && lower === ',');
    const isAside =
      first !== undefined &&
      (relative.test(first.lower) || (first.pos === 'VERB' && /(?:ed|en|ing|built)$/.test(first.lower)));
    if (!isAside || end - at - 1 < minWords || !hasVerbAfter(tokens, end)) continue;
    for (let i = at; i <= end; i++) asides.add(i);
    at = end - 1;
  }
  return asides;
}

/** What is left has to be a sentence. */
function hasVerbAfter(tokens: readonly Token[], end: number): boolean {
  return /^(?:VERB|AUX|ADV)$/.test(tokens[end + 1]?.pos ?? '');
}

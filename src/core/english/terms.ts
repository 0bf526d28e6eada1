import type { Token } from '../text/sentence.js';
import { partedTerm } from './parted-stems.js';

/** Words too common to tell sentences apart; contractions in the form in which the analyser splits them. */
export const stopWords = new Set(
  (
    'a an the this that these those and or but nor so if then than as of at by for from in into on onto to toward towards with ' +
    'without within about over under between among through during before after above below up down out off again is are was ' +
    "were be been being am 's 're 'm 've 'll 'd n't not no do does did doing done have has had having will would shall should " +
    'can could may might must i me my mine myself we us our ours ourselves you your yours he him his himself she her hers ' +
    'herself it its itself they them their theirs themselves who whom whose which what when where why how there here ' +
    'also just only very too much many more most some any all each every both few such own same other another ever even ' +
    'yet still upon per via etc ca wo let us'
  ).split(' '),
);

/** Stop words that are something else as names: the US, May, the WHO. */
const alsoNames = new Set(['us', 'may', 'who']);

/**
 * The term under which a word is indexed, or null for punctuation and stop words: its stem without accents;
 * a number without thousands separators.
 */
export function termOf(token: Token): string | null {
  const isName = token.pos === 'PROPN' && alsoNames.has(token.lower);
  if ((stopWords.has(token.lower) && !isName) || !/[\p{L}\p{N}]/u.test(token.lower)) return null;
  if (/^\p{Nd}/u.test(token.lower)) return token.lower.replace(/[,\u00a0\u202f](?=\d{3})/g, '');
  return partedTerm(token.lower) ?? token.stem.normalize('NFD').replace(/\p{M}/gu, '').replace(/\.$/, '');
}

/** The terms of some tokens, in order, with repetitions. */
export function termsOf(tokens: readonly Token[]): string[] {
  return tokens.map(termOf).filter((term) => term !== null);
}

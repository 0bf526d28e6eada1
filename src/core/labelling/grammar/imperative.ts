import { wordsOf } from '../../english/word-classes.js';
import { isAuthors, isWord, tokenAt, type SentenceView } from './sentence-view.js';

/** Verbs that open a command. */
const imperatives = wordsOf('opens a command');

/** The verb of a command at the head of the sentence, over "please", "then", "and"; null where a subject stands. */
export function findImperative(view: SentenceView): number | null {
  let at = 0;
  while (
    at < 3 &&
    (/^(?:please|then|so|and|but|instead|now|just|this|time)$/.test(tokenAt(view, at).lower) ||
      !isWord(tokenAt(view, at)))
  )
    at++;
  const token = tokenAt(view, at);
  if (!imperatives.has(token.lower) || !isAuthors(view, at)) return null;
  const next = tokenAt(view, at + 1);
  const named = /^(?:VERB|AUX)$/.test(token.pos);
  if (
    /^(?:of|is|was|are|were|and|to|from|has|will|for)$/.test(next.lower) &&
    !(token.lower === 'look' || token.lower === 'go')
  )
    return null;
  if (next.pos === 'VERB' && !named) return null;
  if (next.pos === 'PROPN' && /^(?:judge|count|mark|order)$/.test(token.lower)) return null;
  if (token.lower === 'do' && /^(?:we|they|you|he|she|it|the)$/.test(next.lower)) return null;
  return /^(?:DET|PRON|PROPN|NOUN|ADJ|ADV|PART|NUM|ADP|PUNCT|AUX)$/.test(next.pos) || named ? at : null;
}

import { wordsOf } from '../../english/word-classes.js';
import type { Clause } from './clauses.js';
import { isAuthors, isCapitalised, isModifier, tokenAt, type SentenceView } from './sentence-view.js';

const lightWords = wordsOf('light word');

/** A word of weight that comes twice in the author's words: "Seven is seven too many"; its second token, else null. */
export function findRepetition(view: SentenceView): number | null {
  const seen = new Set<string>();
  for (const [i, token] of view.tokens.entries()) {
    const { lemma, pos } = token;
    if (!/^(?:NOUN|VERB|ADJ)$/.test(pos) || lemma.length < 3 || lightWords.has(lemma)) continue;
    if (!isAuthors(view, i) || (i > 0 && isCapitalised(view, token)) || isModifier(view, i)) continue;
    if (seen.has(lemma) && !(pos === 'NOUN' && /^(?:the|its|their|his|her)$/.test(tokenAt(view, i - 1).lower)))
      return i;
    seen.add(lemma);
  }
  return null;
}

const linking = wordsOf('linking verb');
const statesOfAffairs = wordsOf('state of affairs');

/** The adjective that is said of the subject: "The gap is absurd"; null where a noun follows or a plain state is told. */
export function findPredicateAdjective(view: SentenceView, verb: number): number | null {
  if (!linking.has(tokenAt(view, verb).lemma)) return null;
  let at = verb + 1;
  while (/^(?:ADV|PART)$/.test(tokenAt(view, at).pos) && at - verb < 5) at++;
  const { pos, lower } = tokenAt(view, at);
  if (pos !== 'ADJ' || statesOfAffairs.has(lower) || /^(?:NOUN|NUM|ADJ)$/.test(tokenAt(view, at + 1).pos)) return null;
  return at;
}

const contrasts = new RegExp(
  '\\bnot\\b[^,;.]{2,50}[,;]? but\\b|, not (?:a|an|the|by|for|in|to|from|because|whether)\\b|\\band not\\b|\\bless\\b[^,;.]{2,50}\\bthan\\b|' +
    '\\b(?:not|never|hardly|neither)\\b[^;.]{2,60}; |\\bthe (?:more|less|better|worse)\\b[^;.]{2,60}, the (?:more|less|better|worse)\\b|' +
    '\\bnothing\\b[^;.]{2,60}\\b(?:but|except|like)\\b',
);

/** Start and end, within the lower-cased sentence, of one thing set against another ("not a bridge but a bill"). */
export function findAntithesis(lowered: string): readonly [number, number] | null {
  const match = contrasts.exec(lowered);
  return match ? [match.index, match.index + match[0].length] : null;
}

/** "A city that …", "Anyone who …", "No family …": said of a kind, not of one case. */
export function isGeneral(view: SentenceView): boolean {
  const { lower } = tokenAt(view, 0);
  if (/^(?:anyone|whoever|nobody|nothing|everyone|everything|no|any|every|those)$/.test(lower)) return true;
  if (lower !== 'a' && lower !== 'an') return false;
  return view.tokens.slice(2, 6).some(({ lower: word }) => /^(?:that|who|which|without|with|whose)$/.test(word));
}

/** "The wolf was a lapdog": one thing is declared to be another. */
export function equates(view: SentenceView, verb: number): boolean {
  if (tokenAt(view, verb).lemma !== 'be') return false;
  let at = verb + 1;
  while (/^(?:ADV|PART)$/.test(tokenAt(view, at).pos) || tokenAt(view, at).lower === ',') at++;
  return /^(?:a|an|the|what)$/.test(tokenAt(view, at).lower);
}

/** The first finite verb of the main clause. */
export function findMainVerb(view: SentenceView, main: readonly Clause[]): number | null {
  for (const { first, last } of main) {
    for (let i = first; i <= last; i++) {
      const { pos, lower } = tokenAt(view, i);
      if (!isAuthors(view, i) || (pos !== 'VERB' && pos !== 'AUX')) continue;
      if (/ing$/.test(lower) || tokenAt(view, i - 1).lower === 'to') continue;
      if (i > first && /^(?:who|which|that)$/.test(tokenAt(view, i - 1).lower)) continue;
      return i;
    }
  }
  return null;
}

export function isPresent(view: SentenceView, index: number): boolean {
  const { lower, lemma, pos } = tokenAt(view, index);
  if (pos === 'AUX') return /^(?:is|are|'s|'re|am|'m|has|have|'ve|do|does|can|ca|cannot)$/.test(lower);
  return lower === lemma || /s$/.test(lower);
}

import { wordsOf } from '../../english/word-classes.js';
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

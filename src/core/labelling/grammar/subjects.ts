import { wordsOf } from '../../english/word-classes.js';
import { findPhraseEndingAt, findPhraseStartingAt, isTimeWord, type NounPhrase } from './noun-phrases.js';
import { judgeNature } from '../speakers/source-nature.js';
import { isAuthors, isCapitalised, tokenAt, type SentenceView } from './sentence-view.js';

const skipped = wordsOf('no subject');

/** The subject of the verb at `verb`, to its left: over auxiliaries, adverbs, parentheses, relative clauses, co-ordination. */
export function findSubject(view: SentenceView, verb: number): NounPhrase | null {
  let at = verb - 1;
  for (let steps = 0; at >= 0 && steps < 12; steps++) {
    const { lower, pos } = tokenAt(view, at);
    if (skipped.has(lower) || pos === 'AUX' || pos === 'ADV' || (pos === 'PART' && lower !== 'to')) at--;
    else if (lower === 'to') {
      // "went on to discuss", "was quick to deny": the subject of what governs the infinitive.
      at--;
      while (at >= 0 && /^(?:VERB|ADJ|ADP|ADV|AUX)$/.test(tokenAt(view, at).pos)) at--;
    } else if (isTimeWord(lower) && /^(?:this|last|next|earlier)$/.test(tokenAt(view, at - 1).lower)) at -= 2;
    else break;
  }
  if (at < 0 || !isAuthors(view, at)) return null;
  const token = tokenAt(view, at);
  if (/^(?:who|which|that)$/.test(token.lower)) return findAntecedent(view, at);
  if (token.lower === ',' || /^(?:[—–-]|--)$/.test(token.lower)) return findOverParenthesis(view, at, verb);
  if (/^(?:and|but|or)$/.test(token.lower)) return findSharedSubject(view, at);
  const phrase = findPhraseEndingAt(view, at);
  // "For the old version see the page": a command after an opening phrase.
  if (phrase?.first === 1 && tokenAt(view, 0).pos === 'ADP' && tokenAt(view, verb).lemma === 'see') return null;
  return climbModifier(view, phrase, at);
}

/** "sources close to the minister", "people familiar with the talks": the minister and the talks say nothing. */
const nearness = /^(?:close|near|next|familiar|opposed|loyal|responsible|sympathetic|aware|critical|involved|present)$/;

/** "the union representing the staff", "experts I interviewed", "the study that Delta ordered": the noun before the modifier. */
function climbModifier(view: SentenceView, phrase: NounPhrase | null, at: number): NounPhrase | null {
  const first = phrase ? phrase.first : at + 1;
  const maker = phrase && tokenAt(view, first - 1).lower === 'by' ? findMade(view, first - 1) : null;
  if (maker) return maker;
  for (let i = first - 1; i > 0 && first - i < 5; i--) {
    const { pos, lower } = tokenAt(view, i);
    const before = tokenAt(view, i - 1);
    if (nearness.test(lower) && /^(?:NOUN|PROPN)$/.test(before.pos)) return findPhraseEndingAt(view, i - 1) ?? phrase;
    if (
      (pos === 'VERB' || pos === 'ADJ') &&
      /(?:ing|ed|en|made|held|led|built|taken|written)$/.test(lower) &&
      /^(?:NOUN|PROPN)$/.test(before.pos)
    ) {
      return findPhraseEndingAt(view, i - 1) ?? phrase;
    }
    if (pos === 'VERB' && before.pos === 'PRON' && /^(?:NOUN|PROPN)$/.test(tokenAt(view, i - 2).pos))
      return findPhraseEndingAt(view, i - 2) ?? phrase;
    if (pos === 'VERB' && before.pos !== 'ADV') {
      for (let j = i - 1; j > 1 && i - j < 6; j--) {
        if (/^(?:that|who|which)$/.test(tokenAt(view, j).lower) && /^(?:NOUN|PROPN)$/.test(tokenAt(view, j - 1).pos))
          return findPhraseEndingAt(view, j - 1) ?? phrase;
      }
      return phrase;
    }
    if (pos !== 'ADP' && pos !== 'ADV' && lower !== 'to') return phrase;
  }
  return phrase;
}

/** "the study being released on Tuesday by a group of scholars": what the participle before "by" goes with. */
function findMade(view: SentenceView, by: number): NounPhrase | null {
  for (let i = by - 1; i > 1 && by - i < 8; i--) {
    const { pos, lower } = tokenAt(view, i);
    if (lower === ',') return null;
    if (pos !== 'VERB' || !/(?:ed|en|made|held|led|built|written)$/.test(lower)) continue;
    const end = tokenAt(view, i - 1).lower === 'being' ? i - 2 : i - 1;
    return /^(?:NOUN|PROPN)$/.test(tokenAt(view, end).pos) ? findPhraseEndingAt(view, end) : null;
  }
  return null;
}

/** "a report, which says": what "which" stands for. */
function findAntecedent(view: SentenceView, relative: number): NounPhrase | null {
  let at = relative - 1;
  if (/^(?:[,—–]|--)$/.test(tokenAt(view, at).lower)) at--;
  return at >= 0 ? findPhraseEndingAt(view, at) : null;
}

/** "Jane Roe, who runs the mill, said": the phrase before the comma that opened the parenthesis. */
function findOverParenthesis(view: SentenceView, comma: number, verb: number): NounPhrase | null {
  for (let j = comma - 1; j > 0 && comma - j < 45; j--) {
    if (!/^(?:[,—–]|--)$/.test(tokenAt(view, j).lower) || !isAuthors(view, j)) continue;
    const phrase = climbModifier(view, findPhraseEndingAt(view, j - 1), j - 1);
    if (!phrase) continue;
    const inside = findPhraseEndingAt(view, comma - 1);
    if (inside && inside.first === j + 1 && isName(view, inside) && !isName(view, phrase))
      return { ...inside, outer: phrase.first };
    const speaker = [phrase, climbPreposition(view, phrase)].find((one) => one && isSpeaker(view, one));
    if (speaker) return speaker;
  }
  // "By Tuesday, said the mayor" has nothing before; "Asked about it, the mayor …" is not reached from here.
  return comma === verb - 1 ? null : findPhraseEndingAt(view, comma - 1);
}

/** "Shopkeepers along the street, …, complained": the noun before the preposition. */
function climbPreposition(view: SentenceView, { first }: NounPhrase): NounPhrase | null {
  return tokenAt(view, first - 1).pos === 'ADP' ? findPhraseEndingAt(view, first - 2) : null;
}

function isSpeaker(view: SentenceView, phrase: NounPhrase): boolean {
  const nature = judgeNature(view, phrase);
  return nature !== 'other' && nature !== 'abstract';
}

/** "outlined his plan and vowed to win": the subject of the first finite verb before. */
function findSharedSubject(view: SentenceView, conjunction: number): NounPhrase | null {
  for (let i = conjunction - 1; i > 0; i--) {
    const { pos, lower } = tokenAt(view, i);
    if ((pos !== 'VERB' && pos !== 'AUX') || /ing$/.test(lower) || !isAuthors(view, i)) continue;
    if (tokenAt(view, i - 1).lower === 'to' || tokenAt(view, i - 1).pos === 'AUX') continue;
    const phrase = findPhraseEndingAt(view, skipLeft(view, i - 1));
    if (phrase && judgeNature(view, phrase) !== 'other') return phrase;
  }
  return null;
}

function skipLeft(view: SentenceView, from: number): number {
  let at = from;
  while (at > 0 && (tokenAt(view, at).pos === 'ADV' || tokenAt(view, at).pos === 'AUX')) at--;
  return at;
}

/** The subject of the sentence's first finite verb: whose participles ("…, adding that") they are. */
export function findMainSubject(view: SentenceView): NounPhrase | null {
  let fallback: NounPhrase | null = null;
  for (let i = 1; i < view.tokens.length; i++) {
    const { pos, lower } = tokenAt(view, i);
    if ((pos !== 'VERB' && pos !== 'AUX') || /ing$/.test(lower) || !isAuthors(view, i)) continue;
    const before = tokenAt(view, i - 1).lower;
    if (before === 'to' || before === 'who' || before === 'which') continue;
    const phrase = findSubject(view, i);
    if (!phrase) continue;
    const nature = judgeNature(view, phrase);
    if (nature !== 'other' && nature !== 'abstract') return phrase;
    fallback ??= phrase;
  }
  return fallback;
}

/** The source after the verb in "…, said Jane Roe", "argues the report": null unless a noun phrase follows at once. */
export function findInvertedSubject(view: SentenceView, verb: number): NounPhrase | null {
  const next = tokenAt(view, verb + 1);
  if (next.pos === 'PRON' && !/^(?:he|she|they|it|some|many|one|his|her|its|their)$/.test(next.lower)) return null;
  if (/^(?:that|this|what|which)$/.test(next.lower)) return null;
  if (!/^(?:PROPN|NOUN|DET|PRON|ADJ|NUM)$/.test(next.pos)) return null;
  const phrase = findPhraseStartingAt(view, verb + 1);
  return phrase ? withFollowingName(view, phrase) : null;
}

/** "the harbour master, Ines Dahl": the name where one follows in apposition. */
export function withFollowingName(view: SentenceView, phrase: NounPhrase): NounPhrase {
  if (isName(view, phrase) || tokenAt(view, phrase.last + 1).lower !== ',') return phrase;
  const next = findPhraseStartingAt(view, phrase.last + 2);
  return next && isName(view, next) && /^[,.;—–]?$/.test(tokenAt(view, next.last + 1).lower) ? next : phrase;
}

function isName(view: SentenceView, phrase: NounPhrase): boolean {
  for (let i = phrase.first; i <= phrase.last; i++) {
    const { pos, start } = tokenAt(view, i);
    if (pos !== 'PROPN' && !/^\p{Lu}/u.test(view.text.slice(start, start + 2))) return false;
  }
  return true;
}

/** "The mayor, the police and the church said": plain nouns one after the other, from where the clause begins. */
function widenToNouns(view: SentenceView, phrase: NounPhrase, and: number): NounPhrase {
  if (!isPlainSpeaker(view, phrase)) return phrase;
  let first = phrase.first;
  for (let at = and; at > 0;) {
    const end = tokenAt(view, at - 1).lower === ',' ? at - 2 : at - 1;
    const before = findPhraseEndingAt(view, end);
    if (!before || !isPlainSpeaker(view, before)) break;
    first = before.first;
    at = first - 1;
    if (tokenAt(view, at).lower !== ',') break;
  }
  return first === 0 || (first < phrase.first && /^[,"“”'’]$/.test(tokenAt(view, first - 1).lower))
    ? { ...phrase, first }
    : phrase;
}

function isPlainSpeaker(view: SentenceView, phrase: NounPhrase): boolean {
  const isWhole = tokenAt(view, phrase.first).pos === 'DET' || /s$/.test(tokenAt(view, phrase.head).lower);
  return isWhole && isSpeaker(view, phrase);
}

/** "said the mayor, the bishop and the priest": all that follow the verb one after the other. */
export function widenAfter(view: SentenceView, phrase: NounPhrase): NounPhrase {
  let last = phrase.last;
  for (let at = last + 1; /^(?:,|and)$/.test(tokenAt(view, at).lower); at = last + 1) {
    const isFinal = tokenAt(view, at).lower === 'and' || tokenAt(view, at + 1).lower === 'and';
    const next = findPhraseStartingAt(view, tokenAt(view, at + 1).lower === 'and' ? at + 2 : at + 1);
    // "Jane Roe, the owner and …" tells who she is.
    const isAlike = isName(view, phrase)
      ? isName(view, next ?? phrase)
      : tokenAt(view, phrase.first).lower === 'the' && tokenAt(view, next?.first ?? 0).lower === 'the';
    if (!next || !isAlike || !isSpeaker(view, next)) return phrase;
    last = next.last;
    if (isFinal) return /^[.;,]?$/.test(tokenAt(view, last + 1).lower) ? { ...phrase, last } : phrase;
  }
  return phrase;
}

/** "the Union, the League and even Norway indicate": all names of a list whose last one stands before the verb. */
export function widenToList(view: SentenceView, phrase: NounPhrase): NounPhrase {
  let first = phrase.first;
  let at = first - 1;
  while (tokenAt(view, at).pos === 'ADV') at--;
  const isTitled = tokenAt(view, phrase.first).pos === 'DET' && phrase.first < phrase.last;
  const isJoined = view.tokens.slice(phrase.first, phrase.last).some(({ lower }) => lower === 'and');
  if (!/^(?:and|or)$/.test(tokenAt(view, at).lower) && !(isJoined && tokenAt(view, at).lower === ',')) return phrase;
  if (!isName(view, isTitled ? { ...phrase, first: phrase.first + 1 } : phrase)) return widenToNouns(view, phrase, at);
  for (let i = at - 1; i >= 0 && isAuthors(view, i); i--) {
    const { pos, lower } = tokenAt(view, i);
    if (isNamePart(view, i) || (pos === 'DET' && isNamePart(view, i + 1))) first = i;
    else if (lower !== ',' || !isNamePart(view, i - 1)) break;
  }
  return first < at ? { ...phrase, first } : phrase;
}

function isNamePart(view: SentenceView, at: number): boolean {
  const token = tokenAt(view, at);
  return token.pos === 'PROPN' || (token.pos === 'NOUN' && isCapitalised(view, token) && !isTimeWord(token.lower));
}

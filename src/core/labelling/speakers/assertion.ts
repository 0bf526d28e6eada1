import { wordsOf } from '../../english/word-classes.js';
import type { Following } from '../grammar/complements.js';
import { isTimeWord, type NounPhrase } from '../grammar/noun-phrases.js';
import { judgeNature } from './source-nature.js';
import { tokenAt, type SentenceView } from '../grammar/sentence-view.js';

const concluding = wordsOf('concluding verb');

/** Strength of reporting words that assert nothing. */
const weak = 0.45;
/** Of a frame in a clause that hangs on the sentence: noticed, and no more. */
const embedded = 0.52;

/** The nearest token to the left of `from` that is no auxiliary, adverb or "not". */
function skipAuxiliaries(view: SentenceView, from: number): number {
  let at = from;
  while (at > 0 && /^(?:AUX|ADV|PART)$/.test(tokenAt(view, at).pos) && tokenAt(view, at).lower !== 'to') at--;
  return at;
}

/** 1 where the verb asserts; less for infinitives, gerunds, questions, "nobody said", "they may ask". */
export function findAssertion(view: SentenceView, verb: number, subject: NounPhrase, following: Following): number {
  const isDocument = judgeNature(view, subject) === 'document';
  const { lower } = tokenAt(view, verb);
  if (tokenAt(view, view.tokens.length - 1).lower === '?') return weak;
  if (isInvertedModal(view, verb)) return weak;
  const outside = tokenAt(view, subject.first - 1);
  if (subject.first > 0 && isEmbedded(view, subject.first)) return embedded;
  const at = skipAuxiliaries(view, verb - 1);
  if (/^(?:that|who)$/.test(tokenAt(view, at).lower) && tokenAt(view, at - 1).lower !== ',') return 0.5;
  if (
    !opensWithAdjunct(view, subject.first) &&
    /^(?:PRON|DET)$/.test(tokenAt(view, subject.first).pos) &&
    /^(?:NOUN|PROPN)$/.test(outside.pos) &&
    !isTimeWord(outside.lower)
  )
    return 0.5;
  if (tokenAt(view, subject.head).lower === 'people' && subject.first === subject.last) return 0.5;
  const opening = tokenAt(view, subject.first).lower;
  if (/^(?:nobody|noone|anyone|anybody|whoever|no|everybody|you)$/.test(opening)) return weak;
  if (opening === 'one' && subject.first === subject.last) return weak;
  if (isWithheld(view, verb) || isForbidden(view, verb)) return weak;
  let before = verb - 1;
  while (before > 0 && /^(?:ADV|PART)$/.test(tokenAt(view, before).pos) && tokenAt(view, before).lower !== 'to')
    before--;
  const previous = tokenAt(view, before);
  if (previous.lower === 'to') return governors.has(findGovernor(view, before)) ? 1 : weak;
  if (
    /ing$/.test(lower) &&
    previous.pos !== 'AUX' &&
    before >= 0 &&
    !/^[,—–"”)-]+$/.test(previous.lower) &&
    !/^(?:and|despite|after|while|when|by|in)$/.test(previous.lower)
  )
    return weak;
  if (/^(?:can|may|must|should|might|could|would|ca)$/.test(previous.lower) && !following.clause && !following.quote)
    return previous.lower === 'would' && /^(?:like|love|prefer)$/.test(lower) ? 1 : 0.5;
  // "…, showing how thin the line is": what an event brings to light is the author's conclusion.
  if (/ing$/.test(lower) && /^,$/.test(previous.lower) && concluding.has(tokenAt(view, verb).lemma) && !isDocument)
    return 0;
  // "…, highlighting the gap": the author draws the conclusion, unless words or a clause follow.
  if (/ing$/.test(lower) && previous.pos !== 'AUX' && !following.clause && !following.quote) return 0.6;
  if (/^(?:and|or|but)$/.test(previous.lower)) return 0.85;
  return 1;
}

/** "… hid while the army decided whether", "what it calls": a frame inside a clause that hangs on the main one. */
function isEmbedded(view: SentenceView, subject: number): boolean {
  const { lower } = tokenAt(view, subject - 1);
  if (/^(?:which|whom|whatever|if|unless|whether)$/.test(lower)) return true;
  // "What the law says": a heading, no statement.
  if (
    lower === 'what' &&
    subject === 1 &&
    view.tokens.filter(({ pos }) => pos === 'VERB' || pos === 'AUX').length === 1
  )
    return true;
  // "as long as the answer says"
  if (lower === 'as' && /^(?:long|soon|far|often|much)$/.test(tokenAt(view, subject - 2).lower)) return true;
  if (!/^(?:when|while|after|before|because|where|until|since|if|whose|what)$/.test(lower)) return false;
  return view.tokens
    .slice(0, subject - 1)
    .some(({ pos, lower: word }) => pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(word)));
}

/** "Should he prefer to", "Nor should the president imagine". */
function isInvertedModal(view: SentenceView, verb: number): boolean {
  const at = /^(?:nor|neither|and|but)$/.test(tokenAt(view, 0).lower) ? 1 : 0;
  if (!/^(?:should|could|would|had|can|may|must)$/.test(tokenAt(view, at).lower) || tokenAt(view, at).pos === 'PROPN')
    return false;
  return !view.tokens.slice(0, verb).some(({ lower }) => lower === ',');
}

/** "If you disagree, don't argue": said to the reader, and of nobody. */
function isForbidden(view: SentenceView, verb: number): boolean {
  const [auxiliary, not] = [tokenAt(view, verb - 2), tokenAt(view, verb - 1)];
  if (auxiliary.lower !== 'do' || !/^(?:not|n't)$/.test(not.lower)) return false;
  return verb === 2 || /^[,;:—–]$/.test(tokenAt(view, verb - 3).lower);
}

/** "did not respond to questions", "has not said whether": nothing was said. */
function isWithheld(view: SentenceView, verb: number): boolean {
  let at = verb - 1;
  let negated = false;
  for (; at >= 0 && /^(?:AUX|ADV|PART)$/.test(tokenAt(view, at).pos); at--)
    if (/^(?:not|n't|never|yet)$/.test(tokenAt(view, at).lower)) negated = true;
  if (!negated) return false;
  const { lemma } = tokenAt(view, verb);
  const next = tokenAt(view, verb + 1).lower;
  if (/^(?:respond|reply|answer|comment)$/.test(lemma)) return true;
  return (
    /^(?:say|disclose|reveal|explain|announce|specify|decide|tell)$/.test(lemma) &&
    /^(?:whether|how|what|who|when|where|why|which|if)$/.test(next)
  );
}

/** "In a letter he said": the noun before the subject belongs to an opening phrase, not to a modified noun. */
function opensWithAdjunct(view: SentenceView, subject: number): boolean {
  if (!/^(?:ADP|ADV|SCONJ)$/.test(tokenAt(view, 0).pos)) return false;
  return view.tokens
    .slice(0, subject)
    .every(({ pos, lower }) => pos !== 'AUX' && (pos !== 'VERB' || /ing$/.test(lower)));
}

const governors = wordsOf('governs an infinitive');

/** The word that governs the infinitive after the "to" at `to`. */
function findGovernor(view: SentenceView, to: number): string {
  let at = to - 1;
  if (/^(?:on|out|back)$/.test(tokenAt(view, at).lower) || tokenAt(view, at).pos === 'ADV') at--;
  return tokenAt(view, at).lemma;
}

/** "Can it be told?", "who would have to be asked". */
export function isUnasserted(view: SentenceView, verb: number): boolean {
  return (
    tokenAt(view, view.tokens.length - 1).lower === '?' ||
    (tokenAt(view, verb - 1).lower === 'be' && tokenAt(view, verb - 2).lower === 'to')
  );
}

import type { Following } from './complements.js';
import { findPhraseEndingAt, isTimeWord, type NounPhrase } from './noun-phrases.js';
import { isAuthors, tokenAt, wordSet, type SentenceView } from './sentence-view.js';
import { sensesOf } from './verb-senses.js';

/** Verbs whose noun form is as common: a tagger's NOUN after a noun phrase may still be the verb. */
const nounLike = wordSet(
  'plans claims demands hopes fears calls reports notes estimates promises vows supports seeks wants says warns doubts desires finds forecasts predicts urges backs projects questions disputes denies rejects accuses insists opposes disagrees links dismisses lists ranks rates counts aims thinks argues fears needs shows suspects puts',
);

/** The same for plural subjects. */
const baseForms = wordSet(
  'favor favour support oppose back fear hope plan claim demand call doubt want seek question deny say think believe argue insist warn reject dispute disagree show find list indicate suggest object present estimate predict forecast project contest attack praise welcome blame press point promise mean expect report reply hint answer respond add recall explain complain note warn urge concede observe predict',
);

/** Whether the tagger took a verb for a noun or adjective: "the board, she says, plans to". */
export function isMistaggedVerb(view: SentenceView, index: number): boolean {
  const { lower, pos } = tokenAt(view, index);
  if (lower === 'like' && pos !== 'VERB') return /^(?:would|'d)$/.test(tokenAt(view, index - 1).lower);
  if (pos !== 'NOUN' && pos !== 'PROPN' && pos !== 'ADJ') return false;
  const before = tokenAt(view, index - 1);
  const after = tokenAt(view, index + 1);
  const next = after.lower;
  if (lower === 'alleged') return next === 'that';
  if (lower === 'put') return /^(?:at|by|the|a|an|its|his|her|their)$/.test(next);
  if (pos === 'ADJ' && before.pos === 'PROPN' && lower.endsWith('ed') && /^(?:PROPN|DET|PRON)$/.test(after.pos))
    return sensesOf(restoreVerb(lower)).length > 0;
  if (baseForms.has(lower)) {
    const phrase = findPhraseEndingAt(view, index - 1);
    const plural =
      (phrase !== null && phrase.head < index - 1 && /(?:[^s]s|people|men)$/.test(tokenAt(view, phrase.head).lower)) ||
      (/^(?:NOUN|PROPN)$/.test(before.pos) && /(?:[^s]s|men|people|police)$/.test(before.lower)) ||
      before.lower === ',' ||
      (next === 'that' && before.pos === 'PROPN') ||
      /^(?:they|who|some|others|many|most|few|both)$/.test(before.lower);
    return (
      plural &&
      index > 0 &&
      (/^(?:to|that|the|a|an|this|these|his|her|its|their|it|no|so|otherwise|they|he|she)$/.test(next) ||
        (lower === 'point' && next === 'out') ||
        (lower === 'hint' && next === 'at') ||
        (/^(?:NOUN|ADJ)$/.test(after.pos) && !hasOtherVerb(view, index)) ||
        /ing$/.test(next))
    );
  }
  if (next === 'that' && /s$/.test(lower) && sensesOf(lower.replace(/s$/, '')).length > 0)
    return /^(?:NOUN|PROPN)$/.test(before.pos) || before.lower === ',';
  if (!nounLike.has(lower)) return false;
  if (/^[,.]?$/.test(next) && before.pos === 'NOUN') {
    const phrase = findPhraseEndingAt(view, index - 1);
    return phrase !== null && tokenAt(view, phrase.first - 1).lower === ',';
  }
  if (before.lower === ',' && index > 3) return /^(?:to|that|the|a)$/.test(next);
  return (
    /^(?:NOUN|PROPN|PRON)$/.test(before.pos) &&
    !/^(?:his|her|its|their|my|our|your)$/.test(before.lower) &&
    (/^(?:to|that|the|a|an|this|these|those|his|her|its|their|it|he|she|they)$/.test(next) ||
      ((after.pos === 'NUM' || /^[$£€]$/.test(next)) && lower !== 'reports'))
  );
}

/** Whether the author's text holds a verb that can head the sentence besides the word at `index`. */
function hasOtherVerb(view: SentenceView, index: number): boolean {
  return view.tokens.some(
    ({ pos }, i) =>
      i !== index && (pos === 'AUX' || (pos === 'VERB' && tokenAt(view, i - 1).lower !== 'to')) && isAuthors(view, i),
  );
}

/** The dictionary form of a verb that the tagger took for another part of speech. */
export function restoreVerb(lower: string): string {
  const stems = lower.endsWith('ed')
    ? [lower.slice(0, -1), lower.slice(0, -2), lower.slice(0, -3), lower.replace(/ied$/, 'y')]
    : [lower.replace(/ies$/, 'y').replace(/s$/, '')];
  return stems.find((stem) => sensesOf(stem).length > 0) ?? stems[0] ?? lower;
}

const weak = 0.45;

/** The nearest token to the left of `from` that is no auxiliary, adverb or "not". */
function skipAuxiliaries(view: SentenceView, from: number): number {
  let at = from;
  while (at > 0 && /^(?:AUX|ADV|PART)$/.test(tokenAt(view, at).pos) && tokenAt(view, at).lower !== 'to') at--;
  return at;
}

/** 1 where the verb asserts; less for infinitives, gerunds, questions, "nobody said", "they may ask". */
export function findAssertion(view: SentenceView, verb: number, subject: NounPhrase, following: Following): number {
  const { lower } = tokenAt(view, verb);
  if (tokenAt(view, view.tokens.length - 1).lower === '?') return weak;
  if (isInvertedModal(view, verb)) return weak;
  const outside = tokenAt(view, subject.first - 1);
  if (subject.first > 1 && isEmbedded(view, subject.first)) return 0.5;
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
  if (isWithheld(view, verb)) return weak;
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
    return 0.5;
  // "…, highlighting the gap": the author draws the conclusion, unless words or a clause follow.
  if (/ing$/.test(lower) && previous.pos !== 'AUX' && !following.clause && !following.quote) return 0.6;
  if (/^(?:and|or|but)$/.test(previous.lower)) return 0.85;
  return 1;
}

/** "… hid while the army decided whether", "what it calls": a frame inside a clause that hangs on the main one. */
function isEmbedded(view: SentenceView, subject: number): boolean {
  const { lower } = tokenAt(view, subject - 1);
  if (/^(?:which|whom|whatever)$/.test(lower)) return true;
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

const governors = wordSet(
  'careful quick swift happy eager keen glad pains go continue begin start proceed refuse want plan vow hasten seem appear like tend rush dare use seek try fail hope promise happen',
);

/** The word that governs the infinitive after the "to" at `to`. */
function findGovernor(view: SentenceView, to: number): string {
  let at = to - 1;
  if (/^(?:on|out|back)$/.test(tokenAt(view, at).lower) || tokenAt(view, at).pos === 'ADV') at--;
  return tokenAt(view, at).lemma;
}

/** "declared war", "declared a state of emergency": an act, not a statement. */
function declaresState(view: SentenceView, verb: number): boolean {
  for (let i = verb + 1; i < verb + 7; i++) {
    const { lower } = tokenAt(view, i);
    if (/^(?:war|emergency|mourning|bankruptcy|independence|disaster|ceasefire|truce|holiday|dividend)$/.test(lower))
      return true;
    if (/^(?:that|:|,)$/.test(lower)) return false;
  }
  return false;
}

/** "reported bugs", "his promised review": a participle that goes with the noun after it. */
export function isAttributive(view: SentenceView, verb: number): boolean {
  const { lower, lemma } = tokenAt(view, verb);
  const before = tokenAt(view, verb - 1);
  const next = tokenAt(view, verb + 1);
  if (verb === 0 && next.pos === 'PROPN' && lower === lemma) return true;
  if (
    next.lower === 'to' &&
    before.pos === 'NOUN' &&
    /^(?:said|believed|thought|meant|intended|expected|designed|known|rumou?red|alleged)$/.test(lower)
  )
    return true;
  if (verb === 0 && lower === 'judging') return true;
  if (lemma === 'tell' && /^(?:nobody|no|lies|stories|jokes|tales)$/.test(next.lower)) return true;
  if (lemma === 'tell' && /^(?:story|tale|time|truth|difference)$/.test(tokenAt(view, verb + 2).lower)) return true;
  // "something called a prosperity campus", "learned to live with it", "declared three days of mourning".
  if (
    lower === 'called' &&
    /^(?:something|thing|things|place|man|woman|programme|program|scheme|company)$/.test(before.lower)
  )
    return true;
  if (lower === 'called' && before.pos === 'NOUN' && next.pos === 'PROPN') return true;
  if (
    lemma === 'say' &&
    /^(?:more|less|much|little|something|volumes|nothing|plenty|everything)$/.test(next.lower) &&
    /^(?:about|of|for)$/.test(tokenAt(view, verb + 2).lower)
  )
    return true;
  if (lemma === 'learn' && (next.lower === 'to' || tokenAt(view, verb + 2).lower === 'to')) return true;
  if (lemma === 'report' && next.lower === 'for') return true;
  if (lemma === 'argue' && [2, 3, 4].some((i) => tokenAt(view, verb + i).lemma === 'case')) return true;
  if (next.lower === '-' && next.start === tokenAt(view, verb).end) return true;
  if (lemma === 'declare' && declaresState(view, verb)) return true;
  if (lower !== lemma && next.lower === 'and' && tokenAt(view, verb + 2).pos === 'VERB' && before.pos === 'ADV')
    return true;
  if (lower === lemma || /s$/.test(lower) || next.pos !== 'NOUN') return false;
  return (
    before.pos === 'DET' ||
    before.pos === 'NUM' ||
    (before.pos === 'ADJ' && !/ing$/.test(lower)) ||
    /^(?:his|her|its|their|of|with)$/.test(before.lower)
  );
}

/** Whether the verb is a passive participle. */
export function isPassive(view: SentenceView, verb: number): boolean {
  const { lower, lemma } = tokenAt(view, verb);
  if (lower === lemma || /ing$/.test(lower) || (/s$/.test(lower) && lower !== lemma)) {
    if (!/^(?:put|read|hurt|forecast|broadcast)$/.test(lower)) return false;
  }
  for (let i = verb - 1; i >= 0 && verb - i < 5; i--) {
    const token = tokenAt(view, i);
    if (token.lemma === 'be' || token.lower === 'get' || token.lower === 'got') return true;
    if (token.pos !== 'ADV' && token.pos !== 'PART' && token.pos !== 'AUX') return false;
  }
  return false;
}

/** "Can it be told?", "who would have to be asked". */
export function isUnasserted(view: SentenceView, verb: number): boolean {
  return (
    tokenAt(view, view.tokens.length - 1).lower === '?' ||
    (tokenAt(view, verb - 1).lower === 'be' && tokenAt(view, verb - 2).lower === 'to')
  );
}

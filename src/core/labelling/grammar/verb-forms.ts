import { wordsOf } from '../../english/word-classes.js';
import { findPhraseEndingAt } from './noun-phrases.js';
import { isAuthors, tokenAt, type SentenceView } from './sentence-view.js';
import { sensesOf } from '../speakers/verb-senses.js';

/** Verbs whose noun form is as common: a tagger's NOUN after a noun phrase may still be the verb. */
const nounLike = wordsOf('verb in -s like a noun');

/** The same for plural subjects. */
const baseForms = wordsOf('verb like a noun');

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
  // "is promising lower taxes", "the statement also referenced the cost".
  if (pos === 'ADJ' && isParticipleBeforeObject(view, index)) return true;
  // "the study, which notes that".
  if (next === 'that' && /^(?:which|who)$/.test(before.lower)) return sensesOf(restoreVerb(lower)).length > 0;
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
  if (/^[,.]?$/.test(next) && /^(?:NOUN|PROPN)$/.test(before.pos)) {
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

/** An adjective in -ing after "be", or in -ed after a subject, that an object follows. */
function isParticipleBeforeObject(view: SentenceView, index: number): boolean {
  const { lower } = tokenAt(view, index);
  const [first, second] = [tokenAt(view, index + 1), tokenAt(view, index + 2)];
  let at = index - 1;
  while (tokenAt(view, at).pos === 'ADV') at--;
  const before = tokenAt(view, at);
  if (sensesOf(restoreVerb(lower)).length === 0) return false;
  if (lower.endsWith('ing'))
    return before.lemma === 'be' && (/^(?:DET|NUM)$/.test(first.pos) || (first.pos === 'ADJ' && second.pos === 'NOUN'));
  // "has also detailed spending"
  if (lower.endsWith('ed') && before.lemma === 'have' && at < index - 1) return /^(?:NOUN|DET|PROPN)$/.test(first.pos);
  return (
    lower.endsWith('ed') &&
    at < index - 1 &&
    /^(?:NOUN|PROPN|PRON)$/.test(before.pos) &&
    /^(?:DET|PRON|PROPN)$/.test(first.pos)
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
    : lower.endsWith('ing')
      ? [lower.slice(0, -3), `${lower.slice(0, -3)}e`, lower.slice(0, -4)]
      : [lower.replace(/ies$/, 'y').replace(/s$/, '')];
  return stems.find((stem) => sensesOf(stem).length > 0) ?? stems[0] ?? lower;
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
  if (verb === 0 && /^(?:judging|written)$/.test(lower)) return true;
  // "the company formerly known as", "Voices wanted.": a name, a notice.
  if (lower === 'known' && next.lower === 'as') return true;
  if (lower === 'wanted' && next.pos === 'PUNCT' && verb < 4) return true;
  // "214 recounts": a plural noun.
  if (before.pos === 'NUM' && before.lower !== 'one' && lower !== lemma && /s$/.test(lower)) return true;
  if (lemma === 'hold' && (next.pos === 'NUM' || next.lower === 'between')) return true;
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
  // "said nothing.": a silence has no content.
  if (lemma === 'say' && next.lower === 'nothing' && /^(?:PUNCT|ADP|SCONJ|CCONJ|X)$/.test(tokenAt(view, verb + 2).pos))
    return true;
  if (/^(?:support|back)$/.test(lemma) && isPaidWith(view, verb)) return true;
  if (isReducedRelative(view, verb)) return true;
  // "Lamplighters decide what the dice mean", "the program reads `main.toml`": powers and doings.
  if (lemma === 'decide' && lower !== 'decided' && (next.pos === 'PUNCT' || isModal(before.lower))) return true;
  if (lemma === 'decide' && /^(?:what|who|which|how|when|where|whether|if|on|by)$/.test(next.lower)) return true;
  if (lemma === 'read' && lower === 'reads' && opensNotation(view, verb + 1)) return true;
  if (lower === 'writing' && before.lower === 'in') return true;
  // "backed out", "find themselves in the way", "assumed a new role", ", compared with 93 before".
  if (lemma === 'back' && /^(?:out|up|down|away|off|into)$/.test(next.lower)) return true;
  if (lemma === 'find' && /sel(?:f|ves)$/.test(next.lower)) return true;
  if (lemma === 'assume' && assumesOffice(view, verb)) return true;
  if (lower === 'compared' && before.lower === ',') return true;
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

function isModal(word: string): boolean {
  return /^(?:can|may|must|should|might|could|would|will|shall)$/.test(word);
}

/** A word in code or a path, as in `main.toml`. */
function opensNotation(view: SentenceView, at: number): boolean {
  const { start, end } = tokenAt(view, at);
  return (
    /^\s*(?:\/|\w+[._/]\w)/.test(view.text.slice(start, end + 12)) ||
    view.text.slice(tokenAt(view, at - 1).end, start).length > 1
  );
}

function assumesOffice(view: SentenceView, verb: number): boolean {
  return view.tokens
    .slice(verb + 1, verb + 7)
    .some(({ lower }) => /^(?:roles?|office|command|post|duties|control|responsibility|power|position)$/.test(lower));
}

/** "supported it with $45 million": an act, not a stance. */
function isPaidWith(view: SentenceView, verb: number): boolean {
  for (let i = verb + 1; i < verb + 6; i++) {
    const { lower, pos } = tokenAt(view, i + 1);
    if (tokenAt(view, i).lower === 'with') return pos === 'NUM' || /^[$£€]$/.test(lower);
  }
  return false;
}

/** "A man accused in print is owed proof": the participle goes with the noun before it, the sentence's verb comes later. */
function isReducedRelative(view: SentenceView, verb: number): boolean {
  const { lower } = tokenAt(view, verb);
  if (!/ed$/.test(lower) || tokenAt(view, verb - 1).pos !== 'NOUN' || tokenAt(view, verb + 1).pos !== 'ADP')
    return false;
  for (let i = verb + 2; i < verb + 9; i++) {
    const { lower: word, pos } = tokenAt(view, i);
    if (
      !/^(?:DET|ADJ|NOUN|PROPN|NUM|ADP|ADV|AUX)$/.test(pos) ||
      /^(?:after|before|until|since|while|when|as)$/.test(word)
    )
      return false;
    if (pos === 'AUX') return true;
  }
  return false;
}

/** Whether the verb is a passive participle. */
export function isPassive(view: SentenceView, verb: number): boolean {
  const { lower, lemma } = tokenAt(view, verb);
  if ((lower === lemma && !/ed$/.test(lower)) || /ing$/.test(lower) || (/s$/.test(lower) && lower !== lemma)) {
    if (!/^(?:put|read|hurt|forecast|broadcast)$/.test(lower)) return false;
  }
  for (let i = verb - 1; i >= 0 && verb - i < 5; i--) {
    const token = tokenAt(view, i);
    if (token.lemma === 'be' || token.lower === 'get' || token.lower === 'got') return true;
    if (token.pos !== 'ADV' && token.pos !== 'PART' && token.pos !== 'AUX') return false;
  }
  return false;
}

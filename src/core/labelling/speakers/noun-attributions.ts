import type { AttributionKind } from '../labels.js';
import type { Attribution } from './attribution.js';
import { entriesOf, wordsOf } from '../../english/word-classes.js';
import { findPhraseEndingAt, findPhraseStartingAt, type NounPhrase } from '../grammar/noun-phrases.js';
import { isAuthors, tokenAt, type SentenceView } from '../grammar/sentence-view.js';
import { judgeNature } from './source-nature.js';

/** A noun for an act of saying, thinking or wanting, and whether only what is said after it makes it report. */
interface ReportingNoun {
  readonly kind: AttributionKind;
  readonly needs: 'clause' | 'any';
  readonly strength: number;
}

const nouns = new Map<string, ReportingNoun>();
for (const kind of ['said', 'thinks', 'wants'] as const)
  for (const { word, strength } of entriesOf(`${kind} (noun): any`)) nouns.set(word, { kind, needs: 'any', strength });
for (const { word, strength } of entriesOf('shows (noun): clause'))
  nouns.set(word, { kind: 'shows', needs: 'clause', strength });

/** Whether the word stands for an act of saying, thinking or wanting. */
export function isReportingNoun(lower: string, lemma: string): boolean {
  return nouns.has(lemma) || (lower.endsWith('s') && nouns.has(lower.slice(0, -1)));
}

/** "the claim that …", "fears of …", "X's criticism of …", "calls for …". */
export function findNounAttribution(view: SentenceView, at: number): Attribution | null {
  const { lemma, lower, pos } = tokenAt(view, at);
  const entry = nouns.get(lemma) ?? nouns.get(lower.replace(/s$/, ''));
  if (!entry) return null;
  const next = tokenAt(view, at + 1).lower;
  // "Fears that …": the tagger takes the first word for a verb.
  const existential = tokenAt(view, at - 1).lemma === 'be' && next === 'that';
  if (pos !== 'NOUN' && !(at === 0 && next === 'that') && !existential) return null;
  const owner = findOwner(view, at) ?? findAgent(view, at);
  // "an offer that the board refused", "a form of words that dates from 1952": a thing, not what it says.
  if (lemma === 'word' && next === 'that' && at > 0) return null;
  const clause =
    (owner !== null && (isHeldToBe(view, at) || isPutAt(view, at))) ||
    (next === 'that' && !/^(?:VERB|AUX)$/.test(tokenAt(view, at + 2).pos)) ||
    next === ':' ||
    colonSoon(view, at) ||
    saysThatLater(view, at) ||
    isThatAfterHolders(view, at) ||
    (next === 'to' && tokenAt(view, at + 2).pos === 'VERB') ||
    (next === 'of' && /ing$/.test(tokenAt(view, at + 2).lower)) ||
    isSpeechQuote(view, at + 1) ||
    (next === ',' && isSpeechQuote(view, at + 2));
  const ownerNature = owner ? judgeNature(view, owner) : null;
  if (ownerNature === 'author' || ownerNature === 'abstract') return null;
  const open = /^(?:of|for|about|against|over|on|by|from)$/.test(next);
  if (
    !clause &&
    !findMeeting(view, at) &&
    (entry.needs === 'clause' || !(open && (owner !== null || /s$/.test(tokenAt(view, at).lower))))
  )
    return null;
  const met = findMeeting(view, at);
  const strength = clause
    ? entry.strength * (isPlainSubject(view, at) ? 0.65 : 1)
    : entry.strength * (met ? metShare : 0.6);
  const ownWords = !saysThatLater(view, at) && !isSpeechQuote(view, at + 1) && !isSpeechQuote(view, at + 2);
  return {
    via: 'noun',
    kind: entry.kind,
    phrase: owner,
    cueFirst: at,
    cueLast: at,
    strength,
    trailing: false,
    ownWords,
  };
}

/** "The claim that … deserves an answer": what is said of a claim as a subject is the author's. */
function isPlainSubject(view: SentenceView, at: number): boolean {
  // Bare plurals ("Fears that …", "Claims that …") have nobody but their unnamed holders.
  if (at === 0 && /s$/.test(tokenAt(view, at).lower)) return false;
  return (
    at < 6 && !saysThatLater(view, at) && view.tokens.slice(0, at).every(({ pos }) => pos !== 'VERB' && pos !== 'AUX')
  );
}

/** "her worry is that …", "the regulator's view, set out in a letter, is that …" */
function saysThatLater(view: SentenceView, noun: number): boolean {
  for (let i = noun + 1; i < noun + 14 && i < view.tokens.length; i++) {
    if (tokenAt(view, i).lemma === 'be' && tokenAt(view, i + 1).lower === 'that') return true;
  }
  return false;
}

/** "The bishop's verdict was blunt: …", "gave a different account: …". */
function colonSoon(view: SentenceView, noun: number): boolean {
  for (let i = noun + 1; i < noun + 5; i++) {
    const { lower, pos } = tokenAt(view, i);
    if (lower === ':') return true;
    if (!/^(?:AUX|ADJ|ADV|DET|NOUN|VERB)$/.test(pos)) return false;
  }
  return false;
}

/** "concern among doctors that", "talk in the town that". */
function isThatAfterHolders(view: SentenceView, noun: number): boolean {
  if (!/^(?:among|amongst|within|in|from|at)$/.test(tokenAt(view, noun + 1).lower)) return false;
  for (let i = noun + 2; i < noun + 9; i++) {
    const { lower, pos } = tokenAt(view, i);
    if (lower === 'that') return pos === 'SCONJ' && i > noun + 2;
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM|ADP|CCONJ)$/.test(pos)) return false;
  }
  return false;
}

/** Share of its strength that a noun keeps where it is what somebody met with: noticed, while the sentence tells an event. */
const metShare = 0.68;
const meeting = wordsOf('meeting verb');
const met = wordsOf('met with');

/** "drew heavy criticism", "faced questions about", "came under attack", "amid complaints": what somebody meets with. */
function findMeeting(view: SentenceView, noun: number): boolean {
  if (!met.has(tokenAt(view, noun).lemma)) return false;
  let at = noun - 1;
  while (/^(?:ADJ|ADV|NUM|DET)$/.test(tokenAt(view, at).pos) || /ing$/.test(tokenAt(view, at).lower)) at--;
  const { lower, lemma } = tokenAt(view, at);
  if (/^(?:under|amid|despite)$/.test(lower)) return true;
  if (/^(?:with|into)$/.test(lower)) return meeting.has(tokenAt(view, at - 1).lemma);
  // "There has been much speculation".
  if (lemma === 'be' && view.tokens.slice(Math.max(0, at - 3), at).some((token) => token.lower === 'there'))
    return at < noun - 1;
  return meeting.has(lemma);
}

const held = wordsOf('held to be');

/** "The farmers' grievance is the price of milk", "Its expectation is for 14,000 flats". */
function isHeldToBe(view: SentenceView, noun: number): boolean {
  if (!held.has(tokenAt(view, noun).lemma)) return false;
  return (
    tokenAt(view, noun + 1).lemma === 'be' &&
    /^(?:DET|ADP|PART|PRON|NOUN|PROPN|SCONJ)$/.test(tokenAt(view, noun + 2).pos)
  );
}

/** "The consultants' estimate of the cost is 90 million." */
function isPutAt(view: SentenceView, noun: number): boolean {
  if (!/^(?:estimate|forecast|projection|valuation|prediction|count)$/.test(tokenAt(view, noun).lemma)) return false;
  for (let i = noun + 1; i < noun + 9; i++)
    if (tokenAt(view, i).lemma === 'be') return /^(?:NUM|SYM)$/.test(tokenAt(view, i + 1).pos);
  return false;
}

function isSpeechQuote(view: SentenceView, at: number): boolean {
  return !isAuthors(view, at);
}

/** The owner before a noun: "the board's claim", "her claim", "the minister's absurd claim". */
export function findOwner(view: SentenceView, noun: number): NounPhrase | null {
  for (let i = noun - 1; i >= 0 && noun - i < 5; i--) {
    const { lower, pos } = tokenAt(view, i);
    if (/^(?:his|her|its|their)$/.test(lower)) return { first: i, last: i, head: i };
    if (/^(?:my|our|your)$/.test(lower)) return { first: i, last: i, head: i };
    if (lower === "'s" || lower === "'") return findPhraseEndingAt(view, i - 1);
    if (pos !== 'ADJ' && pos !== 'NOUN' && pos !== 'ADV' && pos !== 'VERB') return null;
  }
  return null;
}

/** "a complaint by the union", "a claim from the board". */
function findAgent(view: SentenceView, noun: number): NounPhrase | null {
  for (let i = noun + 1; i <= noun + 2; i++) {
    if (!/^(?:by|from|of|among)$/.test(tokenAt(view, i).lower)) continue;
    const phrase = findPhraseStartingAt(view, i + 1);
    if (!phrase) continue;
    const nature = judgeNature(view, phrase);
    if (nature === 'person' || nature === 'name' || nature === 'institution') return phrase;
  }
  return null;
}

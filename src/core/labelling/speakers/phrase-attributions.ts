import type { Attribution } from './attribution.js';
import { wordsOf } from '../../english/word-classes.js';
import { findNounAttribution, findOwner, isReportingNoun } from './noun-attributions.js';
import { findPhraseEndingAt, findPhraseStartingAt } from '../grammar/noun-phrases.js';
import { findSpeakerLabel, type SpeakerContext } from './speaker-labels.js';
import { judgeNature } from './source-nature.js';
import { isAuthors, tokenAt, type SentenceView } from '../grammar/sentence-view.js';
import { findMainSubject, findSubject, withFollowingName } from '../grammar/subjects.js';

const adverbs = wordsOf('hearsay adverb');
const adjectives = wordsOf('hearsay adjective');
const participles = wordsOf('hearsay participle');

/** Words that can begin one of the constructions below, besides the nouns. */
const triggers = new Set([
  ...adverbs,
  ...adjectives,
  ...participles,
  ...['according', 'per', 'citing', 'in', 'by', 'on', 'as', 'what', 'to', 'for', 'rather'],
]);

/** Attributions without a reporting verb: "according to", "in the words of", "reportedly", "the claim that", "NAME: …". */
export function findPhraseAttributions(view: SentenceView, context: SpeakerContext): Attribution[] {
  const found: Attribution[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const { lower, lemma } = tokenAt(view, i);
    if (!triggers.has(lower) && !isReportingNoun(lower, lemma)) continue;
    if (!isAuthors(view, i)) continue;
    const attribution = findPrepositional(view, i) ?? findHearsay(view, i) ?? findNounAttribution(view, i);
    if (attribution) found.push(attribution);
  }
  const speaker = findSpeakerLabel(view, context);
  return speaker ? [speaker, ...found] : found;
}

function findPrepositional(view: SentenceView, at: number): Attribution | null {
  const { lower } = tokenAt(view, at);
  const next = tokenAt(view, at + 1).lower;
  if (lower === 'according' && next === 'to') return makePhrase(view, at, at + 1, at + 2, 1);
  if (lower === 'per' && at === 0) return makePhrase(view, at, at, at + 1, 0.9);
  if (lower === 'citing') {
    const phrase = findMainSubject(view);
    return { via: 'phrase', kind: 'said', phrase, cueFirst: at, cueLast: at, strength: 0.8, trailing: false };
  }
  if (/^(?:in|by|on)$/.test(lower)) return findPoll(view, at) ?? findInTheWordsOf(view, at);
  if (lower === 'as') return findAsSheSays(view, at);
  if (lower === 'rather') return findPreference(view, at);
  if (lower === 'what' && at === 0) return findCleft(view);
  if (lower === 'to' && at === 0) return makeOpinionHolder(view, at);
  if (lower === 'for' && at === 0) return makeOpinionHolder(view, at);
  return null;
}

/** "In a poll of members, nine of ten …": what the asked have said. */
function findPoll(view: SentenceView, at: number): Attribution | null {
  if (at !== 0 || tokenAt(view, at).lower !== 'in') return null;
  const phrase = findPhraseStartingAt(view, 1);
  if (!phrase || !/^(?:poll|survey)s?$/.test(tokenAt(view, phrase.head).lower)) return null;
  if (tokenAt(view, phrase.last + 1).lower !== ',') return null;
  return { via: 'phrase', kind: 'shows', phrase, cueFirst: 0, cueLast: 0, strength: 0.75, trailing: false };
}

const holdings = wordsOf('holding');

/** "in the words of X", "by X's count", "in his view", "in X's opinion". */
function findInTheWordsOf(view: SentenceView, at: number): Attribution | null {
  for (let i = at + 1; i <= at + 7; i++) {
    const { lower, pos } = tokenAt(view, i);
    if (pos === 'PUNCT' && lower !== "'" && lower !== '-') return null;
    if ((pos === 'NUM' && lower !== 'one') || (pos === 'ADP' && lower !== 'of')) return null;
    if ((!holdings.has(lower) && lower !== 'accounts') || (lower === 'mind' && tokenAt(view, at).lower === 'on'))
      continue;
    // "Nobody in his right mind".
    if (lower === 'mind' && tokenAt(view, i - 1).lower === 'right') return null;
    // "in your account", "on account of": a place or a cause, and nobody's telling.
    if (/^(?:account|count)$/.test(lower) && tokenAt(view, at).lower !== 'by') return null;
    if (tokenAt(view, i + 1).lower === 'of') return makePhrase(view, at, i + 1, i + 2, 0.9);
    const owner = findOwner(view, i);
    // "by one estimate", "by most accounts": somebody's, though unnamed.
    if (
      !owner &&
      /^(?:one|some|most|many|all|several|official)$/.test(tokenAt(view, i - 1).lower) &&
      tokenAt(view, at).lower === 'by'
    )
      return { via: 'phrase', kind: 'said', phrase: null, cueFirst: at, cueLast: i, strength: 0.85, trailing: at > 3 };
    if (!owner || lower === 'accounts' || judgeNature(view, owner) === 'author') return null;
    return { via: 'phrase', kind: 'said', phrase: owner, cueFirst: at, cueLast: i, strength: 0.9, trailing: at > 3 };
  }
  return null;
}

const sayings =
  /^(?:puts?|sees?|says?|said|saw|admits?|admitted|tells?|told|has|had|notes?|noted|explains?|explained|points?|pointed|argues?|argued|wrote|writes|remembers?|warns?|warned|acknowledges?|likes?|recalls?)$/;

/** "as the mayor puts it", "as its authors admit": a frame that stands beside what is said. */
function findAsSheSays(view: SentenceView, at: number): Attribution | null {
  if (at > 0 && tokenAt(view, at - 1).lower !== ',') return null;
  for (let i = at + 2; i < at + 10; i++) {
    const { lower, pos } = tokenAt(view, i);
    if (pos === 'PUNCT' && lower !== "'" && lower !== '-') return null;
    const next = tokenAt(view, i + 1).lower;
    if (!sayings.test(lower) || !/^(?:it|,|that|out|the|to|in|)$/.test(next)) continue;
    const phrase = findPhraseEndingAt(view, i - 1);
    if (!phrase || phrase.first !== at + 1) return null;
    const nature = judgeNature(view, phrase);
    if (nature === 'author' || nature === 'abstract') return null;
    return { via: 'phrase', kind: 'said', phrase, cueFirst: i, cueLast: i, strength: 0.95, trailing: at > 0 };
  }
  return null;
}

/** "What worries the farmers is the winter", "What they want is a crossing". */
function findCleft(view: SentenceView): Attribution | null {
  const be = view.tokens.findIndex(({ lemma, pos }, i) => i > 1 && i < 12 && lemma === 'be' && pos === 'AUX');
  if (be < 0) return null;
  const verb = view.tokens.findIndex(({ lower }, i) => i > 0 && i < be && cleftVerbs.test(lower));
  if (verb < 0) return null;
  const phrase = verb === 1 ? findPhraseStartingAt(view, 2) : findPhraseEndingAt(view, verb - 1);
  if (!phrase || judgeNature(view, phrase) === 'author') return null;
  const kind = /^(?:want|need|seek)/.test(tokenAt(view, verb).lower) ? 'wants' : 'thinks';
  return { via: 'phrase', kind, phrase, cueFirst: verb, cueLast: verb, strength: 0.8, trailing: false };
}

const cleftVerbs =
  /^(?:wants?|wanted|seeks?|fears?|worr(?:y|ies|ied)|troubles?|bothers?|annoys?|angers?|puzzles?|irks?|frightens?|pleases?|hopes?|says?|said|thinks?|believes?)$/;

/** Whether the words at `at` are a frame that interrupts: "in the words of its captain", "as she puts it". */
export function opensFrame(view: SentenceView, at: number): boolean {
  const { lower } = tokenAt(view, at);
  if (!/^(?:according|in|by|as)$/.test(lower)) return false;
  const frame = findPrepositional(view, at);
  if (!frame) return false;
  if (lower === 'according' || lower === 'as') return true;
  const end = Math.max(frame.phrase?.last ?? 0, frame.cueLast);
  return tokenAt(view, end + 1).lower === ',' && /^(?:AUX|VERB)$/.test(tokenAt(view, end + 2).pos);
}

/** "For the unions, the deal is …", "To the shopkeepers it looks like …": those whose view follows. */
function makeOpinionHolder(view: SentenceView, at: number): Attribution | null {
  const phrase = findPhraseStartingAt(view, at + 1);
  if (!phrase) return null;
  const next = tokenAt(view, phrase.last + 1);
  const looks =
    /^(?:it|this|that|they)$/.test(next.lower) &&
    /^(?:look|seem|feel|sound|appear|be)$/.test(tokenAt(view, phrase.last + 2).lemma);
  if (next.lower !== ',' && !looks) return null;
  const nature = judgeNature(view, phrase);
  const plural = /s$|people|men|women/.test(tokenAt(view, phrase.head).lower);
  const holds =
    nature === 'person' ||
    (nature === 'institution' && !/^(?:years|months|weeks|days)$/.test(tokenAt(view, phrase.head).lower));
  if (!holds || (!plural && !looks) || (!looks && !isJudgedAfter(view, phrase.last + 1))) return null;
  return { via: 'phrase', kind: 'thinks', phrase, cueFirst: at, cueLast: at, strength: 0.6, trailing: false };
}

/** "For the unions, the deal is a betrayal", and not "For apprentices, any card will do". */
function isJudgedAfter(view: SentenceView, comma: number): boolean {
  const verb = view.tokens.findIndex(({ pos }, i) => i > comma && (pos === 'AUX' || pos === 'VERB'));
  return (
    verb > 0 && /^(?:be|mean|remain|seem|look|feel|sound|appear|represent|become)$/.test(tokenAt(view, verb).lemma)
  );
}

/** "Residents would rather keep the trees." */
function findPreference(view: SentenceView, at: number): Attribution | null {
  if (!/^(?:would|'d)$/.test(tokenAt(view, at - 1).lower) || tokenAt(view, at + 1).pos !== 'VERB') return null;
  const phrase = findSubject(view, at);
  if (!phrase || !/^(?:person|name|institution)$/.test(judgeNature(view, phrase))) return null;
  return { via: 'phrase', kind: 'wants', phrase, cueFirst: at - 1, cueLast: at, strength: 0.75, trailing: false };
}

function makePhrase(
  view: SentenceView,
  cueFirst: number,
  cueLast: number,
  from: number,
  strength: number,
): Attribution | null {
  const phrase = findPhraseStartingAt(view, from);
  if (phrase && judgeNature(view, phrase) === 'author') return null;
  const named = phrase && withFollowingName(view, phrase);
  const document = named !== null && judgeNature(view, named) === 'document';
  return {
    via: 'phrase',
    kind: document ? 'shows' : 'said',
    phrase: named,
    cueFirst,
    cueLast,
    strength,
    trailing: cueFirst > 2,
  };
}

function findHearsay(view: SentenceView, at: number): Attribution | null {
  const { lower } = tokenAt(view, at);
  const frame = { via: 'hearsay', phrase: null, cueFirst: at, cueLast: at, trailing: false } as const;
  if (adverbs.has(lower)) return { ...frame, kind: 'said', strength: 0.9 };
  if (adjectives.has(lower)) return { ...frame, kind: 'said', strength: 0.4 };
  // "One man, believed to be in his seventies, …"
  if (participles.has(lower) && tokenAt(view, at - 1).lower === ',' && tokenAt(view, at + 1).lower === 'to') {
    return { ...frame, kind: 'thinks', strength: 0.8 };
  }
  return null;
}

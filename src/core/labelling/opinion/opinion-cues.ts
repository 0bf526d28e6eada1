import type { Span } from '../../text/span.js';
import { measureWords } from '../../english/measures.js';
import { monthAbbreviations, months, weekdays } from '../../english/quantities.js';
import { wordsOf } from '../../english/word-classes.js';
import type { Feature } from '../../english/features.js';
import type { UnseenCue } from '../unseen-reasons.js';
import { classifyCompound, classifyWord } from './judging-words.js';
import { isAuthors, isCapitalised, isModifier, isWord, tokenAt, type SentenceView } from '../grammar/sentence-view.js';
import { hangsOnCondition, isCalledFor, isObligation, isPermission } from '../grammar/modality.js';
import { isTimeWord } from '../grammar/noun-phrases.js';

/** One occurrence of a feature: the words that show it and how much of the feature's weight it carries. */
export interface Cue extends Span {
  readonly feature: Feature;
  /** Share of the feature's weight, 0..1: a second and third occurrence count less. Of a mood -1..1, of a sound its logit. */
  readonly amount: number;
  /** For what no single word shows; null for the words at the span. */
  readonly name: UnseenCue | null;
}

const intense = wordsOf('intensifier');
const stance = wordsOf('stance');
const supposing = wordsOf('supposition');
/** Words that are dates wherever they stand; "may" is one only as a name. */
const dates = new Set([...months.filter((month) => month !== 'may'), ...monthAbbreviations, ...weekdays, 'yesterday']);
const measures = new Set(measureWords);
const negations = wordsOf('negation');
const superlatives = /^(?:[a-z]{3,}(?:iest|est))$/;
const superlativeExceptions = wordsOf('no superlative');

/** Judgements that a noun loses when it only says which thing is meant: "security concerns", "success rate". */
const namesSubject: ReadonlySet<Feature> = new Set<Feature>([
  'abstract noun',
  'grading word',
  'evaluating noun or verb',
  'figure of speech',
]);

const sharing = /^(?:share[sd]?|sharing|express(?:es|ed|ing)?|voice[sd]?|voicing|raise[sd]?|raising)$/;

/** "Both states share the same worry", "the board voiced its distrust": told of others, not felt by the author. */
function isShared(view: SentenceView, noun: number): boolean {
  if (tokenAt(view, noun).pos !== 'NOUN') return false;
  let at = noun - 1;
  // The tagger takes "share" and "voice" for nouns as often.
  while (/^(?:ADJ|ADV|DET|NOUN|PRON)$/.test(tokenAt(view, at).pos) && !sharing.test(tokenAt(view, at).lower)) at--;
  if (!sharing.test(tokenAt(view, at).lower)) return false;
  return !/^(?:i|we|you|to|must|should)$/.test(tokenAt(view, at - 1).lower);
}

/** "We are happy to send it", "you are welcome to ask": what people say, and no judging. */
function isCourtesy(view: SentenceView, i: number): boolean {
  // "Tickets are good for ninety days."
  if (tokenAt(view, i).lower === 'good' && tokenAt(view, i + 1).lower === 'for')
    return /^(?:DET|NUM)$/.test(tokenAt(view, i + 2).pos);
  // "New members are welcome."
  if (tokenAt(view, i).lower === 'welcome' && tokenAt(view, i - 1).lemma === 'be') return true;
  return (
    /^(?:happy|glad|pleased|welcome|delighted|free)$/.test(tokenAt(view, i).lower) &&
    tokenAt(view, i + 1).lower === 'to'
  );
}

/** Collects the readable cues of the author's words in token range `[first, last]`. */
export function collectCues(
  view: SentenceView,
  ranges: readonly { readonly first: number; readonly last: number }[],
): Cue[] {
  const cues: Cue[] = [];
  const counts = new Map<Feature, number>();
  const add = (feature: Feature, first: number, last = first, name: UnseenCue | null = null): void => {
    const count = counts.get(feature) ?? 0;
    if (count >= 3) return;
    counts.set(feature, count + 1);
    cues.push({
      feature,
      start: tokenAt(view, first).start,
      end: tokenAt(view, last).end,
      amount: 1 / (count + 1),
      name,
    });
  };
  for (const { first, last } of ranges) {
    for (let i = first; i <= last; i++) if (isAuthors(view, i)) collectWord(view, i, add);
  }
  return cues;
}

type Add = (feature: Feature, first: number, last?: number, name?: UnseenCue | null) => void;

function collectWord(view: SentenceView, i: number, add: Add): void {
  const token = tokenAt(view, i);
  const { lower, lemma, pos } = token;
  if (!isWord(token)) {
    if (lower === '!') add('exclamation', i);
    else if (lower === '$' || lower === '£' || lower === '€') add('money', i);
    else if (lower === '%') add('measure', i);
    return;
  }
  const name = isCapitalised(view, token) && i > 0 && pos === 'PROPN';
  if (pos === 'NUM' || /^\d/.test(lower)) {
    add(/\d/.test(lower) && !isAside(view, i) ? 'figure' : 'number word', i);
    return;
  }
  if (dates.has(lower) || (lower === 'may' && name)) add('date', i);
  if (name) return; // titles of works and firms hold all sorts of words
  if (measures.has(lower) && tokenAt(view, i - 1).pos === 'NUM') add('measure', i);
  const compound = judgeCompound(view, i);
  if (compound) add(compound.feature, i, compound.last);
  const { judgement, special } = classifyWord(token);
  if (
    judgement &&
    !compound &&
    !isCourtesy(view, i) &&
    !(namesSubject.has(judgement) && (isModifier(view, i) || isShared(view, i)))
  )
    add(judgement, i);
  if (special) collectSpecial(view, i, add);
  if (pos === 'VERB' && isPast(lower, lemma)) add(isPerfect(view, i) ? 'present perfect' : 'past event', i);
}

/** ", 31," and "(1974)": an age or year by the way, that is not what the sentence reports. */
function isAside(view: SentenceView, i: number): boolean {
  const [before, after] = [tokenAt(view, i - 1).lower, tokenAt(view, i + 1).lower];
  return (before === ',' && after === ',') || (before === '(' && after === ')');
}

/** The judgement of a compound of two to four words that begins at `i` ("half-baked", "out-of-touch"); null for none. */
function judgeCompound(view: SentenceView, i: number): { readonly feature: Feature; readonly last: number } | null {
  let word = tokenAt(view, i).lower;
  for (let last = i + 2; last <= i + 6; last += 2) {
    const [before, hyphen, part] = [tokenAt(view, last - 2), tokenAt(view, last - 1), tokenAt(view, last)];
    if (hyphen.lower !== '-' || hyphen.start !== before.end || part.start !== hyphen.end) return null;
    word += `-${part.lower}`;
    const feature = classifyCompound(word);
    if (feature) return { feature, last };
  }
  return null;
}

/** "has turned", "have never been asked": no event, but where things now stand. */
function isPerfect(view: SentenceView, verb: number): boolean {
  let at = verb - 1;
  while (/^(?:ADV|PART)$/.test(tokenAt(view, at).pos) || tokenAt(view, at).lower === 'been') at--;
  return /^(?:has|have|'s|'ve)$/.test(tokenAt(view, at).lower) && tokenAt(view, at).pos === 'AUX';
}

/** Words of the small closed classes: emphasis, obligation, persons, comparison. */
function collectSpecial(view: SentenceView, i: number, add: Add): void {
  const { lower, lemma, pos } = tokenAt(view, i);
  if (intense.has(lower) && emphasises(view, i)) add('emphasis', i);
  if (stance.has(lower) || stance.has(lemma)) add('stance', i);
  if (isObligation(view, i) || isCalledFor(view, i)) add('obligation', i);
  else if (lower === 'may' && pos === 'AUX' && isPermission(view, i)) add('permission', i);
  else if (supposing.has(lower) && pos === 'AUX')
    add(/^(?:will|wo)$/.test(lower) || (lower === 'would' && hangsOnCondition(view)) ? 'prediction' : 'supposition', i);
  if (negations.has(lower)) add('negation', i);
  if (superlatives.test(lower) && !superlativeExceptions.has(lower) && /^(?:ADJ|ADV)$/.test(pos)) add('superlative', i);
  if ((lower === 'most' || lower === 'least') && tokenAt(view, i + 1).pos === 'ADJ') add('superlative', i, i + 1);
  if (
    (lower === 'more' || lower === 'less') &&
    /^(?:ADJ|NOUN)$/.test(tokenAt(view, i + 1).pos) &&
    !/\d/.test(tokenAt(view, i + 2).lower)
  )
    add('comparison', i, i + 1);
  if (lower === 'than' && !/\d/.test(tokenAt(view, i + 1).lower)) add('comparison', i);
  if (
    lower === 'like' &&
    pos === 'ADP' &&
    /^(?:an?|people|somebody|someone|those|men|women|children|nothing)$/.test(tokenAt(view, i + 1).lower)
  ) {
    add('simile', i, i + 1);
  }
  if (/^(?:every|all|any|each|entire|whole)$/.test(lower)) add('sweeping word', i);
  collectPerson(view, i, add);
  if (isTimeWord(lower) && /^(?:last|this|next|every|each)$/.test(tokenAt(view, i - 1).lower)) add('date', i - 1, i);
}

/** "so slow", but not "so the board met"; "such folly", but not "such as". */
function emphasises(view: SentenceView, i: number): boolean {
  const { lower } = tokenAt(view, i);
  const next = tokenAt(view, i + 1);
  if (
    lower === 'so' ||
    lower === 'pretty' ||
    lower === 'fairly' ||
    lower === 'rather' ||
    lower === 'far' ||
    lower === 'very'
  )
    return next.pos === 'ADJ' || next.pos === 'ADV' || next.lower === 'much';
  if (lower === 'even' && i === 0 && /^(?:ADP|SCONJ|ADV)$/.test(next.pos)) return false;
  if (lower === 'such') return next.lower !== 'as';
  if (lower === 'too') return next.pos === 'ADJ' || next.pos === 'ADV';
  if (lower === 'just' || lower === 'only' || lower === 'even') return next.pos !== 'NUM';
  if (lower === 'much')
    return (
      /^(?:too|so|more|less|better|worse|as)$/.test(next.lower) || /^(?:too|so|very)$/.test(tokenAt(view, i - 1).lower)
    );
  return true;
}

function collectPerson(view: SentenceView, i: number, add: Add): void {
  const { lower, pos } = tokenAt(view, i);
  const next = tokenAt(view, i + 1);
  // Only the present holds a view: "I felt" tells what happened.
  const verb = (next.pos === 'ADV' ? tokenAt(view, i + 2) : next).lower;
  if (lower === 'i') {
    add(
      /^(?:think|believe|suspect|fear|hope|wish|want|doubt|find|trust|call|know|guess|admit|confess|love|hate|like|prefer|regret|feel|wonder|suppose|would|should|'d|imagine|understand)$/.test(
        verb,
      )
        ? 'my view'
        : 'first person',
      i,
    );
  } else if (/^(?:my|me|mine|myself)$/.test(lower)) add('first person', i);
  else if (/^(?:we|us|our|ours|ourselves)$/.test(lower)) add('we', i);
  else if (/^(?:you|your|yours|yourself)$/.test(lower)) add('you', i);
  else if (/^(?:this|that|these|it)$/.test(lower) && i < 2 && tokenAt(view, i + 1).lemma === 'be' && pos !== 'SCONJ')
    add('verdict', i, i + 1);
  else if (
    /^(?:somebody|someone|anybody|anyone|everybody|everyone|nobody|somehow|something|anything|everything)$/.test(lower)
  )
    add('anybody', i);
}

/** The tagger gives no tense: a form that is neither the dictionary's nor in -s or -ing is past or a participle. */
function isPast(lower: string, lemma: string): boolean {
  return lower !== lemma && !/(?:s|ing)$/.test(lower);
}

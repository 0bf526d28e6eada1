import type { Figure } from './read-figures.js';
import type { FrameWord, SentenceFrame } from './sentence-frame.js';

/** Most words that one of two sentences may have beyond the other: besides what the other's surroundings say, too. */
const maxExtraWords = 2;
const maxExtraWordsInContext = 4;
/** What a thing has one of: with the same name it is the same thing, whether or not it is said where it stands. */
const fixedMeasures: ReadonlySet<string> = new Set(['length', 'area', 'mass', 'volume']);

/** What two sentences share. */
interface Alignment {
  /** Comparable forms of the shared words, in the first sentence's order. */
  readonly shared: readonly string[];
  /** The words that only one of them has. */
  readonly extra: readonly FrameWord[];
}

/**
 * Whether two sentences speak of the same matter: the same subject, verb, names, time, tense and mood, with nothing that
 * narrows one of them only. One may have a few words more; as soon as both have words of their own, they speak of
 * different things ("the fire destroyed", "the storm destroyed"). Null when they do not.
 *
 * @param apart words that are the difference itself and are left out, of each sentence
 * @param difference what the figures are that differ, where these are the difference: times that are, are left out
 */
export function alignFrames(
  a: SentenceFrame,
  b: SentenceFrame,
  apart: readonly [ReadonlySet<string>, ReadonlySet<string>] = [new Set(), new Set()],
  difference: Figure['kind'] | null = null,
): Alignment | null {
  if (a.mood !== b.mood || (a.tense !== b.tense && a.tense !== 'open' && b.tense !== 'open')) return null;
  if (!hasTimesOf(a, b, difference) || !hasTimesOf(b, a, difference)) return null;
  const shared = [...a.words.keys()].filter((key) => b.words.has(key) && !apart[0].has(key));
  const isNoun = (key: string): boolean => /^(?:NOUN|PROPN)$/.test(a.words.get(key)?.token.pos ?? '');
  if (!shared.some(isNoun)) return null;
  // The village, the company, the bridge: which one, the surroundings have to say alike.
  const sharesName = shared.some((key) => a.words.get(key)?.isName);
  if (!sharesName && ![...a.contextNames].some((name) => b.contextNames.has(name))) return null;
  const extraA = listExtra(a, b, apart[0]);
  const extraB = listExtra(b, a, apart[1]);
  if (!areNamesKnown(extraA, b) || !areNamesKnown(extraB, a)) return null;
  const [ownA, ownB] = [extraA.filter(({ isName }) => !isName), extraB.filter(({ isName }) => !isName)];
  if (ownA.length > 0 && ownB.length > 0) return null;
  const mayBePlaced = sharesName && fixedMeasures.has(difference ?? '');
  if (!isHarmless(ownA, b, mayBePlaced) || !isHarmless(ownB, a, mayBePlaced)) return null;
  const extra = [...extraA, ...extraB];
  // "Has 40 teachers", "needs 52 teachers": a verb of one only is another predicate, unless they share one.
  if (extra.some(isVerb) && !shared.some((key) => isVerb(a.words.get(key)) || isVerb(b.words.get(key)))) return null;
  return { shared, extra };
}

function isVerb(word: FrameWord | undefined): boolean {
  return word?.token.pos === 'VERB';
}

function listExtra(own: SentenceFrame, other: SentenceFrame, apart: ReadonlySet<string>): FrameWord[] {
  return [...own.words].flatMap(([key, word]) =>
    other.words.has(key) || apart.has(key) || word.isSource ? [] : [word],
  );
}

function hasTimesOf(own: SentenceFrame, other: SentenceFrame, difference: Figure['kind'] | null): boolean {
  const isDifference = (time: string): boolean =>
    (difference === 'year' && /^\d{4}$/.test(time)) ||
    (/^(?:year|date)$/.test(difference ?? '') && own.dateTimes.has(time));
  return [...own.times].every((time) => other.times.has(time) || other.context.has(time) || isDifference(time));
}

function areNamesKnown(extra: readonly FrameWord[], other: SentenceFrame): boolean {
  return extra.every(({ term, isName }) => !isName || other.context.has(term));
}

function isHarmless(extra: readonly FrameWord[], other: SentenceFrame, mayBePlaced: boolean): boolean {
  const unknown = extra.filter(({ term }) => !other.context.has(term));
  return (
    unknown.length <= maxExtraWords &&
    extra.length <= maxExtraWordsInContext &&
    unknown.every(({ isInPhrase }) => !isInPhrase) &&
    extra.every(({ isBesideNoun, isPlaceOfNoun }) => !isBesideNoun || (mayBePlaced && isPlaceOfNoun))
  );
}

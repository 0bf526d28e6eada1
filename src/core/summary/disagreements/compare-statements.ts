import type { Span } from '../../text/span.js';
import { alignFrames } from './align-frames.js';
import { areComparable, areIncompatible, type Figure } from './read-figures.js';
import type { FrameWord, SentenceFrame } from './sentence-frame.js';

/** What differs between two sentences on one matter. */
export interface Difference {
  readonly kind: 'figures' | 'opposite';
  /** In each sentence the words that differ, as ranges of the document. */
  readonly spans: readonly [Span, Span];
  /** Comparable forms of the words that both sentences share. */
  readonly shared: readonly string[];
  /** The same for two pairs that differ in the same way. */
  readonly key: string;
}

/** The other group of each word that has an opposite: comparable form to the forms that say the opposite. */
export type Opposites = ReadonlyMap<string, ReadonlySet<string>>;

/** Words of what happens once: two years for one of these cannot both be right. */
const onceOnly = new Set(
  'bear born die kill build found establish invent complet publish open inaugur discov'.split(' '),
);
/** Comparable forms of "pay" and "cost". */
const payKey = 'pay';
const costKey = 'cost';
/** Counts that differ by more than this factor are rarely counts of the same. */
const maxRatio = 20;
const minSharedForNegation = 3;
const minSharedForOpposite = 2;

/** The figures in which two sentences differ, or null: one figure of a kind in each, on the same matter. */
export function compareFigures(a: SentenceFrame, b: SentenceFrame): Difference | null {
  if (a.negations.length !== b.negations.length) return null;
  for (const first of a.figures) {
    const second = b.figures.find((figure) => areComparable(first, figure));
    if (!second || !areIncompatible(first, second) || ratioOf(first, second) > maxRatio) continue;
    const isOnly = (figures: readonly Figure[]): boolean =>
      figures.filter(({ kind }) => kind === first.kind).length === 1;
    if (!isOnly(a.figures) || !isOnly(b.figures)) continue;
    const isTime = first.kind === 'year' || first.kind === 'date';
    const alike = sayAlike(a, b);
    const aligned = alike && alignFrames(...alike, undefined, first.kind);
    if (!aligned || (isTime && !happensOnce(a, aligned.shared))) continue;
    // Of what was paid for with other things nobody says what it cost.
    if (alike[0].payers !== alike[1].payers && aligned.extra.some((word) => !word.isSource && isThing(word))) continue;
    const values = [first, second].map(({ low, high }) => `${low}-${high}`).sort();
    const key = `${first.kind} ${values.join(' ')}`;
    return { kind: 'figures', spans: [first, second], shared: aligned.shared, key };
  }
  return null;
}

function happensOnce({ comesAgain }: SentenceFrame, shared: readonly string[]): boolean {
  return shared.some((word) => onceOnly.has(word) && !(comesAgain && /^(?:open|publish)$/.test(word)));
}

/** What somebody has paid for a thing is what it cost, where the other sentence says just that. Null for two who have paid. */
function sayAlike(a: SentenceFrame, b: SentenceFrame): [SentenceFrame, SentenceFrame] | null {
  if (a.payers && b.payers && [...a.payers].sort().join(' ') !== [...b.payers].sort().join(' ')) return null;
  if (a.payers && !b.payers && b.words.has(costKey)) return [withCost(a, a.payers), b];
  if (b.payers && !a.payers && a.words.has(costKey)) return [a, withCost(b, b.payers)];
  return [a, b];
}

function withCost(frame: SentenceFrame, payers: ReadonlySet<string>): SentenceFrame {
  const words = [...frame.words].map(([key, word]): [string, FrameWord] => [
    key === payKey ? costKey : key,
    payers.has(key) ? { ...word, isSource: true } : word,
  ]);
  return { ...frame, words: new Map(words) };
}

function ratioOf(a: Figure, b: Figure): number {
  const [low, high] = a.high <= b.low ? [a.high, b.low] : [b.high, a.low];
  return low > 0 ? high / low : Infinity;
}

/** The words by which one sentence says the opposite of the other, or null. */
export function compareStatements(a: SentenceFrame, b: SentenceFrame, opposites: Opposites): Difference | null {
  if (a.negations.length > 1 || b.negations.length > 1) return null;
  const words = findOpposites(a, b, opposites);
  const isNegated = a.negations.length !== b.negations.length;
  if ((words !== null) === isNegated) return null;
  if (haveOtherFigures(a, b)) return null;
  return words ? compareByWords(a, b, words) : compareByNegation(a, b);
}

function compareByWords(a: SentenceFrame, b: SentenceFrame, words: readonly [string, string]): Difference | null {
  const aligned = alignFrames(a, b, [new Set([words[0]]), new Set([words[1]])]);
  const [first, second] = [a.words.get(words[0])?.token, b.words.get(words[1])?.token];
  if (!aligned || !first || !second || aligned.shared.length < minSharedForOpposite) return null;
  if (aligned.extra.some(isThing)) return null;
  const key = `${[...words].sort().join(' ')}: ${[...aligned.shared].sort().join(' ')}`;
  return { kind: 'opposite', spans: [spanOf(first), spanOf(second)], shared: aligned.shared, key };
}

function compareByNegation(a: SentenceFrame, b: SentenceFrame): Difference | null {
  const isFirst = a.negations.length > 0;
  const negation = (isFirst ? a : b).negations[0];
  const aligned = alignFrames(a, b);
  if (!negation || !aligned || aligned.shared.length < minSharedForNegation || aligned.extra.length > 1) return null;
  if (aligned.extra.some(isThing)) return null;
  // What is denied has to be what the other says.
  if (negation.next === null || !aligned.shared.includes(negation.next)) return null;
  const [denier, sayer] = isFirst ? [a, b] : [b, a];
  const [denied, said] = [denier, sayer].map((frame) => frame.words.get(negation.next ?? '')?.token);
  if (!denied || !said) return null;
  const own = negation.isDenial ? negation.span : { ...negation.span, end: Math.max(negation.span.end, denied.end) };
  const other = negation.isDenial ? extentOf(sayer, aligned.shared) : spanOf(said);
  const spans: [Span, Span] = isFirst ? [own, other] : [other, own];
  return { kind: 'opposite', spans, shared: aligned.shared, key: `not: ${[...aligned.shared].sort().join(' ')}` };
}

/** A pair of opposite words, each of which one sentence has and the other lacks; null when there is not exactly one. */
function findOpposites(a: SentenceFrame, b: SentenceFrame, opposites: Opposites): [string, string] | null {
  const pairs: [string, string][] = [];
  for (const word of a.words.keys()) {
    const others = opposites.get(word);
    if (!others || b.words.has(word)) continue;
    // "Rose in spring and fell in autumn" says both.
    if ([...others].some((other) => a.words.has(other))) return null;
    for (const other of others) if (b.words.has(other)) pairs.push([word, other]);
  }
  return pairs.length === 1 ? (pairs[0] ?? null) : null;
}

/** Figures that differ, or something counted in one only ("lost the battle", "lost 400 men in the battle"). */
function haveOtherFigures(a: SentenceFrame, b: SentenceFrame): boolean {
  const isCountedIn = ({ kind }: Figure, { figures }: SentenceFrame): boolean =>
    !kind.startsWith('count ') || figures.some((other) => other.kind === kind);
  return (
    a.figures.some((first) =>
      b.figures.some((second) => areComparable(first, second) && areIncompatible(first, second)),
    ) ||
    !a.figures.every((figure) => isCountedIn(figure, b)) ||
    !b.figures.every((figure) => isCountedIn(figure, a))
  );
}

/** From the first to the last of the words. */
function extentOf(frame: SentenceFrame, words: readonly string[]): Span {
  const tokens = words.flatMap((word) => frame.words.get(word)?.token ?? []);
  return { start: Math.min(...tokens.map(({ start }) => start)), end: Math.max(...tokens.map(({ end }) => end)) };
}

/** With a noun more, a statement is about something else. */
function isThing({ isName, token }: FrameWord): boolean {
  return !isName && token.pos === 'NOUN';
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

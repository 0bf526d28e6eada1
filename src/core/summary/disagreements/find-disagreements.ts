import { magnitudes, smallNumbers, tens } from '../../english/quantities.js';
import type { Steps } from '../../steps.js';
import type { Analyser } from '../../ports.js';
import { makeQuote, noScore, type Quote } from '../../search/quote.js';
import type { SearchIndex } from '../../search/search-index.js';
import type { Span } from '../../text/span.js';
import { createNotes } from '../notes.js';
import { termOf } from '../../english/terms.js';
import { compareFigures, compareStatements, type Difference, type Opposites } from './compare-statements.js';
import { findPairs } from './find-pairs.js';
import { oppositeWords } from './opposite-words.js';
import { cacheStems, readFrame, type SentenceFrame } from './sentence-frame.js';

/**
 * Two quotes of different documents that cannot both be right as they stand. Which of them is, is not said: each may
 * still mean something that its words do not say.
 */
export interface Disagreement {
  /** Different figures for one thing, or opposite statements about it. */
  readonly kind: Difference['kind'];
  /** In the order of the material. */
  readonly quotes: readonly [Quote, Quote];
  /** The words that differ, one range of each quote's document. */
  readonly spans: readonly [Span, Span];
  /** What both speak of: words of the first quote, in their order. */
  readonly subject: readonly string[];
}

const maxDisagreements = 5;
/** Sentences that are looked at in one step. */
const rowsPerStep = 64;

const numberWords = [
  ...[...smallNumbers.keys()].slice(2),
  ...tens.keys(),
  ...[...magnitudes.keys()].map((word) => `${word}s?`),
];
const figurePattern = new RegExp(`\\p{Nd}(?:[\\p{Nd},.]*\\p{Nd})?|\\b(?:${numberWords.join('|')})\\b`, 'giu');
const negationPattern =
  /n['’]t\b|\b(?:not|no|never|none|neither|nor|nobody|nothing|without|den(?:y|ies|ied|ying)|refutes?|refuted|disputes?|disputed|lack|lacks|lacked)\b/iu;

/** Where sources disagree, most alike sentences first; precision before recall. `rows` are the rows to look in. */
export function* findDisagreements(
  index: SearchIndex,
  rows: Iterable<number>,
  analyser: Analyser,
): Steps<Disagreement[]> {
  const { opposites, hintsOf } = prepare(analyser);
  const looked: number[] = [];
  for (const row of rows) {
    if (index.rows.at(row)?.isHeading === false) {
      hintsOf(index, row); // worked out step by step, and noted
      looked.push(row);
    }
    if (row % rowsPerStep === rowsPerStep - 1) yield;
  }
  const mayDiffer = (first: number, second: number): boolean =>
    haveCause(hintsOf(index, first), hintsOf(index, second), opposites);
  const stemmer = cacheStems(analyser);
  const frames = new Map<number, SentenceFrame>();
  const frameOf = (row: number): SentenceFrame => {
    let frame = frames.get(row);
    if (!frame) frames.set(row, (frame = readFrame(index, row, stemmer)));
    return frame;
  };
  const found: Disagreement[] = [];
  const told = new Set<string>();
  const used = new Set<number>();
  for (const { first, second } of yield* findPairs(index, looked, mayDiffer)) {
    yield;
    if (found.length >= maxDisagreements) break;
    const [a, b] = [frameOf(first), frameOf(second)];
    const difference = compareFigures(a, b) ?? compareStatements(a, b, opposites);
    if (!difference || told.has(difference.key) || (used.has(first) && used.has(second))) continue;
    told.add(difference.key);
    used.add(first).add(second);
    found.push(toDisagreement(index, a, b, difference));
  }
  return found;
}

/** What can be told of a sentence without analysing it. */
interface Hints {
  /** Numbers as they stand, joined; empty where there is none. */
  readonly numbers: string;
  readonly isNegated: boolean;
  /** Its terms that have an opposite. */
  readonly opposed: readonly string[];
}

const noHints: Hints = { numbers: '', isNegated: false, opposed: [] };

function readHints(index: SearchIndex, row: number, opposites: Opposites): Hints {
  const text = index.textOf(row);
  const numbers = (text.match(figurePattern) ?? []).join(' ').toLowerCase();
  const isNegated = negationPattern.test(text);
  const opposed = index.locate(row).span.terms.filter((term) => opposites.has(term));
  return numbers === '' && !isNegated && opposed.length === 0 ? noHints : { numbers, isNegated, opposed };
}

interface Prepared {
  readonly opposites: Opposites;
  readonly hintsOf: (index: SearchIndex, row: number) => Hints;
}

const prepared = new WeakMap<Analyser, Prepared>();

/** What does not change from one summary to the next. */
function prepare(analyser: Analyser): Prepared {
  let known = prepared.get(analyser);
  if (!known) {
    const opposites = readOpposites(analyser);
    known = { opposites, hintsOf: createNotes((index, row) => readHints(index, row, opposites)) };
    prepared.set(analyser, known);
  }
  return known;
}

function haveCause(a: Hints, b: Hints, opposites: Opposites): boolean {
  if (a.numbers !== '' && b.numbers !== '' && a.numbers !== b.numbers) return true;
  if (a.isNegated !== b.isNegated) return true;
  return a.opposed.some((word) => b.opposed.some((other) => opposites.get(word)?.has(other)));
}

function toDisagreement(
  index: SearchIndex,
  a: SentenceFrame,
  b: SentenceFrame,
  { kind, spans, shared }: Difference,
): Disagreement {
  const quote = (row: number): Quote => makeQuote(index, [row], row, noScore);
  const { document } = index.locate(a.row);
  const subject = shared.flatMap((key) => {
    const token = a.words.get(key)?.token;
    return token ? [document.text.slice(token.start, token.end)] : [];
  });
  const [first, second] = spans.map(({ start, end }) => ({ start, end }));
  if (!first || !second) throw new RangeError('a difference has two spans');
  return { kind, quotes: [quote(a.row), quote(b.row)], spans: [first, second], subject };
}

/** Prepares the list of opposite words for one analyser's stems; takes a few milliseconds. */
function readOpposites(analyser: Analyser): Opposites {
  const opposites = new Map<string, Set<string>>();
  const read = (words: string): string[] =>
    analyser
      .analyse(words)
      .tokens.flatMap((token) => [...new Set([token.lower, token.lemma, termOf(token) ?? token.lower])]);
  for (const line of oppositeWords.trim().split('\n')) {
    const [left = [], right = []] = line.split('|').map(read);
    for (const [own, others] of [
      [left, right],
      [right, left],
    ] as const) {
      for (const word of own) opposites.set(word, new Set([...(opposites.get(word) ?? []), ...others]));
    }
  }
  return opposites;
}

import type { Equivalent, Equivalents } from '../english/equivalents.js';
import { findSpellings } from '../english/spelling.js';
import type { Lane } from '../labelling/labels.js';
import type { Analyser } from '../ports.js';
import type { KnownTerms } from '../search/whole.js';
import type { Token } from '../text/sentence.js';
import { maskNamedWho, tagNamedWho } from './asked-phrases.js';
import { findCounted, readConcepts, type Concept } from './concepts.js';
import { readFollowUp, type FollowUpForm } from './follow-up.js';
import {
  asksForMeaning,
  auxiliaries,
  findCore,
  findFormal,
  findWants,
  interrogatives,
  type WantedAnswer,
} from './kinds-of-answer.js';
import { readMentions, type Mentions } from './mentions.js';
import { findAskedSource, findWantedLane, isTellerWord } from './wanted-lane.js';

/** A question as everything reads it: ranking, refusing, the grouping of missed questions, follow-ups. */
export interface AskedQuestion extends Mentions {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The question without "please", "can you tell me" and the like, and without its question mark. */
  readonly core: string;
  /** Whether it is put as a question at all and not as a few key words. */
  readonly isQuestion: boolean;
  /** The kinds of answer that are wanted, the one meant first in front; empty where nothing tells. */
  readonly wants: readonly WantedAnswer[];
  /** The lane that the question asks for by its form; sentences of that lane come first. */
  readonly lane: Lane | null;
  /** The words, in lower case, that name whose statements are asked for; empty where nobody is named. */
  readonly askedSource: readonly string[];
  /** How it leans on the question before; null where it stands alone. */
  readonly followUp: FollowUpForm | null;
  readonly concepts: readonly Concept[];
  /** For a count: stems of the things counted, in every way of saying them. */
  readonly counted: readonly string[];
  /** Lower-case names of countries and the like, for questions that ask for one. */
  readonly knownPlaces: ReadonlySet<string>;
}

const questionStart = new RegExp(
  String.raw`^\W*(?:${interrogatives}|${auxiliaries}|please|tell|at|in|on|for|since|until|by|from)\b`,
  'i',
);

export function readQuestion(text: string, analyser: Analyser, equivalents: Equivalents): AskedQuestion {
  const tokens = tagNamedWho(text, analyser.analyse(text).tokens);
  const lane = findWantedLane(text);
  const wants = findWants(maskNamedWho(text));
  const wantsMeaning = asksForMeaning(wants);
  const concepts = readConcepts(text, tokens, { equivalents, wantsMeaning, lane, analyser });
  return {
    ...readMentions(text, concepts),
    text,
    tokens,
    core: findCore(text).core,
    isQuestion: questionStart.test(text),
    wants: [...wants, ...kindsOfLane(lane)],
    lane,
    askedSource: lane === 'attributed' ? findAskedSource(text) : [],
    followUp: readFollowUp(text, analyser)?.form ?? null,
    concepts,
    counted: findCounted(text, tokens, concepts),
    knownPlaces: equivalents.places,
  };
}

function kindsOfLane(lane: Lane | null): WantedAnswer[] {
  if (lane !== 'attributed' && lane !== 'opinion') return [];
  return [{ kind: lane === 'opinion' ? 'opinion' : 'claim', detail: '', sign: 'word' }];
}

/** Whether words ask for something, and do not just name what they are about ("on the border", "mediation"). */
export function isAsking({ text, isQuestion, wants }: AskedQuestion): boolean {
  return /\?\W*$/.test(text) || (isQuestion && findFormal(wants) !== null);
}

/** How far a word of the text counts that differs from the question's by a slip of spelling, or by an ending. */
const spellingFactor = 0.7;
const endingFactor = 0.8;
const minNameLength = 4;
const maxEndingLength = 4;
/** From this length as it is written, a word that English does not have is corrected, though its stem is a letter shorter. */
const minWrittenLength = 6;

/**
 * Gives concepts further ways to be said that only the texts tell: words that an unknown one may be a misspelling of,
 * and, for a name, words made from it (Amazon: Amazonian).
 */
export function adaptToIndex(question: AskedQuestion, index: KnownTerms): AskedQuestion {
  const isKnown = (ways: readonly Equivalent[]): boolean =>
    ways.some(({ terms }) => terms.every((part) => index.knows(part)));
  const wanted = question.concepts.filter(
    ({ text, ways }) => !isTellerWord(text, question.lane) || isKnown(ways.slice(0, 1)),
  );
  const concepts = wanted.map((concept) => {
    const term = concept.ways[0]?.terms.length === 1 ? (concept.ways[0].terms[0] ?? '') : '';
    const minLength = concept.mayBeSlip && concept.text.length >= minWrittenLength ? minWrittenLength - 1 : undefined;
    const isHere = isKnown(concept.ways);
    const instead = isHere ? [] : concept.instead;
    const isSaid = isHere || concept.ways.length + instead.length > 1;
    const spellings = isSaid ? [] : findSpellings(term, index.termsLike(term), minLength);
    const derived = concept.name === null ? [] : findDerived(term, index);
    return {
      ...concept,
      ways: [
        ...concept.ways,
        ...instead,
        ...spellings.map((other) => ({ terms: [other], factor: spellingFactor })),
        ...derived.map((other) => ({ terms: [other], factor: endingFactor })),
      ],
    };
  });
  return { ...question, concepts };
}

function findDerived(name: string, index: KnownTerms): string[] {
  if (name.length < minNameLength || /\p{Nd}/u.test(name)) return [];
  return Array.from(index.termsFrom(name)).filter((term) => {
    const ending = term.length - name.length;
    return ending > 0 && ending <= maxEndingLength;
  });
}

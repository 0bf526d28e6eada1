import { findAnswerType, type AnswerType } from './answer-type.js';
import type { Equivalent, Equivalents } from './equivalents.js';
import type { Analyser } from './ports.js';
import type { Token } from './sentence.js';
import type { SearchIndex } from './search-index.js';
import { findSpellings } from './spelling.js';
import { termOf } from './terms.js';

/** One thing that a question speaks of: a content word or a name, with other ways to say it. */
export interface Concept {
  /** As the question has it. */
  readonly text: string;
  readonly isName: boolean;
  /** The word itself first, with factor 1. */
  readonly ways: readonly Equivalent[];
}

export interface Question {
  readonly text: string;
  readonly concepts: readonly Concept[];
  readonly answerType: AnswerType;
}

/** Words of a question's form, which say what kind of answer is wanted and need not stand in it. */
const formWords = new Set(
  (
    'many much long far tall high wide old big large often number amount percentage percent name kind type sort exactly ' +
    'reason stand tell know please explain anybody someone somebody anyone question'
  ).split(' '),
);
const formPhrase = /^(how|what|which|who|when|where|why|whom|whose|please|tell|can|could|does|do|did|is|are|was|were)$/;

export function readQuestion(text: string, analyser: Analyser, equivalents: Equivalents): Question {
  const { tokens } = analyser.analyse(text);
  const answerType = findAnswerType(text);
  const concepts: Concept[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const name = equivalents.nameAt(tokens, at);
    const taken = tokens.slice(at, at + (name?.length ?? 1));
    const terms = taken.map(termOf).filter((term) => term !== null);
    const key = terms.join(' ');
    if (terms.length === 0 || seen.has(key) || (!name && isFormWord(tokens, at, answerType))) continue;
    seen.add(key);
    const others = name ? name.others : equivalents.synonymsOf(key);
    concepts.push({
      text: text.slice(token.start, taken.at(-1)?.end),
      isName: name !== null || token.pos === 'PROPN' || (/^\p{Lu}/u.test(text.slice(token.start)) && at > 0),
      ways: [{ terms, factor: 1 }, ...others],
    });
    at += taken.length - 1;
  }
  return { text, concepts, answerType };
}

function isFormWord(tokens: readonly Token[], at: number, answerType: AnswerType): boolean {
  const { lower } = tokens[at] ?? { lower: '' };
  if (answerType === 'meaning' && /^(stands?|abbreviation|acronym|short|full|form)$/.test(lower)) return true;
  return formWords.has(lower) && formPhrase.test(tokens[at - 1]?.lower ?? 'how');
}

/** How far a word of the text counts that differs from the question's by a slip of spelling. */
const spellingFactor = 0.7;

/** Gives a concept that the index does not know in any way the words that it may be a misspelling of. */
export function correctSpelling(question: Question, index: SearchIndex): Question {
  const concepts = question.concepts.map((concept) => {
    const known = concept.ways.some(({ terms }) => terms.every((term) => index.termNumber(term) !== undefined));
    const term = concept.ways[0]?.terms[0];
    if (known || term === undefined) return concept;
    const spellings = findSpellings(term, index.terms());
    return {
      ...concept,
      ways: [...concept.ways, ...spellings.map((spelling) => ({ terms: [spelling], factor: spellingFactor }))],
    };
  });
  return { ...question, concepts };
}

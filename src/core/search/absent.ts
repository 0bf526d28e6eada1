import { stopWords } from '../english/terms.js';
import type { AskedQuestion } from '../question/read-question.js';
import type { Concept } from '../question/concepts.js';
import type { SearchIndex } from './search-index.js';
import type { WordPattern } from './word-pattern.js';
import { asWritten, initialsPattern, literally, numberPattern, yearPattern } from './written-patterns.js';

/** Something that a question names and the indexed texts do not. */
export interface Absent {
  readonly kind: 'name' | 'year' | 'number' | 'phrase';
  /** As the question has it. */
  readonly text: string;
  /**
   * `part` for a name of several words of which some stand in the texts, but never all in one sentence; such a name may
   * be meant nevertheless, as by a surname alone. `end` where the last word is no English one and stands nowhere: who is called
   * by the others is hardly meant ("Tom Hanks", where there is another Tom).
   */
  readonly extent: 'whole' | 'end' | 'part';
}

/** What stands nowhere of that which a question may hang on; a number may be what is doubted, and costs most to look for. */
export interface Decisive {
  readonly names: readonly Absent[];
  readonly years: readonly Absent[];
  readonly phrases: readonly Absent[];
}

const abbreviation = /^(\p{Lu}{2,6})s?$/u;

/** The names, years, numbers and quoted phrases of a question, adapted to the index or not, that its texts do not contain. */
export function findAbsent(
  question: AskedQuestion,
  index: SearchIndex,
  decisive = findDecisive(question, index),
): Absent[] {
  const stands = (words: WordPattern): boolean => index.stands(words);
  const numbers = question.numbers.filter((number) => !stands(numberPattern(number)));
  const { names, years, phrases } = decisive;
  return [...names, ...years, ...numbers.map(({ text }) => absentWhole('number', text)), ...phrases];
}

/** Most that is claimed where a name, a year or a phrase of the question stands nowhere: no text can answer it then. */
const absentConfidence = 0.05;
/** Most that is claimed of a quote that is near at best: it is about others than those the question names, or says something else of them. */
export const nearConfidence = 0.15;
/** Where a question speaks of a term that stands nowhere, a reading that is surer than this is believed, and any other this far; of key words none is sure. */
const doubt = { sure: 0.4, share: 0.4 } as const;

/** How likely a quote answers, given the same without a look at what the question speaks of and the texts nowhere do. */
export function lowerByAbsent(
  confidence: number,
  { concepts, isQuestion }: AskedQuestion,
  { names, years, phrases }: Decisive,
  index: SearchIndex,
): number {
  const hangs = [...names, ...years, ...phrases].some(({ extent }) => extent === 'whole');
  if (hangs) return Math.min(confidence, absentConfidence);
  if (names.some(({ extent }) => extent === 'end')) return Math.min(confidence, nearConfidence);
  const isDoubtful = isQuestion && confidence < doubt.sure && concepts.some((concept) => isStrangeTerm(concept, index));
  return isDoubtful ? doubt.share * confidence : confidence;
}

/** A form of another word, which a text may use instead. */
const derivedForm = /(?:ing|ed|er|est|ly|ness)$/;
const minTermLength = 3;
/** So many first letters in common make two words alike: "distro" and "distribution", "agenchy" and "agency". */
const commonBeginning = 5;

/** Whether a word that English does not have, such as a product's name in small letters, is said nowhere, nor anything like it. */
function isStrangeTerm({ text, name, ways, mayBeSlip }: Concept, index: SearchIndex): boolean {
  if (!mayBeSlip || name !== null || ways.length > 1 || text.length < minTermLength || derivedForm.test(text))
    return false;
  const isKnown = ways.some(({ terms }) => terms.some((term) => index.knows(term)));
  const alike = text.length > commonBeginning ? index.termsFrom(text.toLowerCase().slice(0, commonBeginning)) : [];
  return !isKnown && [...alike].length === 0 && !standsLiterally(text, index);
}

export function findDecisive(question: AskedQuestion, index: SearchIndex): Decisive {
  const stands = (words: WordPattern): boolean => index.stands(words);
  const standsAs = (name: string): boolean =>
    stands(stopWords.has(name.toLowerCase()) ? asWritten(name) : literally(name));
  const names = question.names.flatMap(({ text, number }): Absent[] => {
    const words = question.concepts.filter(({ name }) => name === number);
    if (words.length === 0) return [];
    const known = words.filter((word) => standTogether([word], index) || standsAs(word.text));
    if (known.length === 0) return isSpelledOut(text, index) ? [] : [absentWhole('name', text)];
    if (standTogether(words, index) || standsAs(text)) return [];
    // Of "Doctor Who" no single word says who is meant, as "Congress" does of "the US Congress".
    if (words.some((word) => word.text.toLowerCase() === 'who')) return [absentWhole('name', text)];
    const last = words.at(-1);
    const isEnd = last !== undefined && last.mayBeSlip && !known.includes(last);
    return [{ kind: 'name', text, extent: isEnd ? 'end' : 'part' }];
  });
  const years = question.years.filter((year) => !stands(yearPattern(year)));
  const phrases = question.phrases.filter((phrase) => !stands(literally(phrase)));
  return {
    names,
    years: years.map((year) => absentWhole('year', year)),
    phrases: phrases.map((phrase) => absentWhole('phrase', phrase)),
  };
}

/** Whether the texts may write an abbreviation out, who never use it: "GR" where they say "General Resolution". */
function isSpelledOut(name: string, index: SearchIndex): boolean {
  const letters = abbreviation.exec(name)?.[1];
  return letters !== undefined && index.stands(initialsPattern(letters));
}

function absentWhole(kind: Absent['kind'], text: string): Absent {
  return { kind, text, extent: 'whole' };
}

/** Whether words stand in any text or title as they are written, for one that no sentence holds as a term. */
export function standsLiterally(words: string, index: SearchIndex): boolean {
  return index.stands(literally(words));
}

/** Whether one sentence, headings among them, holds all of some concepts, of the whole where the index is a part. */
function standTogether(concepts: readonly Concept[], index: SearchIndex): boolean {
  if (index.whole) return index.whole.standTogether(concepts);
  const [first = new Set<number>(), ...others] = concepts.map(({ ways }) => findRows(ways, index));
  return Array.from(first).some((row) => others.every((own) => own.has(row)));
}

/** The sentences, headings among them, that hold a concept in one of its ways. */
function findRows(ways: AskedQuestion['concepts'][number]['ways'], index: SearchIndex): Set<number> {
  const rows = new Set<number>();
  for (const { terms } of ways) {
    const [first, ...others] = terms.map((term) => {
      const number = index.termNumber(term);
      return new Set(number === undefined ? [] : index.sentenceTerms.posting(number).units);
    });
    for (const row of first ?? []) if (others.every((own) => own.has(row))) rows.add(row);
  }
  return rows;
}

/** Tells whether a text has every phrase that the question sets in quotation marks; null where it sets none. */
export function createPhraseTest({ phrases }: Pick<AskedQuestion, 'phrases'>): ((text: string) => boolean) | null {
  const patterns = phrases.map((phrase) => literally(phrase).pattern);
  return patterns.length > 0 ? (text) => patterns.every((pattern) => pattern.test(text)) : null;
}

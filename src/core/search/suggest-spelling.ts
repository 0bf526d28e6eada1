import { editDistance, findSpellings } from '../english/spelling.js';
import type { Concept } from '../question/concepts.js';
import type { AskedQuestion } from '../question/read-question.js';
import { standsLiterally } from './absent.js';
import type { Quote } from './quote.js';
import type { SearchIndex } from './search-index.js';
import type { Writings } from './whole.js';

/** A question with slips of the pen put right. */
export interface SpellingSuggestion {
  /** The whole question, corrected, to be asked instead. */
  readonly question: string;
  /** Each word that was corrected, in the order of the question: as it was written, and as the texts have it. */
  readonly corrections: readonly { readonly written: string; readonly meant: string }[];
}

/** Shortest word that is corrected; a name needs more letters, because short names are many. */
const minLength = 4;
const minNameLength = 6;
/** Shortest word that is compared as a whole, and the longest ending that its stem lacks. */
const minInflectedLength = 6;
const maxEndingLength = 4;
/** By how many letters a word may differ more from the slip than its stem does, for their endings. */
const endingLength = 2;

/**
 * Puts words of a question right that stand nowhere in the texts, that English does not have, and that differ from a word of the texts by
 * a slip (a letter added, left out, changed, or swapped with its neighbour: `findSpellings`), where `accepts` takes that word. Null where
 * there is none.
 */
export function suggestSpelling(
  question: AskedQuestion,
  index: SearchIndex,
  accepts: (meant: string) => boolean = () => true,
): SpellingSuggestion | null {
  const corrections = question.concepts.flatMap((concept) => {
    const meant = findMeant(concept, index);
    return meant === null || !accepts(meant)
      ? []
      : [{ written: concept.text, meant: likeWritten(meant, concept.text) }];
  });
  if (corrections.length === 0) return null;
  const corrected = corrections.reduce((text, { written, meant }) => {
    const at = text.indexOf(written);
    return text.slice(0, at) + meant + text.slice(at + written.length);
  }, question.text);
  return { question: corrected, corrections };
}

/** What an answered question was read as: its slips put right with words that stand in what is shown; null where there are none. */
export function findReadAs(
  question: AskedQuestion,
  quotes: readonly Pick<Quote, 'exact' | 'above' | 'section' | 'document'>[],
  index: SearchIndex,
): SpellingSuggestion | null {
  if (!question.concepts.some(({ mayBeSlip }) => mayBeSlip)) return null;
  const shown = quotes
    .flatMap(({ exact, above, section, document }) => [exact, ...above, ...section, document.title])
    .join('\n')
    .toLowerCase();
  return suggestSpelling(question, index, (meant) => shown.includes(meant.toLowerCase()));
}

/** The word of the texts that a concept is a slip of, as it is written there. */
function findMeant({ text, ways, name, mayBeSlip }: Concept, index: SearchIndex): string | null {
  const [term = '', ...others] = ways[0]?.terms ?? [];
  const isName = name !== null;
  if (!mayBeSlip || others.length > 0 || text.length < (isName ? minNameLength : minLength)) return null;
  if (index.knows(term) || standsLiterally(text, index)) return null;
  const known = findSpellings(term, index.termsLike(term), minLength).filter((one) => one.length >= minLength);
  const found = (known.length > 0 ? known : findInflected(text, index))
    .flatMap((one) => findWritten(one, term, text, index))
    .filter(({ word }) => !isName || /^\p{Lu}/u.test(word))
    .filter(({ word }) => text.length > minLength || haveSameLetters(word, text));
  found.sort((a, b) => a.distance - b.distance || b.written.count - a.written.count || (a.word < b.word ? -1 : 1));
  const [best] = found;
  if (!best) return null;
  return !isName && onlyOpens(best.word, best.written) ? best.word.toLowerCase() : best.word;
}

/** Terms of words that are near as a whole and not as stems: "bookng" is one slip from "booking", and two from "book". */
function findInflected(slip: string, index: SearchIndex): string[] {
  if (slip.length < minInflectedLength) return [];
  const lower = slip.toLowerCase();
  return Array.from(index.termsLike(lower)).filter((known) => {
    const isStem = known[0] === lower[0] && known.length >= minLength && lower.length - known.length <= maxEndingLength;
    if (!isStem || editDistance(known, lower.slice(0, known.length)) > 1) return false;
    return listWords(index.writingsOf(known)).some((word) => findSpellings(lower, [word.toLowerCase()]).length > 0);
  });
}

/** "mlil" for "mill": of words as short as that only a swap is a slip, and "lang" is not "long". */
function haveSameLetters(a: string, b: string): boolean {
  const lettersOf = (word: string): string => Array.from(word.toLowerCase()).sort().join('');
  return lettersOf(a) === lettersOf(b);
}

/** How a term is written in the texts, in the form that is nearest to the slip. */
function findWritten(known: string, term: string, slip: string, index: SearchIndex) {
  const written = index.writingsOf(known);
  const lower = slip.toLowerCase();
  const limit = Math.min(editDistance(term, known), 2) + endingLength;
  const forms = Array.from(new Set(listWords(written)), (word) => ({
    word,
    distance: editDistance(word.toLowerCase(), lower),
  }));
  forms.sort((a, b) => a.distance - b.distance);
  return forms
    .filter(({ distance }) => distance <= limit)
    .slice(0, 1)
    .map((form) => ({ ...form, written }));
}

function listWords({ texts }: Writings): string[] {
  return texts.flatMap(wordsIn);
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** Whether a word has its capital only because it begins a sentence. */
function onlyOpens(word: string, { texts }: Writings): boolean {
  return /^\p{Lu}/u.test(word) && !texts.some((text) => wordsIn(text).slice(1).includes(word));
}

/** A word with a capital where the one it stands for has one; a name keeps its own. */
function likeWritten(meant: string, written: string): string {
  return /^\p{Lu}/u.test(written) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
}

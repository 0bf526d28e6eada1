import type { Equivalent, Equivalents } from '../english/equivalents.js';
import { termOf, waysToDate } from '../english/terms.js';
import type { Lane } from '../labelling/labels.js';
import type { Analyser } from '../ports.js';
import { findDates } from '../text/read-date.js';
import type { Token } from '../text/sentence.js';
import { isFormWord } from './form-words.js';
import { isLaneWord } from './wanted-lane.js';

/** One thing that a question speaks of: a content word or a name, with other ways to say it. */
export interface Concept {
  /** As the question has it. */
  readonly text: string;
  /** The number of the name that it is part of, counted from 0 ("Graham Twigg" is one name of two concepts); null for other words. */
  readonly name: number | null;
  /** The word itself first, with factor 1. */
  readonly ways: readonly Equivalent[];
  /** How to say it where the texts know none of the ways. */
  readonly instead: readonly Equivalent[];
  /** Whether it may be a slip of the pen: one word that English does not have, as far as is known. */
  readonly mayBeSlip: boolean;
}

interface ConceptOptions {
  readonly analyser: Pick<Analyser, 'isListed'>;
  readonly equivalents: Equivalents;
  /** Whether what an abbreviation stands for is wanted. */
  readonly wantsMeaning: boolean;
  readonly lane: Lane | null;
}

/** The concepts of a question in its order, each once, without the words that only say what kind of answer is wanted. */
export function readConcepts(
  text: string,
  tokens: readonly Token[],
  { equivalents, wantsMeaning, lane, analyser }: ConceptOptions,
): Concept[] {
  const concepts: Concept[] = [];
  const dates = findDates(text);
  const seen = new Set<string>();
  let names = -1;
  let nameEnd = -1;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const name = equivalents.nameAt(tokens, at);
    const taken = tokens.slice(at, at + (name?.length ?? 1));
    const terms = taken.map(termOf).filter((term) => term !== null);
    const key = terms.join(' ');
    const isOfForm = !name && (isFormWord(tokens, at, wantsMeaning) || isLaneWord(token.lower, lane));
    if (terms.length === 0 || seen.has(key) || isOfForm) continue;
    seen.add(key);
    const others = name ? name.others : equivalents.synonymsOf(key);
    const dated = name ? [] : waysToDate(token, dates).map((way) => ({ terms: way, factor: 1 }));
    const mayBeSlip =
      taken.length === 1 &&
      others.length === 0 &&
      /^\p{L}+$/u.test(token.lower) &&
      ![token.lower, token.lemma].some((word) => analyser.isListed(word));
    const isName = name !== null || (/^[\p{Lu}\p{Nd}]/u.test(text.slice(token.start)) && at > 0);
    if (isName && nameEnd !== at) names++;
    if (isName) nameEnd = at + taken.length;
    concepts.push({
      text: text.slice(token.start, taken.at(-1)?.end),
      name: isName ? names : null,
      ways: [{ terms, factor: 1 }, ...others, ...dated],
      instead: name?.governs ?? [],
      mayBeSlip,
    });
    at += taken.length - 1;
  }
  return concepts;
}

/** The stems of what "how many …" counts: the last noun before the verb, in every way of saying it. */
export function findCounted(text: string, tokens: readonly Token[], concepts: readonly Concept[]): string[] {
  const many = tokens.findIndex(({ lower }, i) => lower === 'many' && tokens[i - 1]?.lower === 'how');
  if (many < 0) return [];
  let head: Token | undefined;
  for (const token of tokens.slice(many + 1)) {
    if (!/^(?:NOUN|PROPN|ADJ|NUM|PUNCT)$/.test(token.pos)) break;
    if (token.pos === 'NOUN') head = token;
  }
  const concept = head && concepts.find((one) => one.text === text.slice(head.start, head.end));
  return concept ? concept.ways.flatMap(({ terms }) => terms) : [];
}

import type { Analyser } from '../ports.js';
import { termOf } from '../terms.js';
import type { Equivalents } from '../equivalents.js';
import type { Token } from '../sentence.js';
import { readAskedFor, type AskedFor } from './asked-for.js';
import { samePhrases, sameWords } from './same-words.js';

/** A content word of a question, in all forms that count as the same. */
export interface MeantWord {
  readonly kind: 'word' | 'name' | 'number';
  readonly forms: ReadonlySet<string>;
}

/** What a question is about and what it asks for, as far as its words tell. */
export interface Meaning {
  readonly asked: AskedFor;
  readonly words: readonly MeantWord[];
  /** Whether it is put as a question at all and not as a few key words. */
  readonly isQuestion: boolean;
}

/** Reads the meaning of questions; keeps what it has prepared for one analyser. */
export type ReadMeaning = (question: string) => Meaning;

/** Words that change nothing in what is asked. */
const lightWords = new Set(
  'please exactly actually currently now today really total overall altogether there know tell many much question information info about'.split(
    ' ',
  ),
);
const questionStart =
  /^\W*(?:who|whom|whose|what|which|when|where|why|how|is|are|am|was|were|do|does|did|has|have|had|will|would|can|could|should|may|must|please|tell|at|in|on|for|since|until|by|from)\b/i;

export function createMeaningReader(analyser: Analyser, equivalents: Equivalents): ReadMeaning {
  const groups = readGroups(analyser);
  return (question) => {
    const calm = /\p{Ll}/u.test(question) ? question : question.toLowerCase(); // all in capitals
    const text = samePhrases.reduce((before, [phrase, plain]) => before.replace(phrase, plain), calm);
    const { asked, isNaming } = readAskedFor(text);
    const { tokens } = analyser.analyse(text);
    const words: MeantWord[] = [];
    const seen = new Set<string>();
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (!token) continue;
      const named = equivalents.nameAt(tokens, at);
      const taken = tokens.slice(at, at + (named?.length ?? 1));
      at += taken.length - 1;
      const own = taken.flatMap((each) => termOf(each) ?? []).join(' ');
      if (own === '' || seen.has(own) || (!named && isIdle(token, isNaming))) continue;
      seen.add(own);
      const kind = kindOf(token, text, words.length > 0 || at > 0, named !== null);
      const forms = named
        ? [own, ...named.others.map(({ terms }) => terms.join(' '))]
        : [own, token.lemma, ...(kind === 'word' ? (groups.get(own) ?? groups.get(token.lemma) ?? []) : [])];
      words.push({ kind, forms: new Set(forms) });
    }
    return { asked, words, isQuestion: questionStart.test(text) };
  };
}

function isIdle({ lower }: Token, isNaming: (word: string) => boolean): boolean {
  return lightWords.has(lower) || isNaming(lower) || lower === "n't";
}

function kindOf({ start, lower }: Token, text: string, isInside: boolean, isKnownName: boolean): MeantWord['kind'] {
  if (/\p{Nd}/u.test(lower)) return 'number';
  return isKnownName || (isInside && /^\p{Lu}/u.test(text.slice(start))) ? 'name' : 'word';
}

/** Each form of a word of the lists with all forms of its line. */
function readGroups(analyser: Analyser): Map<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const line of sameWords.trim().split('\n')) {
    const forms = line
      .split(' ')
      .flatMap((word) =>
        analyser.analyse(word).tokens.flatMap((token) => [termOf(token) ?? token.lower, token.lemma, token.lower]),
      );
    const group = [...new Set(forms)];
    for (const form of group) groups.set(form, [...new Set([...(groups.get(form) ?? []), ...group])]);
  }
  return groups;
}

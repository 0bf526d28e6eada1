import type { Equivalents } from '../english/equivalents.js';
import { termOf } from '../english/terms.js';
import type { Analyser } from '../ports.js';
import { isNamingWord } from '../question/form-words.js';
import { findQuality, type KindOfAnswer, type WantedAnswer } from '../question/kinds-of-answer.js';
import { readQuestion } from '../question/read-question.js';
import type { Token } from '../text/sentence.js';
import { samePhrases, sameWords } from './same-words.js';

/** A content word of a question, in all forms that count as the same. */
export interface MeantWord {
  readonly kind: 'word' | 'name' | 'number';
  readonly forms: ReadonlySet<string>;
}

/** What a question is about and what it asks for, as far as its words tell. */
export interface Meaning {
  /** What is asked for of the subject, a kind of answer or what is measured; null where the form does not say. */
  readonly asked: string | null;
  readonly words: readonly MeantWord[];
  /** Whether it asks what may or must be; null where that makes no difference. */
  readonly modal: 'can' | 'must' | null;
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
/** Words too common to search for that turn what is asked nevertheless; what each counts as. */
const turningWords: ReadonlyMap<string, string> = new Map([
  ...'against before after above below under over without from until since during more most few off out up down'
    .split(' ')
    .map((word) => [word, word] as const),
  ...["n't", 'not', 'no', 'never'].map((word) => [word, 'not'] as const),
]);

export function createMeaningReader(analyser: Analyser, equivalents: Equivalents): ReadMeaning {
  const groups = readGroups(analyser);
  return (question) => {
    const calm = /\p{Ll}/u.test(question) ? question : question.toLowerCase(); // all in capitals
    const text = samePhrases.reduce((before, [phrase, plain]) => before.replace(phrase, plain), calm);
    const read = readQuestion(text, analyser, equivalents);
    const { core } = read;
    const [wanted = null] = read.wants;
    const { tokens } = core === text ? read : analyser.analyse(core);
    const words: MeantWord[] = [];
    const seen = new Set<string>();
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (!token) continue;
      const named = equivalents.nameAt(tokens, at);
      const taken = tokens.slice(at, at + (named?.length ?? 1));
      at += taken.length - 1;
      const own = taken
        .flatMap((each) => termOf(each) ?? (at > 0 ? (turningWords.get(each.lower) ?? []) : []))
        .join(' ');
      if (own === '' || seen.has(own) || (!named && isIdle(token, wanted))) continue;
      seen.add(own);
      const kind = kindOf(token, core, words.length > 0 || at > 0, named !== null);
      const forms = named
        ? [own, ...named.others.map(({ terms }) => terms.join(' '))]
        : [own, token.lemma, ...(kind === 'word' ? (groups.get(own) ?? groups.get(token.lemma) ?? []) : [])];
      words.push({ kind, forms: new Set(forms) });
    }
    return {
      asked: wanted && nameAsked(wanted, core),
      words,
      modal: readModal(wanted, core),
      isQuestion: read.isQuestion,
    };
  };
}

/** Who does something and whom it is done to are different questions with the same words. */
const objectPerson =
  /^[Ww]hom\b|^[Ww]ho (?:do|does|did|can|will|would|should) (?!not\b|n['’]t\b)(?:the|a|an|you|we|they|he|she|it|i|\p{Lu})/u;

/** Kinds that do not tell two questions with the same words apart. */
const unnamedKinds: ReadonlySet<KindOfAnswer> = new Set(['list', 'claim', 'opinion', 'other']);

function nameAsked(wanted: WantedAnswer, core: string): string | null {
  const { kind } = wanted;
  if (unnamedKinds.has(kind)) return null;
  if (kind === 'person') return objectPerson.test(core) ? 'object-person' : kind;
  return kind === 'definition' ? 'meaning' : (findQuality(wanted) ?? kind);
}

function readModal(wanted: WantedAnswer | null, question: string): Meaning['modal'] {
  if (wanted?.kind !== 'person' && wanted?.kind !== 'yes-no') return null;
  if (/\b(?:can|could|may|might)\b/i.test(question)) return 'can';
  return /\b(?:must|should|shall|ought|ha(?:s|ve|d) to|needs? to)\b/i.test(question) ? 'must' : null;
}

function isIdle({ lower }: Token, wanted: WantedAnswer | null): boolean {
  return lightWords.has(lower) || (wanted !== null && isNamingWord(lower, wanted));
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

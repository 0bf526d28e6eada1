import type { PartOfSpeech } from '../text/sentence.js';
import { lexicon, type WordClass } from './lexicon.js';

/** A word or phrase of one class. */
export interface WordEntry {
  readonly word: string;
  /** How surely it does what its class says, 0..1. */
  readonly strength: number;
  /** Whether it belongs to the class as this part of speech. */
  readonly isOf: (part: PartOfSpeech) => boolean;
}

const anyPart = (): boolean => true;

/** All entries of a class, in alphabetical order. */
export function entriesOf(name: WordClass): readonly WordEntry[] {
  return lexicon[name]
    .split('|')
    .filter((row) => row !== '')
    .map((row) => {
      const [word = '', strength = '', parts = ''] = row.split(';');
      return { word, strength: strength === '' ? 1 : Number(strength), isOf: readParts(parts) };
    });
}

/** "ADJ ADV" are the parts of speech that are meant, "!NOUN" the only one that is not; "" means any. */
function readParts(parts: string): WordEntry['isOf'] {
  if (parts === '') return anyPart;
  const names = parts.split(' ');
  const excluded = names.filter((name) => name.startsWith('!')).map((name) => name.slice(1));
  return excluded.length > 0 ? (part) => !excluded.includes(part) : (part) => names.includes(part);
}

/** The words of some classes, whatever their strengths and parts of speech. */
export function wordsOf(...names: readonly WordClass[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => entriesOf(name).map(({ word }) => word)));
}

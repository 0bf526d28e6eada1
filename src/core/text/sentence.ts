import type { Span } from './span.js';

/** Universal part-of-speech tag (https://universaldependencies.org/u/pos/), plus `SPACE`. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE';

/** A word, number or punctuation mark. Contractions are split as in "ca|n't", hyphenated words at the hyphen. */
export interface Token extends Span {
  /** Lower-cased, with curly quotation marks and apostrophes straightened. */
  readonly lower: string;
  readonly pos: PartOfSpeech;
  /** Dictionary form of the word, lower-cased. */
  readonly lemma: string;
  /** Porter2 stem of the lower-cased word; what the lexical index compares. */
  readonly stem: string;
}

/** A sentence, heading or list item: never empty, starts and ends on a visible character, lies in one block. */
export interface Sentence extends Span {
  /** Index into the document's `blocks`. */
  readonly block: number;
  /** Without white space; offsets into the document's text. */
  readonly tokens: readonly Token[];
}

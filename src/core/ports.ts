import type { Token } from './text/sentence.js';
import type { Span } from './text/span.js';

/** Finds words and sentences in plain text. Synchronous: several hundred thousand words a second. */
export interface Analyser {
  /** Offsets are relative to `text`; white space belongs to no token. */
  analyse(text: string): { readonly sentences: readonly Span[]; readonly tokens: readonly Token[] };
  /** Whether a list of English words has a word, given in lower case; of inflected forms it has some only. */
  isListed(word: string): boolean;
}

/** What identifies an embedding model: vectors may be compared only if all of it is equal. */
export interface EmbeddingModel {
  /** `bundled`, the id of a model on the Hugging Face hub, or a folder. */
  readonly id: string;
  /** SHA-256 (hexadecimal) over the model's files. */
  readonly checksum: string;
  readonly dimensions: number;
  /** Tokens beyond this many are not seen by the model. */
  readonly maxTokens: number;
}

export interface Embeddings {
  /** One row of `dimensions` floats for each text, each of unit length, in the order of the texts. */
  readonly vectors: Float32Array;
  /** Number of model tokens of each text, before truncation. */
  readonly tokenCounts: Uint32Array;
}

/** Turns text into vectors whose inner product is the cosine of their angle. Works outside the calling thread. */
export interface Embedder {
  readonly model: EmbeddingModel;
  /** The vector of a question, `dimensions` floats of unit length. Goes ahead of any texts being embedded. */
  embedQuestion(question: string): Promise<Float32Array>;
  /** The vectors of passages or sentences; `onProgress` hears how many of `texts` are done. */
  embedTexts(texts: readonly string[], onProgress?: (done: number) => void): Promise<Embeddings>;
  close(): Promise<void>;
}

/** What identifies a reader: readings may be compared only if all of it is equal. */
export interface ReaderModel {
  /** `bundled` or a folder. */
  readonly id: string;
  /** SHA-256 (hexadecimal) over the model's files. */
  readonly checksum: string;
}

/** What a reader found in one text. */
export interface Reading {
  /** The words that answer best, in UTF-16 units of the text that was read; null when it holds nothing to read. */
  readonly span: Span | null;
  /**
   * How much better these words do as the answer than none: start and end logit of the span less those of "no answer" (Devlin et al.
   * 2019, section 4.3). About -20 to 20.
   */
  readonly margin: number;
  /** Logit of "this text answers the question", about -10 to 10. */
  readonly answers: number;
}

/** Marks the words of a text that answer a question, or finds that none do. Works outside the calling thread. */
export interface Reader {
  readonly model: ReaderModel;
  /**
   * One reading for each text, in the order of the texts, none dependent on another. Goes ahead of any texts being embedded. A text is
   * best about 75 words long; of one that is longer than the model can see, the best part is given, and the end of a huge one is not read.
   */
  read(question: string, texts: readonly string[]): Promise<Reading[]>;
  close(): Promise<void>;
}

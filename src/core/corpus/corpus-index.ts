import type { CollectionScope } from '../collections/collection.js';
import type { Lane } from '../labelling/labels.js';
import type { EmbeddingModel } from '../ports.js';
import type { UnitPosting } from '../search/lexical-index.js';
import type { IndexedDocument } from '../search/search-index.js';
import type { Level } from '../search/whole.js';
import type { WordPattern } from '../search/word-pattern.js';
import type { Section } from '../text/units.js';
import type { ListedText } from './list-document.js';

/** A document as an engine lists it, without its text. */
export interface ListedDocument extends ListedText {
  /** SHA-256 of the file's bytes. */
  readonly digest: string;
  /** How many of its sentences the labeller has given to each lane; see `countLanes`. */
  readonly lanes: Readonly<Record<Lane, number>>;
  /** The terms of all its units of each level, with repetitions. */
  readonly terms: Readonly<Record<Level, number>>;
}

/** A sentence by the number of its document and its own. */
export interface CorpusSentence {
  readonly document: number;
  readonly sentence: number;
}

/** Where a term occurs; units are numbered over all documents in their order. */
export type TermPosting = Readonly<Record<Level, UnitPosting>>;

/** What is looked for among the terms of the texts. */
export interface WantedTerms {
  readonly terms: readonly string[];
  /** Words that a term may be meant by, as for `KnownTerms.termsLike`. */
  readonly like: readonly string[];
  /** What terms begin with. */
  readonly from: readonly string[];
}

/** What was found of `WantedTerms`, by what was wanted. */
export interface FoundTerms {
  readonly terms: ReadonlySet<string>;
  readonly like: ReadonlyMap<string, readonly string[]>;
  readonly from: ReadonlyMap<string, readonly string[]>;
}

/** A heading with the number of its document. */
export interface ListedSection extends Pick<Section, 'date'> {
  readonly document: number;
  readonly heading: string;
}

/** The texts of some collections at one moment; documents are given by their number among `documents`. */
export interface CorpusIndex {
  readonly version: string;
  readonly model: EmbeddingModel;
  /** When it was changed last, ISO 8601. */
  readonly builtAt: string;
  /** By rising path. */
  readonly documents: readonly ListedDocument[];
  /** The number of the document with an id; null where there is none. */
  readonly numberOf: (id: string) => number | null;
  findTerms(wanted: WantedTerms): Promise<FoundTerms>;
  /** Where terms occur; those that occur nowhere are left out. */
  findPostings(terms: readonly string[]): Promise<ReadonlyMap<string, TermPosting>>;
  /** At least the `count` sentences nearest to a unit vector, as far as the engine finds them. */
  findNearest(vector: Float32Array, count: number): Promise<readonly CorpusSentence[]>;
  /** Of the sentences of some documents the nearest, found by comparing all; `found` is what `findNearest` has found, in these documents and others. */
  findNearestIn(
    documents: readonly number[],
    vector: Float32Array,
    count: number,
    found: readonly CorpusSentence[],
  ): Promise<readonly CorpusSentence[]>;
  /** The headings of all documents. */
  listSections(): Promise<readonly ListedSection[]>;
  /** The documents that may hold words, and all that do, in order. */
  findHolding(words: WordPattern): Promise<readonly number[]>;
  /** How many documents lack some of their words or vectors: none, unless somebody has changed what the engine keeps. */
  countFaults(): Promise<number>;
  /** Documents, in the order that is asked for. */
  load(documents: readonly number[]): Promise<readonly IndexedDocument[]>;
  /** Their vectors: one row for each sentence, `dimensions` floats each and of unit length. */
  loadVectors(documents: readonly number[]): Promise<readonly Float32Array[]>;
  /** The vectors of some sentences, in the order that is asked for. */
  loadVectorsOf(sentences: readonly CorpusSentence[]): Promise<readonly Float32Array[]>;
}

/** What keeps a corpus and hands it over in parts. */
export interface CorpusEngine {
  /** Lets some work see the texts of a scope as they are at one moment. Throws `index-missing` where there is none. */
  read<Result>(scope: CollectionScope, work: (corpus: CorpusIndex) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

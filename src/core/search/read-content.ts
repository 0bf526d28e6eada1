import type { Steps } from '../steps.js';
import type { Passage } from '../text/passages.js';
import { overlapping, type Span } from '../text/span.js';
import type { SourceDocument } from '../text/document.js';
import { partsOfName } from '../text/name-parts.js';
import { placeSentences, type SentencePlace } from '../text/units.js';
import { invert, leadingSentences, ListBuilder, shareLists } from './index-lists.js';
import type { NumberLists } from './postings.js';
import type { Vocabulary } from './vocabulary.js';

/** What searching takes of a document. */
export interface SearchedDocument {
  readonly document: SourceDocument;
  readonly sentences: readonly SearchedSentence[];
  readonly passages: readonly Passage[];
  /** Terms of the document's title and path, each once. */
  readonly titleTerms: readonly string[];
  /** Terms of the name that opens each turn, in the order of the document's turns. */
  readonly speakerTerms: readonly (readonly string[])[];
  /** Of its text and names, see `makeSieve`; left out by earlier versions. */
  readonly sieve?: string;
}

export interface SearchedSentence extends Span {
  /** Index into the document's `blocks`. */
  readonly block: number;
  /** Stemmed content words in order, with repetitions. */
  readonly terms: readonly string[];
}

/** What is worked out of one document for searching, whatever stands around it; its sentences are numbered from 0. */
export interface ReadDocument {
  readonly places: readonly SentencePlace[];
  /** Whether each sentence is a heading. */
  readonly headings: Uint8Array;
  /** The number of the first passage that holds each sentence, and how many do. */
  readonly firstPassages: Uint32Array;
  readonly passageCounts: Uint32Array;
  /** The sentences that each does not make sense without, and those that have it among theirs. */
  readonly context: readonly (readonly number[])[];
  readonly dependants: ReadonlyMap<number, readonly number[]>;
  /** The term numbers of each sentence, with repetitions. */
  readonly terms: NumberLists;
  readonly titleTerms: readonly number[];
  readonly speakerTerms: readonly (readonly number[])[];
  /** What stands above each passage and is searched with it: sentences before it, and turns. */
  readonly above: readonly (readonly number[])[];
  readonly turns: readonly (readonly number[])[];
}

/** Sentences that are read in one step. */
const sentencesPerStep = 500;

/** Works that out; new terms get numbers. */
export function* readContent(indexed: SearchedDocument, vocabulary: Vocabulary): Steps<ReadDocument> {
  const { document, sentences, passages, titleTerms, speakerTerms } = indexed;
  const kindOf = (sentence: number): string | undefined => document.blocks[sentences[sentence]?.block ?? -1]?.kind;
  const places = placeSentences(sentences, document.structure, (s) => /^(?:heading|table-head)$/.test(kindOf(s) ?? ''));
  const terms = new ListBuilder();
  const context: number[][] = [];
  const headings = new Uint8Array(sentences.length);
  for (const [s, sentence] of sentences.entries()) {
    terms.add(sentence.terms.map((term) => vocabulary.add(term)));
    terms.end();
    if (kindOf(s) === 'heading') headings[s] = 1;
    const place = places[s];
    context.push(!place || place.isContext ? [] : leadingSentences(sentences, place, s));
    if (s % sentencesPerStep === sentencesPerStep - 1) yield;
  }
  const speakers = speakerTerms.map((own) => own.flatMap(partsOfName).map((term) => vocabulary.add(term)));
  const above = passages.map(({ first }) =>
    (places[first]?.section ?? []).flatMap((heading) => overlapping(sentences, heading)).filter((s) => s < first),
  );
  return {
    places,
    headings,
    ...holdingPassages(passages, sentences.length),
    context: shareLists(context),
    dependants: invert(context),
    terms: terms.finish(),
    titleTerms: titleTerms.map((term) => vocabulary.add(term)),
    speakerTerms: speakers,
    above: shareLists(above),
    turns: shareLists(passages.map((passage) => overlapping(document.structure.turns, passage))),
  };
}

/** Passages go on from one another, so that those which hold a sentence have numbers in a row. */
function holdingPassages(passages: readonly Passage[], sentences: number) {
  const firstPassages = new Uint32Array(sentences);
  const passageCounts = new Uint32Array(sentences);
  for (const [number, { first, last }] of passages.entries()) {
    for (let s = first; s <= last; s++) {
      if (passageCounts[s] === 0) firstPassages[s] = number;
      passageCounts[s] = (passageCounts[s] ?? 0) + 1;
    }
  }
  return { firstPassages, passageCounts };
}

/** The lists of terms of which the three lexical indexes are made. */
export interface TermLists {
  readonly sentences: ListBuilder;
  readonly passages: ListBuilder;
  readonly documents: ListBuilder;
}

/** Adds the terms of a document, its passages and its sentences, each with what it is searched with. */
export function addTerms(
  read: ReadDocument,
  { sentences, passages, documents }: TermLists,
  own: readonly Passage[],
): void {
  const { offsets, values } = read.terms;
  const termsOf = (first: number, last = first): Uint32Array => values.subarray(offsets[first], offsets[last + 1]);
  for (const [s, context] of read.context.entries()) {
    sentences.add(termsOf(s));
    for (const other of context) sentences.add(termsOf(other));
    sentences.end();
  }
  for (const [number, { first, last }] of own.entries()) {
    for (const other of read.above[number] ?? []) passages.add(termsOf(other));
    for (const turn of read.turns[number] ?? []) passages.add(read.speakerTerms[turn] ?? []);
    passages.add(termsOf(first, last));
    passages.end();
  }
  documents.add(read.titleTerms);
  for (const speaker of read.speakerTerms) documents.add(speaker);
  documents.add(values);
  documents.end();
}

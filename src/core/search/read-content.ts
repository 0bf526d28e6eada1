import type { Steps } from '../steps.js';
import type { Passage } from '../text/passages.js';
import { overlapping, type Span } from '../text/span.js';
import type { SourceDocument } from '../text/document.js';
import { partsOfName } from '../text/name-parts.js';
import { ListBuilder, shareLists } from './index-lists.js';
import { placeContent, type PlacedContent } from './place-content.js';
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

/** What is worked out of one document for searching, whatever stands around it. */
export interface ReadDocument extends PlacedContent {
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
  const placed = yield* placeContent(indexed);
  const terms = new ListBuilder();
  for (const [s, sentence] of sentences.entries()) {
    terms.add(sentence.terms.map((term) => vocabulary.add(term)));
    terms.end();
    if (s % sentencesPerStep === sentencesPerStep - 1) yield;
  }
  const speakers = speakerTerms.map((own) => own.flatMap(partsOfName).map((term) => vocabulary.add(term)));
  const above = passages.map(({ first }) =>
    (placed.places.placeOf(first)?.section ?? [])
      .flatMap((heading) => overlapping(sentences, heading))
      .filter((s) => s < first),
  );
  return {
    ...placed,
    terms: terms.finish(),
    titleTerms: titleTerms.map((term) => vocabulary.add(term)),
    speakerTerms: speakers,
    above: shareLists(above),
    turns: shareLists(passages.map((passage) => overlapping(document.structure.turns, passage))),
  };
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
  for (let s = 0; s + 1 < offsets.length; s++) {
    sentences.add(termsOf(s));
    for (const other of read.places.contextOf(s)) sentences.add(termsOf(other));
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

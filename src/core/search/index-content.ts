import type { Steps } from '../steps.js';
import type { SourceDocument } from '../text/document.js';
import type { Passage } from '../text/passages.js';
import { ListBuilder } from './index-lists.js';
import { bm25Defaults, LexicalIndex } from './lexical-index.js';
import type { PlacedContent } from './place-content.js';
import { addTerms, readContent, type ReadDocument, type SearchedDocument } from './read-content.js';
import { Vocabulary } from './vocabulary.js';
import type { Whole } from './whole.js';

/** A sentence's place in the whole index. Rows number all sentences of all documents in order, from 0. */
export class Row {
  constructor(
    readonly document: number,
    readonly sentence: number,
    readonly isHeading: boolean,
    /** Whether it is shown above quotes and never one itself: a heading, a table's head, a question with its answer below. */
    readonly isContext: boolean,
    readonly firstPassage: number,
    readonly passageCount: number,
  ) {}

  /** Numbers of the passages that hold it, over all documents; none for a heading. */
  get passages(): readonly number[] {
    return Array.from({ length: this.passageCount }, (_, i) => this.firstPassage + i);
  }
}

/** What was worked out of documents for one index and holds in every other that has them, too. */
export interface KnownDocuments {
  readonly vocabulary: Vocabulary;
  readonly reads: WeakMap<SourceDocument, ReadDocument>;
}

/** All that is searched of some documents; it does not depend on their labels. */
export interface IndexContent {
  readonly rows: readonly Row[];
  readonly firstRows: readonly number[];
  readonly reads: readonly PlacedContent[];
  readonly passages: readonly { readonly document: number; readonly passage: Passage }[];
  readonly sentenceTerms: LexicalIndex;
  readonly passageTerms: LexicalIndex;
  readonly documentTerms: LexicalIndex;
  readonly known: KnownDocuments;
}

/** Documents whose terms are put together in one step. */
const documentsPerStep = 20;
/** From this share of terms on that no document has any more, and at least so many, all is worked out anew. */
const worn = { share: 0.5, terms: 10_000 } as const;

export function knowNothing(): KnownDocuments {
  return { vocabulary: new Vocabulary(), reads: new WeakMap() };
}

/** Works out what is searched; what `like` knows of the same documents is taken over from it. */
export function createContent(
  documents: readonly SearchedDocument[],
  like: IndexContent | null = null,
): Steps<IndexContent> {
  return gatherContent(documents, like && !isWorn(like) ? like.known : knowNothing());
}

/** Works out what is searched of documents, with the counts of a whole if they are a part of it; what is worked out is added to `known`. */
export function* gatherContent(
  documents: readonly SearchedDocument[],
  known: KnownDocuments,
  counts: Whole['counts'] | null = null,
): Steps<IndexContent> {
  const reads: ReadDocument[] = [];
  for (const indexed of documents) {
    reads.push(yield* readOnce(indexed, known));
  }
  const lists = { sentences: new ListBuilder(), passages: new ListBuilder(), documents: new ListBuilder() };
  for (const [number, read] of reads.entries()) {
    addTerms(read, lists, documents[number]?.passages ?? []);
    if (number % documentsPerStep === documentsPerStep - 1) yield;
  }
  const { size } = known.vocabulary;
  return {
    ...(yield* placeRows(documents, reads)),
    reads,
    sentenceTerms: yield* LexicalIndex.create(lists.sentences.finish(), size, bm25Defaults, counts?.sentences),
    passageTerms: yield* LexicalIndex.create(lists.passages.finish(), size, bm25Defaults, counts?.passages),
    documentTerms: yield* LexicalIndex.create(lists.documents.finish(), size, bm25Defaults, counts?.documents),
    known,
  };
}

/** The rows and passages of documents. */
export function* placeRows(
  documents: readonly SearchedDocument[],
  reads: readonly PlacedContent[],
): Steps<Pick<IndexContent, 'rows' | 'firstRows' | 'passages'>> {
  const rows: Row[] = [];
  const firstRows: number[] = [];
  const passages: { document: number; passage: Passage }[] = [];
  for (const [number, read] of reads.entries()) {
    firstRows.push(rows.length);
    const { headings, isContext, firstPassages, passageCounts } = read;
    for (let s = 0; s < headings.length; s++) {
      const first = passages.length + (firstPassages[s] ?? 0);
      rows.push(new Row(number, s, headings[s] === 1, isContext[s] === 1, first, passageCounts[s] ?? 0));
    }
    for (const passage of documents[number]?.passages ?? []) passages.push({ document: number, passage });
    if (number % documentsPerStep === documentsPerStep - 1) yield;
  }
  return { rows, firstRows, passages };
}

/** What is worked out of a document, if need be; it is kept as long as the document is. */
export function* readOnce(indexed: SearchedDocument, { reads, vocabulary }: KnownDocuments): Steps<ReadDocument> {
  const known = reads.get(indexed.document);
  if (known) return known;
  const read = yield* readContent(indexed, vocabulary);
  reads.set(indexed.document, read);
  yield;
  return read;
}

function isWorn({ known, documentTerms }: IndexContent): boolean {
  const { size } = known.vocabulary;
  let held = 0;
  for (let term = 0; term < size; term++) if (documentTerms.holds(term)) held++;
  return size - held >= Math.max(worn.terms, worn.share * size);
}

/** Every term of some documents, in the order of its first coming: of a document's sentences first, then of its turns and its title. */
export function* listTerms(
  documents: readonly SearchedDocument[],
  { reads, vocabulary }: KnownDocuments,
): Iterable<string> {
  const seen = new Uint8Array(vocabulary.size);
  for (const { document } of documents) {
    const { terms, speakerTerms = [], titleTerms = [] } = reads.get(document) ?? {};
    for (const part of [terms?.values ?? [], ...speakerTerms, titleTerms]) {
      for (const term of part) {
        if (seen[term] === 1) continue;
        seen[term] = 1;
        yield vocabulary.termOf(term);
      }
    }
  }
}

import type { Steps } from '../steps.js';
import type { SourceDocument } from '../text/document.js';
import { ListBuilder } from './index-lists.js';
import { bm25Defaults, LexicalIndex } from './lexical-index.js';
import type { PlacedContent } from './place-content.js';
import type { NumberLists } from './postings.js';
import { addTerms, readContent, type ReadDocument, type SearchedDocument } from './read-content.js';
import { RowTable } from './row-table.js';
import { Vocabulary } from './vocabulary.js';
import type { Level, Whole } from './whole.js';

/** What was worked out of documents for one index and holds in every other that has them, too. */
export interface KnownDocuments {
  readonly vocabulary: Vocabulary;
  readonly reads: WeakMap<SourceDocument, ReadDocument>;
}

/** All that is searched of some documents; it does not depend on their labels. */
export interface IndexContent {
  readonly rows: RowTable;
  readonly reads: readonly PlacedContent[];
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

/** Works out what is searched; what `like` knows of the same documents is taken over from it, and of their words what it has counted. */
export function* createContent(
  documents: readonly SearchedDocument[],
  like: IndexContent | null = null,
): Steps<IndexContent> {
  if (!like || isWorn(like)) return yield* gatherContent(documents, knowNothing());
  const reads = yield* readAll(documents, like.known);
  const change = compareContent(like, reads);
  return isSmall(change, like)
    ? yield* updateContent(documents, reads, like, change)
    : yield* gatherContent(documents, like.known);
}

/** Works out what is searched of documents, with the counts of a whole if they are a part of it; what is worked out is added to `known`. */
export function* gatherContent(
  documents: readonly SearchedDocument[],
  known: KnownDocuments,
  counts: Whole['counts'] | null = null,
): Steps<IndexContent> {
  const reads = yield* readAll(documents, known);
  const lists = yield* listTermsOf(documents, reads, reads.keys());
  const { size } = known.vocabulary;
  return {
    rows: new RowTable(documents, reads),
    reads,
    sentenceTerms: yield* LexicalIndex.create(lists.sentences, size, bm25Defaults, counts?.sentences),
    passageTerms: yield* LexicalIndex.create(lists.passages, size, bm25Defaults, counts?.passages),
    documentTerms: yield* LexicalIndex.create(lists.documents, size, bm25Defaults, counts?.documents),
    known,
  };
}

function* readAll(documents: readonly SearchedDocument[], known: KnownDocuments): Steps<ReadDocument[]> {
  const reads: ReadDocument[] = [];
  for (const indexed of documents) reads.push(yield* readOnce(indexed, known));
  return reads;
}

/** The terms of the units of some documents, given by their numbers, one after the other. */
function* listTermsOf(
  documents: readonly SearchedDocument[],
  reads: readonly ReadDocument[],
  numbers: Iterable<number>,
): Steps<Record<Level, NumberLists>> {
  const lists = { sentences: new ListBuilder(), passages: new ListBuilder(), documents: new ListBuilder() };
  let listed = 0;
  for (const number of numbers) {
    const [read, indexed] = [reads[number], documents[number]];
    if (read && indexed) addTerms(read, lists, indexed.passages);
    if (++listed % documentsPerStep === 0) yield;
  }
  const { sentences, passages, documents: whole } = lists;
  return { sentences: sentences.finish(), passages: passages.finish(), documents: whole.finish() };
}

/** How some documents differ from those of a content. */
interface ContentChange {
  /** Documents that both have, in their order: the number there and the one here. */
  readonly kept: readonly { readonly before: number; readonly now: number }[];
  /** The numbers of all others. */
  readonly fresh: readonly number[];
}

function compareContent(like: IndexContent, reads: readonly ReadDocument[]): ContentChange {
  const numbers = new Map(like.reads.map((read, number) => [read, number]));
  const kept: { before: number; now: number }[] = [];
  const fresh: number[] = [];
  for (const [now, read] of reads.entries()) {
    const before = numbers.get(read) ?? -1;
    if (before > (kept.at(-1)?.before ?? -1)) kept.push({ before, now });
    else fresh.push(now);
  }
  return { kept, fresh };
}

/** Whether it is less work to change a content than to work it out anew, and leaves no more unused. */
function isSmall({ kept, fresh }: ContentChange, { reads }: IndexContent): boolean {
  return 2 * kept.length >= reads.length && 4 * fresh.length <= kept.length;
}

function* updateContent(
  documents: readonly SearchedDocument[],
  reads: readonly ReadDocument[],
  like: IndexContent,
  { kept, fresh }: ContentChange,
): Steps<IndexContent> {
  const { known } = like;
  const rows = new RowTable(documents, reads);
  const lists = yield* listTermsOf(documents, reads, fresh);
  const update = (index: LexicalIndex, level: Level): Steps<LexicalIndex> => {
    const moves = kept.map(({ before, now }) => ({
      ...like.rows.unitsOf(before, level),
      to: rows.unitsOf(now, level).first,
    }));
    const numbers = fresh.flatMap((number) => {
      const { first, end } = rows.unitsOf(number, level);
      return Array.from({ length: end - first }, (_, i) => first + i);
    });
    return LexicalIndex.update(index, moves, { numbers, terms: lists[level] }, known.vocabulary.size);
  };
  return {
    rows,
    reads,
    sentenceTerms: yield* update(like.sentenceTerms, 'sentences'),
    passageTerms: yield* update(like.passageTerms, 'passages'),
    documentTerms: yield* update(like.documentTerms, 'documents'),
    known,
  };
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

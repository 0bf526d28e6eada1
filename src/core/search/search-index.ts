import type { SourceDocument } from '../text/document.js';
import type { StoredLabel } from '../labelling/labels.js';
import { LexicalIndex, type NumberLists } from './lexical-index.js';
import type { Passage } from '../text/passages.js';
import type { Span } from '../text/span.js';

/** What the index keeps of a sentence. */
export interface IndexedSentence extends Span {
  /** Index into the document's `blocks`. */
  readonly block: number;
  /** Stemmed content words in order, with repetitions. */
  readonly terms: readonly string[];
  /** Length in tokens of the embedding model. */
  readonly tokenCount: number;
  readonly label: StoredLabel;
}

export interface IndexedDocument {
  readonly document: SourceDocument;
  readonly sentences: readonly IndexedSentence[];
  readonly passages: readonly Passage[];
  /** Terms of the document's title. */
  readonly titleTerms: readonly string[];
}

/** A sentence's place in the whole index. Rows number all sentences of all documents in order, from 0. */
interface Row {
  readonly document: number;
  readonly sentence: number;
  readonly isHeading: boolean;
  /** Numbers of the passages that hold it, over all documents; none for a heading. */
  readonly passages: readonly number[];
}

/** Nearest neighbours among the rows' vectors. */
export interface VectorIndex {
  readonly dimensions: number;
  /** The rows nearest to a unit vector with their cosines, nearest first; at most `count`. */
  search(vector: Float32Array, count: number): { readonly row: number; readonly cosine: number }[];
  cosine(vector: Float32Array, row: number): number;
  /** The unit vector of a row, `dimensions` floats; a view, not to be written to. */
  vectorOf(row: number): Float32Array;
}

/** Everything needed to rank: the documents, and lexical indexes over their sentences, passages and whole texts. */
export class SearchIndex {
  readonly rows: readonly Row[];
  readonly firstRows: readonly number[];
  readonly passages: readonly { readonly document: number; readonly passage: Passage }[];
  readonly sentenceTerms: LexicalIndex;
  readonly passageTerms: LexicalIndex;
  readonly documentTerms: LexicalIndex;
  private readonly vocabulary: Map<string, number>;

  /** `like` is an index over the same texts with other labels, whose lists are shared. */
  constructor(
    readonly documents: readonly IndexedDocument[],
    readonly vectors: VectorIndex,
    like?: SearchIndex,
  ) {
    this.vocabulary = like?.vocabulary ?? new Map<string, number>();
    if (like) {
      this.rows = like.rows;
      this.firstRows = like.firstRows;
      this.passages = like.passages;
      this.sentenceTerms = like.sentenceTerms;
      this.passageTerms = like.passageTerms;
      this.documentTerms = like.documentTerms;
      return;
    }
    const rows: Row[] = [];
    const firstRows: number[] = [];
    const passages: { document: number; passage: Passage }[] = [];
    const bySentence = new ListBuilder();
    const byPassage = new ListBuilder();
    const byDocument = new ListBuilder();
    for (const [number, { document, sentences, passages: own, titleTerms }] of documents.entries()) {
      firstRows.push(rows.length);
      const sentenceIds = sentences.map(({ terms }) => terms.map((term) => this.number(term)));
      const passagesOf: number[][] = sentences.map(() => []);
      const headings = headingBefore(sentences, document);
      for (const passage of own) {
        for (let s = passage.first; s <= passage.last; s++) passagesOf[s]?.push(passages.length);
        const heading = headings[passage.first] ?? -1;
        byPassage.add(
          ...(heading < 0 ? [] : [sentenceIds[heading] ?? []]),
          ...sentenceIds.slice(passage.first, passage.last + 1),
        );
        passages.push({ document: number, passage });
      }
      for (const [s, { block }] of sentences.entries()) {
        const isHeading = document.blocks[block]?.kind === 'heading';
        rows.push({ document: number, sentence: s, isHeading, passages: passagesOf[s] ?? [] });
        bySentence.add(sentenceIds[s] ?? []);
      }
      byDocument.add(
        titleTerms.map((term) => this.number(term)),
        ...sentenceIds,
      );
    }
    this.rows = rows;
    this.firstRows = firstRows;
    this.passages = passages;
    this.sentenceTerms = new LexicalIndex(bySentence.finish(), this.vocabulary.size);
    this.passageTerms = new LexicalIndex(byPassage.finish(), this.vocabulary.size);
    this.documentTerms = new LexicalIndex(byDocument.finish(), this.vocabulary.size);
  }

  /** The term's number, or undefined where it occurs nowhere. */
  termNumber(term: string): number | undefined {
    return this.vocabulary.get(term);
  }

  /** The sentence of a row, as it stands in the source. */
  textOf(row: number): string {
    const { document, span } = this.locate(row);
    return document.text.slice(span.start, span.end);
  }

  /** Where a row stands. Throws a RangeError for a row that does not exist. */
  locate(row: number): { document: SourceDocument; span: IndexedSentence } {
    const place = this.rows[row];
    const indexed = this.documents[place?.document ?? -1];
    const span = indexed?.sentences[place?.sentence ?? -1];
    if (!indexed || !span) throw new RangeError(`row ${row} of ${this.rows.length}`);
    return { document: indexed.document, span };
  }

  /** The row of the heading that a row stands under, or null. */
  headingOf(row: number): number | null {
    const document = this.rows[row]?.document;
    for (let at = row; at >= 0 && this.rows[at]?.document === document; at--) if (this.rows[at]?.isHeading) return at;
    return null;
  }

  /** Every term of the index. */
  terms(): Iterable<string> {
    return this.vocabulary.keys();
  }

  private number(term: string): number {
    let known = this.vocabulary.get(term);
    if (known === undefined) this.vocabulary.set(term, (known = this.vocabulary.size));
    return known;
  }
}

/** For each sentence the number of the last heading at or before it, or -1. */
function headingBefore(sentences: readonly IndexedSentence[], document: SourceDocument): number[] {
  let heading = -1;
  return sentences.map(({ block }, number) => {
    if (document.blocks[block]?.kind === 'heading') heading = number;
    return heading;
  });
}

class ListBuilder {
  private readonly offsets: number[] = [0];
  private readonly values: number[] = [];

  /** Adds one list, given in parts. */
  add(...parts: readonly (readonly number[])[]): void {
    for (const part of parts) for (const value of part) this.values.push(value);
    this.offsets.push(this.values.length);
  }

  finish(): NumberLists {
    return { offsets: Uint32Array.from(this.offsets), values: Uint32Array.from(this.values) };
  }
}

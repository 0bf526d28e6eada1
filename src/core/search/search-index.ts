import { readWords, type SourceDocument } from '../text/document.js';
import type { StoredLabel } from '../labelling/labels.js';
import type { RowRange } from './exact-neighbours.js';
import { invert, leadingSentences, ListBuilder, shareLists } from './index-lists.js';
import { LexicalIndex } from './lexical-index.js';
import type { Passage } from '../text/passages.js';
import { overlapping, type Span } from '../text/span.js';
import { placeSentences, type SentencePlace, type Unit } from '../text/units.js';

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
  /** Terms of the document's title and path, each once. */
  readonly titleTerms: readonly string[];
  /** Terms of the name that opens each turn, in the order of the document's turns. */
  readonly speakerTerms: readonly (readonly string[])[];
}

/** A sentence's place in the whole index. Rows number all sentences of all documents in order, from 0. */
interface Row {
  readonly document: number;
  readonly sentence: number;
  readonly isHeading: boolean;
  /** Whether it is shown above quotes and never one itself: a heading, a table's head, a question with its answer below. */
  readonly isContext: boolean;
  /** Numbers of the passages that hold it, over all documents; none for a heading. */
  readonly passages: readonly number[];
}

/** Nearest neighbours among the rows' vectors. */
export interface VectorIndex {
  readonly dimensions: number;
  /** The rows nearest to a unit vector with their cosines, nearest first; at most `count`, and only of `within` where that is given. */
  search(
    vector: Float32Array,
    count: number,
    within?: readonly RowRange[],
  ): { readonly row: number; readonly cosine: number }[];
  cosine(vector: Float32Array, row: number): number;
  /** The unit vector of a row, `dimensions` floats; perhaps a view, so not to be written to. */
  vectorOf(row: number): Float32Array;
}

/** Everything needed to rank: the documents, and lexical indexes over their sentences, passages and whole texts. */
export class SearchIndex {
  readonly rows: readonly Row[];
  readonly firstRows: readonly number[];
  private readonly places: readonly SentencePlace[];
  private readonly contextRows: readonly (readonly number[])[];
  private readonly dependants: ReadonlyMap<number, readonly number[]>;
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
      this.places = like.places;
      this.contextRows = like.contextRows;
      this.dependants = like.dependants;
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
    const places: SentencePlace[] = [];
    const contextRows: (readonly number[])[] = [];
    for (const [number, indexed] of documents.entries()) {
      const { document, sentences, passages: own, titleTerms, speakerTerms } = indexed;
      const firstRow = rows.length;
      firstRows.push(firstRow);
      const sentenceIds = sentences.map(({ terms }) => terms.map((term) => this.number(term)));
      const speakerIds = speakerTerms.map((terms) => terms.map((term) => this.number(term)));
      const kindOf = (sentence: number): string | undefined => document.blocks[sentences[sentence]?.block ?? -1]?.kind;
      const placed = placeSentences(sentences, document.structure, (s) =>
        /^(?:heading|table-head)$/.test(kindOf(s) ?? ''),
      );
      const holding: number[][] = sentences.map(() => []);
      for (const passage of own) {
        for (let s = passage.first; s <= passage.last; s++) holding[s]?.push(passages.length);
        const above = (placed[passage.first]?.section ?? []).flatMap((heading) => overlapping(sentences, heading));
        const spoken = overlapping(document.structure.turns, passage).map((turn) => speakerIds[turn] ?? []);
        byPassage.add(
          ...above.filter((s) => s < passage.first).map((s) => sentenceIds[s] ?? []),
          ...spoken,
          ...sentenceIds.slice(passage.first, passage.last + 1),
        );
        passages.push({ document: number, passage });
      }
      const passagesOf = shareLists(holding);
      const contextOf: number[][] = [];
      for (const [s, place] of placed.entries()) {
        const { isContext } = place;
        const isHeading = kindOf(s) === 'heading';
        rows.push({ document: number, sentence: s, isHeading, isContext, passages: passagesOf[s] ?? [] });
        const context = isContext ? [] : leadingSentences(sentences, place, s);
        places.push(place);
        contextOf.push(context.map((other) => firstRow + other));
        bySentence.add(sentenceIds[s] ?? [], ...context.map((other) => sentenceIds[other] ?? []));
      }
      for (const list of shareLists(contextOf)) contextRows.push(list);
      byDocument.add(
        titleTerms.map((term) => this.number(term)),
        ...speakerIds,
        ...sentenceIds,
      );
    }
    this.places = places;
    this.contextRows = contextRows;
    this.dependants = invert(contextRows);
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

  /** Length of a row's sentence in words. */
  countWords(row: number): number {
    return this.textOf(row).split(/\s+/).length;
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

  /** What is quoted when this row answers; see `Unit`. */
  unitOf(row: number): Unit {
    return this.placeOf(row).unit;
  }

  /** What is shown above a row's unit: its question, lead-in, header cells or heading. */
  contextOf(row: number): readonly Span[] {
    return this.placeOf(row).context;
  }

  /** The headings that a row stands under, the highest first, without the title of the document. */
  sectionOf(row: number): readonly Span[] {
    return this.placeOf(row).section;
  }

  /** The headings of `sectionOf` as a reader sees them. */
  sectionNames(row: number): string[] {
    const { document } = this.locate(row);
    return this.sectionOf(row).map((heading) => readWords(document, heading));
  }

  /** Who says a row, by the openings of turns. */
  speakerOf(row: number): Span | null {
    return this.placeOf(row).speaker;
  }

  /** The date of the nearest section that has one, else of the document; null where there is none. */
  dateOf(row: number): string | null {
    return this.placeOf(row).date ?? this.locate(row).document.metadata.date;
  }

  /** The date of the nearest section that has one; null where none has. */
  sectionDateOf(row: number): string | null {
    return this.placeOf(row).date;
  }

  /** The rows that a row does not make sense without: of its question, lead-in or head of the table. */
  contextRowsOf(row: number): readonly number[] {
    return this.contextRows[row] ?? [];
  }

  /** The rows that have this one in their `contextRowsOf`. */
  dependantsOf(row: number): readonly number[] {
    return this.dependants.get(row) ?? [];
  }

  /** The rows that lie in a unit, in text order. */
  rowsOfUnit(row: number): readonly number[] {
    const { unit } = this.placeOf(row);
    const first = this.firstRows[this.rows[row]?.document ?? -1] ?? 0;
    const { sentences = [] } = this.documents[this.rows[row]?.document ?? -1] ?? {};
    return overlapping(sentences, unit).map((sentence) => first + sentence);
  }

  private placeOf(row: number): SentencePlace {
    const place = this.places[row];
    if (!place) throw new RangeError(`row ${row} of ${this.rows.length}`);
    return place;
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

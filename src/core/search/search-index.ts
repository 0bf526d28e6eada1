import { finish } from '../steps.js';
import { namesOf, readWords, type SourceDocument } from '../text/document.js';
import type { StoredLabel } from '../labelling/labels.js';
import type { RowRange } from './exact-neighbours.js';
import { createContent, listTerms, type IndexContent } from './index-content.js';
import type { LexicalIndex } from './lexical-index.js';
import type { SentencePlaces } from './place-content.js';
import type { SearchedDocument, SearchedSentence } from './read-content.js';
import type { RowTable } from './row-table.js';
import { overlapping, type Span } from '../text/span.js';
import type { SentencePlace, Unit } from '../text/units.js';
import { maxWritings, type KnownTerms, type Level, type Whole, type Writings } from './whole.js';
import type { WordPattern } from './word-pattern.js';
import { createSieveTest } from './word-sieve.js';

/** What the index keeps of a sentence. */
export interface IndexedSentence extends SearchedSentence {
  /** Length in tokens of the embedding model. */
  readonly tokenCount: number;
  readonly label: StoredLabel;
}

export interface IndexedDocument extends SearchedDocument {
  readonly sentences: readonly IndexedSentence[];
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
  /** The unit vectors from a row on, all of one document, into an array: as many as it has room for. */
  copyVectors(row: number, target: Float32Array): void;
}

/** Everything needed to rank: the documents, and lexical indexes over their sentences, passages and whole texts. */
export class SearchIndex implements KnownTerms {
  readonly rows: RowTable;
  /** The first row of each document. */
  readonly firstRows: Uint32Array;
  private allTerms: ReadonlyMap<string, readonly string[]> | null = null;

  /** `content` is of the same texts, perhaps with other labels; `whole` says what they are a part of, and is null where they are all. */
  constructor(
    readonly documents: readonly IndexedDocument[],
    readonly vectors: VectorIndex,
    readonly content: IndexContent = finish(createContent(documents)),
    readonly whole: Whole | null = null,
  ) {
    this.rows = content.rows;
    this.firstRows = content.rows.firstRows;
  }

  /** The term's number, or undefined where it occurs nowhere. */
  termNumber(term: string): number | undefined {
    const number = this.content.known.vocabulary.numberOf(term);
    return number !== undefined && this.content.documentTerms.holds(number) ? number : undefined;
  }

  /** The same index with other labels: `documents` are of the same texts. */
  relabel(documents: readonly IndexedDocument[]): SearchIndex {
    return new SearchIndex(documents, this.vectors, this.content, this.whole);
  }

  get sentenceTerms(): LexicalIndex {
    return this.content.sentenceTerms;
  }

  /** The lexical index of a level. */
  lexical(level: Level): LexicalIndex {
    const { sentenceTerms, passageTerms, documentTerms } = this.content;
    return { sentences: sentenceTerms, passages: passageTerms, documents: documentTerms }[level];
  }

  knows(term: string): boolean {
    return this.whole ? this.whole.knows(term) : this.termNumber(term) !== undefined;
  }

  termsLike(word: string): Iterable<string> {
    if (this.whole) return this.whole.termsLike(word);
    const [first = '', second = ''] = word; // of which a slip may have changed places
    return [...this.termsByLetter(first), ...(first === second ? [] : this.termsByLetter(second))];
  }

  termsFrom(beginning: string): Iterable<string> {
    if (this.whole) return this.whole.termsFrom(beginning);
    const [first = ''] = beginning;
    return this.termsByLetter(first).filter((term) => term.startsWith(beginning));
  }

  /** How a term is written in the texts, of the whole where this is a part. */
  writingsOf(term: string): Writings {
    if (this.whole) return this.whole.writingsOf(term);
    const { units } = this.sentenceTerms.posting(this.termNumber(term) ?? -1);
    return { count: units.length, texts: Array.from(units.subarray(0, maxWritings), (row) => this.textOf(row)) };
  }

  /** How many sentences hold a term, of the whole where this is a part. */
  countSentences(term: string): number {
    return this.whole?.countSentences(term) ?? this.sentenceTerms.posting(this.termNumber(term) ?? -1).units.length;
  }

  /** Whether words stand in any text, its title or its path, of the whole where this is a part. */
  stands(words: WordPattern): boolean {
    if (this.whole) return this.whole.stands(words);
    const { pattern } = words;
    const mayHave = createSieveTest(words);
    return this.documents.some(
      ({ document, sieve }) =>
        mayHave(sieve) && (pattern.test(document.text) || namesOf(document).some((name) => pattern.test(name))),
    );
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
    const number = this.rows.documentOf(row) ?? -1;
    const indexed = this.documents[number];
    const span = indexed?.sentences[row - (this.firstRows[number] ?? 0)];
    if (!indexed || !span) throw new RangeError(`row ${row} of ${this.rows.length}`);
    return { document: indexed.document, span };
  }

  /** Whether two rows stand in one block of a text; a row that does not exist stands in none. */
  isSameBlock(first: number, second: number): boolean {
    const document = this.rows.documentOf(first);
    if (document === undefined || document !== this.rows.documentOf(second)) return false;
    return this.locate(first).span.block === this.locate(second).span.block;
  }

  /** The row of the heading that a row stands under, or null. */
  headingOf(row: number): number | null {
    return this.rows.headingOf(row);
  }

  /** What is quoted when this row answers; see `Unit`. */
  unitOf(row: number): Unit {
    return this.sentencePlaceOf(row).unit;
  }

  /** What is shown above a row's unit: its question, lead-in, header cells or heading. */
  contextOf(row: number): readonly Span[] {
    return this.sentencePlaceOf(row).context;
  }

  /** The headings that a row stands under, the highest first, without the title of the document. */
  sectionOf(row: number): readonly Span[] {
    return this.sentencePlaceOf(row).section;
  }

  /** The headings of `sectionOf` as a reader sees them. */
  sectionNames(row: number): string[] {
    const { document } = this.locate(row);
    return this.sectionOf(row).map((heading) => readWords(document, heading));
  }

  /** Who says a row, by the openings of turns. */
  speakerOf(row: number): Span | null {
    return this.sentencePlaceOf(row).speaker;
  }

  /** The date of the nearest section that has one, else of the document; null where there is none. */
  dateOf(row: number): string | null {
    return this.sentencePlaceOf(row).date ?? this.locate(row).document.metadata.date;
  }

  /** The date of the nearest section that has one; null where none has. */
  sectionDateOf(row: number): string | null {
    return this.sentencePlaceOf(row).date;
  }

  /** The rows that a row does not make sense without: of its question, lead-in or head of the table. */
  contextRowsOf(row: number): readonly number[] {
    const { places, sentence, first } = this.placeOf(row);
    const above = places.contextOf(sentence);
    return above.length === 0 ? above : above.map((other) => first + other);
  }

  /** The rows that have this one in their `contextRowsOf`. */
  dependantsOf(row: number): readonly number[] {
    const { places, sentence, first } = this.placeOf(row);
    const below = places.dependantsOf(sentence);
    return below.length === 0 ? below : below.map((other) => first + other);
  }

  /** The rows that lie in a unit, in text order. */
  rowsOfUnit(row: number): readonly number[] {
    const { unit } = this.sentencePlaceOf(row);
    const first = this.firstRows[this.rows.documentOf(row) ?? -1] ?? 0;
    const { sentences = [] } = this.documents[this.rows.documentOf(row) ?? -1] ?? {};
    return overlapping(sentences, unit).map((sentence) => first + sentence);
  }

  private sentencePlaceOf(row: number): SentencePlace {
    const { places, sentence } = this.placeOf(row);
    const place = places.placeOf(sentence);
    if (!place) throw new RangeError(`row ${row} of ${this.rows.length}`);
    return place;
  }

  private placeOf(row: number): { places: SentencePlaces; sentence: number; first: number } {
    const number = this.rows.documentOf(row) ?? -1;
    const read = this.content.reads[number];
    if (!read) throw new RangeError(`row ${row} of ${this.rows.length}`);
    const first = this.firstRows[number] ?? 0;
    return { places: read.places, sentence: row - first, first };
  }

  /** The terms that begin with a letter, in the order of their first coming. */
  private termsByLetter(letter: string): readonly string[] {
    this.allTerms ??= groupByLetter(listTerms(this.documents, this.content.known));
    return this.allTerms.get(letter) ?? [];
  }
}

function groupByLetter(terms: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const term of terms) {
    const [letter = ''] = term;
    const group = groups.get(letter);
    if (group) group.push(term);
    else groups.set(letter, [term]);
  }
  return groups;
}

import type { Passage } from '../text/passages.js';
import type { RowRange } from './exact-neighbours.js';
import type { PlacedContent } from './place-content.js';
import type { SearchedDocument } from './read-content.js';
import { countUpTo } from './rising.js';
import type { Level } from './whole.js';

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

/** A passage, and the number of its document. */
interface PlacedPassage {
  readonly document: number;
  readonly passage: Passage;
}

/**
 * The rows of an index, and its passages. They are made out of their documents when they are asked for: an object for each of a hundred
 * thousand, made anew for each change of one text, would cost more than all else that the change does.
 */
export class RowTable {
  readonly length: number;
  readonly passageCount: number;
  /** The first row of each document. */
  readonly firstRows: Uint32Array;
  /** The first passage of each document. */
  readonly firstPassages: Uint32Array;
  private readonly documentOfRow: Uint32Array;

  /** `reads` are of `documents`, one for each. */
  constructor(
    private readonly documents: readonly SearchedDocument[],
    private readonly reads: readonly PlacedContent[],
  ) {
    this.firstRows = new Uint32Array(reads.length);
    this.firstPassages = new Uint32Array(reads.length);
    let [rows, passages] = [0, 0];
    for (const [number, { headings }] of reads.entries()) {
      this.firstRows[number] = rows;
      this.firstPassages[number] = passages;
      rows += headings.length;
      passages += documents[number]?.passages.length ?? 0;
    }
    this.length = rows;
    this.passageCount = passages;
    this.documentOfRow = new Uint32Array(rows);
    for (const [number, { headings }] of reads.entries()) {
      const first = this.firstRows[number] ?? 0;
      this.documentOfRow.fill(number, first, first + headings.length);
    }
  }

  /** The rows, the passages or the one document that a document is, by their numbers. */
  unitsOf(document: number, level: Level): RowRange {
    if (level === 'documents') return { first: document, end: document + 1 };
    const [firsts, all] =
      level === 'sentences' ? [this.firstRows, this.length] : [this.firstPassages, this.passageCount];
    return { first: firsts[document] ?? all, end: firsts[document + 1] ?? all };
  }

  /** Undefined for a row that does not exist. */
  at(row: number): Row | undefined {
    const document = this.documentOfRow[row];
    if (document === undefined) return undefined;
    const sentence = row - (this.firstRows[document] ?? 0);
    const { headings, isContext, firstPassages, passageCounts } = this.reads[document] as PlacedContent;
    return new Row(
      document,
      sentence,
      headings[sentence] === 1,
      isContext[sentence] === 1,
      (this.firstPassages[document] ?? 0) + (firstPassages[sentence] ?? 0),
      passageCounts[sentence] ?? 0,
    );
  }

  /** The row of the heading that a row stands under, itself if it is one; null where there is none. */
  headingOf(row: number): number | null {
    const document = this.documentOfRow[row];
    if (document === undefined) return null;
    const first = this.firstRows[document] ?? 0;
    const { headings } = this.reads[document] as PlacedContent;
    for (let sentence = row - first; sentence >= 0; sentence--) if (headings[sentence] === 1) return first + sentence;
    return null;
  }

  /** The number of a row's document; undefined for a row that does not exist. */
  documentOf(row: number): number | undefined {
    return this.documentOfRow[row];
  }

  /** The numbers of all rows. */
  keys(): IterableIterator<number> {
    return this.documentOfRow.keys();
  }

  /** Undefined for a passage that does not exist. */
  passageAt(number: number): PlacedPassage | undefined {
    const document = countUpTo(this.firstPassages, number) - 1;
    const passage = this.documents[document]?.passages[number - (this.firstPassages[document] ?? 0)];
    return passage && { document, passage };
  }
}

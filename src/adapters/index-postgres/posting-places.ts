import type { TermPosting } from '../../core/corpus/corpus-index.js';
import { firstUnits } from '../../core/corpus/whole-scores.js';
import type { UnitPosting } from '../../core/search/lexical-index.js';
import type { Directory } from './directory.js';
import { PostingReader } from './posting-bytes.js';

/** Bytes of a piece before its posting: the document, the part and the length. */
const headBytes = 8;

/** The part of a posting that is of one document. */
interface Piece {
  /** The document's number among those of the scope. */
  readonly document: number;
  readonly part: number;
  readonly at: number;
}

class UnitBuilder {
  private readonly units: number[] = [];
  private readonly frequencies: number[] = [];
  private readonly lengths: number[] = [];

  add(unit: number, frequency: number, length: number): void {
    this.units.push(unit);
    this.frequencies.push(frequency);
    this.lengths.push(length);
  }

  finish(): UnitPosting {
    return {
      units: Uint32Array.from(this.units),
      frequencies: Uint32Array.from(this.frequencies),
      lengths: Uint32Array.from(this.lengths),
    };
  }
}

/** Turns what is stored of terms into postings over all units of a scope. */
export class PostingPlaces {
  private readonly numbers: ReadonlyMap<number, number>;
  private readonly firsts: { readonly sentences: Uint32Array; readonly passages: Uint32Array };

  constructor(private readonly directory: Directory) {
    this.numbers = new Map(directory.documents.map((document, number) => [document.number, number]));
    this.firsts = {
      sentences: firstUnits(directory.documents, 'sentences'),
      passages: firstUnits(directory.documents, 'passages'),
    };
  }

  /** The number of a document among those of the scope, by that in the database; null for another. */
  numberOf(id: number): number | null {
    return this.numbers.get(id) ?? null;
  }

  /** Reads pieces that lie one after the other. */
  read(bytes: Buffer): TermPosting {
    const builders = { sentences: new UnitBuilder(), passages: new UnitBuilder(), documents: new UnitBuilder() };
    for (const { document, at } of this.listPieces(bytes)) {
      const reader = new PostingReader(bytes, at);
      const frequency = reader.next();
      const length = this.directory.documents[document]?.terms.documents ?? 0;
      if (frequency > 0) builders.documents.add(document, frequency, length);
      for (const level of ['sentences', 'passages'] as const) {
        let unit = this.firsts[level][document] ?? 0;
        for (let left = reader.next(); left > 0; left--) {
          unit += reader.next();
          builders[level].add(unit, reader.next(), reader.next());
        }
      }
    }
    return {
      sentences: builders.sentences.finish(),
      passages: builders.passages.finish(),
      documents: builders.documents.finish(),
    };
  }

  /** In the order of the documents. */
  private listPieces(bytes: Buffer): Piece[] {
    const pieces: Piece[] = [];
    for (let at = 0; at < bytes.length;) {
      const document = this.numberOf(bytes.readInt32BE(at));
      const part = bytes.readInt16BE(at + 4);
      if (document !== null) pieces.push({ document, part, at: at + headBytes });
      at += headBytes + bytes.readInt16BE(at + 6);
    }
    return pieces.sort((a, b) => a.document - b.document || a.part - b.part);
  }
}

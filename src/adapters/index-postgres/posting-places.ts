import type { TermPosting } from '../../core/corpus/corpus-index.js';
import { firstUnits } from '../../core/corpus/whole-scores.js';
import { withRoom } from '../../core/search/index-lists.js';
import type { UnitPosting } from '../../core/search/lexical-index.js';
import type { Directory } from './directory.js';
import { PostingReader } from './posting-bytes.js';

/** Bytes of a piece before its posting: the document, the part and the length. */
const headBytes = 8;
/** Units that a builder has room for at first. */
const firstRoom = 1_024;

/** The part of a posting that is of one document. */
interface Piece {
  /** The document's number among those of the scope. */
  readonly document: number;
  readonly part: number;
  readonly at: number;
}

/** Gathers units; one builder for all terms, since it needs as much room as the most frequent one. */
class UnitBuilder {
  private count = 0;
  private units = new Uint32Array(firstRoom);
  private frequencies = new Uint32Array(firstRoom);
  private lengths = new Uint32Array(firstRoom);

  add(unit: number, frequency: number, length: number): void {
    if (this.count === this.units.length) this.grow();
    this.units[this.count] = unit;
    this.frequencies[this.count] = frequency;
    this.lengths[this.count++] = length;
  }

  /** What was added since this was called last. */
  finish(): UnitPosting {
    const { count } = this;
    this.count = 0;
    return {
      units: this.units.slice(0, count),
      frequencies: this.frequencies.slice(0, count),
      lengths: this.lengths.slice(0, count),
    };
  }

  private grow(): void {
    const wanted = this.count + 1;
    this.units = withRoom(this.units, wanted);
    this.frequencies = withRoom(this.frequencies, wanted);
    this.lengths = withRoom(this.lengths, wanted);
  }
}

/** Turns what is stored of terms into postings over all units of a scope. */
export class PostingPlaces {
  private readonly numbers: ReadonlyMap<number, number>;
  private readonly firsts: { readonly sentences: Uint32Array; readonly passages: Uint32Array };
  private readonly builders = {
    sentences: new UnitBuilder(),
    passages: new UnitBuilder(),
    documents: new UnitBuilder(),
  };

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
    const { builders } = this;
    for (const { document, at } of this.listPieces(bytes)) {
      const reader = new PostingReader(bytes, at);
      const frequency = reader.next();
      const length = this.directory.documents[document]?.terms.documents ?? 0;
      if (frequency > 0) builders.documents.add(document, frequency, length);
      readUnits(reader, this.firsts.sentences[document] ?? 0, builders.sentences);
      readUnits(reader, this.firsts.passages[document] ?? 0, builders.passages);
    }
    return {
      sentences: builders.sentences.finish(),
      passages: builders.passages.finish(),
      documents: builders.documents.finish(),
    };
  }

  /** In the order of the documents, which they nearly always have. */
  private listPieces(bytes: Buffer): Piece[] {
    const pieces: Piece[] = [];
    let isInOrder = true;
    for (let at = 0; at < bytes.length;) {
      const document = this.numberOf(bytes.readInt32BE(at));
      const part = bytes.readInt16BE(at + 4);
      if (document !== null) {
        const before = pieces.at(-1);
        if (before && compare(before, { document, part }) > 0) isInOrder = false;
        pieces.push({ document, part, at: at + headBytes });
      }
      at += headBytes + bytes.readInt16BE(at + 6);
    }
    return isInOrder ? pieces : pieces.sort(compare);
  }
}

type Place = Pick<Piece, 'document' | 'part'>;

function compare(a: Place, b: Place): number {
  return a.document - b.document || a.part - b.part;
}

function readUnits(reader: PostingReader, first: number, builder: UnitBuilder): void {
  let unit = first;
  for (let left = reader.next(); left > 0; left--) {
    unit += reader.next();
    builder.add(unit, reader.next(), reader.next());
  }
}

/**
 * Where a term occurs in a document, as bytes: its frequency in the document, then the units of sentences and of passages that hold it, each as the
 * distance to the one before, its frequency and the unit's length; all numbers by seven bits a byte, the lowest first (LEB128). What would
 * be longer than an index takes is cut into parts that are read one after the other.
 */
import type { HoldingUnit, TermOccurrences } from '../../core/corpus/count-terms.js';

/** Longest part, in bytes: less than a third of a page, which is what an entry of an index may have. */
const maxPart = 2_000;
/** Longest a unit can be: three numbers of 32 bits. */
const maxUnit = 15;

export function encodePosting({ sentences, passages, documents }: TermOccurrences): Buffer[] {
  const frequency = documents[0]?.frequency ?? 0;
  const parts: Buffer[] = [];
  let rest = { sentences, passages };
  do {
    const [ownSentences, ownPassages] = [cut(rest.sentences, maxPart / 2), cut(rest.passages, maxPart / 2)];
    const bytes: number[] = [];
    write(bytes, parts.length === 0 ? frequency : 0);
    writeUnits(bytes, ownSentences);
    writeUnits(bytes, ownPassages);
    parts.push(Buffer.from(bytes));
    rest = { sentences: rest.sentences.slice(ownSentences.length), passages: rest.passages.slice(ownPassages.length) };
  } while (rest.sentences.length + rest.passages.length > 0);
  return parts;
}

function cut(units: readonly HoldingUnit[], bytes: number): readonly HoldingUnit[] {
  return units.slice(0, Math.floor(bytes / maxUnit));
}

function writeUnits(bytes: number[], units: readonly HoldingUnit[]): void {
  write(bytes, units.length);
  let before = 0;
  for (const { unit, frequency, length } of units) {
    write(bytes, unit - before);
    write(bytes, frequency);
    write(bytes, length);
    before = unit;
  }
}

function write(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
}

/** Reads the numbers of a posting one after the other. */
export class PostingReader {
  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  next(): number {
    const first = this.bytes[this.at++] ?? 0;
    if (first < 128) return first; // nearly always
    let value = first - 128;
    for (let factor = 128; ; factor *= 128) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  }
}

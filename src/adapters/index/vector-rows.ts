import { closeSync, openSync, readSync } from 'node:fs';
import { VerbatimError } from '../../core/errors.js';

/** Closes files whose rows nobody can ask for any more. */
const forgotten = new FinalizationRegistry((descriptor: number) => {
  closeSync(descriptor);
});

/**
 * Rows of floats in a file, each of a fixed number. They are read when they are asked for, since the system keeps the file at hand. It
 * stays open as long as they are in use: whoever clears its folder away does them no harm.
 */
class FileRows {
  private readonly descriptor: number;

  constructor(
    private readonly file: string,
    private readonly dimensions: number,
  ) {
    this.descriptor = openSync(file, 'r');
    forgotten.register(this, this.descriptor);
  }

  /** The rows from `row` on into `target`, as many as it has room for. Throws `index-damaged` where the file has lost them. */
  readInto(row: number, target: Float32Array): void {
    const { byteLength } = target;
    const start = row * this.dimensions * Float32Array.BYTES_PER_ELEMENT;
    for (let done = 0; done < byteLength;) {
      const count = readSync(this.descriptor, target, done, byteLength - done, start + done);
      if (count === 0) {
        throw new VerbatimError('index-damaged', {
          problem: '{subject} was cut off',
          subject: this.file,
          advice: 'start again',
        });
      }
      done += count;
    }
  }
}

/** Rows that lie one after the other in one file. */
interface Run {
  /** The number of its first row among all. */
  readonly first: number;
  readonly end: number;
  readonly file: FileRows;
  /** The number of its first row in the file. */
  readonly inFile: number;
}

/** Where the rows of a document lie. */
interface RowPlace {
  readonly file: string;
  /** The number of the first in that file. */
  readonly row: number;
  readonly count: number;
}

/** Rows that lie in several files, numbered through from 0. */
export class VectorRows {
  private readonly runs: Run[] = [];
  /** How many there are. */
  readonly count: number;

  constructor(
    places: Iterable<RowPlace>,
    private readonly dimensions: number,
  ) {
    const files = new Map<string, FileRows>();
    let next = 0;
    for (const { file: name, row, count } of places) {
      const file = files.get(name) ?? new FileRows(name, dimensions);
      files.set(name, file);
      const last = this.runs.at(-1);
      if (last?.file === file && last.inFile + last.end - last.first === row) {
        this.runs[this.runs.length - 1] = { ...last, end: next + count };
      } else if (count > 0) this.runs.push({ first: next, end: next + count, file, inFile: row });
      next += count;
    }
    this.count = next;
  }

  /** The rows from `first` up to `end`, one after the other. Throws `index-damaged` where a file has lost them. */
  read(first: number, end: number): Float32Array {
    const rows = new Float32Array((end - first) * this.dimensions);
    this.readInto(first, rows);
    return rows;
  }

  /** The rows from `row` on into `target`, as many as it has room for. Throws as `read` does. */
  readInto(row: number, target: Float32Array): void {
    const { dimensions } = this;
    const end = row + target.length / dimensions;
    let number = this.findRun(row);
    for (let at = row; at < end; number++) {
      const run = this.runs[number];
      if (!run) throw new RangeError(`rows ${row} to ${end} of ${this.count}`);
      const to = Math.min(end, run.end);
      const own = to - at === end - row ? target : target.subarray((at - row) * dimensions, (to - row) * dimensions);
      run.file.readInto(run.inFile + at - run.first, own);
      at = to;
    }
  }

  private findRun(row: number): number {
    let [low, high] = [0, this.runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.runs[middle]?.end ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

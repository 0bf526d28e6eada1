import { closeSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { VerbatimError } from '../../core/errors.js';

/** Rows of floats, each of a fixed number; those in a file are read when they are asked for, since the graph holds them a second time. */
export interface VectorRows {
  /** The rows from `first` up to `end`, one after the other; perhaps a view, so not to be written to. */
  read(first: number, end: number): Float32Array;
  /** The rows from `row` on into `target`, as many as it has room for. */
  readInto(row: number, target: Float32Array): void;
}

/** Rows that lie in memory one after the other. */
export class MemoryRows implements VectorRows {
  constructor(
    private readonly all: Float32Array,
    private readonly dimensions: number,
  ) {}

  static async load(file: string, dimensions: number): Promise<MemoryRows> {
    const bytes = await readFile(file);
    // Copied, since a slice of a pooled buffer need not lie on a multiple of four.
    const { buffer, byteOffset, byteLength } = bytes;
    return new MemoryRows(new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength)), dimensions);
  }

  read(first: number, end: number): Float32Array {
    return this.all.subarray(first * this.dimensions, end * this.dimensions);
  }

  readInto(row: number, target: Float32Array): void {
    target.set(this.all.subarray(row * this.dimensions, row * this.dimensions + target.length));
  }
}

/** Closes files whose rows nobody can ask for any more. */
const forgotten = new FinalizationRegistry((descriptor: number) => {
  closeSync(descriptor);
});

/** Rows in a file, which stays open as long as they are in use: whoever clears its folder away does them no harm. */
export class FileRows implements VectorRows {
  private readonly descriptor: number;

  constructor(
    private readonly file: string,
    private readonly dimensions: number,
  ) {
    this.descriptor = openSync(file, 'r');
    forgotten.register(this, this.descriptor);
  }

  /** Throws `index-damaged` where the file has lost them. */
  read(first: number, end: number): Float32Array {
    const rows = new Float32Array((end - first) * this.dimensions);
    this.fill(first, rows);
    return rows;
  }

  /** Throws as `read` does. */
  readInto(row: number, target: Float32Array): void {
    this.fill(row, target);
  }

  private fill(first: number, target: Float32Array): void {
    const { buffer, byteOffset, byteLength } = target;
    const start = first * this.dimensions * Float32Array.BYTES_PER_ELEMENT;
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    for (let done = 0; done < byteLength;) {
      const count = readSync(this.descriptor, bytes, done, byteLength - done, start + done);
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

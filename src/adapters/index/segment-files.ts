/**
 * Documents with the vectors of their sentences in two files that are written once: a line of JSON for each document, and the vectors
 * one after the other. An index is made of one or more such segments.
 */
import { createHash, type Hash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { IndexFolder } from './index-folder.js';

export const documentsFile = 'documents.jsonl';
export const vectorsFile = 'vectors.f32';

/** Length and SHA-256 (hexadecimal) of a file. */
export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

/** Where a document lies in its segment. */
export interface DocumentPlace {
  /** Where its line begins, and its length, in bytes. */
  readonly at: number;
  readonly bytes: number;
  /** The number of its first vector. */
  readonly row: number;
}

/** A file that is written from its beginning to its end, with its digest. */
class GrowingFile {
  private readonly hash: Hash = createHash('sha256');
  bytes = 0;

  constructor(private readonly handle: FileHandle) {}

  async append(content: Uint8Array): Promise<void> {
    this.hash.update(content);
    this.bytes += content.length;
    await this.handle.appendFile(content);
  }

  /** Waits until it is on the disk, and closes it. */
  async finish(): Promise<FileDigest> {
    await this.handle.sync();
    await this.handle.close();
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

/** Writes the segment of a build, document by document. */
export class SegmentWriter {
  private rows = 0;
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly target: Pick<IndexFolder, 'writing'>,
    private readonly documents: GrowingFile,
    private readonly vectors: GrowingFile,
  ) {}

  /** Begins the segment of a build, by the build's folder. All that is written rejects as `IndexFolder.writing` says. */
  static create(target: Pick<IndexFolder, 'writing'>, folder: string): Promise<SegmentWriter> {
    return target.writing(async () => {
      const documents = new GrowingFile(await open(path.join(folder, documentsFile), 'wx'));
      const vectors = new GrowingFile(await open(path.join(folder, vectorsFile), 'wx'));
      return new SegmentWriter(target, documents, vectors);
    });
  }

  /** Adds a document, by its line of JSON without a line feed, with the vectors of its sentences, `rows` of them. */
  add(line: Uint8Array, vectors: Float32Array, rows: number): Promise<DocumentPlace> {
    const added = this.turn.then(() => this.target.writing(() => this.append(line, vectors, rows)));
    this.turn = added.catch(() => undefined);
    return added;
  }

  private async append(line: Uint8Array, vectors: Float32Array, rows: number): Promise<DocumentPlace> {
    const place = { at: this.documents.bytes, bytes: line.length, row: this.rows };
    this.rows += rows;
    await this.documents.append(Buffer.concat([line, Buffer.from('\n')]));
    await this.vectors.append(new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength));
    return place;
  }

  /** Waits until both files are on the disk; gives their digests by their names. */
  async finish(): Promise<Record<string, FileDigest>> {
    await this.turn;
    return this.target.writing(async () => ({
      [documentsFile]: await this.documents.finish(),
      [vectorsFile]: await this.vectors.finish(),
    }));
  }

  /** Closes what will not be finished. */
  async abandon(): Promise<void> {
    await this.turn;
    await Promise.allSettled([this.documents.close(), this.vectors.close()]);
  }
}

/** Lines that lie near each other are read at once, up to so many bytes. */
const bytesPerRead = 1 << 20;

/** The lines at some places of a documents file, which are in rising order, one by one. */
export async function* readLines(
  file: string,
  places: readonly Pick<DocumentPlace, 'at' | 'bytes'>[],
): AsyncGenerator<Buffer> {
  const handle = await open(file, 'r');
  try {
    for (let first = 0; first < places.length;) {
      const start = places[first]?.at ?? 0;
      let end = start;
      let last = first;
      for (let place = places[last]; place && (last === first || place.at + place.bytes - start <= bytesPerRead);) {
        end = place.at + place.bytes;
        place = places[++last];
      }
      const bytes = Buffer.alloc(end - start);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
      if (bytesRead < bytes.length) throw new Error(`${documentsFile} was cut off`);
      for (const { at, bytes: length } of places.slice(first, last))
        yield bytes.subarray(at - start, at - start + length);
      first = last;
    }
  } finally {
    await handle.close();
  }
}

/** The only file that knows fflate: files inside an archive, within limits. Nothing is ever written to a disk. */
import { crc32 } from 'node:zlib';
import { strFromU8, unzipSync, type UnzipFileFilter } from 'fflate';
import { VerbatimError } from '../../core/errors.js';
import { decodeMarkup } from './decode-markup.js';

/** What all files of an archive may take when they are unpacked, and how much more than packed a large one may. */
const maxBytes = 200 * 1024 * 1024;
const maxRatio = 200;
const maxFiles = 20_000;
const damaged = 'it is no archive of its kind, or a damaged one';

export class Archive {
  private readonly sizes = new Map<string, number>();
  private sums: ReadonlyMap<string, number> | null = null;

  /** Throws `bad-input` for what is no archive, and for one that would be too large when it is unpacked. */
  constructor(private readonly bytes: Uint8Array) {
    let total = 0;
    this.unzip(({ name, size, originalSize }) => {
      total += originalSize;
      const isBomb = originalSize > 10 * 1024 * 1024 && originalSize > maxRatio * size;
      if (isBomb || total > maxBytes || this.sizes.size > maxFiles)
        throw new VerbatimError('bad-input', 'it unpacks to far more than a text has');
      this.sizes.set(name, originalSize);
      return false;
    });
  }

  get names(): readonly string[] {
    return [...this.sizes.keys()];
  }

  /** A file of the archive; null where there is none of this name. Throws `bad-input` where it is not what was packed. */
  read(name: string): Uint8Array | null {
    if (!this.sizes.has(name)) return null;
    const bytes = this.unzip((file) => file.name === name)[name] ?? null;
    this.sums ??= readSums(this.bytes);
    if (bytes && crc32(bytes) !== (this.sums.get(name) ?? crc32(bytes))) throw new VerbatimError('bad-input', damaged);
    return bytes;
  }

  /** A file of the archive as text; see `decodeMarkup`. */
  readText(name: string): string | null {
    const bytes = this.read(name);
    return bytes && decodeMarkup(bytes);
  }

  private unzip(filter: UnzipFileFilter): Record<string, Uint8Array> {
    try {
      return unzipSync(this.bytes, { filter });
    } catch (error) {
      if (error instanceof VerbatimError) throw error;
      throw new VerbatimError('bad-input', damaged, { cause: error });
    }
  }
}

/** The CRC-32 of each file, as the directory at the end of the archive says; none of one too large to have it there (ZIP64). */
function readSums(bytes: Uint8Array): Map<string, number> {
  const sums = new Map<string, number>();
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = end < 0 || end + 20 > view.length ? view.length : view.readUInt32LE(end + 16);
  while (at + 46 <= view.length && view.readUInt32LE(at) === 0x02014b50) {
    const length = view.readUInt16LE(at + 28);
    const isLatin = (view.readUInt16LE(at + 8) & 0x800) === 0;
    sums.set(strFromU8(view.subarray(at + 46, at + 46 + length), isLatin), view.readUInt32LE(at + 16));
    at += 46 + length + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return sums;
}

/** The only file that knows fflate: files inside an archive, within limits. Nothing is ever written to a disk. */
import { unzipSync, type UnzipFileFilter } from 'fflate';
import { VerbatimError } from '../../core/errors.js';
import { decodeMarkup } from './decode-markup.js';

/** What all files of an archive may take when they are unpacked, and how much more than packed a large one may. */
const maxBytes = 200 * 1024 * 1024;
const maxRatio = 200;
const maxFiles = 20_000;

export class Archive {
  private readonly sizes = new Map<string, number>();

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

  /** A file of the archive; null where there is none of this name. */
  read(name: string): Uint8Array | null {
    return this.sizes.has(name) ? (this.unzip((file) => file.name === name)[name] ?? null) : null;
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
      throw new VerbatimError('bad-input', 'it is no archive of its kind, or a damaged one', { cause: error });
    }
  }
}

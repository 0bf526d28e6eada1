import { DerivedStore } from '../../adapters/formats/derived-store.js';
import type { ReadOutcome } from '../../adapters/formats/reader-messages.js';
import { ReaderProcess } from '../../adapters/formats/reader-process.js';
import type { Format } from '../../core/formats/derived-document.js';

export interface SourceReadersOptions {
  /** Where what was read before is kept; null where everything is read anew. */
  readonly derivedDir: string | null;
  /** Whether what is read is kept there; not unless said. */
  readonly keeps?: boolean;
  /** Whether everything is read anew all the same. */
  readonly renews?: boolean;
  /** Whether a file that is not kept is refused with `UnreadFile`, since reading it takes a process of its own. */
  readonly onlyKept?: boolean;
}

/** Thrown for a file of another format that was not read before. */
export class UnreadFile extends Error {}

/** What has come of a file, and whether it was read just now. */
type Reading = ReadOutcome & { readonly isNew: boolean };

/** Reads files of other formats than text, each once: what was read before comes from where it is kept. */
export class SourceReaders {
  private readonly store: DerivedStore | null;
  private readonly process = new ReaderProcess();
  private readonly used = new Set<string>();

  constructor(private readonly options: SourceReadersOptions) {
    this.store = options.derivedDir === null ? null : new DerivedStore(options.derivedDir);
  }

  /** `digest` is the SHA-256 of the file's bytes. */
  async read(format: Format, bytes: Uint8Array, digest: string): Promise<Reading> {
    const key = DerivedStore.keyOf(format, digest);
    this.used.add(key);
    const kept = this.options.renews === true ? null : await this.store?.find(key);
    if (kept) return { ...kept, isNew: false };
    if (this.options.onlyKept === true) throw new UnreadFile();
    const outcome = await this.process.read(format, bytes);
    const isFinal = outcome.kind === 'read' || outcome.isLasting;
    // What cannot be kept is read again the next time.
    if (this.options.keeps === true && isFinal) await this.store?.keep(key, outcome).catch(() => undefined);
    return { ...outcome, isNew: true };
  }

  /** Forgets what was kept of files that were not read. */
  async forgetOthers(): Promise<void> {
    await this.store?.keepOnly(this.used);
  }

  close(): void {
    this.process.close();
  }
}

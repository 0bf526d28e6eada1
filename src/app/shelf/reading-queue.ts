import { rm } from 'node:fs/promises';
import { sha256 } from '../../adapters/index/index-folder.js';
import { writeDurably } from '../../adapters/durable-files.js';
import { FetchFailure } from '../../adapters/fetch/fetch-failure.js';
import { placeFile, temporaryName } from '../../adapters/store/place-file.js';
import type { FolderSources } from './folder-sources.js';
import type { SourceFetcher } from './obtain-source.js';
import type { PreviewFile } from './preview-process.js';
import { originalFile, type ShelfRecord } from './shelf-record.js';
import type { ShelfRecords } from './shelf-records.js';

interface QueueParts {
  readonly records: ShelfRecords;
  readonly fetcher: SourceFetcher;
  readonly files: FolderSources;
  readonly now: () => number;
  /** Why a source of this size may not be kept; null where it may. */
  readonly refuseSize: (record: ShelfRecord) => Promise<string | null>;
  readonly onChange: (record: ShelfRecord) => void;
  readonly onFailure: (error: unknown) => void;
  readonly preview: PreviewFile;
  readonly signal: AbortSignal;
}

/** Fetches and reads what was added, one source after the other. */
export class ReadingQueue {
  private readonly waiting = new Map<string, Promise<void>>();
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly parts: QueueParts) {}

  /** Resolves when the source was read, or was not to be read here. Never rejects. */
  takeUp(id: string): Promise<void> {
    const known = this.waiting.get(id);
    if (known) return known;
    const reading = this.last
      .then(() => this.readOne(id))
      .catch(this.parts.onFailure)
      .finally(() => this.waiting.delete(id));
    this.waiting.set(id, reading);
    this.last = reading;
    return reading;
  }

  /** Resolves when nothing is under way. */
  async whenIdle(): Promise<void> {
    await this.last;
  }

  private async readOne(id: string): Promise<void> {
    const { records, signal, now, onChange } = this.parts;
    if (signal.aborted) return;
    const claimed = await records.claim(id, (record) =>
      record.state === 'queued' || record.state === 'reading' ? { ...record, state: 'reading' } : null,
    );
    if (!claimed) return;
    onChange(claimed);
    const outcome = await this.read(claimed).catch((error: unknown): Partial<ShelfRecord> => {
      // What was stopped is done by the next process.
      if (!signal.aborted) this.parts.onFailure(error);
      if (signal.aborted) return { state: 'queued' };
      const detail = error instanceof Error ? error.message : String(error);
      return { state: 'failed', failure: { problem: 'unreadable', reason: `it could not be kept (${detail})` } };
    });
    const settled = await records.release(id, (record) =>
      record.state === 'reading' ? { ...record, ...outcome, ...takenBy(outcome), changedAtMs: now() } : record,
    );
    if (!settled) return;
    if (settled.state === 'failed') await rm(records.fileOf(id, originalFile), { force: true });
    onChange(settled);
  }

  private async read(claimed: ShelfRecord): Promise<Partial<ShelfRecord>> {
    const { records, files, signal, refuseSize } = this.parts;
    try {
      const record = claimed.digest === '' ? await this.obtain(claimed) : claimed;
      const refusal = await refuseSize(record);
      if (refusal !== null) throw new FetchFailure('too-large', refusal);
      const outcome = await this.parts.preview(records.fileOf(record.id, originalFile), record.name, signal);
      if (outcome.kind === 'refused') {
        return { state: 'failed', failure: { problem: 'unreadable', reason: outcome.reason } };
      }
      return { state: 'ready', reading: { ...outcome.preview, sameAs: await files.findSame(record) } };
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      return { state: 'failed', failure: { problem: error.problem, reason: error.reason } };
    }
  }

  /** Fetches what is only known by its address, and keeps it before anything is said of it. */
  private async obtain(record: ShelfRecord): Promise<ShelfRecord> {
    const { records, fetcher, signal } = this.parts;
    const { id, name, address, origin } = record;
    const isLink = origin.kind === 'link';
    const found = isLink
      ? await fetcher.fetchLink(address ?? '', signal)
      : await fetcher.fetchAttachment(address ?? '', name, signal);
    await keepFile(records.fileOf(id, originalFile), found.bytes);
    const known = {
      name: found.name,
      digest: sha256(found.bytes),
      bytes: found.bytes.length,
      // Where somebody has put a file for us is no address that others could follow.
      ...(isLink ? { fetched: found.fetched, refresh: found.refresh } : { address: null }),
    };
    const outcome = await records.update(id, (one) => (one.owner === records.owners.own ? { ...one, ...known } : null));
    return { ...(outcome?.record ?? record), ...known };
  }
}

/** What failed is not read again: it takes none of its server's room. */
function takenBy({ state }: Partial<ShelfRecord>): Pick<ShelfRecord, 'bytes'> | null {
  return state === 'failed' ? { bytes: 0 } : null;
}

/** Writes a file of a record, whole or not at all. */
export async function keepFile(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryName(file);
  await writeDurably(temporary, bytes);
  await placeFile(temporary, file, { overwrite: true });
}

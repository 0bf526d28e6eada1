import { rm } from 'node:fs/promises';
import { sha256 } from '../../adapters/index/index-folder.js';
import { writeDurably } from '../../adapters/durable-files.js';
import { FetchFailure } from '../../adapters/fetch/fetch-failure.js';
import { writeInPlace } from '../../adapters/store/place-file.js';
import { FairTurns } from './fair-turns.js';
import type { FolderSources } from './folder-sources.js';
import type { SourceFetcher } from './obtain-source.js';
import type { PreviewFile } from './preview-process.js';
import type { RefuseReading } from './server-limits.js';
import { originalFile, type ShelfRecord } from './shelf-record.js';
import type { ShelfRecords } from './shelf-records.js';

interface QueueParts {
  readonly records: ShelfRecords;
  readonly fetcher: SourceFetcher;
  readonly files: FolderSources;
  readonly now: () => number;
  /** Why a source of this size may not be kept; null where it may. */
  readonly refuseSize: (record: ShelfRecord) => Promise<string | null>;
  /** Why what was read of a source may not be kept; null where it may. */
  readonly refuseReading: RefuseReading;
  readonly onChange: (record: ShelfRecord) => void;
  readonly onFailure: (error: unknown) => void;
  readonly preview: PreviewFile;
  readonly signal: AbortSignal;
}

/** So many are fetched at a time; they are read one after the other, which takes all of a core. */
const fetchedAtOnce = 4;

/** Fetches and reads what was added. */
export class ReadingQueue {
  private readonly waiting = new Map<string, Promise<void>>();
  private readonly fetching = new FairTurns(fetchedAtOnce);
  private readonly reading = new FairTurns(1);

  constructor(private readonly parts: QueueParts) {}

  /** Resolves when the source was read, or was not to be read here. Never rejects. */
  takeUp(id: string): Promise<void> {
    const known = this.waiting.get(id);
    if (known) return known;
    const reading = this.readOne(id)
      .catch(this.parts.onFailure)
      .finally(() => this.waiting.delete(id));
    this.waiting.set(id, reading);
    return reading;
  }

  /** Resolves when nothing is under way. */
  async whenIdle(): Promise<void> {
    await Promise.all(this.waiting.values());
  }

  private async readOne(id: string): Promise<void> {
    const { records, now, onChange } = this.parts;
    const seen = await records.read(id);
    if (!seen) return;
    const turn = { serverId: seen.serverId, host: seen.digest === '' ? hostToAsk(seen) : null };
    const begun = await (seen.digest === '' ? this.fetching : this.reading).run(turn, async () => {
      const claimed = await this.begin(id);
      if (!claimed) return null;
      const work = claimed.digest === '' ? () => this.obtain(claimed) : () => this.read(claimed);
      return { claimed, outcome: await this.attempt(work) };
    });
    if (!begun) return;
    const got = { ...begun.claimed, ...begun.outcome };
    const outcome =
      got.state === 'reading' ? await this.reading.run(turn, () => this.attempt(() => this.read(got))) : begun.outcome;
    const settled = await records.release(id, (record) =>
      record.state === 'reading' ? { ...record, ...outcome, ...takenBy(outcome), changedAtMs: now() } : record,
    );
    if (!settled) return;
    if (settled.state === 'failed') await rm(records.fileOf(id, originalFile), { force: true });
    onChange(settled);
  }

  private async begin(id: string): Promise<ShelfRecord | null> {
    const { records, signal, onChange } = this.parts;
    if (signal.aborted) return null;
    const claimed = await records.claim(id, (record) =>
      record.state === 'queued' || record.state === 'reading' ? { ...record, state: 'reading' } : null,
    );
    if (claimed) onChange(claimed);
    return claimed;
  }

  /** What work changes in a record, also where it fails. */
  private async attempt(work: () => Promise<Partial<ShelfRecord>>): Promise<Partial<ShelfRecord>> {
    const { signal } = this.parts;
    try {
      if (!signal.aborted) return await work();
    } catch (error) {
      if (!signal.aborted) return { state: 'failed', failure: this.explain(error) };
    }
    return { state: 'queued' }; // what was stopped is done by the next process
  }

  private explain(error: unknown): NonNullable<ShelfRecord['failure']> {
    if (error instanceof FetchFailure) return { problem: error.problem, reason: error.reason };
    this.parts.onFailure(error);
    const detail = error instanceof Error ? error.message : String(error);
    return { problem: 'unreadable', reason: `it could not be kept (${detail})` };
  }

  private async read(record: ShelfRecord): Promise<Partial<ShelfRecord>> {
    const { records, files, signal, refuseSize, refuseReading } = this.parts;
    const refusal = await refuseSize(record);
    if (refusal !== null) throw new FetchFailure('too-large', refusal);
    const outcome = await this.parts.preview(records.fileOf(record.id, originalFile), record.name, signal);
    if (outcome.kind === 'refused') {
      return { state: 'failed', failure: { problem: 'unreadable', reason: outcome.reason } };
    }
    const tooLong = refuseReading(record, outcome.preview);
    if (tooLong !== null) throw new FetchFailure('too-large', tooLong);
    return { state: 'ready', reading: { ...outcome.preview, sameAs: await files.findSame(record) } };
  }

  /** Fetches what is only known by its address, and keeps it before anything is said of it. */
  private async obtain(record: ShelfRecord): Promise<Partial<ShelfRecord>> {
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
    await records.update(id, (one) => (one.owner === records.owners.own ? { ...one, ...known } : null));
    return known;
  }
}

/** A host is asked for one link at a time: who waits for it would else use up the time of a fetch. */
function hostToAsk({ origin, address }: ShelfRecord): string | null {
  return origin.kind === 'link' && address !== null ? new URL(address).hostname : null;
}

/** What failed is not read again: it takes none of its server's room. */
function takenBy({ state }: Partial<ShelfRecord>): Pick<ShelfRecord, 'bytes'> | null {
  return state === 'failed' ? { bytes: 0 } : null;
}

/** Writes a file of a record, whole or not at all. */
export async function keepFile(file: string, bytes: Uint8Array): Promise<void> {
  await writeInPlace(file, (temporary) => writeDurably(temporary, bytes), { overwrite: true });
}

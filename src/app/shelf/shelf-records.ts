import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RecordFolder } from '../../adapters/shelf/record-folder.js';
import { WorkOwners } from '../../adapters/shelf/work-owners.js';
import { VerbatimError } from '../../core/errors.js';
import { isShelfRecord, type ShelfRecord } from './shelf-record.js';

const waitMs = 100;
const maxWaits = 300;

/** The records of a shelf, each of which one process at most is at work on. */
export class ShelfRecords extends RecordFolder<ShelfRecord> {
  readonly owners: WorkOwners;
  private readonly turns: RecordFolder<{ readonly owner: string | null }>;
  /** The turns that this process has. */
  private readonly held = new Set<string>();

  constructor(dataDir: string) {
    super(path.join(dataDir, 'library'), isShelfRecord);
    this.owners = new WorkOwners(path.join(this.root, '.alive'));
    this.turns = new RecordFolder(path.join(this.root, '.turns'));
  }

  async all(): Promise<ShelfRecord[]> {
    const records = await Promise.all((await this.ids()).map((id) => this.read(id)));
    return records.filter((record) => record !== null);
  }

  override async update(
    id: string,
    change: (record: ShelfRecord) => ShelfRecord | null,
  ): Promise<{ record: ShelfRecord; isChanged: boolean } | null> {
    return super.update(id, change).catch((error: unknown) => {
      throw error instanceof Error && 'code' in error ? toStoreError(error, this.root) : error;
    });
  }

  override async clearRemains(): Promise<void> {
    await super.clearRemains();
    await this.turns.clearRemains();
  }

  /** Changes a record that nobody is at work on, and is at work on it then; null where `change` does not want it or somebody is. */
  async claim(id: string, change: (record: ShelfRecord) => ShelfRecord | null): Promise<ShelfRecord | null> {
    const seen = await this.read(id);
    if (!seen || change(seen) === null || (await this.isTaken(seen))) return null;
    const { own } = this.owners;
    await this.owners.open().catch((error: unknown) => {
      throw toStoreError(error, this.root);
    });
    const outcome = await this.update(id, (record) => {
      const next = record.owner === seen.owner ? change(record) : null;
      return next && { ...next, owner: own };
    });
    return outcome?.isChanged === true ? outcome.record : null;
  }

  /** As `claim`, but waits for whoever is at work on it, which takes no longer than a file takes to be moved. */
  async claimSoon(id: string, change: (record: ShelfRecord) => ShelfRecord | null): Promise<ShelfRecord | null> {
    for (let waits = 0; ; waits++) {
      const claimed = await this.claim(id, change);
      if (claimed) return claimed;
      const seen = await this.read(id);
      if (!seen || change(seen) === null || waits >= maxWaits) return null;
      await sleep(waitMs);
    }
  }

  /** Ends our own work on a record; where that has been taken from us meanwhile, as by who threw it away, it stays as it is. */
  async release(id: string, change: (record: ShelfRecord) => ShelfRecord): Promise<ShelfRecord | null> {
    const outcome = await this.update(id, (record) =>
      record.owner === this.owners.own ? { ...change(record), owner: null } : null,
    );
    return outcome?.record ?? null;
  }

  /** Does some work unless a process that lives is at it already. */
  async alone(name: string, work: () => Promise<void>): Promise<void> {
    if (await this.takeTurn(name)) await work().finally(() => this.endTurn(name));
  }

  /** Does some work once nobody else is at it. Throws `library-write` where somebody is for a minute. */
  async inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    for (let waits = 0; waits < 2 * maxWaits; waits++) {
      if (await this.takeTurn(name)) return work().finally(() => this.endTurn(name));
      await sleep(waitMs);
    }
    const problem = 'Another process of Verbatim has been moving files for a minute';
    throw new VerbatimError('library-write', { problem, advice: 'Try it again later' });
  }

  private async takeTurn(name: string): Promise<boolean> {
    if (this.held.has(name)) return false;
    this.held.add(name);
    const isOurs = await this.claimTurn(name).catch((error: unknown) => {
      this.held.delete(name);
      throw toStoreError(error, this.root);
    });
    if (!isOurs) this.held.delete(name);
    return isOurs;
  }

  private async claimTurn(name: string): Promise<boolean> {
    const { own } = this.owners;
    await this.owners.open();
    const failure: unknown = (await this.turns.read(name))
      ? null
      : await this.turns.create(name, { owner: null }).catch((error: unknown) => error);
    const seen = await this.turns.read(name);
    if (!seen) throw failure;
    if (seen.owner !== null && seen.owner !== own && (await this.owners.isAlive(seen.owner))) return false;
    const taken = await this.turns.update(name, (turn) => (turn.owner === seen.owner ? { owner: own } : null));
    return taken?.isChanged === true;
  }

  private async endTurn(name: string): Promise<void> {
    const { own } = this.owners;
    // What cannot be written is no harm: a turn of our own that we do not have is taken again.
    await this.turns.update(name, (turn) => (turn.owner === own ? { owner: null } : null)).catch(() => undefined);
    this.held.delete(name);
  }

  /** Whether a process that lives is at work on it; what waits in our own queue is nobody's yet. */
  private async isTaken({ owner, state }: ShelfRecord): Promise<boolean> {
    if (owner === null || (owner === this.owners.own && state === 'queued')) return false;
    return this.owners.isAlive(owner);
  }
}

/** What the system says of a folder of records that cannot be written, as one line. */
export function toStoreError(error: unknown, folder: string): VerbatimError {
  return toWriteError(error, folder, () => 'Free some space or set DATA_DIR to a folder that may be written');
}

/** What the system says of any folder that cannot be written, as one line, with the advice for its code. */
export function toWriteError(error: unknown, folder: string, advise: (code: string) => string): VerbatimError {
  if (error instanceof VerbatimError) return error;
  const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new VerbatimError(
    'library-write',
    { problem: 'The folder "{subject}" cannot be written ({detail})', subject: folder, detail, advice: advise(detail) },
    { cause: error },
  );
}

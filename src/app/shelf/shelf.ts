import { setTimeout as sleep } from 'node:timers/promises';
import { VerbatimError } from '../../core/errors.js';
import { entriesOf, forgetNames, type TrailScope } from './audit-trail.js';
import { refuseTooMany } from './server-limits.js';
import { toStoreError } from './shelf-records.js';
import { mayChange, maySee, originalFile, showRecord, withTrail, type ShelfRecord } from './shelf-record.js';
import { operator, wireShelf, type ShelfOptions, type ShelfParts } from './shelf-parts.js';
import type { Actor, AddRequest, RefreshOutcome, ShelvedSource, TrailEntry } from './shelved-source.js';
import { takeIn } from './take-in.js';

const weekMs = 7 * 86_400_000;
/** How often what is due is looked for. */
const upkeepEveryMs = 600_000;
/** How often a source is looked at that another process reads. */
const pollMs = 250;

/**
 * Sources on their way into the corpus folder, in use, and out of it again. Several processes may work on one shelf. What a method has
 * resolved with is durable; a process that is killed leaves nothing half done that the next one does not finish.
 *
 * Methods on one source give the source as it is then, whether or not it was as expected: what was done twice is done once, and
 * `state` tells what has come of it. Null for an id that is unknown, forgotten, or another server's. They throw `VerbatimError` with
 * one line where the disk does not let them (`library-write`) or a limit forbids it (`bad-input`).
 */
export class Shelf {
  private readonly parts: ShelfParts;
  private readonly stop = new AbortController();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(options: ShelfOptions) {
    this.parts = wireShelf(options, this.stop.signal);
  }

  /** Goes on with what was left undone, deletes what is due, and refreshes links while the process runs; returns at once. */
  start(): void {
    const look = (): void => {
      this.running ??= this.lookAfter()
        .catch(this.parts.onFailure)
        .finally(() => {
          this.running = null;
        });
    };
    this.timer = setInterval(look, upkeepEveryMs).unref();
    look();
  }

  /** Takes up nothing more; resolves when nothing is under way. What is queued stays so for the next process. */
  async close(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.stop.abort();
    await this.running;
    await this.parts.queue.whenIdle();
    await this.parts.records.owners.close();
  }

  /**
   * Takes a source in, to be fetched and read in the background. Resolves with its id once that cannot be lost. Throws
   * `bad-input`, one line: a wrong address, a name of a collection that is none, too large, or more than the server may have.
   */
  async add(request: AddRequest, actor: Actor): Promise<string> {
    const collection = await this.parts.files.nameCollection(request.collection);
    const options = { network: this.parts.network, fileBytes: this.parts.limits.fileBytes, nowMs: this.parts.now() };
    const { record, bytes } = takeIn({ ...request, collection }, actor, options);
    await refuseTooMany(this.parts.records, record, this.parts.limits);
    const { records } = this.parts;
    try {
      await records.owners.open();
      await records.create(record.id, { ...record, owner: records.owners.own }, bytes ? { [originalFile]: bytes } : {});
    } catch (error) {
      throw toStoreError(error, records.root);
    }
    void this.parts.queue.takeUp(record.id);
    return record.id;
  }

  async get(id: string, actor: Actor): Promise<ShelvedSource | null> {
    const record = await this.parts.records.read(id);
    if (record) return maySee(record, actor) ? this.show(record, actor) : null;
    const file = await this.parts.files.find(id);
    return file && maySee({ serverId: null, state: 'in-use' }, actor) ? file : null;
  }

  /**
   * Sources, the latest first; those that were discarded are left out. The operator is shown all; a member those of the server and
   * those in use that were added by no server, which may belong to the collections of others: `collections` keeps them out.
   */
  async list(
    actor: Actor,
    { collections = () => true }: { readonly collections?: (name: string) => boolean } = {},
  ): Promise<ShelvedSource[]> {
    const records = await this.parts.records.all();
    const shown = records.filter(
      (record) => record.state !== 'discarded' && maySee(record, actor) && collections(record.collection),
    );
    const [sources, files] = await Promise.all([
      Promise.all(shown.map((record) => this.show(record, actor))),
      this.parts.files.list(records),
    ]);
    return [...sources, ...files.filter(({ collection }) => collections(collection))].sort(
      (a, b) => b.addedAtMs - a.addedAtMs,
    );
  }

  /** The source once it is neither queued nor being read, whichever process reads it. Null also when the shelf is closed before. */
  async whenRead(id: string, actor: Actor): Promise<ShelvedSource | null> {
    for (let looks = 0; ; looks++) {
      if (looks > 1) await sleep(pollMs);
      const record = await this.parts.records.read(id);
      if (!record || !maySee(record, actor)) return null;
      if (record.state !== 'queued' && record.state !== 'reading') return this.show(record, actor);
      if (this.stop.signal.aborted) return null;
      await this.parts.queue.takeUp(id); // done at once where another process reads it
    }
  }

  /** Puts a source that is ready in use: its file is in the corpus folder then, and the index follows as for any file. */
  async use(id: string, actor: Actor): Promise<ShelvedSource | null> {
    const seen = await this.readChangeable(id, actor);
    if (seen?.state !== 'ready') return seen && this.show(seen, actor);
    return this.parts.upkeep.inTurn(async () => {
      const now = await this.parts.records.read(id);
      if (now?.state === 'ready') {
        await this.refuseSame(now);
        const target = await this.parts.mover.choosePath(now);
        const claimed = await this.parts.records.claimSoon(id, (record) =>
          record.state === 'ready'
            ? withTrail(
                { ...record, state: 'in-use', path: target, moving: 'in', untilMs: 0 },
                'use',
                actor,
                this.parts.now(),
              )
            : null,
        );
        if (claimed) await this.parts.upkeep.move(claimed);
      }
      return this.get(id, actor);
    });
  }

  /** Throws away a source that is not in use. */
  async discard(id: string, actor: Actor): Promise<ShelvedSource | null> {
    if (!(await this.readChangeable(id, actor))) return null;
    // Also while it is read: who reads it finds that out at the end.
    const outcome = await this.parts.records.update(id, (record) =>
      record.state === 'in-use' || record.state === 'discarded' || record.moving !== null
        ? null
        : withTrail({ ...record, state: 'discarded', owner: null }, 'discard', actor, this.parts.now()),
    );
    if (outcome?.isChanged === true) await this.parts.upkeep.clearFiles(id);
    return this.get(id, actor);
  }

  /**
   * Takes a source out of the corpus folder; the original is kept for a week. A member may remove only what was added from the member's
   * server; the operator also files that were put there by hand, which have another id from then on.
   */
  async remove(id: string, actor: Actor): Promise<ShelvedSource | null> {
    return this.parts.upkeep.inTurn(async () => {
      const own = (await this.parts.records.read(id)) ? id : await this.parts.files.adopt(id, actor);
      if (own === null || !(await this.readChangeable(own, actor))) return null;
      const untilMs = this.parts.now() + weekMs;
      const claimed = await this.parts.records.claimSoon(own, (record) =>
        record.state === 'in-use' && record.moving === null
          ? withTrail({ ...record, state: 'removed', moving: 'out', untilMs }, 'remove', actor, this.parts.now())
          : null,
      );
      if (claimed) await this.parts.upkeep.move(claimed);
      return this.get(own, actor);
    });
  }

  /** Puts a removed source back where it was, within the week, unless the same file is in use there by now (`bad-input`). */
  async undo(id: string, actor: Actor): Promise<ShelvedSource | null> {
    if (!(await this.readChangeable(id, actor))) return null;
    return this.parts.upkeep.inTurn(async () => {
      const isRemoved = (record: ShelfRecord): boolean =>
        record.state === 'removed' && record.moving === null && record.untilMs > this.parts.now();
      const now = await this.parts.records.read(id);
      if (now && isRemoved(now)) await this.refuseSame(now);
      const claimed = await this.parts.records.claimSoon(id, (record) =>
        isRemoved(record)
          ? withTrail({ ...record, state: 'in-use', moving: 'in' }, 'undo', actor, this.parts.now())
          : null,
      );
      if (claimed) await this.parts.upkeep.move(claimed);
      return this.get(id, actor);
    });
  }

  /** Looks at a link in use again, by a person's wish: also before it is due, but not within ten minutes of the last time. */
  async refresh(id: string, actor: Actor): Promise<{ source: ShelvedSource; outcome: RefreshOutcome } | null> {
    const outcome = (await this.readChangeable(id, actor)) ? await this.parts.refresher.refresh(id, true) : 'no-link';
    const source = await this.get(id, actor);
    return source && { source, outcome };
  }

  /** Looks at all links that are due, as far as no other process is at it; the schedule of `start` does so by itself. */
  async refreshDue(): Promise<void> {
    await this.parts.records.alone('refresh', async () => {
      for (const id of await this.parts.refresher.listDue()) {
        if (!this.stop.signal.aborted) await this.parts.refresher.refresh(id, false);
      }
    });
  }

  /** Goes on with what killed processes have left undone and deletes what is due, but reads nothing; part of `start`. */
  async tidy(): Promise<string[]> {
    return this.parts.upkeep.tidy();
  }

  /** All that was done by a person, the latest first, for those who ask what is kept about them. */
  async trailOf(person: string): Promise<{ readonly source: ShelvedSource; readonly entry: TrailEntry }[]> {
    const found = entriesOf(await this.parts.records.all(), person);
    return Promise.all(found.map(async ({ record, entry }) => ({ source: await this.show(record, operator), entry })));
  }

  /** Forgets names in trails: of one person, or of all that was done before a time. Gives how many entries there were. */
  async forget(scope: TrailScope): Promise<number> {
    return forgetNames(this.parts.records, scope);
  }

  private async lookAfter(): Promise<void> {
    for (const id of await this.tidy()) void this.parts.queue.takeUp(id);
    // Of several processes on one shelf some may only read the texts.
    if (await this.parts.mover.isWritable()) await this.refreshDue();
  }

  private async refuseSame(record: ShelfRecord): Promise<void> {
    const same = await this.parts.files.findSame(record);
    if (same === null) return;
    const problem = '{subject}: the same file is in use already: {detail}';
    throw new VerbatimError('bad-input', { problem, subject: record.name, detail: same });
  }

  private show(record: ShelfRecord, actor: Actor): Promise<ShelvedSource> {
    return showRecord(record, this.parts.corpusDir, actor);
  }

  /** A record that somebody may do something with; null for any other. */
  private async readChangeable(id: string, actor: Actor): Promise<ShelfRecord | null> {
    const record = await this.parts.records.read(id);
    return record && mayChange(record, actor) ? record : null;
  }
}

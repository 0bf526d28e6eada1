import { rm } from 'node:fs/promises';
import type { FileMover } from './move-files.js';
import { incomingFile, originalFile, type ShelfRecord } from './shelf-record.js';
import type { ShelfRecords } from './shelf-records.js';

const dayMs = 86_400_000;
/** What is never put in use is thrown away after this long. */
const keptUnusedMs = 7 * dayMs;
/** Of what was thrown away it is known for so long who has done what. */
const keptTrailMs = 90 * dayMs;

interface UpkeepParts {
  readonly records: ShelfRecords;
  readonly mover: FileMover;
  readonly now: () => number;
  readonly onChange: (record: ShelfRecord) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Goes on with what killed processes have left undone, and throws away what is due. */
export class ShelfUpkeep {
  constructor(private readonly parts: UpkeepParts) {}

  /** Gives the ids of sources that are still to be read. */
  async tidy(): Promise<string[]> {
    const { records, mover, onFailure } = this.parts;
    const unread: string[] = [];
    await records.clearRemains();
    await records.owners.clearDead();
    const all = await records.all();
    await mover.clearRemains(all);
    for (const record of all) {
      try {
        await this.tidyOne(record);
      } catch (error) {
        onFailure(error);
      }
      if (record.state === 'queued' || record.state === 'reading') unread.push(record.id);
    }
    return unread;
  }

  /** Decides about files of the corpus folder while nobody else does. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.parts.records.inTurn('move', work);
  }

  /** Carries out the move of a record that is claimed; where the disk does not let us, it is as it was before, and that is thrown. */
  async move(claimed: ShelfRecord): Promise<ShelfRecord | null> {
    const { records, mover, onChange } = this.parts;
    const { id } = claimed;
    try {
      const { path, moving, state } = await mover.carryOut(claimed);
      const settled = await records.release(id, (record) => ({ ...record, path, moving, state }));
      if (settled) onChange(settled);
      return settled;
    } catch (error) {
      await records.release(id, undoMove);
      throw error;
    }
  }

  private async tidyOne(record: ShelfRecord): Promise<void> {
    const { records, mover, now } = this.parts;
    const { id, state, moving, untilMs, changedAtMs } = record;
    if (moving !== null) {
      if (!(await mover.isWritable())) return; // a process that may write there goes on with it
      await this.inTurn(async () => {
        const claimed = await records.claim(id, (one) => (one.moving === null ? null : one));
        if (claimed) await this.move(claimed);
      });
    } else if (state === 'removed' && untilMs <= now()) await this.throwAway(id, (one) => one.untilMs <= now());
    else if ((state === 'ready' || state === 'failed') && changedAtMs + keptUnusedMs <= now())
      await this.throwAway(id, (one) => one.state === state);
    else if (state === 'discarded') {
      await this.clearFiles(id);
      if (changedAtMs + keptTrailMs <= now()) await records.drop(id);
    }
  }

  private async throwAway(id: string, isDue: (record: ShelfRecord) => boolean): Promise<void> {
    const { records, now, onChange } = this.parts;
    const claimed = await records.claim(id, (one) =>
      isDue(one) && one.moving === null ? { ...one, state: 'discarded', changedAtMs: now() } : null,
    );
    if (!claimed) return;
    await this.clearFiles(id);
    const settled = await records.release(id, (one) => one);
    if (settled) onChange(settled);
  }

  /** Deletes the bytes of what was thrown away. */
  async clearFiles(id: string): Promise<void> {
    for (const name of [originalFile, incomingFile]) await rm(this.parts.records.fileOf(id, name), { force: true });
  }
}

/** A record before a move that could not be made; a replaced file is tried again. */
function undoMove(record: ShelfRecord): ShelfRecord {
  const trail = record.trail.slice(0, -1);
  if (record.moving === 'out') return { ...record, moving: null, state: 'in-use', trail };
  if (record.moving !== 'in') return record;
  // Within the week it can be undone again.
  const isRemoved = record.untilMs > 0;
  return {
    ...record,
    moving: null,
    state: isRemoved ? 'removed' : 'ready',
    path: isRemoved ? record.path : null,
    trail,
  };
}

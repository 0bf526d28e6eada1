import type { ShelfRecord } from './shelf-record.js';
import type { ShelfRecords } from './shelf-records.js';
import type { TrailEntry } from './shelved-source.js';

/** Whose entries are meant: one person's, or all that are older. */
export type TrailScope = { readonly person: string } | { readonly beforeMs: number };

/** All entries of a person, the latest first, each with its source. */
export function entriesOf(
  records: readonly ShelfRecord[],
  person: string,
): { readonly record: ShelfRecord; readonly entry: TrailEntry }[] {
  return records
    .flatMap((record) => record.trail.filter((entry) => isMeant(entry, { person })).map((entry) => ({ record, entry })))
    .sort((a, b) => b.entry.atMs - a.entry.atMs);
}

/** Forgets who has done what in the entries that are meant; what was done stays. Gives how many there were. */
export async function forgetNames(records: ShelfRecords, scope: TrailScope): Promise<number> {
  let count = 0;
  for (const id of await records.ids()) {
    let own = 0;
    await records.update(id, (record) => {
      own = record.trail.filter((entry) => isMeant(entry, scope)).length;
      if (own === 0) return null;
      return {
        ...record,
        trail: record.trail.map((entry) => (isMeant(entry, scope) ? { ...entry, by: null } : entry)),
      };
    });
    count += own;
  }
  return count;
}

function isMeant({ by, atMs }: TrailEntry, scope: TrailScope): boolean {
  return by !== null && ('person' in scope ? by.person === scope.person : atMs < scope.beforeMs);
}

import { createHash } from 'node:crypto';
import { VerbatimError } from '../../core/errors.js';
import { checkStore } from './check-store.js';
import type { DatabaseAddress } from './database-address.js';
import type { Database } from './database.js';
import { createUnfinishedError, moveMark, readFact, readSalt } from './facts.js';
import { migrate } from './migrations.js';
import { countEqualRows, moveRows } from './move-rows.js';
import { openDatabase } from './open-database.js';

/**
 * Copies a store to another place and proves by reading every row of both that they are equal; the first is left as it is. Until then the new
 * one has a mark that keeps it from being opened, and by which the move is taken up again after an end of any kind. Resolves with the
 * number of rows of each table. Throws `bad-input` for a target that holds rows of its own, `store-failed`, `store-newer`.
 */
export async function moveStore(from: DatabaseAddress, to: DatabaseAddress): Promise<ReadonlyMap<string, number>> {
  const source = await openDatabase(from);
  try {
    await migrate(source);
    if ((await readFact(source, moveMark)) !== null) throw createUnfinishedError();
    const target = await openDatabase(to);
    try {
      await migrate(target);
      const salt = await readSalt(source);
      const origin = createHash('sha256').update(salt).digest('hex');
      if ((await readFact(target, moveMark)) !== origin) {
        const own = await listFilled(target);
        const equal = own.length > 0 ? await countEqualRows(source, target) : null;
        if (equal) return equal; // it was moved before
        if (own.length > 0) throw createFilledError(own);
        await setMark(target, origin);
      }
      const counts = await moveRows(source, target);
      await target.write({ sql: 'DELETE FROM facts WHERE name = ?', args: [moveMark] });
      return counts;
    } finally {
      target.close();
    }
  } finally {
    source.close();
  }
}

/** The tables that hold rows, each with their number. */
async function listFilled(target: Database): Promise<string[]> {
  const filled = Object.entries((await checkStore(target)).rows).filter(([, count]) => count > 0);
  return filled.flatMap(([table, count]) => (['facts', 'migrations'].includes(table) ? [] : [`${table}: ${count}`]));
}

function createFilledError(own: readonly string[]): VerbatimError {
  return new VerbatimError('bad-input', {
    problem: `The store to move to holds rows already (${own.join(', ')})`,
    advice: 'Name an empty one',
  });
}

async function setMark(target: Database, origin: string): Promise<void> {
  await target.write({
    sql: 'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    args: [moveMark, origin],
  });
}

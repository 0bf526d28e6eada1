import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseAddress } from '../../adapters/store/database-address.js';
import { moveStore as moveDatabase } from '../../adapters/store/move-store.js';
import { VerbatimError } from '../../core/errors.js';
import type { StoreSettings } from '../settings.js';
import { findUrlFault } from '../database-url.js';
import { describeProcess, findLiving } from '../processes/find-living.js';
import { addressOf } from './open-store.js';

/**
 * Moves the store of the settings to `place`: the address of a server, or `file:` with the path of a file. Resolves with the number of rows
 * of each table. Throws `bad-input`, `store-failed` or `store-newer`.
 */
export async function moveStore(settings: StoreSettings, place: string): Promise<ReadonlyMap<string, number>> {
  const [from, to] = [addressOf(settings), readPlace(settings, place)];
  if (from.kind === 'file' && !existsSync(from.file)) {
    throw new VerbatimError('store-failed', {
      problem: 'There is no store to move yet in "{subject}" (DATA_DIR)',
      subject: settings.dataDir,
      advice: 'set DATABASE_URL, and the bot makes it there when it starts',
    });
  }
  if (JSON.stringify(from) === JSON.stringify(to)) {
    throw new VerbatimError('bad-input', { problem: 'The store is there already', advice: 'Name another place' });
  }
  await requireIdle(from, 'The store to move');
  await requireIdle(to, 'The store to move to');
  return moveDatabase(from, { ...to, option: '--to' });
}

/** What processes of a bot write meanwhile would stay behind, or stand in the way. */
async function requireIdle(address: DatabaseAddress, name: string): Promise<void> {
  if (address.kind !== 'postgres') return;
  const { openProcesses } = await import('../../adapters/store/sql-store.js');
  const store = await openProcesses(address).catch(() => null); // what is wrong with it is told of the move
  if (!store) return;
  const nobody: Awaited<ReturnType<typeof findLiving>> = { living: [], leases: [] };
  const { living, leases } = await findLiving(store).catch(() => nobody); // it has no tables yet, or earlier ones
  store.close();
  if (living.length === 0) return;
  throw new VerbatimError('bad-input', {
    problem: `${name} is in use: the bot runs on {subject}`,
    subject: living.map((each) => describeProcess(each, leases)).join('; '),
    advice: 'Stop it and the page, then run this again',
  });
}

function readPlace(settings: StoreSettings, place: string): DatabaseAddress {
  if (place.startsWith('file:')) {
    const isUrl = place.startsWith('file://');
    return { kind: 'file', file: isUrl ? fileURLToPath(place) : path.resolve(place.slice('file:'.length)) };
  }
  const fault = findUrlFault(place);
  if (!fault) return addressOf({ ...settings, databaseUrl: place });
  throw new VerbatimError('bad-input', {
    problem: 'The place to move to cannot be used',
    expected: `file:PATH or ${fault.expected}`,
  });
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseAddress } from '../../adapters/store/database-address.js';
import { moveStore as moveDatabase } from '../../adapters/store/move-store.js';
import { VerbatimError } from '../../core/errors.js';
import type { StoreSettings } from '../settings.js';
import { findUrlFault } from '../database-url.js';
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
  return moveDatabase(from, to);
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

import type { bringUpToDate } from '../indexing/bring-up-to-date.js';
import { runIndexing } from '../indexing/run-indexing.js';
import type { OverrideWatch } from '../labels/label-overrides.js';
import { soleLeases, whileHeld, type Leases } from '../processes/leases.js';
import type { Settings } from '../settings.js';
import type { LibraryHooks, LibraryInUse } from './library-in-use.js';

/** The name of the lease of whoever writes the index on the server. */
const indexLease = 'index:server';

interface OpenedFor {
  readonly settings: Settings;
  readonly overrides: OverrideWatch;
  readonly hooks: LibraryHooks;
  /** Of the processes that share the store; left out for one alone. */
  readonly leases?: Leases;
  /** How an index in memory is brought up to date; left out for the usual way. */
  readonly index?: typeof bringUpToDate;
}

/** The library by the settings: with the index in memory, or on a server. Neither loads what only the other needs. */
export async function openLibrary({
  settings,
  overrides,
  hooks,
  leases = soleLeases,
  index,
}: OpenedFor): Promise<LibraryInUse> {
  const { indexServer: url } = settings;
  if (url === null) {
    const { Library } = await import('./library.js');
    return new Library(settings, overrides, hooks, index);
  }
  const { ServerLibrary } = await import('./server-library.js');
  return new ServerLibrary(settings, url, overrides, hooks, {
    isOwnFolder: async () => {
      const { isOwnFolder } = await import('../indexing/require-own-folder.js');
      return isOwnFolder(settings.corpusDir, url);
    },
    index: ({ signal, ...options }) =>
      whileHeld(leases, indexLease, (held) => runIndexing({ ...options, proven: null, signal: held }), signal),
    withdraw: async (paths) => {
      const { withdrawFromPostgres } = await import('../indexing/withdraw-from-postgres.js');
      await withdrawFromPostgres(url, paths);
    },
  });
}

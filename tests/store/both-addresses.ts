import path from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { DatabaseAddress } from '#verbatim/adapters/store/libsql-database.js';
import { startLibsqlServer, type LibsqlServer } from '../libsql-server/start-libsql-server.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** Runs a suite twice: on databases in files, and on databases of a server. `newAddress` gives an empty one each time. */
export function describeBoth(name: string, suite: (newAddress: () => Promise<DatabaseAddress>) => void): void {
  describe(`${name}, in a file`, () => {
    const folder = temporaryFolder();
    let count = 0;
    suite(() => Promise.resolve({ kind: 'file', file: path.join(folder, `store-${++count}.db`) }));
  });
  describe(`${name}, on a server`, () => {
    const folder = temporaryFolder();
    const servers: LibsqlServer[] = [];
    afterAll(() => Promise.all(servers.map((server) => server.close())));
    suite(async () => {
      const server = await startLibsqlServer(path.join(folder, `server-${servers.length}.db`));
      servers.push(server);
      return { kind: 'server', url: server.url, authToken: server.authToken };
    });
  });
}

/** A server for one suite. */
export function useServer(): { server: () => LibsqlServer } {
  const folder = temporaryFolder();
  let server: LibsqlServer | null = null;
  beforeAll(async () => {
    server = await startLibsqlServer(path.join(folder, 'server.db'));
  });
  afterAll(() => server?.close());
  return {
    server: () => {
      if (!server) throw new Error('The server is started before the tests.');
      return server;
    },
  };
}

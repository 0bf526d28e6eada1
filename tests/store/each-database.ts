import path from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { DatabaseAddress } from '#verbatim/adapters/store/database-address.js';
import { startLibsqlServer, type LibsqlServer } from '../libsql-server/start-libsql-server.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { PostgresSchemas, postgresUrl } from '../postgres/postgres-schemas.js';

type Suite = (newAddress: () => Promise<DatabaseAddress>, kind: DatabaseAddress['kind']) => void;

/**
 * Runs a suite on databases in files, on databases of a libSQL server and, where there is one, on a PostgreSQL server. `newAddress` gives an
 * empty one each time.
 */
export function describeEach(name: string, suite: Suite): void {
  describe(`${name}, in a file`, () => {
    const folder = temporaryFolder();
    let count = 0;
    suite(() => Promise.resolve({ kind: 'file', file: path.join(folder, `store-${++count}.db`) }), 'file');
  });
  describe(`${name}, on a server`, () => {
    const folder = temporaryFolder();
    const servers: LibsqlServer[] = [];
    afterAll(() => Promise.all(servers.map((server) => server.close())));
    suite(async () => {
      const server = await startLibsqlServer(path.join(folder, `server-${servers.length}.db`));
      servers.push(server);
      return { kind: 'server', url: server.url, authToken: server.authToken };
    }, 'server');
  });
  const url = postgresUrl;
  if (url === null) return;
  describe(`${name}, on PostgreSQL`, () => {
    const schemas = new PostgresSchemas(url);
    afterAll(() => schemas.drop());
    suite(() => schemas.create(), 'postgres');
  });
}

/** A libSQL server for one suite. */
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

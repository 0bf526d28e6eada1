import type { PlaceRow, Places, PlaceTable, ServerSettings } from '../../core/collections/places.js';
import type { Database } from './database.js';
import type { SqlRow } from './dialect.js';
import { readText } from './read-row.js';

/** `collections` is a JSON array of names, `settings` the JSON of a server's own settings. */
export const placeTables = [
  `CREATE TABLE places (
    server_id TEXT NOT NULL,
    place_id TEXT NOT NULL,
    collections TEXT NOT NULL,
    PRIMARY KEY (server_id, place_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE collection_owners (
    collection TEXT PRIMARY KEY,
    server_id TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE TABLE server_settings (server_id TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT, WITHOUT ROWID',
] as const;

/** One statement, so that all of it is of one moment. */
const selectAll = `SELECT 'place' AS kind, server_id, place_id AS name, collections AS value FROM places
  UNION ALL SELECT 'owner', server_id, collection, '' FROM collection_owners
  UNION ALL SELECT 'server', server_id, '', settings FROM server_settings ORDER BY kind, server_id, name`;

/** The settings of places on a database; who may change them is not checked here. */
export async function readPlaces(database: Pick<Database, 'read'>): Promise<PlaceTable> {
  const found = await database.read(selectAll);
  const ofKind = (kind: string): SqlRow[] => found.filter((row) => row['kind'] === kind);
  return {
    rows: ofKind('place').map((row): PlaceRow => ({
      serverId: readText(row, 'server_id'),
      placeId: readText(row, 'name'),
      collections: JSON.parse(readText(row, 'value')) as string[],
    })),
    owners: new Map(ofKind('owner').map((row) => [readText(row, 'name'), readText(row, 'server_id')])),
    servers: new Map(
      ofKind('server').map((row) => [readText(row, 'server_id'), JSON.parse(readText(row, 'value')) as ServerSettings]),
    ),
  };
}

export class SqlPlaces implements Places {
  constructor(private readonly database: Database) {}

  read(): Promise<PlaceTable> {
    return readPlaces(this.database);
  }

  async set(serverId: string, placeId: string, collections: readonly string[] | null): Promise<boolean> {
    if (collections === null) {
      const sql = 'DELETE FROM places WHERE server_id = ? AND place_id = ?';
      await this.database.write({ sql, args: [serverId, placeId] });
      return true;
    }
    const names = JSON.stringify(collections);
    const [, held] = await this.database.write(
      {
        sql: `INSERT INTO places (server_id, place_id, collections) SELECT ?, ?, ?
          WHERE NOT EXISTS (
            SELECT 1 FROM collection_owners WHERE server_id <> ? AND collection IN (SELECT value FROM json_each(?))
          ) ON CONFLICT (server_id, place_id) DO UPDATE SET collections = excluded.collections`,
        args: [serverId, placeId, names, serverId, names],
      },
      {
        sql: 'SELECT 1 FROM places WHERE server_id = ? AND place_id = ? AND collections = ?',
        args: [serverId, placeId, names],
      },
    );
    return held?.rows.length === 1;
  }

  async own(collection: string, serverId: string): Promise<boolean> {
    const [, held] = await this.database.write(
      {
        sql: `INSERT INTO collection_owners (collection, server_id, at) SELECT ?, ?, ?
          WHERE NOT EXISTS (
            SELECT 1 FROM places, json_each(places.collections) WHERE server_id <> ? AND json_each.value = ?
          ) ON CONFLICT (collection) DO NOTHING`,
        args: [collection, serverId, Date.now(), serverId, collection],
      },
      {
        sql: 'SELECT 1 FROM collection_owners WHERE collection = ? AND server_id = ?',
        args: [collection, serverId],
      },
    );
    return held?.rows.length === 1;
  }

  async disown(collection: string, serverId: string): Promise<void> {
    const sql = 'DELETE FROM collection_owners WHERE collection = ? AND server_id = ?';
    await this.database.write({ sql, args: [collection, serverId] });
  }

  async configure(serverId: string, settings: ServerSettings): Promise<void> {
    await this.database.write({
      sql: `INSERT INTO server_settings (server_id, settings) VALUES (?, ?)
        ON CONFLICT (server_id) DO UPDATE SET settings = excluded.settings`,
      args: [serverId, JSON.stringify(settings)],
    });
  }
}

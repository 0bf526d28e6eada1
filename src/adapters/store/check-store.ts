import type { StoreCheck } from '../../core/store/store-check.js';
import type { Database } from './database.js';
import { quoteName } from './dialect.js';
import { migrations, readSchemaVersion } from './migrations.js';
import { readNumber } from './read-row.js';
import { readSchemaShape } from './schema-shape.js';

/** Examines a database and changes nothing. Throws `store-failed` where it cannot be read at all. */
export async function checkStore(database: Database): Promise<StoreCheck> {
  const shape = await readSchemaShape(database);
  const names = shape.tables.map(({ name }) => name).sort();
  const isStore = names.includes('migrations') && names.includes('facts');
  const rows: Record<string, number> = {};
  for (const name of names) {
    const [row] = await database.read(`SELECT count(*) AS count FROM ${quoteName(name)}`);
    rows[name] = row ? readNumber(row, 'count') : 0;
  }
  return {
    schema: isStore ? await readSchemaVersion(database) : 0,
    knownSchema: migrations.length,
    rows,
    ...(await database.dialect.examine(database.read, shape, database.address.kind)),
  };
}

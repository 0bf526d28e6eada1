import type { Database } from './database.js';
import type { SchemaShape, TableShape } from './dialect.js';

/** Reads the shape of a database; what it keeps for itself is left out. */
export async function readSchemaShape({ dialect, read }: Pick<Database, 'dialect' | 'read'>): Promise<SchemaShape> {
  const shape = await dialect.readShape(read);
  return { ...shape, tables: sortByReference(shape.tables) };
}

/** The names of tables and columns, in one text that is equal for stores between which rows can be copied. */
export function describeColumns({ tables }: SchemaShape): string {
  return tables
    .map(({ name, columns }) => `${name} (${[...columns].sort().join(', ')})`)
    .sort()
    .join('\n');
}

function sortByReference(tables: readonly TableShape[]): TableShape[] {
  const sorted: TableShape[] = [];
  const seen = new Set<string>();
  const visit = (table: TableShape): void => {
    if (seen.has(table.name)) return;
    seen.add(table.name);
    for (const { table: parent } of table.references) {
      const found = tables.find(({ name }) => name.toLowerCase() === parent.toLowerCase());
      if (found) visit(found);
    }
    sorted.push(table);
  };
  tables.forEach(visit);
  return sorted;
}

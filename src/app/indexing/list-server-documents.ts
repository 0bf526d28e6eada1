import { PostgresEngine } from '../../adapters/index-postgres/postgres-engine.js';
import { everything } from '../../core/collections/collection.js';
import type { ListedDocument } from '../../core/corpus/corpus-index.js';

/** All documents of the index on a server; none where there is no index yet. */
export async function listServerDocuments(url: string): Promise<readonly ListedDocument[]> {
  const engine = new PostgresEngine(url);
  try {
    if (!(await engine.isBegun()) || (await engine.look()) === null) return [];
    return await engine.read(everything, ({ documents }) => Promise.resolve(documents));
  } finally {
    await engine.close();
  }
}

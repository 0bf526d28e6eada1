import { PostgresEngine } from '../../adapters/index-postgres/postgres-engine.js';
import { PostgresIndexWriter } from '../../adapters/index-postgres/index-writer.js';
import { everything } from '../../core/collections/collection.js';
import { fileOf } from '../../core/corpus/list-document.js';

/** Takes texts out of the index on a server, by their paths: no process quotes them from its next question on. */
export async function withdrawFromPostgres(url: string, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const writer = await PostgresIndexWriter.open(url);
  await writer.withdraw(paths).finally(() => writer.close());
}

/** Takes out all texts of a file. An index that is not there holds none. */
export async function withdrawFileFromPostgres(url: string, file: string): Promise<void> {
  const engine = new PostgresEngine(url);
  try {
    if (!(await engine.isBegun()) || (await engine.look()) === null) return;
    const documents = await engine.read(everything, (corpus) => Promise.resolve(corpus.documents));
    await withdrawFromPostgres(
      url,
      documents.filter((document) => fileOf(document) === file).map(({ path }) => path),
    );
  } finally {
    await engine.close();
  }
}

import { PostgresIndexWriter } from '../../adapters/index-postgres/index-writer.js';
import { fileOf } from '../../core/corpus/list-document.js';
import { listServerDocuments } from './list-server-documents.js';

/** Takes texts out of the index on a server, by their paths: no process quotes them from its next question on. */
export async function withdrawFromPostgres(url: string, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const writer = await PostgresIndexWriter.open(url);
  await writer.withdraw(paths).finally(() => writer.close());
}

/** Takes out all texts of a file. An index that is not there holds none. */
export async function withdrawFileFromPostgres(url: string, file: string): Promise<void> {
  const own = (await listServerDocuments(url)).filter((document) => fileOf(document) === file);
  await withdrawFromPostgres(
    url,
    own.map(({ path }) => path),
  );
}

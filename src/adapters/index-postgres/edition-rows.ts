import { VerbatimError } from '../../core/errors.js';
import { query, type PoolClient } from '../store/postgres-client.js';
import { readDirectory, readEdition, versionOfDocuments } from './directory.js';

/** Lets nobody else write into an edition until the transaction ends. Throws where it was taken away meanwhile. */
export async function lockEdition(client: PoolClient, id: number, version: string | null): Promise<void> {
  const rows = await query(
    client,
    'lock-edition',
    'UPDATE index_editions SET revision = revision + 1, version = COALESCE($2, version), built_at = $3 WHERE id = $1 RETURNING id',
    [id, version, new Date().toISOString()],
  );
  if (rows.length > 0) return;
  throw new VerbatimError('index-write', {
    problem: 'Another process has put another index in use at DATABASE_URL meanwhile',
    advice: 'Run "npm run index" again',
  });
}

/** Takes documents out of the edition in use, as if it had been made without them. */
export async function withdrawDocuments(client: PoolClient, paths: readonly string[]): Promise<void> {
  const edition = await readEdition(client);
  if (!edition) return;
  await lockEdition(client, edition.id, null);
  const { documents } = await readDirectory(client, edition);
  const withdrawn = new Set(paths);
  const others = documents.filter(({ path }) => !withdrawn.has(path));
  await lockEdition(client, edition.id, versionOfDocuments(edition, others));
  await removeDocuments(client, edition.id, paths);
}

/** Takes documents out of an edition, with all that is kept of them. */
export async function removeDocuments(client: PoolClient, edition: number, paths: readonly string[]): Promise<void> {
  const rows = await query(
    client,
    'old-documents',
    `SELECT d.id FROM index_documents d JOIN index_collections c ON c.id = d.collection WHERE edition = $1 AND path = ANY($2)`,
    [edition, paths],
  );
  if (rows.length === 0) return;
  const ids = rows.map(([id]) => Number(id));
  await query(
    client,
    'remove-postings',
    `DELETE FROM index_postings p USING (SELECT unnest(terms) AS term, collection, id FROM index_documents WHERE id = ANY($1)) d
    WHERE p.term = d.term AND p.collection = d.collection AND p.document = d.id`,
    [ids],
  );
  await query(client, 'remove-vectors', 'DELETE FROM index_vectors WHERE document = ANY($1)', [ids]);
  await query(client, 'remove-documents', 'DELETE FROM index_documents WHERE id = ANY($1)', [ids]);
}

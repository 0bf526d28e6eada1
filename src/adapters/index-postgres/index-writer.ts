/** Writes an index on a PostgreSQL server: each batch of documents in one transaction, so that readers see all of a batch or nothing. */
import type { EmbeddingModel } from '../../core/ports.js';
import { createPool, query, type Pool, type PoolClient, usualPatience } from '../store/postgres-client.js';
import { tryAgain } from '../store/retrying.js';
import { lockEdition, removeDocuments, withdrawDocuments } from './edition-rows.js';
import { explainIndexFailure, judgeIndexFailure, toIndexError } from './index-failures.js';
import { insertDocument, type WrittenDocument } from './insert-document.js';
import { makeTables } from './make-tables.js';
import { toFloats } from './postgres-corpus.js';
import { decodeDocument } from './stored-document.js';
import { beginWrite, graphFrom, graphOf, schemaLock } from './schema.js';

/** An edition as it is worked on. */
export interface Edition {
  readonly id: number;
  readonly version: string;
  readonly isCurrent: boolean;
  /** The digest of each document's file, by the document's path. */
  readonly digests: ReadonlyMap<string, string>;
}

/** What is known of a document of the same content. */
export interface KnownVectors {
  readonly vectors: Float32Array;
  readonly tokenCounts: readonly number[];
}

/** A change of an edition. */
export interface Batch {
  /** The version of the index once it is in use. */
  readonly version: string;
  readonly documents: readonly WrittenDocument[];
  /** Paths of documents that are no more. */
  readonly removed: readonly string[];
}

/** A graph over millions of sentences, or taking away an edition as large, takes many minutes. */
const answerLimitMs = 6 * 3_600_000;

export class PostgresIndexWriter {
  private constructor(
    private readonly url: string,
    private readonly pool: Pool,
  ) {}

  /** Opens an index, with its tables if it has none yet. */
  static async open(url: string): Promise<PostgresIndexWriter> {
    let pool: Pool | null = null;
    try {
      pool = createPool(url, { ...usualPatience, answerWithinMs: answerLimitMs });
      pool.on('error', () => undefined); // told by what uses the connection next
      const writer = new PostgresIndexWriter(url, pool);
      await writer.transact((client) => makeTables(client), `BEGIN; SELECT pg_advisory_xact_lock(${schemaLock})`);
      return writer;
    } catch (error) {
      await pool?.end().catch(() => undefined);
      throw toIndexError(url, error);
    }
  }

  async close(): Promise<void> {
    await this.pool.end().catch(() => undefined);
  }

  /** The edition of a key: the one in use, else one that is not whole yet; null where there is none. */
  findEdition(key: string): Promise<Edition | null> {
    return this.transact(async (client) => {
      const [row] = await query(
        client,
        'find-edition',
        'SELECT id, version, is_current FROM index_editions WHERE key = $1 ORDER BY is_current DESC, id DESC LIMIT 1',
        [key],
      );
      if (!row) return null;
      const [id, version, isCurrent] = row as [number, string, boolean];
      const documents = await query(
        client,
        'edition-documents',
        'SELECT path, digest FROM index_documents d JOIN index_collections c ON c.id = d.collection WHERE edition = $1',
        [id],
      );
      return {
        id,
        version,
        isCurrent,
        digests: new Map(documents.map(([path, digest]) => [String(path), String(digest)])),
      };
    });
  }

  /** How much an edition holds. */
  count({ id }: Pick<Edition, 'id'>): Promise<{ documents: number; sentences: number; passages: number }> {
    return this.transact(async (client) => {
      const [row] = await query(
        client,
        'count-documents',
        `SELECT count(*), COALESCE(sum(sentences), 0), COALESCE(sum(passages), 0)
        FROM index_documents d JOIN index_collections c ON c.id = d.collection WHERE edition = $1`,
        [id],
      );
      const [documents = 0, sentences = 0, passages = 0] = (row ?? []).map(Number);
      return { documents, sentences, passages };
    });
  }

  startEdition(key: string, model: EmbeddingModel): Promise<Edition> {
    return this.transact(async (client) => {
      const [row] = await query(
        client,
        'start-edition',
        `INSERT INTO index_editions (key, model, version) VALUES ($1, $2, '') RETURNING id`,
        [key, JSON.stringify(model)],
      );
      return { id: Number(row?.[0]), version: '', isCurrent: false, digests: new Map() };
    });
  }

  /** Vectors that a document with the same bytes has, in any edition of the same model; null where there are none. */
  findVectors(digest: string, ending: string, model: EmbeddingModel): Promise<KnownVectors | null> {
    return this.transact(async (client) => {
      const [row] = await query(
        client,
        'find-vectors',
        `SELECT vectors, content FROM index_documents d JOIN index_collections c ON c.id = d.collection
        JOIN index_editions e ON e.id = c.edition
        WHERE digest = $1 AND lower(path) LIKE '%' || $2 AND model = $3 ORDER BY d.id DESC LIMIT 1`,
        [digest, ending.toLowerCase(), JSON.stringify(model)],
      );
      if (!row) return null;
      const { sentences } = decodeDocument(String(row[1]));
      return { vectors: toFloats(row[0] as Buffer), tokenCounts: sentences.map(({ tokenCount }) => tokenCount) };
    });
  }

  /** Writes a batch; it is on the server's disk when this resolves. */
  write(edition: Pick<Edition, 'id'>, { version, documents, removed }: Batch): Promise<void> {
    return this.transact(async (client) => {
      await lockEdition(client, edition.id, version);
      await removeDocuments(client, edition.id, [...removed, ...documents.map(({ path }) => path)]);
      for (const document of documents) await insertDocument(client, edition.id, document);
    });
  }

  /** Takes documents out of the index in use at once, given by their paths. */
  withdraw(paths: readonly string[]): Promise<void> {
    return this.transact((client) => withdrawDocuments(client, paths));
  }

  /** Gives collections that are large enough a graph of their own; `onBuild` hears of each before, since it takes long. */
  async buildGraphs(
    edition: Pick<Edition, 'id'>,
    dimensions: number,
    onBuild: (sentences: number) => void,
    from = graphFrom,
  ): Promise<void> {
    const large = await this.transact((client) =>
      query(
        client,
        'large-collections',
        `SELECT c.id, sum(sentences) FROM index_collections c JOIN index_documents d ON d.collection = c.id
        WHERE edition = $1 AND NOT has_graph GROUP BY c.id HAVING sum(sentences) >= $2`,
        [edition.id, from],
      ),
    );
    for (const [id, sentences] of large) {
      onBuild(Number(sentences));
      await this.transact(async (client) => {
        await lockEdition(client, edition.id, null);
        await client.query(`SET LOCAL maintenance_work_mem = '512MB'`);
        await client.query(
          `CREATE INDEX IF NOT EXISTS ${graphOf(Number(id))} ON index_vectors
          USING hnsw ((vector::halfvec(${dimensions})) halfvec_ip_ops) WHERE collection = ${Number(id)}`,
        );
        await query(client, 'has-graph', 'UPDATE index_collections SET has_graph = TRUE WHERE id = $1', [id]);
      });
    }
  }

  /** Puts an edition in use and takes all others away. */
  finish(edition: Pick<Edition, 'id'>, version: string): Promise<void> {
    return this.transact(async (client) => {
      await client.query('LOCK TABLE index_editions IN SHARE ROW EXCLUSIVE MODE');
      const others = await query(
        client,
        'other-collections',
        'SELECT id, has_graph FROM index_collections WHERE edition <> $1',
        [edition.id],
      );
      const ids = others.map(([id]) => Number(id));
      if (ids.length > 0) {
        // Only what there is: a name that this schema lacks would be looked for in the extension's, where another index may lie.
        for (const [id, hasGraph] of others)
          if (hasGraph === true) await client.query(`DROP INDEX IF EXISTS ${graphOf(Number(id))}`);
        for (const table of ['index_postings', 'index_vectors', 'index_documents']) {
          await query(client, `clear-${table}`, `DELETE FROM ${table} WHERE collection = ANY($1)`, [ids]);
        }
      }
      await query(client, 'other-editions', 'DELETE FROM index_editions WHERE id <> $1', [edition.id]);
      await query(
        client,
        'finish',
        'UPDATE index_editions SET is_current = TRUE, version = $2, revision = revision + 1, built_at = $3 WHERE id = $1',
        [edition.id, version, new Date().toISOString()],
      );
    });
  }

  /** Lets the server put in order what many changes have left, which it would do by itself some time later: until then questions take long. */
  async tidy(): Promise<void> {
    try {
      for (const table of ['documents', 'terms', 'postings', 'vectors']) {
        await this.pool.query(`VACUUM (ANALYZE) index_${table}`);
      }
    } catch (error) {
      throw toIndexError(this.url, error);
    }
  }

  private async transact<Result>(work: (client: PoolClient) => Promise<Result>, begin = beginWrite): Promise<Result> {
    try {
      return await tryAgain(() => this.transactOnce(work, begin), judgeIndexFailure);
    } catch (error) {
      throw await explainIndexFailure(this.pool, this.url, error);
    }
  }

  private async transactOnce<Result>(work: (client: PoolClient) => Promise<Result>, begin: string): Promise<Result> {
    const client = await this.pool.connect();
    let isSound = false;
    try {
      await client.query(begin);
      const result = await work(client);
      await client.query('COMMIT');
      isSound = true;
      return result;
    } finally {
      client.release(!isSound); // whatever was begun there ends with the connection
    }
  }
}

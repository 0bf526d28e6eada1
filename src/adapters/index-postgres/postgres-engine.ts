import type { CollectionScope } from '../../core/collections/collection.js';
import type { CorpusEngine, CorpusIndex } from '../../core/corpus/corpus-index.js';
import { VerbatimError } from '../../core/errors.js';
import { createPool, type Pool, type PoolClient } from '../store/postgres-client.js';
import { tryAgain } from '../store/retrying.js';
import { narrowDirectory, readDirectory, readEdition, type Directory } from './directory.js';
import { DocumentCache } from './document-cache.js';
import { describeServerFault, explainIndexFailure, judgeIndexFailure, toIndexError } from './index-failures.js';
import { PostgresCorpus } from './postgres-corpus.js';
import { PostingPlaces } from './posting-places.js';
import { beginRead } from './schema.js';
import { findServerFault } from './server-faults.js';

/** Scopes whose lists are kept for one version. */
const keptScopes = 20;

/** An index on a PostgreSQL server, read as it is at the moment of each question. `url` is a `postgres:` address. */
export class PostgresEngine implements CorpusEngine {
  private readonly pool: Pool;
  private readonly cache = new DocumentCache();
  private whole: Directory | null = null;
  private readonly scopes = new Map<string, { readonly directory: Directory; readonly places: PostingPlaces }>();

  constructor(private readonly url: string) {
    try {
      this.pool = createPool(url);
    } catch (error) {
      throw toIndexError(url, error);
    }
    this.pool.on('error', () => undefined); // a connection that nobody uses is lost: the next read opens another
  }

  async read<Result>(scope: CollectionScope, work: (corpus: CorpusIndex) => Promise<Result>): Promise<Result> {
    try {
      return await tryAgain(() => this.readOnce(scope, work), judgeIndexFailure);
    } catch (error) {
      throw await explainIndexFailure(this.pool, this.url, error);
    }
  }

  /** Throws where the server or its user lacks what an index needs, though a part of it could be read. Changes nothing. */
  async requireUsable(): Promise<void> {
    let fault;
    try {
      fault = await findServerFault(this.pool);
    } catch (error) {
      throw toIndexError(this.url, error);
    }
    if (fault) throw describeServerFault(this.url, fault);
  }

  /** Another word whenever the index in use is another; null where there is none. Is not tried again. */
  async look(): Promise<string | null> {
    try {
      const { rows } = await this.pool.query<{ state: string }>(
        `SELECT id || ' ' || revision AS state FROM index_editions WHERE is_current`,
      );
      return rows[0]?.state ?? null;
    } catch (error) {
      throw toIndexError(this.url, error);
    }
  }

  /** Whether there is an index, or one that is being made. */
  async isBegun(): Promise<boolean> {
    try {
      return (await this.pool.query('SELECT 1 FROM index_editions LIMIT 1')).rows.length > 0;
    } catch (error) {
      const failure = toIndexError(this.url, error);
      if (failure.code === 'index-missing') return false; // it has no tables yet
      throw failure;
    }
  }

  async close(): Promise<void> {
    await this.pool.end().catch(() => undefined);
  }

  private async readOnce<Result>(
    scope: CollectionScope,
    work: (corpus: CorpusIndex) => Promise<Result>,
  ): Promise<Result> {
    const client = await this.pool.connect();
    try {
      await client.query(beginRead);
      const { directory, places } = await this.list(client, scope);
      const result = await work(new PostgresCorpus(client, directory, places, this.cache));
      // Nothing was written, so that nobody needs to wait for its end.
      client.query('COMMIT').then(
        () => {
          client.release();
        },
        () => {
          client.release(true);
        },
      );
      return result;
    } catch (error) {
      client.release(true); // a connection that has failed is not used again
      throw error;
    }
  }

  /** What there is to ask of a scope; read anew only when the index is another one. */
  private async list(client: PoolClient, scope: CollectionScope) {
    const edition = await readEdition(client);
    if (!edition) throw missingIndex();
    const { whole } = this;
    if (whole?.edition.id !== edition.id || whole.edition.revision !== edition.revision) {
      this.whole = await readDirectory(client, edition);
      this.scopes.clear();
    }
    const key = JSON.stringify(scope);
    const known = this.scopes.get(key);
    if (known) return known;
    if (this.scopes.size >= keptScopes) this.scopes.clear();
    const directory = narrowDirectory(this.whole ?? (await readDirectory(client, edition)), scope);
    const listed = { directory, places: new PostingPlaces(directory) };
    this.scopes.set(key, listed);
    return listed;
  }
}

function missingIndex(): VerbatimError {
  return new VerbatimError('index-missing', {
    problem: 'There is no index at DATABASE_URL yet',
    advice: 'Run "npm run index"',
  });
}

/**
 * The tables of an index on PostgreSQL with pgvector (https://github.com/pgvector/pgvector).
 *
 * An edition is an index made by one model and one version of the analysis; another one is built beside the one in use, and put in use when it is
 * whole. Its documents lie in collections, whose numbers no other edition has. A posting is a row for each collection, term and
 * document; it is found in the primary key's index alone, where the rows of a term lie side by side.
 */
export const schemaVersion = 3;
/** Of advisory locks; any number does that is always the same and not the store's. */
export const schemaLock = 7_310_579_117;

export const tableNames: readonly string[] = [
  'index_schema',
  'index_editions',
  'index_collections',
  'index_documents',
  'index_terms',
  'index_postings',
  'index_vectors',
];

export const tables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS index_schema (version INT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS index_editions (
    id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key TEXT NOT NULL,
    model TEXT NOT NULL,
    version TEXT NOT NULL,
    revision BIGINT NOT NULL DEFAULT 0,
    is_current BOOLEAN NOT NULL DEFAULT FALSE
  )`,
  `ALTER TABLE index_editions ADD COLUMN IF NOT EXISTS built_at TEXT NOT NULL DEFAULT ''`,
  `CREATE UNIQUE INDEX IF NOT EXISTS index_editions_current ON index_editions (is_current) WHERE is_current`,
  `CREATE TABLE IF NOT EXISTS index_collections (
    id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edition INT NOT NULL REFERENCES index_editions (id) ON DELETE CASCADE,
    name TEXT COLLATE "C" NOT NULL,
    has_graph BOOLEAN NOT NULL DEFAULT FALSE,
    UNIQUE (edition, name)
  )`,
  `CREATE TABLE IF NOT EXISTS index_documents (
    id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    collection INT NOT NULL REFERENCES index_collections (id) ON DELETE CASCADE,
    path TEXT COLLATE "C" NOT NULL,
    digest TEXT NOT NULL,
    document_id TEXT NOT NULL,
    metadata TEXT NOT NULL,
    sentences INT NOT NULL,
    passages INT NOT NULL,
    sentence_terms INT NOT NULL,
    passage_terms INT NOT NULL,
    document_terms INT NOT NULL,
    headings TEXT NOT NULL,
    content TEXT NOT NULL,
    vectors BYTEA STORAGE EXTERNAL NOT NULL,
    words TEXT[] NOT NULL,
    terms INT[] NOT NULL,
    UNIQUE (collection, path)
  )`,
  `ALTER TABLE index_documents ADD COLUMN IF NOT EXISTS facts TEXT NOT NULL DEFAULT ''`,
  `CREATE INDEX IF NOT EXISTS index_documents_digest ON index_documents (digest)`,
  `CREATE INDEX IF NOT EXISTS index_documents_words ON index_documents USING gin (words)`,
  `CREATE TABLE IF NOT EXISTS index_terms (
    id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    term TEXT COLLATE "C" NOT NULL UNIQUE
  )`,
  `CREATE TABLE IF NOT EXISTS index_postings (
    term INT NOT NULL,
    collection INT NOT NULL,
    document INT NOT NULL,
    part SMALLINT NOT NULL,
    postings BYTEA NOT NULL,
    PRIMARY KEY (term, collection, document, part) INCLUDE (postings)
  )`,
  `CREATE TABLE IF NOT EXISTS index_vectors (
    document INT NOT NULL,
    sentence INT NOT NULL,
    collection INT NOT NULL,
    vector HALFVEC NOT NULL,
    PRIMARY KEY (document, sentence)
  )`,
  `CREATE INDEX IF NOT EXISTS index_vectors_collection ON index_vectors (collection)`,
];

/** The names of the tables and what else the extension gives are found though the schema in use is another than the extension's. */
const findExtension = `SELECT set_config('search_path', concat_ws(', ', current_setting('search_path'),
    (SELECT quote_ident(nspname) FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'vector')), true)`;

/** Of a graph's neighbours so many are looked through for each search: more finds nearer ones, and takes longer. */
const searchWidth = 200;

export const beginRead = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${findExtension}; SET LOCAL hnsw.ef_search = ${searchWidth}`;
export const beginWrite = `BEGIN; ${findExtension}; SET LOCAL lock_timeout = '60s'`;

/** From this number of sentences on the vectors of a collection are searched by a graph of its own; below, all are compared. */
export const graphFrom = 10_000;

export function graphOf(collection: number): string {
  return `index_vectors_graph_${collection}`;
}

/** The texts of a scope, read in one transaction. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type {
  CorpusIndex,
  CorpusSentence,
  FoundTerms,
  ListedSection,
  TermPosting,
  WantedTerms,
} from '../../core/corpus/corpus-index.js';
import type { IndexedDocument } from '../../core/search/search-index.js';
import type { WordPattern } from '../../core/search/word-pattern.js';
import { query, type PoolClient, type QueryValue } from '../store/postgres-client.js';
import type { Directory } from './directory.js';
import type { DocumentCache } from './document-cache.js';
import { PostingPlaces } from './posting-places.js';
import { decodeDocument } from './stored-document.js';
import { vectorText } from './vector-text.js';

/** More of the nearest sentences are asked for than are wanted: the numbers that are compared have half of their digits. */
const spareShare = 1.2;
/** Documents whose vectors are read at once. */
const vectorsAtOnce = 64;
/** Longest term that is stored as it is, in UTF-16 units; of a longer one the beginning and its digest. */
const maxTermLength = 200;
/** Lengths of the terms that a word may be a slip of, beside its own. */
const likeLengths = { shorter: 4, longer: 2 } as const;
const lastCharacter = '\u{10ffff}';
/** Neither can be held by the server. */
const unstorable = /\p{Surrogate}|\0/gu;

/** A term as it is stored. */
export function storedTerm(term: string): string {
  const text = term.replace(unstorable, '\ufffd');
  if (text.length <= maxTermLength) return text;
  return text.slice(0, maxTermLength) + createHash('sha256').update(text).digest('hex');
}

export class PostgresCorpus implements CorpusIndex {
  readonly version: string;
  readonly model: CorpusIndex['model'];
  readonly builtAt: string;
  readonly documents: Directory['documents'];
  readonly numberOf: CorpusIndex['numberOf'];
  private readonly collections: readonly number[];

  constructor(
    private readonly client: PoolClient,
    private readonly directory: Directory,
    private readonly places: PostingPlaces,
    private readonly cache: DocumentCache,
  ) {
    this.version = directory.edition.version;
    this.model = directory.edition.model;
    this.builtAt = directory.edition.builtAt;
    this.documents = directory.documents;
    const { numbers } = directory;
    this.numberOf = (id) => numbers.get(id) ?? null;
    this.collections = directory.collections.map(({ id }) => id);
  }

  async findTerms({ terms, like, from }: WantedTerms): Promise<FoundTerms> {
    const stored = new Map(terms.map((term) => [storedTerm(term), term]));
    const standing = await this.select(
      'terms',
      `SELECT term FROM index_terms t WHERE term = ANY($2) AND ${inCollections}`,
      [[...stored.keys()]],
    );
    const found = new Map<string, readonly string[]>();
    for (const beginning of from) found.set(beginning, await this.listTerms(beginning));
    const alike = new Map<string, readonly string[]>();
    for (const word of like) alike.set(word, await this.listLike(word));
    return { terms: new Set(standing.map(([term]) => stored.get(String(term)) ?? '')), from: found, like: alike };
  }

  async findPostings(terms: readonly string[]): Promise<ReadonlyMap<string, TermPosting>> {
    const stored = new Map(terms.map((term) => [storedTerm(term), term]));
    const rows = await this.select(
      'postings',
      `SELECT t.term, p.bytes FROM index_terms t CROSS JOIN LATERAL (
        SELECT string_agg(int4send(document) || int2send(part) || int2send(length(postings)::int2) || postings, ''::bytea) AS bytes
        FROM index_postings WHERE term = t.id AND collection = ANY($1)
      ) p WHERE t.term = ANY($2) AND p.bytes IS NOT NULL`,
      [[...stored.keys()]],
    );
    return new Map(rows.map(([term, bytes]) => [stored.get(String(term)) ?? '', this.places.read(bytes as Buffer)]));
  }

  async findNearest(vector: Float32Array, count: number): Promise<readonly CorpusSentence[]> {
    const compared = this.directory.collections.filter(({ hasGraph }) => !hasGraph).map(({ id }) => id);
    // As a number, or its graph is not seen to fit.
    const parts = this.graphs.map(({ id }) => this.selectNear(count, `collection = ${id}`));
    if (compared.length > 0) parts.push(this.selectNear(count, 'collection = ANY($2)'));
    if (parts.length === 0) return [];
    const values = compared.length > 0 ? [vectorText(vector), compared] : [vectorText(vector)];
    return this.readNear(await query(this.client, '', parts.join(' UNION ALL '), values), count);
  }

  async findNearestIn(
    documents: readonly number[],
    vector: Float32Array,
    count: number,
    found: readonly CorpusSentence[],
  ): Promise<readonly CorpusSentence[]> {
    if (this.graphs.length === 0) return found; // by comparing all
    const sql = this.selectNear(count, 'document = ANY($2)');
    return this.readNear(await query(this.client, 'near-in', sql, [vectorText(vector), this.idsOf(documents)]), count);
  }

  private get graphs(): Directory['collections'] {
    return this.directory.collections.filter(({ hasGraph }) => hasGraph);
  }

  /** All that are as near as the last one: which of them come first is told by their places. */
  private selectNear(count: number, condition: string): string {
    const distance = `vector::halfvec(${this.model.dimensions}) <#> $1::halfvec(${this.model.dimensions})`;
    return `(SELECT document, sentence, ${distance} AS distance FROM index_vectors
      WHERE ${condition} ORDER BY ${distance} FETCH FIRST ${withSpare(count)} ROWS WITH TIES)`;
  }

  private readNear(rows: readonly QueryValue[][], count: number): CorpusSentence[] {
    const places = rows.flatMap(([id, sentence, distance]) => {
      const document = this.places.numberOf(Number(id));
      return document === null ? [] : [{ document, sentence: Number(sentence), distance: Number(distance) }];
    });
    places.sort((a, b) => a.distance - b.distance || a.document - b.document || a.sentence - b.sentence);
    return places.slice(0, withSpare(count)).map(({ document, sentence }) => ({ document, sentence }));
  }

  async listSections(): Promise<readonly ListedSection[]> {
    const rows = await this.select(
      'headings',
      `SELECT id, headings FROM index_documents WHERE collection = ANY($1) AND headings <> '[]'`,
    );
    return rows.flatMap(([id, headings]) => {
      const document = this.places.numberOf(Number(id));
      const read = JSON.parse(String(headings)) as readonly (readonly [string, string | null])[];
      return document === null ? [] : read.map(([heading, date]) => ({ document, heading, date }));
    });
  }

  async findHolding({ runs }: WordPattern): Promise<readonly number[]> {
    if (runs === null) return this.documents.map((_, number) => number);
    if (runs.length === 0) return [];
    // Those of other collections are left out below: with them in the statement, the server would look through all of a collection.
    const either = runs.map((_, i) => `words @> $${i + 1}::text[]`).join(' OR ');
    const rows = await query(this.client, '', `SELECT id FROM index_documents WHERE ${either}`, runs);
    return rows.flatMap(([id]) => this.places.numberOf(Number(id)) ?? []).sort((a, b) => a - b);
  }

  async countFaults(): Promise<number> {
    const [row] = await this.select(
      'faults',
      `WITH vectors AS (SELECT document, count(*) AS count FROM index_vectors WHERE collection = ANY($1) GROUP BY document),
        postings AS (SELECT document, count(DISTINCT term) AS count FROM index_postings WHERE collection = ANY($1) GROUP BY document)
      SELECT count(*) FROM index_documents d LEFT JOIN vectors v ON v.document = d.id LEFT JOIN postings p ON p.document = d.id
      WHERE d.collection = ANY($1) AND (COALESCE(v.count, 0) <> sentences OR COALESCE(p.count, 0) <> cardinality(terms))`,
    );
    return Number(row?.[0]);
  }

  async load(documents: readonly number[]): Promise<readonly IndexedDocument[]> {
    const ids = this.idsOf(documents);
    const found = new Map(ids.map((id) => [id, this.cache.get(id)]));
    const missing = ids.filter((id) => found.get(id) === null);
    if (missing.length === 0) await setImmediate(); // whoever goes through all that is at hand lets others go on, too
    const rows =
      missing.length === 0
        ? []
        : await query(this.client, 'load', 'SELECT id, content FROM index_documents WHERE id = ANY($1)', [missing]);
    for (const [id, content] of rows) {
      this.cache.add(Number(id), String(content));
      found.set(Number(id), String(content));
    }
    return ids.map((id) => decodeDocument(orMissing(id, found.get(id))));
  }

  async loadVectors(documents: readonly number[]): Promise<readonly Float32Array[]> {
    const ids = this.idsOf(documents);
    const found = new Map<number, Float32Array>();
    for (let first = 0; first < ids.length; first += vectorsAtOnce) {
      const sql = 'SELECT id, vectors FROM index_documents WHERE id = ANY($1)';
      const rows = await query(this.client, 'vectors', sql, [ids.slice(first, first + vectorsAtOnce)]);
      for (const [id, vectors] of rows) found.set(Number(id), toFloats(vectors as Buffer));
    }
    return ids.map((id) => orMissing(id, found.get(id)));
  }

  async loadVectorsOf(sentences: readonly CorpusSentence[]): Promise<readonly Float32Array[]> {
    const ids = this.idsOf(sentences.map(({ document }) => document));
    const bytes = this.model.dimensions * Float32Array.BYTES_PER_ELEMENT;
    const [row] = await query(
      this.client,
      'vectors-of',
      // In two thirds of the characters that bytes take otherwise: of a question's there is a million.
      `SELECT encode(string_agg(substring(vectors FROM sentence * ${bytes} + 1 FOR ${bytes}), ''::bytea ORDER BY place), 'base64')
      FROM unnest($1::int[], $2::int[]) WITH ORDINALITY AS wanted (document, sentence, place) JOIN index_documents ON id = document`,
      [ids, sentences.map(({ sentence }) => sentence)],
    );
    const all = toFloats(Buffer.from(String(row?.[0] ?? ''), 'base64'));
    const { dimensions } = this.model;
    if (all.length !== ids.length * dimensions) throw new RangeError('a sentence is not in the index');
    return ids.map((_, i) => all.subarray(i * dimensions, (i + 1) * dimensions));
  }

  private idsOf(documents: readonly number[]): number[] {
    return documents.map((number) => this.documents[number]?.number ?? -1);
  }

  private async listTerms(beginning: string): Promise<string[]> {
    const rows = await this.select(
      'terms-from',
      `SELECT term FROM index_terms t WHERE term >= $2 AND term < $3 AND ${inCollections}`,
      [beginning, beginning + lastCharacter],
    );
    return rows.map(([term]) => String(term));
  }

  /** Those that begin with the same letter, or with the first two swapped, and are about as long. */
  private async listLike(word: string): Promise<string[]> {
    const [first = '', second = ''] = word;
    const found = [await this.listTerms(first), second === '' ? [] : await this.listTerms(second + first)].flat();
    const [least, most] = [word.length - likeLengths.shorter, word.length + likeLengths.longer];
    return [...new Set(found)].filter(({ length }) => length >= least && length <= most);
  }

  /** `$1` are the collections. */
  private select(name: string, text: string, values: readonly unknown[] = []): Promise<QueryValue[][]> {
    return query(this.client, name, text, [this.collections, ...values]);
  }
}

const inCollections = 'EXISTS (SELECT 1 FROM index_postings p WHERE p.term = t.id AND p.collection = ANY($1))';

function withSpare(count: number): number {
  return Math.ceil(count * spareShare);
}

function orMissing<Part>(id: number, part: Part | null | undefined): Part {
  if (part === null || part === undefined) throw new RangeError(`document ${id} is not in the index`);
  return part;
}

/** The bytes themselves where they lie as floats have to, else a copy. */
export function toFloats(bytes: Buffer): Float32Array {
  const { BYTES_PER_ELEMENT: each } = Float32Array;
  const placed = bytes.byteOffset % each === 0 ? bytes : new Uint8Array(bytes);
  return new Float32Array(placed.buffer, placed.byteOffset, placed.byteLength / each);
}

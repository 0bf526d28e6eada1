import { collectionOf } from '../../core/collections/collection.js';
import { countLanes, listText } from '../../core/corpus/list-document.js';
import { countTerms } from '../../core/corpus/count-terms.js';
import type { IndexedDocument } from '../../core/search/search-index.js';
import { listRuns } from '../../core/search/word-pattern.js';
import { namesOf } from '../../core/text/document.js';
import { query, type PoolClient } from '../store/postgres-client.js';
import type { DocumentFacts } from './directory.js';
import { encodePosting } from './posting-bytes.js';
import { storedTerm } from './postgres-corpus.js';
import { encodeDocument } from './stored-document.js';
import { vectorText } from './vector-text.js';

/** A document with what an index keeps of it. */
export interface WrittenDocument {
  readonly path: string;
  /** SHA-256 of the file's bytes. */
  readonly digest: string;
  readonly indexed: IndexedDocument;
  /** One row for each sentence, of unit length. */
  readonly vectors: Float32Array;
}

/** Writes one document that the edition does not hold. */
export async function insertDocument(client: PoolClient, edition: number, written: WrittenDocument): Promise<void> {
  const { indexed, path, digest, vectors } = written;
  const { document, sentences, passages } = indexed;
  const collection = await ensureCollection(client, edition, collectionOf(path));
  const { occurrences, totals } = countTerms(indexed);
  const numbers = await ensureTerms(client, [...occurrences.keys()].map(storedTerm));
  const headings = document.structure.sections.map(({ heading: { start, end }, date }) => [
    document.text.slice(start, end),
    date,
  ]);
  const [row] = await query(
    client,
    'insert-document',
    `INSERT INTO index_documents (collection, path, digest, document_id, metadata, sentences, passages, sentence_terms, passage_terms,
      document_terms, headings, content, vectors, words, terms, facts)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) RETURNING id`,
    [
      collection,
      path,
      digest,
      document.id,
      JSON.stringify(document.metadata),
      sentences.length,
      passages.length,
      totals.sentences,
      totals.passages,
      totals.documents,
      JSON.stringify(headings),
      encodeDocument(indexed),
      Buffer.from(vectors.buffer, vectors.byteOffset, vectors.byteLength),
      listRuns([document.text, ...namesOf(document)].join('\n')),
      [...numbers.values()],
      JSON.stringify(listFacts(indexed)),
    ],
  );
  const id = Number(row?.[0]);
  await insertPostings(client, collection, id, occurrences, numbers);
  await insertVectors(client, collection, id, vectors, sentences.length);
}

function listFacts(indexed: IndexedDocument): DocumentFacts {
  const { derivation, dates } = listText(indexed);
  const { file, format, version, digest, doubts } = derivation ?? {};
  const isDerived = file !== undefined && format !== undefined && version !== undefined && digest !== undefined;
  return {
    ...(isDerived && { derivation: { file, format, version, digest, doubts: doubts ?? [] } }),
    dates,
    lanes: countLanes([indexed]),
  };
}

async function ensureCollection(client: PoolClient, edition: number, name: string): Promise<number> {
  const find = 'SELECT id FROM index_collections WHERE edition = $1 AND name = $2';
  const [known] = await query(client, 'find-collection', find, [edition, name]);
  if (known) return Number(known[0]);
  const [made] = await query(
    client,
    'make-collection',
    'INSERT INTO index_collections (edition, name) VALUES ($1, $2) RETURNING id',
    [edition, name],
  );
  return Number(made?.[0]);
}

/** The number of each term. */
async function ensureTerms(client: PoolClient, terms: readonly string[]): Promise<ReadonlyMap<string, number>> {
  await query(
    client,
    'insert-terms',
    `INSERT INTO index_terms (term) SELECT own FROM unnest($1::text[]) own
    WHERE NOT EXISTS (SELECT 1 FROM index_terms WHERE term = own COLLATE "C") ORDER BY own COLLATE "C" ON CONFLICT DO NOTHING`,
    [[...new Set(terms)]],
  );
  const rows = await query(client, 'number-terms', 'SELECT term, id FROM index_terms WHERE term = ANY($1)', [terms]);
  return new Map(rows.map(([term, id]) => [String(term), Number(id)]));
}

async function insertPostings(
  client: PoolClient,
  collection: number,
  document: number,
  occurrences: ReturnType<typeof countTerms>['occurrences'],
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  const [terms, parts, firsts, lengths]: [number[], number[], number[], number[]] = [[], [], [], []];
  const pieces: Buffer[] = [];
  let length = 0;
  for (const [term, found] of occurrences) {
    for (const [part, piece] of encodePosting(found).entries()) {
      terms.push(numbers.get(storedTerm(term)) ?? 0);
      parts.push(part);
      firsts.push(length + 1);
      lengths.push(piece.length);
      pieces.push(piece);
      length += piece.length;
    }
  }
  await query(
    client,
    'insert-postings',
    `INSERT INTO index_postings (term, collection, document, part, postings)
    SELECT term, $1, $2, part, substring($3::bytea FROM first FOR length)
    FROM unnest($4::int[], $5::int[], $6::int[], $7::int[]) AS pieces (term, part, first, length)`,
    [collection, document, Buffer.concat(pieces), terms, parts, firsts, lengths],
  );
}

async function insertVectors(
  client: PoolClient,
  collection: number,
  document: number,
  vectors: Float32Array,
  sentences: number,
): Promise<void> {
  const dimensions = vectors.length / Math.max(1, sentences);
  const texts = Array.from({ length: sentences }, (_, sentence) =>
    vectorText(vectors.subarray(sentence * dimensions, (sentence + 1) * dimensions)),
  );
  await query(
    client,
    'insert-vectors',
    `INSERT INTO index_vectors (document, sentence, collection, vector)
    SELECT $1, number - 1, $2, text::halfvec FROM unnest($3::text[]) WITH ORDINALITY AS own (text, number)`,
    [document, collection, texts],
  );
}

import { isAsked, type CollectionScope } from '../../core/collections/collection.js';
import type { ListedDocument } from '../../core/corpus/corpus-index.js';
import type { EmbeddingModel } from '../../core/ports.js';
import { sha256 } from '../index/index-folder.js';
import type { PoolClient } from '../store/postgres-client.js';
import { query } from '../store/postgres-client.js';

/** A collection of an edition. */
export interface ListedCollection {
  readonly id: number;
  readonly name: string;
  readonly hasGraph: boolean;
}

/** An index in use at one moment. */
export interface EditionState {
  readonly id: number;
  readonly version: string;
  /** What it is made by, in JSON. */
  readonly key: string;
  /** Another one whenever a document is. */
  readonly revision: number;
  readonly model: EmbeddingModel;
}

/** A document with its number in the database. */
export interface NumberedDocument extends ListedDocument {
  readonly number: number;
  readonly collection: number;
}

/** All that is listed of an edition without its texts. */
export interface Directory {
  readonly edition: EditionState;
  readonly collections: readonly ListedCollection[];
  /** By rising path. */
  readonly documents: readonly NumberedDocument[];
}

/** The edition in use; null where there is none. */
export async function readEdition(client: PoolClient): Promise<EditionState | null> {
  const [row] = await query(
    client,
    'edition',
    'SELECT id, key, version, revision, model FROM index_editions WHERE is_current',
  );
  if (!row) return null;
  const [id, key, version, revision, model] = row as [number, string, string, number, string];
  return { id, key, version, revision, model: JSON.parse(model) as EmbeddingModel };
}

export async function readDirectory(client: PoolClient, edition: EditionState): Promise<Directory> {
  const collections = await query(
    client,
    'collections',
    'SELECT id, name, has_graph FROM index_collections WHERE edition = $1',
    [edition.id],
  );
  const rows = await query(
    client,
    'documents',
    `SELECT d.id, d.collection, document_id, path, digest, metadata, sentences, passages, sentence_terms, passage_terms, document_terms
    FROM index_documents d JOIN index_collections c ON c.id = d.collection WHERE c.edition = $1`,
    [edition.id],
  );
  const documents = rows.map((row): NumberedDocument => {
    const [number, collection, id, path, digest, metadata, sentences, passages, inSentences, inPassages, inDocument] =
      row as [number, number, string, string, string, string, number, number, number, number, number];
    return {
      number,
      collection,
      id,
      path,
      digest,
      metadata: JSON.parse(metadata) as ListedDocument['metadata'],
      counts: { sentences, passages },
      terms: { sentences: inSentences, passages: inPassages, documents: inDocument },
    };
  });
  return {
    edition,
    collections: collections.map((row) => {
      const [id, name, hasGraph] = row as [number, string, boolean];
      return { id, name, hasGraph };
    }),
    documents: documents.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** What of a directory a scope holds, with a version that tells nothing of the rest. */
export function narrowDirectory(directory: Directory, scope: CollectionScope): Directory {
  const collections = directory.collections.filter(({ name }) => isAsked(name, scope));
  if (collections.length === directory.collections.length) return directory;
  const own = new Set(collections.map(({ id }) => id));
  const documents = directory.documents.filter(({ collection }) => own.has(collection));
  const { edition } = directory;
  const { format, settings, labeller } = JSON.parse(edition.key) as Record<string, unknown>;
  const content = {
    format,
    model: edition.model,
    settings,
    labeller,
    documents: documents.map(({ path, digest }) => [path, digest]),
  };
  return { edition: { ...edition, version: sha256(JSON.stringify(content)) }, collections, documents };
}

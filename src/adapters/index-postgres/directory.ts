import { isAsked, type CollectionScope } from '../../core/collections/collection.js';
import type { ListedDocument } from '../../core/corpus/corpus-index.js';
import type { ListedText } from '../../core/corpus/list-document.js';
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
  /** When it was changed last, ISO 8601. */
  readonly builtAt: string;
}

/** What is listed of a document, as its column `facts` has it in JSON. */
export type DocumentFacts = Pick<ListedText, 'derivation' | 'dates'> & Pick<ListedDocument, 'lanes'>;

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
  /** The number of each document among these, by its id. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** The edition in use; null where there is none. */
export async function readEdition(client: PoolClient): Promise<EditionState | null> {
  const [row] = await query(
    client,
    'edition',
    'SELECT id, key, version, revision, model, built_at FROM index_editions WHERE is_current',
  );
  if (!row) return null;
  const [id, key, version, revision, model, builtAt] = row as [number, string, string, number, string, string];
  return { id, key, version, revision, model: JSON.parse(model) as EmbeddingModel, builtAt };
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
    `SELECT d.id, d.collection, document_id, path, digest, metadata, facts, sentences, passages, sentence_terms, passage_terms, document_terms
    FROM index_documents d JOIN index_collections c ON c.id = d.collection WHERE c.edition = $1`,
    [edition.id],
  );
  const documents = rows.map((row): NumberedDocument => {
    const [number, collection, id, path, digest, metadata, facts, ...figures] = row as [
      number,
      number,
      ...texts: [string, string, string, string, string],
      ...figures: [number, number, number, number, number],
    ];
    const [sentences, passages, inSentences, inPassages, inDocument] = figures;
    return {
      ...(JSON.parse(facts) as DocumentFacts),
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
  documents.sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    edition,
    collections: collections.map((row) => {
      const [id, name, hasGraph] = row as [number, string, boolean];
      return { id, name, hasGraph };
    }),
    documents,
    numbers: numberById(documents),
  };
}

/** What of a directory a scope holds, with a version that tells nothing of the rest. */
export function narrowDirectory(directory: Directory, scope: CollectionScope): Directory {
  const collections = directory.collections.filter(({ name }) => isAsked(name, scope));
  if (collections.length === directory.collections.length) return directory;
  const own = new Set(collections.map(({ id }) => id));
  const documents = directory.documents.filter(({ collection }) => own.has(collection));
  const { edition } = directory;
  const version = versionOfDocuments(edition, documents);
  return { edition: { ...edition, version }, collections, documents, numbers: numberById(documents) };
}

/** The version of an edition that has these documents alone. */
export function versionOfDocuments(
  { key, model }: EditionState,
  documents: readonly Pick<ListedDocument, 'path' | 'digest'>[],
): string {
  const { format, settings, labeller } = JSON.parse(key) as Record<string, unknown>;
  const own = documents.map(({ path, digest }) => [path, digest]);
  return sha256(JSON.stringify({ format, model, settings, labeller, documents: own }));
}

function numberById(documents: readonly NumberedDocument[]): ReadonlyMap<string, number> {
  return new Map(documents.map(({ id }, number) => [id, number]));
}

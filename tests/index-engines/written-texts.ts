import type { WrittenDocument } from '#verbatim/adapters/index-postgres/insert-document.js';
import { sha256 } from '#verbatim/adapters/index/index-folder.js';
import type { EmbeddingModel } from '#verbatim/core/ports.js';
import { indexDocument, vectorOfTerms } from '../helpers/index-of-texts.js';
import type { Files } from '../helpers/write-files.js';

/** Texts as an engine is given them. */
export interface WrittenTexts {
  /** By rising path. */
  readonly documents: readonly WrittenDocument[];
  readonly version: string;
  readonly model: EmbeddingModel;
}

const model: EmbeddingModel = { id: 'words', checksum: 'words', dimensions: 256, maxTokens: 128 };

/** Texts with a vector for each sentence that is the unit sum of one direction for each of its terms. */
export function writeTexts(files: Files): WrittenTexts {
  const documents = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => writeText(path, String(text)));
  return { documents, version: sha256(JSON.stringify(documents.map(({ path, digest }) => [path, digest]))), model };
}

export function writeText(path: string, text: string): WrittenDocument {
  const indexed = indexDocument(path, text);
  const vectors = new Float32Array(indexed.sentences.length * model.dimensions);
  for (const [i, { terms }] of indexed.sentences.entries()) vectors.set(vectorOfTerms(terms), i * model.dimensions);
  return { path, digest: sha256(text), indexed, vectors };
}

/** What an engine hands over may be read only when somebody looks: all of it, to be compared. */
export function readAll<Handed>(handed: Handed): Handed {
  return JSON.parse(JSON.stringify(handed)) as Handed;
}

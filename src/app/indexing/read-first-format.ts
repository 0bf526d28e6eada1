import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { documentsFile, vectorsFile, type FileDigest } from '../../adapters/index/segment-files.js';
import { VerbatimError } from '../../core/errors.js';
import type { IndexedDocument } from '../../core/search/search-index.js';
import type { Manifest, ManifestDocument } from './manifest.js';

/** What the manifest of the first format says differently. */
type FirstManifest = Omit<Manifest, 'documents' | 'segments' | 'graph' | 'keeps'> & {
  readonly documents: readonly Pick<ManifestDocument, 'path' | 'digest' | 'sentences'>[];
  readonly files: Readonly<Record<string, FileDigest>>;
};

const documentsAtOnce = 32;

/**
 * The manifest of an index of the first format in the form of now: its build as the only segment. Its graph is left, which is numbered in
 * another way. Throws `index-damaged` where the file of the documents is not whole.
 */
export async function readFirstFormat(root: string, build: string, manifest: unknown): Promise<Manifest> {
  const { files, documents, ...same } = manifest as FirstManifest; // its digest was compared
  const bytes = await readFile(path.join(root, build, documentsFile));
  const places: ManifestDocument[] = [];
  let [at, row] = [0, 0];
  for (const { path: name, digest, sentences } of documents) {
    const end = bytes.indexOf('\n', at);
    if (end < 0) throw new VerbatimError('index-damaged', `${documentsFile} was cut off`);
    const { passages } = JSON.parse(bytes.toString('utf8', at, end)) as IndexedDocument;
    const place = { at, bytes: end - at, row, segment: 0, graph: null };
    places.push({ path: name, digest, sentences, passages: passages.length, ...place });
    at = end + 1;
    row += sentences;
    if (places.length % documentsAtOnce === 0) await setImmediate();
  }
  const kept = Object.fromEntries(
    Object.entries(files).filter(([name]) => name === documentsFile || name === vectorsFile),
  );
  return { ...same, documents: places, segments: [{ folder: build, files: kept }], graph: null, keeps: [] };
}

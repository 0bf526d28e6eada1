import { IndexFolder } from '../../adapters/index/index-folder.js';
import { VerbatimError } from '../../core/errors.js';
import type { Settings } from '../settings.js';
import type { Manifest, ManifestDocument } from './manifest.js';

/** What is listed of a document of an index. */
export type IndexedPath = Pick<ManifestDocument, 'path' | 'digest' | 'sentences'>;

/** The documents of the index of the settings, by rising path; none where there is no index yet. */
export async function listIndexed({
  indexDir,
  indexServer,
}: Pick<Settings, 'indexDir' | 'indexServer'>): Promise<readonly IndexedPath[]> {
  if (indexServer !== null) return listOnServer(indexServer);
  const state = await new IndexFolder(indexDir).findCurrent();
  return state.kind === 'ready' ? (state.manifest as Manifest).documents : [];
}

async function listOnServer(url: string): Promise<readonly IndexedPath[]> {
  const { PostgresEngine } = await import('../../adapters/index-postgres/postgres-engine.js');
  const { everything } = await import('../../core/collections/collection.js');
  const engine = new PostgresEngine(url);
  try {
    const { documents } = await engine.read(everything, (corpus) => Promise.resolve(corpus));
    return documents.map(({ path, digest, counts }) => ({ path, digest, sentences: counts.sentences }));
  } catch (error) {
    if (error instanceof VerbatimError && error.code === 'index-missing') return [];
    throw error;
  } finally {
    await engine.close();
  }
}

import type { KnownVectors } from '../../adapters/index-postgres/index-writer.js';
import type { IndexFolder } from '../../adapters/index/index-folder.js';
import { readLines } from '../../adapters/index/segment-files.js';
import type { EmbeddingModel } from '../../core/ports.js';
import { documentsFileOf, openVectors, type ManifestDocument } from './manifest.js';
import { findStoredIndex, isCutAsNow, type StoredDocument } from './stored-index.js';

/** Finds the vectors of a text by the SHA-256 of its bytes and the ending of its name; null where there are none. */
export type FindVectors = (digest: string, ending: string) => Promise<KnownVectors | null>;

/** The vectors of the index in a folder, so that nothing is embedded again for another engine; null where there is none of this model that is whole. */
export async function openStoredVectors(
  folder: IndexFolder,
  { checksum }: EmbeddingModel,
): Promise<FindVectors | null> {
  const stored = await findStoredIndex(folder, () => undefined).catch(() => null);
  if (!stored || !isCutAsNow(stored) || stored.manifest.model.checksum !== checksum) return null;
  const { root, manifest } = stored;
  const vectors = openVectors(root, manifest);
  const places = new Map<string, { readonly place: ManifestDocument; readonly firstRow: number }>();
  let firstRow = 0;
  for (const place of manifest.documents) {
    places.set(`${place.digest} ${endingOf(place.path)}`, { place, firstRow });
    firstRow += place.sentences;
  }
  return async (digest, ending) => {
    const found = places.get(`${digest} ${ending}`);
    const segment = found && manifest.segments[found.place.segment];
    if (!segment) return null;
    for await (const line of readLines(documentsFileOf(root, segment), [found.place])) {
      const { sentences } = JSON.parse(line.toString('utf8')) as StoredDocument;
      return {
        vectors: vectors.read(found.firstRow, found.firstRow + found.place.sentences),
        tokenCounts: sentences.map(({ tokenCount }) => tokenCount),
      };
    }
    return null;
  };
}

/** The ending of a file's name with its dot, in small letters; empty where it has none. Files with the same bytes and ending are read alike. */
export function endingOf(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? '';
}

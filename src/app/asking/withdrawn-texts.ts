import { fileOf } from '../../core/corpus/list-document.js';
import { takePart } from '../../core/search/part-of-index.js';
import type { SearchIndex } from '../../core/search/search-index.js';
import { giveWay } from '../give-way.js';
import type { Manifest } from '../indexing/manifest.js';
import { describePart, IndexParts } from './index-parts.js';

/** A version of the index, with the labeller's own labels. */
export interface LoadedVersion {
  readonly manifest: Manifest;
  readonly searchIndex: SearchIndex;
  readonly parts: IndexParts;
}

/** Files that were taken out and that no answer may quote any more, while an index that was made before still holds them. */
export class WithdrawnTexts {
  private readonly paths = new Set<string>();

  /** Withdraws a file, by its path relative to the corpus folder. */
  add(path: string): void {
    this.paths.add(path);
  }

  /** Lets a file be quoted again that has come back. */
  readmit(path: string): void {
    this.paths.delete(path);
  }

  /** Forgets files that an index which has just been made does not hold any more. */
  settle({ searchIndex }: Pick<LoadedVersion, 'searchIndex'>): void {
    const held = new Set(searchIndex.documents.map(({ document }) => fileOf(document)));
    for (const path of this.paths) if (!held.has(path)) this.paths.delete(path);
  }

  /** An index without these files, as if it had been made without them; itself where it holds none. */
  async leaveOut(version: LoadedVersion): Promise<LoadedVersion> {
    const { documents } = version.searchIndex;
    const numbers = documents.flatMap(({ document }, number) => (this.paths.has(fileOf(document)) ? [] : [number]));
    if (numbers.length === documents.length) return version;
    const index = await giveWay(takePart(version.searchIndex, numbers));
    return {
      manifest: describePart(version.manifest, { documents: numbers, index }),
      searchIndex: index,
      parts: new IndexParts(index),
    };
  }
}

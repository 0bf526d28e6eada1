import { IndexFolder } from '../../adapters/index/index-folder.js';
import { collectionOf } from '../../core/collections/collection.js';
import type { Settings } from '../settings.js';
import { describeDoubts } from './describe-doubts.js';
import { readTexts } from './read-texts.js';
import { SourceReaders } from './source-readers.js';
import type { Manifest } from './stored-index.js';

/** A text of the corpus and what is known of it. */
export interface ListedSource {
  readonly path: string;
  /** Empty for what lies in no folder. */
  readonly collection: string;
  /** `text`, `markdown`, or the name of the reader. */
  readonly format: string;
  /** Null while it is not in the index as it is now. */
  readonly sentences: number | null;
  /** What its reader is not sure of, in words; empty where there is nothing. */
  readonly doubts: string;
}

/** All texts of the corpus, collection by collection, and what there is to say of files that are left out, one line each. Writes nothing. */
export async function listSources(settings: Settings): Promise<{ sources: ListedSource[]; notices: string[] }> {
  const folder = new IndexFolder(settings.indexDir);
  const notices: string[] = [];
  const readers = new SourceReaders({ derivedDir: folder.derivedDir });
  const texts = await readTexts(settings.corpusDir, (notice) => notices.push(notice), readers);
  const state = await folder.findCurrent();
  const { documents } = state.kind === 'ready' ? (state.manifest as Manifest) : { documents: [] };
  const indexed = new Map(documents.map(({ path, digest, sentences }) => [`${path} ${digest}`, sentences]));
  const sources = texts.map(({ path, digest, source }) => ({
    path,
    collection: collectionOf(path),
    format: source?.format ?? (/\.md$/i.test(path) ? 'markdown' : 'text'),
    sentences: indexed.get(`${path} ${digest}`) ?? null,
    doubts: describeDoubts(source?.derived.doubts ?? []),
  }));
  sources.sort((a, b) => (a.collection < b.collection ? -1 : a.collection > b.collection ? 1 : 0)); // else by path, as read
  return { sources, notices: notices.filter((notice) => notice.includes(': left out: ')) };
}

import { IndexFolder } from '../../adapters/index/index-folder.js';
import { collectionOf } from '../../core/collections/collection.js';
import { addressOfDerived, nameFormat } from '../../core/formats/derived-document.js';
import type { Settings, StoreSettings } from '../settings.js';
import { operator } from '../shelf/shelf-parts.js';
import { Shelf } from '../shelf/shelf.js';
import type { Origin, ShelvedSource } from '../shelf/shelved-source.js';
import { describeDoubts } from './describe-doubts.js';
import { readTexts } from './read-texts.js';
import { SourceReaders } from './source-readers.js';
import { listIndexed } from './list-indexed.js';

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
  /** Where its file comes from; `folder` where somebody has put it there by hand. */
  readonly origin: Origin['kind'];
  /** The address that its citations have: where it was fetched from, if it is still as it was then, else what a page says itself; null for none. */
  readonly url: string | null;
}

interface Listing {
  readonly sources: ListedSource[];
  /** What is there besides: not in use yet, not to be had, removed, or without its file. */
  readonly others: ShelvedSource[];
  readonly notices: string[];
}

/** All texts of the corpus, collection by collection, and what there is to say of files that are left out, one line each. Writes nothing. */
export async function listSources(settings: Settings & Pick<StoreSettings, 'dataDir'>): Promise<Listing> {
  const folder = new IndexFolder(settings.indexDir);
  const notices: string[] = [];
  const readers = new SourceReaders({ derivedDir: folder.derivedDir });
  const texts = await readTexts(settings.corpusDir, (notice) => notices.push(notice), readers);
  const indexed = new Map(
    (await listIndexed(settings)).map(({ path, digest, sentences }) => [`${path} ${digest}`, sentences]),
  );
  const shelved = await new Shelf({ settings }).list(operator);
  const byPath = new Map(shelved.map((source) => [source.path, source]));
  const sources = texts.map(({ path, digest, source, inherited }) => {
    const fetched = inherited.get('url') ?? null;
    return {
      path,
      collection: collectionOf(path),
      format: nameFormat(path, source?.format),
      sentences: indexed.get(`${path} ${digest}`) ?? null,
      doubts: describeDoubts(source?.derived.doubts ?? []),
      origin: byPath.get(path.replace(/#.*$/, ''))?.origin.kind ?? 'folder',
      url: source ? addressOfDerived(source.derived, fetched) : fetched,
    };
  });
  sources.sort((a, b) => (a.collection < b.collection ? -1 : a.collection > b.collection ? 1 : 0)); // else by path, as read
  const others = shelved.filter(({ state }) => state.kind !== 'in-use' || state.isMissing);
  return { sources, others, notices: notices.filter((notice) => /: (?:left out: |ignored: |read as )/.test(notice)) };
}

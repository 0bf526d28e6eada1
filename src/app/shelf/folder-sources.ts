import { createHash, randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { listSourceFiles } from '../../adapters/corpus/corpus-folder.js';
import { readOrigin } from '../../adapters/corpus/origin-files.js';
import { digestFile } from '../../adapters/index/file-digest.js';
import { collectionOf, listCollections } from '../../core/collections/collection.js';
import { foldName } from './file-names.js';
import { holdsPath, type ShelfRecord } from './shelf-record.js';
import { toStoreError, type ShelfRecords } from './shelf-records.js';
import type { Actor, ShelvedSource } from './shelved-source.js';

/** The files of the corpus folder, whoever has put them there. */
export class FolderSources {
  constructor(
    private readonly corpusDir: string,
    private readonly records: ShelfRecords,
  ) {}

  /** Those that none of all records is about: somebody has put them there by hand. */
  async list(records: readonly ShelfRecord[]): Promise<ShelvedSource[]> {
    const paths = await this.listForeign(records);
    const found = await Promise.all(paths.map((file) => describeFile(this.corpusDir, file)));
    return found.filter((file) => file !== null);
  }

  async find(id: string): Promise<ShelvedSource | null> {
    const file = (await this.listForeign(await this.records.all())).find((one) => folderId(one) === id);
    return file === undefined ? null : describeFile(this.corpusDir, file);
  }

  /** Makes a record of a file that was put there by hand, for the operator alone; gives its id. */
  async adopt(id: string, actor: Actor): Promise<string | null> {
    const file = actor.kind === 'operator' ? await this.find(id) : null;
    if (!file) return null;
    const record = await recordOfFile(this.corpusDir, file);
    await this.records.create(record.id, record).catch((error: unknown) => {
      throw toStoreError(error, this.records.root);
    });
    return record.id;
  }

  /** The name of a collection as it is written already, whatever the case of its letters here. */
  async nameCollection(name: string): Promise<string> {
    const known = listCollections((await this.listPaths()).map((file) => ({ path: file })));
    return known.find((one) => foldName(one) === foldName(name.trim())) ?? name;
  }

  /** The path of a file with the same bytes in the same collection, not of the record itself; null where there is none. */
  async findSame(record: ShelfRecord): Promise<string | null> {
    const others = (await this.records.all()).filter((other) => other.id !== record.id && holdsPath(other));
    const isOwn = (file: string): boolean => file === record.path && !others.some((other) => other.path === file);
    for (const file of await this.listPaths()) {
      if (collectionOf(file) !== record.collection || isOwn(file)) continue;
      const full = path.join(this.corpusDir, file);
      if ((await stat(full).catch(() => null))?.size !== record.bytes) continue;
      if ((await digestFile(full))?.sha256 === record.digest) return file;
    }
    return null;
  }

  private async listForeign(records: readonly ShelfRecord[]): Promise<string[]> {
    const own = new Set(records.filter(holdsPath).map((record) => record.path));
    return (await this.listPaths()).filter((file) => !own.has(file));
  }

  /** The paths of all files that are read; none where there is no corpus folder. */
  private async listPaths(): Promise<string[]> {
    return listSourceFiles(this.corpusDir, () => undefined).catch(() => []);
  }
}

/** Throws `corpus-missing` where there is no corpus folder: another one was meant. */
export async function requireCorpus(corpusDir: string): Promise<void> {
  await listSourceFiles(corpusDir, () => undefined);
}

/** The same file has the same id for as long as it lies where it lies. */
function folderId(file: string): string {
  return `f${createHash('sha256').update(file).digest('hex').slice(0, 15)}`;
}

/** Null for what is no file, such as a link that leads nowhere. */
async function describeFile(corpusDir: string, file: string): Promise<ShelvedSource | null> {
  const full = path.join(corpusDir, file);
  const found = await stat(full).catch(() => null);
  if (!found?.isFile()) return null;
  const origin = await readOrigin(full);
  return {
    id: folderId(file),
    name: path.posix.basename(file),
    path: file,
    collection: collectionOf(file),
    serverId: null,
    origin: { kind: 'folder' },
    state: { kind: 'in-use', isMissing: false },
    reading: null,
    fetched: origin && {
      url: origin.url,
      on: origin.fetchedOn,
      etag: origin.etag,
      lastModified: origin.lastModified,
    },
    refresh: null,
    addedAtMs: Math.round(found.mtimeMs),
    trail: [],
  };
}

/** A record of a file that somebody has put there by hand, as of one that is in use. */
async function recordOfFile(corpusDir: string, source: ShelvedSource): Promise<ShelfRecord> {
  const { name, collection, origin, fetched, addedAtMs } = source;
  const found = await digestFile(path.join(corpusDir, source.path ?? ''));
  return {
    id: randomBytes(8).toString('hex'),
    name,
    collection,
    serverId: null,
    origin,
    address: null,
    state: 'in-use',
    failure: null,
    untilMs: 0,
    path: source.path,
    moving: null,
    owner: null,
    digest: found?.sha256 ?? '',
    bytes: found?.bytes ?? 0,
    reading: null,
    fetched,
    refresh: null,
    addedAtMs,
    changedAtMs: addedAtMs,
    trail: [],
  };
}

import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { readerVersions, type Format } from '../../core/formats/derived-document.js';
import { renameOver, writeDurably } from '../durable-files.js';
import { sha256 } from '../index/index-folder.js';
import { makeFolder } from '../make-folder.js';
import type { ReadOutcome } from './reader-messages.js';

/** What readers have made of files, each kept under the SHA-256 of the file's bytes and the reader's version. */
export class DerivedStore {
  constructor(private readonly folder: string) {}

  /** The name under which a file is kept. */
  static keyOf(format: Format, digest: string): string {
    return `${digest}-${format}-${readerVersions[format]}`;
  }

  /** Null for what is not there, or not as it was written. */
  async find(key: string): Promise<ReadOutcome | null> {
    const content = await readFile(this.fileOf(key), 'utf8').catch(() => null);
    const cut = content?.indexOf('\n') ?? -1;
    if (content === null || sha256(content.slice(cut + 1)) !== content.slice(0, cut)) return null;
    return JSON.parse(content.slice(cut + 1)) as ReadOutcome; // our own, as its digest proves
  }

  async keep(key: string, outcome: ReadOutcome): Promise<void> {
    const content = JSON.stringify(outcome);
    await makeFolder(this.folder);
    const temporary = `${this.fileOf(key)}.${randomBytes(4).toString('hex')}.part`;
    await writeDurably(temporary, `${sha256(content)}\n${content}`);
    await renameOver(temporary, this.fileOf(key));
  }

  /** Removes what is kept of all other files. */
  async keepOnly(keys: ReadonlySet<string>): Promise<void> {
    const kept = new Set([...keys].map(nameOf));
    for (const name of await readdir(this.folder).catch(() => []))
      if (!kept.has(name)) await rm(path.join(this.folder, name), { force: true }).catch(() => undefined);
  }

  private fileOf(key: string): string {
    return path.join(this.folder, nameOf(key));
  }
}

function nameOf(key: string): string {
  return `${key}.json`;
}

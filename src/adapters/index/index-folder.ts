/**
 * The folder that holds the index. `CURRENT` names the one folder in use; a new index is built beside it and `CURRENT`
 * replaced by a rename, so that whoever opens the index sees the old one or the new one, whole, whatever is killed when.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { VerbatimError } from '../../core/errors.js';
import { flushFolder, renameOver, writeDurably } from '../durable-files.js';
import { makeFolder } from '../make-folder.js';

/** Raised with every change to the files' layout; an older index is built anew, a newer one is refused. */
export const indexFormat = 1;

const pointerName = 'CURRENT';
const buildPrefix = 'build-';
/** Names that may lie in the folder beside `CURRENT` and the builds. */
const ownNames = new Set([
  pointerName,
  'README.md',
  'report.html',
  'models',
  'derived',
  '.gitkeep',
  '.gitignore',
  '.DS_Store',
]);
/** A build of another host, whose processes can't be seen, is given up after this long. */
const abandonedAfterMs = 24 * 60 * 60 * 1_000;

/** Builds that this process is at work on. */
const ownBuilds = new Set<string>();

/** What is in use, or why nothing is. */
type IndexState =
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged' | 'older'; readonly detail: string }
  | { readonly kind: 'ready'; readonly folder: string; readonly manifest: unknown };

interface Pointer {
  readonly format: number;
  readonly build: string;
  /** SHA-256 of the build's manifest. */
  readonly manifest: string;
}

export class IndexFolder {
  constructor(readonly root: string) {}

  /** Where models are kept, beside the index. */
  get modelsDir(): string {
    return path.join(this.root, 'models');
  }

  /** Where the texts of files are kept that are no plain text. */
  get derivedDir(): string {
    return path.join(this.root, 'derived');
  }

  /**
   * Finds the build in use and proves its manifest. Throws `index-foreign` for a folder with other people's files and
   * `index-newer` for an index of a later version.
   */
  async findCurrent(): Promise<IndexState> {
    const text = await readFile(path.join(this.root, pointerName), 'utf8').catch(() => null);
    if (text === null) {
      await this.refuseForeign();
      return { kind: 'none' };
    }
    const pointer = parsePointer(text);
    if (!pointer) {
      await this.refuseForeign(); // other programs have a file of this name too
      return { kind: 'damaged', detail: `${pointerName} is not readable` };
    }
    if (pointer.format > indexFormat) {
      throw new VerbatimError('index-newer', {
        problem: `The index in "{subject}" was made by a newer version (format ${pointer.format}, this version reads ${indexFormat})`,
        subject: this.root,
        advice: 'Update Verbatim or set INDEX_DIR to another folder',
      });
    }
    if (pointer.format < indexFormat) return { kind: 'older', detail: `format ${pointer.format}` };
    const folder = path.join(this.root, pointer.build);
    const manifest = await readFile(path.join(folder, 'manifest.json')).catch(() => null);
    if (!manifest) return { kind: 'damaged', detail: 'manifest.json is missing' };
    if (sha256(manifest) !== pointer.manifest) return { kind: 'damaged', detail: 'manifest.json was changed' };
    return { kind: 'ready', folder, manifest: JSON.parse(manifest.toString('utf8')) as unknown };
  }

  /** Makes an empty folder for a new build. */
  async startBuild(): Promise<string> {
    const folder = path.join(this.root, `${buildPrefix}${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`);
    return this.writing(async () => {
      await makeFolder(folder);
      ownBuilds.add(folder);
      return folder;
    });
  }

  /** Puts a finished build in use and clears away what nobody uses any more. The build's files must be complete. */
  async finishBuild(folder: string, manifest: unknown): Promise<void> {
    await this.writing(async () => {
      const text = JSON.stringify(manifest, null, 1);
      await writeDurably(path.join(folder, 'manifest.json'), text);
      await flushFolder(folder);
      const pointer: Pointer = { format: indexFormat, build: path.basename(folder), manifest: sha256(text) };
      const temporary = path.join(folder, pointerName);
      await writeDurably(temporary, `${JSON.stringify(pointer)}\n`);
      await renameOver(temporary, path.join(this.root, pointerName));
      await flushFolder(this.root);
    });
    ownBuilds.delete(folder);
    await this.clearAbandoned();
  }

  async dropBuild(folder: string): Promise<void> {
    ownBuilds.delete(folder);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }

  /** Runs something that writes here; a full disk, a read-only folder and the like become one clear line. */
  async writing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof VerbatimError) throw error;
      const detail = error instanceof Error ? error.message : String(error);
      throw new VerbatimError(
        'index-write',
        {
          problem: 'The index folder "{subject}" cannot be written ({detail})',
          subject: this.root,
          detail,
          advice: 'Free some space or set INDEX_DIR to a folder that may be written; the old index is unchanged',
        },
        { cause: error },
      );
    }
  }

  private async refuseForeign(): Promise<void> {
    const names = await readdir(this.root).catch(() => []);
    const foreign = names.find((name) => !ownNames.has(name) && !name.startsWith(buildPrefix));
    if (foreign === undefined) return;
    throw new VerbatimError('index-foreign', {
      problem: 'INDEX_DIR "{subject}" contains something that is not an index ("{detail}")',
      subject: this.root,
      detail: foreign,
      advice: 'Set INDEX_DIR to an empty or a new folder',
    });
  }

  /** Clears away builds that killed processes left and those that were in use before. */
  async clearAbandoned(): Promise<void> {
    const names = await readdir(this.root).catch(() => []);
    for (const name of names.filter((candidate) => candidate.startsWith(buildPrefix))) {
      const folder = path.join(this.root, name);
      // In this order: a process that is gone can no longer put its build in use.
      if (!(await isAbandoned(folder))) continue;
      const pointer = parsePointer(await readFile(path.join(this.root, pointerName), 'utf8').catch(() => ''));
      if (pointer && pointer.build !== name) await this.dropBuild(folder);
    }
  }
}

/** SHA-256 of a file as hexadecimal digits, and its length; null for a file that can't be read. */
export async function digestFile(file: string): Promise<{ bytes: number; sha256: string } | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  } catch {
    return null;
  }
  return { bytes, sha256: hash.digest('hex') };
}

function parsePointer(text: string): Pointer | null {
  try {
    const { format, build, manifest } = JSON.parse(text) as Partial<Record<keyof Pointer, unknown>>;
    if (typeof format !== 'number' || typeof build !== 'string' || typeof manifest !== 'string') return null;
    return build.startsWith(buildPrefix) && path.basename(build) === build ? { format, build, manifest } : null;
  } catch {
    return null;
  }
}

/** Whether nobody is at work on a build: its process is gone, or it is of another host and long untouched. */
async function isAbandoned(folder: string): Promise<boolean> {
  const [, host, pid] = /^build-(.*)-(\d+)-[0-9a-f]+$/.exec(path.basename(folder)) ?? [];
  if (host === hostname() && pid !== undefined) {
    return Number(pid) === process.pid ? !ownBuilds.has(folder) : !isRunning(Number(pid));
  }
  const touched = await stat(folder).catch(() => null);
  return touched !== null && Date.now() - touched.mtimeMs > abandonedAfterMs;
}

/** Whether this host has a process of this id, whoever's it is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

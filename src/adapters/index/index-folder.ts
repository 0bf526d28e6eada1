/**
 * The folder that holds the index. `CURRENT` names the one folder in use; a new index is built beside it and `CURRENT`
 * replaced by a rename, so that whoever opens the index sees the old one or the new one, whole, whatever is killed when.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { VerbatimError } from '../../core/errors.js';
import { flushFolder, renameOver, writeDurably } from '../durable-files.js';
import { makeFolder } from '../make-folder.js';
import { isAbandoned } from './build-owners.js';
import { signFile } from './file-digest.js';

/** Raised with every change to the files' layout; what an older index holds is taken over, a newer one is refused. */
export const indexFormat = 2;

const pointerName = 'CURRENT';
const manifestName = 'manifest.json';
const buildPrefix = 'build-';
/** Names that may lie in the folder beside `CURRENT` and the builds. */
/** The file with a name for the folder, by which processes that share it know it. */
export const folderNameFile = 'folder-name';
const ownNames = new Set([
  folderNameFile,
  pointerName,
  'README.md',
  'report.html',
  'models',
  'derived',
  '.gitkeep',
  '.gitignore',
  '.DS_Store',
]);
/** Builds that this process is at work on. */
const ownBuilds = new Set<string>();

/** What is in use, or why nothing is. */
type IndexState = { readonly kind: 'none' } | { readonly kind: 'damaged'; readonly detail: string } | FoundIndex;

/** An index in use, whose manifest is whole. */
export interface FoundIndex {
  readonly kind: 'ready';
  /** The build's folder, by its name in `root`. */
  readonly build: string;
  readonly format: number;
  readonly manifest: unknown;
  /** SHA-256 of the manifest. */
  readonly proof: string;
}

interface Pointer {
  readonly format: number;
  readonly build: string;
  /** SHA-256 of the build's manifest. */
  readonly manifest: string;
}

/** What the folder has to know of a manifest. */
interface BuildManifest {
  /** Earlier builds whose files the build goes on using; none in the first format. */
  readonly keeps?: readonly string[];
}

export class IndexFolder {
  /** What was found last, so that a manifest which is as it was is not read again: that takes most of the time of finding it. */
  private found: { readonly pointed: string; readonly written: string; readonly state: FoundIndex } | null = null;

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
    const pointed = await readFile(path.join(this.root, pointerName), 'utf8').catch(() => null);
    if (pointed === null) {
      await this.refuseForeign();
      return { kind: 'none' };
    }
    const pointer = parsePointer(pointed);
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
    const { build, format, manifest: proof } = pointer; // format 1 has the same pointer
    const file = path.join(this.root, build, manifestName);
    const written = await signFile(file);
    if (this.found?.pointed === pointed && this.found.written === written) return this.found.state;
    const text = await readFile(file).catch(() => null);
    if (!text) return { kind: 'damaged', detail: 'manifest.json is missing' };
    if (sha256(text) !== proof) return { kind: 'damaged', detail: 'manifest.json was changed' };
    const state = {
      kind: 'ready',
      build,
      format,
      manifest: JSON.parse(text.toString('utf8')) as unknown,
      proof,
    } as const;
    this.found = { pointed, written, state };
    return state;
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

  /**
   * Puts a finished build in use and clears away what nobody uses any more. The build's files must be complete. Gives the SHA-256 of
   * its manifest.
   */
  async finishBuild(folder: string, manifest: BuildManifest): Promise<string> {
    const text = JSON.stringify(manifest, null, 1);
    const proof = sha256(text);
    const pointer: Pointer = { format: indexFormat, build: path.basename(folder), manifest: proof };
    const pointed = `${JSON.stringify(pointer)}\n`;
    await this.writing(async () => {
      await writeDurably(path.join(folder, manifestName), text);
      await flushFolder(folder);
      const temporary = path.join(folder, pointerName);
      await writeDurably(temporary, pointed);
      await renameOver(temporary, path.join(this.root, pointerName));
      await flushFolder(this.root);
    });
    ownBuilds.delete(folder);
    const written = await signFile(path.join(folder, manifestName));
    this.found = {
      pointed,
      written,
      state: { kind: 'ready', build: pointer.build, format: indexFormat, manifest, proof },
    };
    await this.clearAbandoned();
    return proof;
  }

  /** Whether builds are there, by their names. */
  async hasBuilds(names: readonly string[]): Promise<boolean> {
    const found = new Set(await readdir(this.root).catch(() => []));
    return names.every((name) => found.has(name));
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

  /**
   * Clears away builds that killed processes left and those that were in use before; the latter not while another process is at work on
   * a build, which may go on using them.
   */
  async clearAbandoned(): Promise<void> {
    const names = (await readdir(this.root).catch(() => [])).filter((name) => name.startsWith(buildPrefix));
    const abandoned = new Set<string>();
    for (const name of names) if (await isAbandoned(path.join(this.root, name), ownBuilds)) abandoned.add(name);
    const used = await this.listUsed();
    if (used.length === 0) return;
    const isOtherAtWork = names.some((name) => !abandoned.has(name) && !used.includes(name));
    for (const name of abandoned) {
      // In this order: a process that is gone can no longer put its build in use.
      if ((await this.listUsed()).includes(name)) continue;
      const folder = path.join(this.root, name);
      const wasInUse = (await stat(path.join(folder, manifestName)).catch(() => null)) !== null;
      if (!wasInUse || !isOtherAtWork) await this.dropBuild(folder);
    }
  }

  /** The build in use and those whose files it uses; none where that cannot be told. */
  private async listUsed(): Promise<readonly string[]> {
    const state = await this.findCurrent().catch(() => null);
    return state?.kind === 'ready' ? [state.build, ...((state.manifest as BuildManifest).keeps ?? [])] : [];
  }
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

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

import { statSync, watch, type FSWatcher, type Stats } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { folderMetadataFile, isSourceFile } from './corpus-folder.js';
import { sha256 } from '../index/index-folder.js';

interface CorpusWatcherOptions {
  /** Quiet time after which a change counts as finished. Default 150. */
  readonly settleMs?: number;
  /** Looks at the folder this often in any case, since not every file system tells of changes. Default 15,000. */
  readonly pollMs?: number;
}

/** Watches a corpus folder; calls back once the texts in it have changed and then stayed the same for a moment. */
export class CorpusWatcher {
  private readonly settleMs: number;
  private readonly poll: NodeJS.Timeout;
  private watcher: FSWatcher | null = null;
  private settle: NodeJS.Timeout | null = null;
  private known: string | null = null;
  private isClosed = false;

  constructor(
    private readonly folder: string,
    private readonly onChange: () => void,
    { settleMs = 150, pollMs = 15_000 }: CorpusWatcherOptions = {},
  ) {
    this.settleMs = settleMs;
    this.startWatching();
    this.poll = setInterval(() => {
      if (!this.watcher) this.startWatching();
      this.lookSoon();
    }, pollMs);
    this.poll.unref();
    void signFolder(folder).then((signature) => {
      this.known ??= signature;
    });
  }

  close(): void {
    this.isClosed = true;
    clearInterval(this.poll);
    if (this.settle) clearTimeout(this.settle);
    this.watcher?.close();
  }

  private startWatching(): void {
    try {
      this.watcher = watch(this.folder, { recursive: true }, () => {
        this.lookSoon();
      });
      this.watcher.on('error', () => {
        this.watcher?.close();
        this.watcher = null; // the poll goes on and tries again
      });
    } catch {
      this.watcher = null;
    }
  }

  private lookSoon(): void {
    if (this.settle || this.isClosed) return;
    this.settle = setTimeout(() => void this.look(), this.settleMs);
  }

  private async look(): Promise<void> {
    const before = await signFolder(this.folder);
    await new Promise((resolve) => setTimeout(resolve, this.settleMs));
    const now = await signFolder(this.folder);
    this.settle = null;
    if (this.isClosed) return;
    if (before !== now) this.lookSoon();
    else if (now !== this.known) {
      this.known = now;
      this.onChange();
    }
  }
}

const filesAtOnce = 128;

/** Changes when a text is added, removed or written: paths, sizes and times of all files that are read. */
async function signFolder(folder: string): Promise<string> {
  const lines: string[] = [];
  let looked = 0;
  const visit = async (below: string): Promise<void> => {
    const entries = await readdir(path.join(folder, below), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const name = path.join(below, entry.name);
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) await visit(name);
      else if (isSourceFile(entry.name) || entry.name === folderMetadataFile) {
        // At once, which takes a tenth of the time; what waits goes on now and then.
        const found = statIfThere(path.join(folder, name));
        if (++looked % filesAtOnce === 0) await setImmediate();
        if (found) lines.push(`${name} ${found.size} ${found.mtimeMs}`);
      }
    }
  };
  await visit('');
  return sha256(lines.sort().join('\n'));
}

function statIfThere(file: string): Stats | null {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}

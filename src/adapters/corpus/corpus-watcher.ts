import { statSync, watch, type FSWatcher, type Stats } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
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
  private isLooking = false;
  /** Whether the folder has told of a change since the last look at it began. */
  private isTold = false;
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
      this.look();
    }, pollMs);
    this.poll.unref();
    void signFolder(folder).then((signature) => {
      this.known ??= signature;
    });
  }

  close(): void {
    this.isClosed = true;
    clearInterval(this.poll);
    this.watcher?.close();
  }

  private startWatching(): void {
    try {
      this.watcher = watch(this.folder, { recursive: true }, () => {
        this.isTold = true;
        this.look();
      });
      this.watcher.on('error', () => {
        this.watcher?.close();
        this.watcher = null; // the poll goes on and tries again
      });
    } catch {
      this.watcher = null;
    }
  }

  private look(): void {
    if (this.isLooking || this.isClosed) return;
    this.isLooking = true;
    void this.waitUntilSettled().then((settled) => {
      this.isLooking = false;
      if (this.isClosed) return;
      if (settled !== this.known) {
        this.known = settled;
        this.onChange();
      }
      if (this.isTold) this.look(); // what was written during the last look may have escaped it
    });
  }

  /** The signature of the folder once two looks in a row find the same. */
  private async waitUntilSettled(): Promise<string> {
    let before = await signFolder(this.folder);
    for (;;) {
      await sleep(this.settleMs);
      this.isTold = false;
      const now = await signFolder(this.folder);
      if (now === before || this.isClosed) return now;
      before = now;
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

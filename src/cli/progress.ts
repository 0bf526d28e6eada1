/** The only file that knows cli-progress: bars on standard error, on a terminal only. */
import { SingleBar } from 'cli-progress';
import type { OwnIndex } from '../app/asking/open-index.js';
import type { IndexingHooks } from '../app/indexing/index-corpus.js';
import { readSettings, readStoreSettings } from '../app/settings.js';
import { printNotice } from './terminal-style.js';

/** Opens the index by the settings, with the labels set by moderators; without the reader for what reads nothing. */
export async function openWithProgress({ reads }: { readonly reads: boolean }): Promise<OwnIndex> {
  const { openIndex } = await import('../app/asking/open-index.js'); // much code that indexing has no use for
  const settings = { ...readSettings(), ...(reads ? {} : { readerModel: 'off' }) };
  return withProgress((hooks) => openIndex(settings, hooks, { store: readStoreSettings() }));
}

/** Does some work with progress bars and notices on standard error. */
export async function withProgress<T>(work: (hooks: IndexingHooks) => Promise<T>): Promise<T> {
  const bars = createBars();
  try {
    return await work(bars.hooks);
  } finally {
    bars.stop();
  }
}

function createBars(): { hooks: IndexingHooks; stop: () => void } {
  const isTerminal = process.stderr.isTTY;
  let bar: SingleBar | null = null;
  let shown = '';
  const stop = (): void => {
    bar?.stop();
    bar = null;
    shown = '';
  };
  const show = (name: string, share: number, detail: string): void => {
    if (!isTerminal) return;
    if (shown !== name) {
      stop();
      bar = new SingleBar({
        format: `${name} {bar} {percentage} %  {detail}`,
        barCompleteChar: '█',
        barIncompleteChar: '░',
        hideCursor: true,
        stream: process.stderr,
      });
      bar.start(100, 0, { detail });
      shown = name;
    }
    bar?.update(Math.floor(share * 100), { detail });
  };
  return {
    hooks: {
      onNotice: (notice) => {
        stop();
        printNotice(notice);
      },
      onIndexProgress: (share, sentences) => {
        show('Indexing', share, `${sentences} sentences`);
      },
    },
    stop,
  };
}

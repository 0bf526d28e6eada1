/** The only file that knows cli-progress: bars on standard error, on a terminal only. */
import { SingleBar } from 'cli-progress';
import { noFolder } from '../app/asking/choose-collections.js';
import type { OwnIndex } from '../app/asking/open-index.js';
import type { IndexingHooks } from '../app/indexing/index-corpus.js';
import { collectionOf } from '../core/collections/collection.js';
import { readSettings, readStoreSettings } from '../app/settings.js';
import { printNotice } from './terminal-style.js';

interface Opening {
  /** Whether the reader is wanted. */
  readonly reads: boolean;
  /** The only collections to look in; left out for all. */
  readonly collections?: readonly string[] | undefined;
}

/**
 * Opens the index by the settings, or the part of it that some collections make, with the labels set by moderators. Throws `bad-input` for a
 * collection that does not exist.
 */
export async function openWithProgress({ reads, collections }: Opening): Promise<OwnIndex> {
  const { openOwnIndex } = await import('../app/asking/open-own-index.js'); // much code that indexing has no use for
  const settings = { ...readSettings(), ...(reads ? {} : { readerModel: 'off' }) };
  const opening = { settings, store: readStoreSettings(), collections };
  return withProgress((hooks) => openOwnIndex(opening, keepAsked(hooks, collections)));
}

function keepAsked(hooks: IndexingHooks, collections: readonly string[] | undefined): IndexingHooks {
  return {
    ...hooks,
    onNotice: (notice) => {
      if (isAboutAsked(notice, collections)) hooks.onNotice?.(notice);
    },
  };
}

/**
 * Whether whoever asks is to hear a notice: none about a text of a collection that is not asked. How a text's letters are written is said
 * by `index`, `add` and `sources`, not with every answer.
 */
function isAboutAsked(notice: string, collections: readonly string[] | undefined): boolean {
  if (/^.+?\.\w+: read as (?:Windows-1252|UTF-16)\b/.test(notice)) return false;
  const [, file] = /^(.+?\.\w+(?:#[^:]*)?): /.exec(notice) ?? [];
  if (collections === undefined || file === undefined || !file.includes('/')) return true;
  const own = collectionOf(file).toLowerCase();
  return collections.some((name) => (name === noFolder ? '' : name.normalize('NFC').trim().toLowerCase()) === own);
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

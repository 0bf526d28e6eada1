/** A link that is put in use, refreshed, removed and put back; and processes that die in the middle of that. */
import { AsyncLocalStorage } from 'node:async_hooks';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * @typedef {object} Life What one process has done, or what stands for a process.
 * @property {number} changes How often it has changed anything on the disk.
 * @property {(changes: number) => boolean} diesAt Whether it does not live to do the next one.
 */

/** @type {AsyncLocalStorage<Life>} */
const lives = new AsyncLocalStorage();

const sync = () => Promise.resolve();

/** From then on, whoever runs in a life that has ended waits for ever for its next change. Before any module of ours is loaded. */
export function watchChanges() {
  for (const name of /** @type {const} */ ([
    'rename',
    'link',
    'unlink',
    'copyFile',
    'rm',
    'mkdir',
    'writeFile',
    'open',
  ])) {
    const real = /** @type {(...args: unknown[]) => unknown} */ (/** @type {unknown} */ (fs[name]));
    const watched = (/** @type {unknown[]} */ ...args) => {
      const life = lives.getStore();
      const isChange = name !== 'open' || /w|\+/.test(String(args[1]));
      if (life && isChange && life.diesAt(++life.changes)) return new Promise(() => undefined);
      const done = real.apply(fs, args);
      // Whether the disk itself is asked to write is not what is looked at, and takes most of the time.
      return name === 'open'
        ? Promise.resolve(done).then((file) => Object.assign(/** @type {object} */ (file), { sync }))
        : done;
    };
    Object.assign(fs, { [name]: watched });
  }
  syncBuiltinESMExports();
}

/**
 * Does something in a life.
 * @template T
 * @param {Life} life
 * @param {() => Promise<T>} work
 */
export function liveWith(life, work) {
  return lives.run(life, work);
}

/**
 * @param {{ dataDir: string, corpusDir: string, port: number, life: Life, say: (line: string) => void }} options
 */
export function live({ dataDir, corpusDir, port, life, say }) {
  return lives.run(life, async () => {
    const { Shelf } = await import('#verbatim/app/shelf/shelf.js');
    const reading = { title: 'Page', format: /** @type {const} */ ('text'), documents: 1, sentences: 1, pages: null };
    let nowMs = Date.now();
    const shelf = new Shelf({
      settings: { corpusDir, dataDir },
      network: {
        resolve: () => Promise.resolve(['127.0.0.1']),
        permits: (address, at) => address === '127.0.0.1' && at === port,
      },
      pauseMs: 0,
      now: () => nowMs,
      preview: () =>
        Promise.resolve({ kind: 'read', preview: { ...reading, bytes: 1, doubts: [], repairs: 0, samples: [] } }),
    });
    const operator = /** @type {const} */ ({ kind: 'operator' });
    const url = `http://pages.test:${port}/page.txt`;
    const id = await shelf.add({ kind: 'link', url, collection: 'rules' }, operator);
    say(`id ${id}`);
    await shelf.whenRead(id, operator);
    say('ready');
    await shelf.use(id, operator);
    say('in-use');
    nowMs += 2 * 86_400_000;
    say(`${(await shelf.refresh(id, operator))?.outcome}`);
    await shelf.remove(id, operator);
    say('removed');
    await shelf.undo(id, operator);
    say('undone');
    await shelf.close();
    say('end');
  });
}

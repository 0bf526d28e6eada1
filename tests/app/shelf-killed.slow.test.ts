import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Shelf } from '#verbatim/app/shelf/shelf.js';
import { Pages } from '../helpers/start-pages.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { live, liveWith, watchChanges } from './shelf-scenario.js';

watchChanges(); // before any module of ours is loaded
const program = fileURLToPath(new URL('./shelf-program.js', import.meta.url));
const operator = { kind: 'operator' } as const;
const versions = ['The gate opens at six. '.repeat(2_000), 'The gate opens at seven. '.repeat(2_000)] as const;
const root = temporaryFolder();
let pages: Pages;

beforeAll(async () => {
  pages = await Pages.start();
  pages.answers.set('/page.txt', (request, response) => {
    const known = request.headers['if-none-match'];
    const number = known === undefined ? 0 : 1;
    const etag = `"${number}"`;
    if (known === '"1"') response.writeHead(304, { etag }).end();
    else response.writeHead(200, { 'content-type': 'text/plain', etag }).end(versions[number]);
  });
});
afterAll(() => pages.close());

interface Folders {
  readonly dataDir: string;
  readonly corpusDir: string;
}

interface Life {
  changes: number;
  readonly diesAt: (changes: number) => boolean;
}

/** What a process has said before it was killed. */
function runUntil(killAt: number, { dataDir, corpusDir }: Folders): Promise<string[]> {
  const child = spawn(process.execPath, [program, dataDir, corpusDir, String(pages.port), String(killAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return new Promise((resolve) => {
    child.once('close', () => {
      resolve(output.split('\n').filter((line) => line !== ''));
    });
  });
}

/** The same within this process, which is much faster: what would be killed waits for ever. */
async function liveUntil(killAt: number, folders: Folders): Promise<string[]> {
  const said: string[] = [];
  await untilDead(killAt, (life) => live({ ...folders, port: pages.port, life, say: (line) => said.push(line) }));
  return [...said];
}

async function untilDead(killAt: number, work: (life: Life) => Promise<unknown>): Promise<void> {
  let die: () => void = () => undefined;
  const dead = new Promise<void>((resolve) => {
    die = resolve;
  });
  const diesAt = (changes: number): boolean => {
    if (changes === killAt) die();
    return changes >= killAt;
  };
  await Promise.race([dead, work({ changes: 0, diesAt })]);
}

/** What is there once the next process has looked after it, and whether all of it is whole. */
async function lookAfter({ dataDir, corpusDir }: Folders): Promise<{ kind: string; shelf: Shelf; id: string } | null> {
  const { Shelf } = await import('#verbatim/app/shelf/shelf.js');
  const shelf = new Shelf({
    settings: { corpusDir, dataDir },
    network: pages.network,
    pauseMs: 0,
    preview: () => Promise.resolve({ kind: 'refused', reason: 'read anew' }),
  });
  await shelf.tidy();
  const [source, ...others] = await shelf.list(operator);
  expect(others).toEqual([]);
  const visible = existsSync(corpusDir)
    ? readdirSync(corpusDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /(?:^|\/)[^./][^/]*\.txt$/.test(name),
      )
    : [];
  for (const name of visible) expect(versions).toContain(readFileSync(path.join(corpusDir, name), 'utf8'));
  if (!source) {
    expect(visible).toEqual([]);
    await shelf.close();
    return null;
  }
  const { kind } = source.state;
  const kept = path.join(dataDir, 'library', source.id, 'original');
  expect({ kind, visible }).toEqual({ kind, visible: kind === 'in-use' ? ['library/rules/page.txt'] : [] });
  if (kind === 'in-use') {
    expect([source.path, existsSync(kept)]).toEqual(['library/rules/page.txt', false]);
    const origin = path.join(corpusDir, 'library/rules/.origins/page.txt.json');
    expect(JSON.parse(readFileSync(origin, 'utf8'))).toMatchObject({ url: pages.url('/page.txt') });
  } else if (kind === 'ready' || kind === 'removed') expect(versions).toContain(readFileSync(kept, 'utf8'));
  return { kind, shelf, id: source.id };
}

/** Where a source may be after each thing that was said: there, or on the way to the next. */
const after: Readonly<Record<string, readonly string[]>> = {
  ready: ['ready', 'in-use'],
  'in-use': ['in-use'],
  changed: ['in-use', 'removed'],
  removed: ['removed', 'in-use'],
  undone: ['in-use'],
};

/** Whether all that was said is still so, and what was said. */
async function expectKept(
  run: (killAt: number, folders: Folders) => Promise<string[]>,
  killAt: number,
): Promise<string[]> {
  const folder = path.join(root, `${run.name}-${killAt}`);
  const folders = { dataDir: path.join(folder, 'data'), corpusDir: path.join(folder, 'corpus') };
  mkdirSync(folders.corpusDir, { recursive: true });
  const said = await run(killAt, folders);
  const found = await lookAfter(folders);
  const last = said.at(-1) ?? '';
  const kind = found?.kind ?? 'gone';
  const allowed = last.startsWith('id ') ? ['queued', 'reading', 'ready', 'in-use'] : (after[last] ?? [kind]);
  expect({ killAt, last, isKept: allowed.includes(kind) }).toEqual({ killAt, last, isKept: true });
  if (said.includes('changed') && kind === 'in-use')
    expect(readFileSync(path.join(folders.corpusDir, 'library/rules/page.txt'), 'utf8')).toBe(versions[1]);
  await found?.shelf.close();
  rmSync(folder, { recursive: true });
  return said;
}

describe('a process that is killed while it puts sources in use', () => {
  it('loses nothing that it has said, and leaves nothing half done, whenever that is', async () => {
    let killAt = 1;
    let said: string[] = [];
    while (said.at(-1) !== 'end') said = await expectKept(liveUntil, killAt++);
    expect(said.slice(1)).toEqual(['ready', 'in-use', 'changed', 'removed', 'undone', 'end']);
    expect(killAt).toBeGreaterThan(60);
    for (const share of [0.2, 0.4, 0.6, 0.8]) {
      const killed = await expectKept(runUntil, Math.round(share * killAt));
      expect(killed).not.toContain('end');
    }
  });

  it('has its file once where another had taken its name, whenever that is', async () => {
    const { Shelf } = await import('#verbatim/app/shelf/shelf.js');
    const reading = { title: 'N', format: 'text', documents: 1, sentences: 1, pages: null, bytes: 1 } as const;
    const preview = { ...reading, doubts: [], repairs: 0, samples: [] };
    const undone: { isDone: boolean } = { isDone: false };
    for (let killAt = 1; !undone.isDone; killAt++) {
      const folder = path.join(root, `taken-${killAt}`);
      const settings = { dataDir: path.join(folder, 'data'), corpusDir: path.join(folder, 'corpus') };
      mkdirSync(settings.corpusDir, { recursive: true });
      const open = (): Shelf =>
        new Shelf({ settings, network: pages.network, preview: () => Promise.resolve({ kind: 'read', preview }) });
      const shelf = open();
      const use = async (text: string): Promise<string> => {
        const bytes = Buffer.from(text);
        const id = await shelf.add({ kind: 'file', name: 'n.txt', bytes, collection: '' }, operator);
        await shelf.whenRead(id, operator);
        await shelf.use(id, operator);
        return id;
      };
      const first = await liveWith({ changes: 0, diesAt: () => false }, async () => {
        const id = await use('First.');
        await shelf.remove(id, operator);
        await use('Second.');
        return id;
      });
      await untilDead(killAt, (life) =>
        liveWith(life, async () => {
          await shelf.undo(first, operator);
          undone.isDone = true;
        }),
      );
      const next = open();
      await next.tidy();
      const { state } = (await next.get(first, operator)) ?? {};
      const library = path.join(settings.corpusDir, 'library');
      const names = readdirSync(library).filter((name) => !name.startsWith('.'));
      const texts = names.sort().map((name) => readFileSync(path.join(library, name), 'utf8'));
      const found = { killAt, kind: state?.kind, texts, listed: (await next.list(operator)).length };
      const kind = found.kind === 'removed' ? 'removed' : 'in-use';
      expect(found).toEqual({
        killAt,
        kind,
        texts: kind === 'removed' ? ['Second.'] : ['First.', 'Second.'],
        listed: 2,
      });
      expect(existsSync(path.join(settings.dataDir, 'library', first, 'original'))).toBe(kind === 'removed');
      await shelf.close();
      await next.close();
      rmSync(folder, { recursive: true });
    }
  });
});

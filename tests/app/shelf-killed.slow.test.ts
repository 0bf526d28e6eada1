import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Shelf } from '#verbatim/app/shelf/shelf.js';
import { Pages } from '../helpers/start-pages.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { live, watchChanges } from './shelf-scenario.js';

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
  let die: () => void = () => undefined;
  const dead = new Promise<void>((resolve) => {
    die = resolve;
  });
  const life = {
    changes: 0,
    diesAt: (changes: number): boolean => {
      if (changes === killAt) die();
      return changes >= killAt;
    },
  };
  await Promise.race([dead, live({ ...folders, port: pages.port, life, say: (line) => said.push(line) })]);
  return [...said];
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
});

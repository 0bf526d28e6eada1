import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runIndexing, type IndexingEvent } from '#verbatim/app/indexing/run-indexing.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace } from '../helpers/workspace.js';

const program = fileURLToPath(new URL('../../dist/app/indexing/main.js', import.meta.url));
const workspace = new Workspace(temporaryFolder(), {
  'pier.txt': 'The pier is 90 metres long. It was built in 1908.\n',
  'empty.txt': '',
});

async function runProgram(env: Record<string, string> = {}): Promise<{ code: number | null; events: IndexingEvent[] }> {
  const child = spawn(process.execPath, [program], {
    cwd: workspace.root,
    env: { ...process.env, CORPUS_DIR: workspace.corpusDir, INDEX_DIR: workspace.indexDir, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const lines = (await text(child.stdout)).split('\n').filter((line) => line !== '');
  return { code: await ended, events: lines.map((line) => JSON.parse(line) as IndexingEvent) };
}

describe('the program that brings the index up to date', () => {
  it('tells notices, progress and the version of the new index as lines of JSON', async () => {
    const { code, events } = await runProgram();
    expect(code).toBe(0);
    // Progress is told as often as there is some.
    expect([...new Set(events.map(({ kind }) => kind))]).toEqual(['notice', 'progress', 'done']);
    expect(events[0]).toEqual({ kind: 'notice', notice: 'empty.txt: left out: no text in it' });
    expect(events.at(-2)).toEqual({ kind: 'progress', share: 1, sentences: 2 });
    expect(events.at(-1)).toMatchObject({ kind: 'done', changed: true });
    expect(workspace.builds()).toHaveLength(1);
  });

  it('tells that nothing has changed', async () => {
    const { code, events } = await runProgram();
    expect(code).toBe(0);
    expect(events.at(-1)).toMatchObject({ kind: 'done', changed: false });
  });

  it('tells a failure by its code and its fields', async () => {
    const { code, events } = await runProgram({ CORPUS_DIR: 'nowhere' });
    expect(code).toBe(1);
    expect(events.at(-1)).toMatchObject({
      kind: 'failed',
      code: 'corpus-missing',
      fields: { detail: 'ENOENT', advice: 'Set CORPUS_DIR to a folder with texts' },
    });
  });
});

describe('whoever starts it', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  function run(signal = new AbortController().signal): { events: IndexingEvent[]; done: Promise<void> } {
    vi.stubEnv('INDEX_DIR', workspace.indexDir);
    const events: IndexingEvent[] = [];
    return { events, done: runIndexing({ proven: null, onEvent: (event) => events.push(event), signal }) };
  }

  it('hears what it tells', async () => {
    vi.stubEnv('CORPUS_DIR', workspace.corpusDir);
    const { events, done } = run();
    await done;
    expect(events.map(({ kind }) => kind)).toEqual(['notice', 'done']);
  });

  it('gets a failure with the fields of what went wrong, without the place for the public', async () => {
    vi.stubEnv('CORPUS_DIR', '/no/such/corpus');
    await expect(run().done).rejects.toMatchObject({
      code: 'indexing-failed',
      message:
        'The index could not be brought up to date: The corpus folder "/no/such/corpus" cannot be read (ENOENT). ' +
        'Set CORPUS_DIR to a folder with texts.',
      fields: { subject: '/no/such/corpus', detail: 'ENOENT' },
      publicMessage:
        'The index could not be brought up to date: The corpus folder … cannot be read (…). ' +
        'Set CORPUS_DIR to a folder with texts.',
    });
  });

  it('can end it', async () => {
    vi.stubEnv('CORPUS_DIR', workspace.corpusDir);
    const stop = new AbortController();
    const { done } = run(stop.signal);
    stop.abort();
    await expect(done).rejects.toThrow();
  });
});

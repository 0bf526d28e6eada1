import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FolderMetadata } from '#verbatim/adapters/corpus/folder-metadata.js';
import { RecordFolder } from '#verbatim/adapters/shelf/record-folder.js';
import { WorkOwners } from '#verbatim/adapters/shelf/work-owners.js';
import { checkShelf } from '#verbatim/app/doctor/check-shelf.js';
import { readSettings } from '#verbatim/app/settings.js';
import { heldByOthers } from '#verbatim/app/shelf/collection-owners.js';
import { Shelf } from '#verbatim/app/shelf/shelf.js';
import { previewFile } from '#verbatim/app/shelf/preview-process.js';
import { previewHere } from '#verbatim/app/shelf/read-preview.js';
import type { ShelfOptions } from '#verbatim/app/shelf/shelf-parts.js';
import type { Actor, AddRequest, ShelvedSource } from '#verbatim/app/shelf/shelved-source.js';
import { Pages } from '../helpers/start-pages.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { writePdf } from '../helpers/write-pdf.js';

const operator: Actor = { kind: 'operator' };
const ada: Actor = { kind: 'member', serverId: '1', person: 'hash-of-ada', name: 'Ada' };
const bob: Actor = { kind: 'member', serverId: '2', person: 'hash-of-bob', name: 'Bob' };
const words = 'The gate of the harbour opens at six in the morning. It closes at ten in the evening, on Sundays too.';
const dayMs = 86_400_000;

const root = temporaryFolder();
let nowMs = Date.UTC(2026, 4, 1, 12);
let pages: Pages;
let corpusDir = '';
let dataDir = '';
let count = 0;
const open: Shelf[] = [];

beforeAll(async () => {
  pages = await Pages.start();
});
afterAll(async () => {
  for (const shelf of open) await shelf.close();
  await pages.close();
});
beforeEach(() => {
  const folder = path.join(root, String(++count));
  corpusDir = path.join(folder, 'corpus');
  dataDir = path.join(folder, 'data');
  mkdirSync(corpusDir, { recursive: true });
  pages.answers.clear();
  pages.requests.length = 0;
});

function openShelf(options: Partial<ShelfOptions> = {}): Shelf {
  const settings = { corpusDir, dataDir };
  const shelf = new Shelf({
    settings,
    network: pages.network,
    now: () => nowMs,
    preview: previewHere,
    pauseMs: 0,
    ...options,
  });
  open.push(shelf);
  return shelf;
}

/** Adds something and waits until it was read. */
async function add(shelf: Shelf, request: AddRequest, actor: Actor = operator): Promise<ShelvedSource> {
  const source = await shelf.whenRead(await shelf.add(request, actor), actor);
  if (!source) throw new Error('the source is gone');
  return source;
}

function file(name: string, text = words, collection = ''): AddRequest {
  return { kind: 'file', name, bytes: Buffer.from(text), collection };
}

/** Writes a next version of a record, as a process that was killed may have left it. */
function writeRecord(id: string, change: (record: object) => unknown): void {
  const folder = path.join(dataDir, 'library', id);
  const last = readdirSync(folder).findLast((name) => name.startsWith('record-')) ?? '';
  const record = JSON.parse(readFileSync(path.join(folder, last), 'utf8')) as object;
  const next = `record-${String(Number(last.slice(-9)) + 1).padStart(9, '0')}`;
  writeFileSync(path.join(folder, next), JSON.stringify(change(record)));
}

const corpusFiles = (): string[] =>
  readdirSync(corpusDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[a-z]+$/.test(name) && !name.endsWith('.origins'))
    .sort();

describe('a link', () => {
  it('is fetched, read and previewed before it is in use, and cited with its address and day', async () => {
    pages.give(
      '/harbour',
      `<html><head><title>Harbour</title></head><body><h1>Harbour</h1><p>${words}</p></body></html>`,
      {
        etag: '"1"',
      },
    );
    const shelf = openShelf();
    const ready = await add(shelf, { kind: 'link', url: pages.url('/harbour'), collection: 'rules' }, ada);
    expect(ready).toMatchObject({
      name: 'harbour.html',
      path: null,
      collection: 'rules',
      serverId: '1',
      origin: { kind: 'link', url: pages.url('/harbour') },
      state: { kind: 'ready' },
      reading: { title: 'Harbour', format: 'html', documents: 1, pages: null, doubts: [], sameAs: null },
      fetched: { url: pages.url('/harbour'), on: '2026-05-01', etag: '"1"' },
    });
    expect(ready.reading?.samples.map(({ exact }) => exact)).toContain(
      'The gate of the harbour opens at six in the morning.',
    );
    expect(corpusFiles()).toEqual([]);
    const used = await shelf.use(ready.id, ada);
    expect(used).toMatchObject({ path: 'library/rules/harbour.html', state: { kind: 'in-use', isMissing: false } });
    const fields = await new FolderMetadata(corpusDir, () => undefined).fieldsFor('library/rules/harbour.html');
    expect([...fields]).toEqual([
      ['url', pages.url('/harbour')],
      ['fetched', '2026-05-01'],
    ]);
    // Of a file that was changed by hand nobody knows where it comes from.
    writeFileSync(path.join(corpusDir, 'library/rules/harbour.html'), '<p>Other words.</p>');
    expect((await new FolderMetadata(corpusDir, () => undefined).fieldsFor('library/rules/harbour.html')).size).toBe(0);
  });

  it('is refused at once where its address is none, and fails with a reason where it cannot be had', async () => {
    const shelf = openShelf();
    for (const url of ['http://127.0.0.1/', 'file:///etc/passwd', 'nonsense', 'http://me:x@a.test/'])
      await expect(shelf.add({ kind: 'link', url, collection: '' }, ada)).rejects.toMatchObject({ code: 'bad-input' });
    pages.give('/picture', 'x', { 'content-type': 'image/png' });
    pages.give('/robots.txt', 'User-agent: *\nDisallow: /secret');
    pages.give('/large', Buffer.alloc(3000));
    const problems = [];
    const small = openShelf({ limits: { fileBytes: 2000 } });
    for (const name of ['/picture', '/secret', '/large', '/none']) {
      const { state } = await add(small, { kind: 'link', url: pages.url(name), collection: '' }, ada);
      problems.push(state.kind === 'failed' && state.problem);
    }
    expect(problems).toEqual(['type', 'robots', 'too-large', 'status']);
  });

  it('is kept in UTF-8 where only its server says how it is written', async () => {
    const koi8 = Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]); // "Привет"
    pages.give('/hello', Buffer.concat([koi8, Buffer.from(`. ${words}`)]), {
      'content-type': 'text/plain; charset=koi8-r',
    });
    const shelf = openShelf();
    const { id } = await add(shelf, { kind: 'link', url: `${pages.url('/hello')}#here`, collection: '' });
    const used = await shelf.use(id, operator);
    expect(used?.fetched?.url).toBe(pages.url('/hello'));
    expect(readFileSync(path.join(corpusDir, 'library/hello.txt'), 'utf8')).toBe(`Привет. ${words}`);
    pages.give('/wide', Buffer.from(words, 'utf16le'), { 'content-type': 'text/plain; charset="utf-16le"' });
    const wide = await add(shelf, { kind: 'link', url: pages.url('/wide'), collection: '' });
    await shelf.use(wide.id, operator);
    expect(readFileSync(path.join(corpusDir, 'library/wide.txt'), 'utf8')).toBe(words);
  });

  it('of another host, or of another server, is not held up by slow ones', async () => {
    const held: (() => void)[] = [];
    pages.answers.set('/slow', (_, response) => void held.push(() => response.end(words)));
    pages.give('/quick', words, { 'content-type': 'text/plain' });
    const shelf = openShelf();
    const link = (name: string, host: string): AddRequest => ({
      kind: 'link',
      url: pages.url(name, host),
      collection: '',
    });
    const slow = await Promise.all(
      ['a', 'a', 'b', 'c', 'd'].map((host) => shelf.add(link('/slow', `${host}.test`), ada)),
    );
    expect((await add(shelf, link('/quick', 'quick.test'), bob)).state.kind).toBe('ready');
    // Of one server two are fetched at a time, and of one host one.
    const asked = pages.requests.filter(({ url }) => url === '/slow').map(({ headers }) => headers.host?.charAt(0));
    expect([asked.length, new Set(asked).size]).toEqual([2, 2]);
    const states = await Promise.all(slow.map(async (id) => (await shelf.get(id, ada))?.state.kind));
    expect(states.sort()).toEqual(['queued', 'queued', 'queued', 'reading', 'reading']);
    const timer = setInterval(() => {
      for (const end of held.splice(0)) end();
    }, 5);
    for (const id of slow) expect((await shelf.whenRead(id, ada))?.state.kind).toBe('ready');
    clearInterval(timer);
  });

  it('keeps the text in use where little is left of it or a page to log in is there, and is due within a week', async () => {
    let page = `<title>Harbour</title><p>${words} ${words} A boat is moored.</p>`;
    pages.answers.set('/page', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'max-age=99999999999' }).end(page);
    });
    const shelf = openShelf();
    const { id } = await add(shelf, { kind: 'link', url: pages.url('/page'), collection: '' });
    const used = await shelf.use(id, operator);
    expect(used?.refresh?.dueAtMs).toBe(nowMs + 7 * dayMs);
    for (const other of ['<title>Harbour</title><p>It is closed.</p>', `<title>Log in</title><p>${words}</p>`]) {
      page = other;
      nowMs += 8 * dayMs;
      const looked = await shelf.refresh(id, operator);
      expect(looked).toMatchObject({ outcome: 'failed', source: { refresh: { problem: { problem: 'doubtful' } } } });
    }
    expect(readFileSync(path.join(corpusDir, 'library/page.html'), 'utf8')).toContain('moored');
    nowMs = Date.UTC(2026, 4, 1, 12);
  });

  it('is looked at again when it is due, and replaced only by what can be read', async () => {
    let version = 1;
    pages.answers.set('/page', (request, response) => {
      const tag = `"${version}"`;
      if (request.headers['if-none-match'] === tag) response.writeHead(304, { etag: tag }).end();
      else if (version === 3) response.writeHead(500).end();
      else response.writeHead(200, { 'content-type': 'text/plain', etag: tag }).end(`${words} Version ${version}.`);
    });
    const changes: string[] = [];
    const shelf = openShelf({ onChange: ({ state }) => changes.push(state.kind) });
    const { id } = await add(shelf, { kind: 'link', url: pages.url('/page'), collection: '' });
    await shelf.use(id, operator);
    const text = (): string => readFileSync(path.join(corpusDir, 'library/page.txt'), 'utf8');
    const asked = (): number => pages.paths.filter((name) => name === '/page').length;
    expect((await shelf.refresh(id, operator))?.outcome).toBe('not-yet');
    await shelf.refreshDue();
    expect(asked()).toBe(1);
    nowMs += dayMs + 1;
    await shelf.refreshDue();
    expect([asked(), text()]).toEqual([2, `${words} Version 1.`]);
    version = 2;
    nowMs += 3_600_000;
    expect(await shelf.refresh(id, operator)).toMatchObject({
      outcome: 'changed',
      source: { fetched: { on: '2026-05-02', etag: '"2"' }, refresh: { problem: null } },
    });
    expect(text()).toBe(`${words} Version 2.`);
    version = 3;
    nowMs += dayMs + 1;
    await Promise.all([shelf.refreshDue(), openShelf().refreshDue()]);
    expect(asked()).toBe(4);
    expect(await shelf.get(id, operator)).toMatchObject({ refresh: { problem: { problem: 'status' } } });
    expect(text()).toBe(`${words} Version 2.`);
    const report = await checkShelf({ ...readSettings({}), corpusDir, dataDir });
    expect(report.findings.map(({ check, status }) => `${check} ${status}`)).toEqual(['library ok', 'links warning']);
    expect(report.findings[1]?.detail).toContain(`${pages.url('/page')}: the server answers 500`);
    expect(report.linkHosts).toEqual([`pages.test:${pages.port}`]);
    // Nor is what somebody has changed by hand overwritten.
    version = 4;
    nowMs += dayMs + 1;
    writeFileSync(path.join(corpusDir, 'library/page.txt'), 'Corrected.');
    expect((await shelf.refresh(id, operator))?.source.refresh).toMatchObject({ problem: { problem: 'edited' } });
    expect(text()).toBe('Corrected.');
    expect((await shelf.get(id, operator))?.trail.map(({ action }) => action)).toEqual(['add', 'use', 'change']);
    nowMs = Date.UTC(2026, 4, 1, 12);
  });
});

describe('a file', () => {
  it('says its doubts before it is in use, or why it cannot be read', async () => {
    const shelf = openShelf({ preview: previewFile });
    const bytes = Buffer.from(writePdf([[], [{ text: words, x: 72, y: 72 }]]));
    const scanned = await add(shelf, { kind: 'file', name: 'scan.pdf', bytes, collection: '' });
    expect(scanned.reading).toMatchObject({ format: 'pdf', pages: 2, doubts: [{ kind: 'no-text', pages: [1] }] });
    expect(scanned.reading?.samples[0]?.place).toMatchObject({ kind: 'page', page: 2 });
    const empty = await add(shelf, file('empty.txt', '  \n'));
    expect(empty.state).toMatchObject({ kind: 'failed', problem: 'unreadable', reason: 'no text in it' });
    const broken = await add(shelf, { ...file('a.pdf'), bytes: Buffer.from('%PDF-1.4 nothing') } as AddRequest);
    expect(broken.state).toMatchObject({ kind: 'failed', reason: 'it is no PDF, or a damaged one' });
    await expect(shelf.add({ ...file('a.png'), bytes: Buffer.from('\u0089PNG\0') } as AddRequest, ada)).rejects.toThrow(
      'a.png: it is neither a text nor a file of a format that is read.',
    );
    await expect(shelf.add(file('a.txt', words, '../up'), ada)).rejects.toThrow(
      '"../up" cannot be the name of a collection',
    );
  });

  it('never takes the place of another, and is said to be in use already where it is', async () => {
    mkdirSync(path.join(corpusDir, 'library/rules'), { recursive: true });
    writeFileSync(path.join(corpusDir, 'library/rules/Notes.txt'), 'Put here by hand.');
    const shelf = openShelf();
    const one = await add(shelf, file('../../notes.txt', words, 'Rules'));
    const used = await shelf.use(one.id, operator);
    // A folder of the same name is used, however it is written here.
    expect(used?.path).toBe('library/rules/notes-2.txt');
    const again = await add(shelf, file('again.txt', words, 'rules'));
    expect(again.reading?.sameAs).toBe('library/rules/notes-2.txt');
    await expect(shelf.use(again.id, operator)).rejects.toThrow(
      'the same file is in use already: library/rules/notes-2.txt',
    );
    const elsewhere = await add(shelf, file('again.txt', words, 'novels'));
    expect(elsewhere.reading?.sameAs).toBe(null);
    expect(readFileSync(path.join(corpusDir, 'library/rules/Notes.txt'), 'utf8')).toBe('Put here by hand.');
  });

  it('is removed, put back within the week, and gone after it', async () => {
    const shelf = openShelf();
    const { id } = await add(shelf, file('rule.md', words, 'rules'), ada);
    await shelf.use(id, ada);
    expect(await shelf.use(id, ada)).toMatchObject({ state: { kind: 'in-use' } });
    const removed = await shelf.remove(id, ada);
    expect(removed).toMatchObject({ state: { kind: 'removed', untilMs: nowMs + 7 * dayMs }, path: null });
    expect(corpusFiles()).toEqual([]);
    expect(await shelf.remove(id, ada)).toEqual(removed);
    // Meanwhile its place is taken.
    writeFileSync(path.join(corpusDir, 'library/rules/rule.md'), 'Another rule.');
    expect(await shelf.undo(id, ada)).toMatchObject({ path: 'library/rules/rule-2.md', state: { kind: 'in-use' } });
    expect(readFileSync(path.join(corpusDir, 'library/rules/rule-2.md'), 'utf8')).toBe(words);
    await shelf.remove(id, ada);
    nowMs += 7 * dayMs - 1;
    await shelf.tidy();
    expect((await shelf.get(id, ada))?.state.kind).toBe('removed');
    nowMs += 1;
    expect((await shelf.undo(id, ada))?.state.kind).toBe('removed');
    await shelf.tidy();
    expect((await shelf.get(id, ada))?.state.kind).toBe('discarded');
    expect(readdirSync(path.join(dataDir, 'library', id)).filter((name) => !name.startsWith('record'))).toEqual([]);
    expect((await shelf.get(id, ada))?.trail.map(({ action, by }) => `${action} ${by?.name ?? ''}`)).toEqual(
      ['add', 'use', 'remove', 'undo', 'remove'].map((action) => `${action} Ada`),
    );
    nowMs = Date.UTC(2026, 4, 1, 12);
  });

  it('that was put there by hand is listed, and removed by the operator alone', async () => {
    mkdirSync(path.join(corpusDir, 'novels'));
    writeFileSync(path.join(corpusDir, 'novels/one.txt'), words);
    const shelf = openShelf();
    const [one] = await shelf.list(operator);
    expect(one).toMatchObject({
      name: 'one.txt',
      path: 'novels/one.txt',
      collection: 'novels',
      origin: { kind: 'folder' },
    });
    const id = one?.id ?? '';
    expect(await shelf.remove(id, ada)).toBe(null);
    const removed = await shelf.remove(id, operator);
    expect(corpusFiles()).toEqual([]);
    expect(await shelf.undo(removed?.id ?? '', operator)).toMatchObject({ path: 'novels/one.txt' });
    rmSync(path.join(corpusDir, 'novels/one.txt'));
    expect((await shelf.list(operator)).map(({ state }) => state)).toEqual([{ kind: 'in-use', isMissing: true }]);
    expect(await shelf.remove(removed?.id ?? '', operator)).toMatchObject({ state: { kind: 'discarded' } });
    expect(await shelf.list(operator)).toEqual([]);
  });

  it('is its own where it was removed before another one of its name came, even when a process was killed', async () => {
    const shelf = openShelf();
    const { id } = await add(shelf, file('n.txt', words, 'rules'));
    await shelf.use(id, operator);
    const place = path.join(corpusDir, 'library/rules/n.txt');
    // What is said of where a file comes from cannot be taken away with it.
    writeFileSync(path.join(corpusDir, 'library/rules/.origins'), 'no folder');
    expect(await shelf.remove(id, operator)).toMatchObject({ state: { kind: 'removed' } });
    // Killed after the file was taken out; then somebody puts another there.
    writeRecord(id, (record) => ({ ...record, moving: 'out', owner: null }));
    writeFileSync(place, 'Put here by hand.');
    const old = path.join(corpusDir, 'library/rules/.n.txt.0123456789ab.tmp');
    writeFileSync(old, 'half');
    utimesSync(old, 1, 1);
    await shelf.tidy();
    expect([readFileSync(place, 'utf8'), existsSync(old)]).toEqual(['Put here by hand.', false]);
    expect((await shelf.list(operator)).map(({ state }) => state.kind).sort()).toEqual(['in-use', 'removed']);
    expect(await shelf.undo(id, operator)).toMatchObject({ path: 'library/rules/n-2.txt' });
    expect(readFileSync(path.join(corpusDir, 'library/rules/n-2.txt'), 'utf8')).toBe(words);
    // A version that is no record, or leads out of the corpus folder, is not believed.
    for (const damaged of [
      (): unknown => [],
      (): unknown => 5,
      (one: object): unknown => ({ ...one, path: '../../a.txt' }),
    ])
      writeRecord(id, damaged);
    expect(await shelf.get(id, operator)).toMatchObject({ path: 'library/rules/n-2.txt' });
  });

  it('is put back whatever the length of its name, and never behind a link to a folder', async () => {
    const long = `${'n'.repeat(248)}.txt`;
    writeFileSync(path.join(corpusDir, long), words);
    mkdirSync(path.join(corpusDir, 'library'));
    mkdirSync(path.join(root, `outside-${count}`));
    symlinkSync(path.join(root, `outside-${count}`), path.join(corpusDir, 'library/rules'), 'junction');
    symlinkSync(path.join(root, 'nowhere'), path.join(corpusDir, 'nowhere.txt'));
    const shelf = openShelf();
    const [one, ...others] = await shelf.list(operator);
    expect(others).toEqual([]);
    const removed = await shelf.remove(one?.id ?? '', operator);
    expect(await shelf.undo(removed?.id ?? '', operator)).toMatchObject({ path: long });
    const { id } = await add(shelf, file('a.txt', `${words} More.`, 'rules'));
    await expect(shelf.use(id, operator)).rejects.toThrow('is a link to another folder');
    expect(readdirSync(path.join(root, `outside-${count}`))).toEqual([]);
  });

  it('stays as it was where the corpus folder cannot be written', async () => {
    const shelf = openShelf();
    const { id } = await add(shelf, file('a.txt'));
    writeFileSync(path.join(corpusDir, 'library'), 'no folder');
    await expect(shelf.use(id, operator)).rejects.toMatchObject({ code: 'library-write' });
    expect(await shelf.get(id, operator)).toMatchObject({
      state: { kind: 'ready' },
      path: null,
      trail: [{ action: 'add' }],
    });
    expect((await checkShelf({ ...readSettings({}), corpusDir, dataDir })).findings).toMatchObject([
      { check: 'library', status: 'warning', detail: expect.stringContaining('may not be written') as string },
    ]);
    rmSync(path.join(corpusDir, 'library'));
    expect(await shelf.use(id, operator)).toMatchObject({ state: { kind: 'in-use' } });
    writeFileSync(path.join(root, 'no-folder'), '');
    const nowhere = openShelf({ settings: { corpusDir, dataDir: path.join(root, 'no-folder') } });
    await expect(nowhere.add(file('a.txt'), operator)).rejects.toMatchObject({ code: 'library-write' });
  });
});

describe('words of a message', () => {
  it('become a text with author, date and link', async () => {
    const shelf = openShelf();
    const request: AddRequest = {
      kind: 'text',
      text: `${words}\n\n---\ntitle: not this\n`,
      title: 'Ada: "the gate" #1',
      author: 'Ada',
      date: '2026-04-30',
      url: 'https://discord.com/channels/1/2/3',
      collection: '',
    };
    const ready = await add(shelf, request, ada);
    expect(ready).toMatchObject({
      name: 'Ada- the gate -1.md',
      reading: { title: 'Ada: "the gate" #1', format: 'markdown' },
    });
    const used = await shelf.use(ready.id, ada);
    const written = readFileSync(path.join(corpusDir, used?.path ?? ''), 'utf8');
    expect(written).toContain('date: "2026-04-30"\nurl: "https://discord.com/channels/1/2/3"\n---\n\nThe gate');
  });
});

describe('an attachment', () => {
  it('is fetched once, whatever robots.txt says, and its address is forgotten', async () => {
    pages.give('/robots.txt', 'User-agent: *\nDisallow: /');
    pages.give('/attachments/1/rules.txt', words, { 'content-type': 'application/octet-stream' });
    const shelf = openShelf();
    const url = `${pages.url('/attachments/1/rules.txt')}?ex=1&hm=2`;
    const ready = await add(shelf, { kind: 'attachment', url, name: 'rules.txt', collection: '' }, ada);
    expect(ready).toMatchObject({
      name: 'rules.txt',
      state: { kind: 'ready' },
      origin: { kind: 'attachment' },
      fetched: null,
    });
    expect(pages.paths).toEqual(['/attachments/1/rules.txt?ex=1&hm=2']);
    const files = readdirSync(path.join(dataDir, 'library', ready.id)).filter((name) => name.startsWith('record'));
    expect(readFileSync(path.join(dataDir, 'library', ready.id, files.at(-1) ?? ''), 'utf8')).not.toContain('hm=2');
  });
});

describe('a server', () => {
  it('sees and changes its own sources alone', async () => {
    const shelf = openShelf();
    const own = await add(shelf, file('own.txt'), ada);
    const other = await shelf.add(file('other.txt', `${words} Other.`), bob);
    writeFileSync(path.join(corpusDir, 'all.txt'), words);
    writeFileSync(path.join(corpusDir, 'hidden.txt'), words);
    const names = async (actor: Actor): Promise<string[]> => (await shelf.list(actor)).map(({ name }) => name).sort();
    expect(await names(ada)).toEqual(['all.txt', 'hidden.txt', 'own.txt']);
    expect(await shelf.list(ada, { collections: (name) => name !== '' })).toEqual([]);
    expect(await names(operator)).toEqual(['all.txt', 'hidden.txt', 'other.txt', 'own.txt']);
    for (const act of ['get', 'use', 'discard', 'remove', 'undo', 'refresh', 'whenRead'] as const)
      expect([act, await shelf[act](other, ada)]).toEqual([act, null]);
    expect(await shelf.discard(own.id, ada)).toMatchObject({ state: { kind: 'discarded' } });
    expect(await shelf.use(own.id, ada)).toMatchObject({ state: { kind: 'discarded' } });
  });

  it('never takes the file of another with the same bytes', async () => {
    const shelf = openShelf();
    const own = await add(shelf, file('n.txt'), ada);
    await shelf.use(own.id, ada);
    await shelf.remove(own.id, ada);
    const other = await add(shelf, file('n.txt'), bob);
    expect(await shelf.use(other.id, bob)).toMatchObject({ path: 'library/n.txt' });
    await expect(shelf.undo(own.id, ada)).rejects.toThrow('the same file is in use already: library/n.txt');
    expect(await shelf.get(other.id, bob)).toMatchObject({ state: { kind: 'in-use', isMissing: false } });
    await shelf.remove(other.id, bob);
    expect(await shelf.undo(own.id, ada)).toMatchObject({ path: 'library/n.txt' });
  });

  it('may have so many sources and so many bytes', async () => {
    const shelf = openShelf({ limits: { serverSources: 2, serverBytes: 300, fileBytes: 250 } });
    await expect(shelf.add(file('a.txt', 'a'.repeat(251)), ada)).rejects.toThrow('a.txt: it is larger than 1 MB');
    const first = await shelf.add(file('a.txt', 'a'.repeat(200)), ada);
    await expect(shelf.add(file('b.txt', 'b'.repeat(150)), ada)).rejects.toThrow('b.txt: there is room for 0 MB more');
    await shelf.add(file('b.txt', 'b'.repeat(50)), ada);
    await expect(shelf.add(file('c.txt', 'c'), ada)).rejects.toThrow('2 sources of this server already');
    await shelf.add(file('c.txt', 'c'), bob);
    await shelf.discard(first, ada);
    await shelf.add(file('c.txt', 'c'), ada);
  });

  it('may claim only collections that nobody else has put anything into', async () => {
    const shelf = openShelf();
    await shelf.use((await add(shelf, file('own.txt', words, 'own'), ada)).id, ada);
    await add(shelf, file('other.txt', words, 'of bob'), bob);
    await add(shelf, file('other.txt', words, 'own-too'), ada);
    mkdirSync(path.join(corpusDir, 'rules'));
    writeFileSync(path.join(corpusDir, 'rules/house.txt'), words);
    const isHeld = await heldByOthers(shelf, '1');
    expect(['own', 'own-too', 'new', 'of bob', 'rules', 'Rules', ''].filter(isHeld)).toEqual([
      'of bob',
      'rules',
      'Rules',
      '',
    ]);
  });

  it('may put in a text of so many sentences, the operator any', async () => {
    const shelf = openShelf({ limits: { sourceSentences: 1 } });
    expect((await add(shelf, file('a.txt'), ada)).state).toEqual({
      kind: 'failed',
      problem: 'too-large',
      reason: 'it has 2 sentences, and a text that a server puts in may have 1: split it into parts',
    });
    expect((await add(shelf, file('a.txt'))).state.kind).toBe('ready');
  });

  it('has room for more after something failed that there was no room for', async () => {
    const shelf = openShelf({ limits: { serverBytes: 300 } });
    pages.give('/long.txt', `The gate of the harbour is open. ${words.repeat(9)}`, { 'content-type': 'text/plain' });
    const { id, state } = await add(shelf, { kind: 'link', url: pages.url('/long.txt'), collection: '' }, ada);
    expect(state).toMatchObject({ kind: 'failed', problem: 'too-large' });
    expect(await add(shelf, file('a.txt', words.slice(0, 200)), ada)).toMatchObject({ state: { kind: 'ready' } });
    expect(await shelf.discard(id, ada)).toMatchObject({ state: { kind: 'discarded' } });
  });

  it('has the names of those who have done something in its trail, until they are forgotten', async () => {
    const shelf = openShelf();
    const id = await shelf.add(file('own.txt'), ada);
    expect(await shelf.trailOf('hash-of-ada')).toMatchObject([
      { source: { id }, entry: { action: 'add', atMs: nowMs } },
    ]);
    expect(await shelf.forget({ beforeMs: nowMs })).toBe(0);
    expect(await shelf.forget({ person: 'hash-of-ada' })).toBe(1);
    expect(await shelf.trailOf('hash-of-ada')).toEqual([]);
    expect((await shelf.get(id, ada))?.trail).toEqual([{ action: 'add', atMs: nowMs, by: null }]);
  });
});

describe('two processes on one shelf', () => {
  it('put a source in use once, and wait for what the other reads', async () => {
    const [one, two] = [openShelf(), openShelf()];
    const id = await one.add(file('a.txt'), ada);
    expect((await two.whenRead(id, ada))?.state).toEqual({ kind: 'ready' });
    await Promise.all([one.use(id, ada), two.use(id, ada), one.use(id, ada), two.use(id, ada)]);
    expect(corpusFiles()).toEqual(['library/a.txt']);
    await Promise.all([one.remove(id, ada), two.remove(id, ada)]);
    expect(corpusFiles()).toEqual([]);
    await Promise.all([two.undo(id, ada), one.undo(id, ada)]);
    expect(corpusFiles()).toEqual(['library/a.txt']);
    expect((await one.get(id, ada))?.trail.map(({ action }) => action)).toEqual(['add', 'use', 'remove', 'undo']);
  });

  it('change a record once for each change, and are told from those of other hosts', async () => {
    const folders = [new RecordFolder<{ count: number }>(dataDir), new RecordFolder<{ count: number }>(dataDir)];
    await folders[0]?.create('a', { count: 0 });
    const increase = async (folder: RecordFolder<{ count: number }>): Promise<void> => {
      for (let time = 0; time < 10; time++) await folder.update('a', ({ count: before }) => ({ count: before + 1 }));
    };
    await Promise.all(folders.map(increase));
    expect(await folders[1]?.read('a')).toEqual({ count: 20 });
    const owners = new WorkOwners(path.join(dataDir, '.alive'));
    await owners.open();
    const [, host = '', number = ''] = /^(.*)-(\d+)-/.exec(owners.own) ?? [];
    const elsewhere = `${host.slice(0, -1)}-4999999-0a`;
    writeFileSync(path.join(dataDir, '.alive', elsewhere), '');
    expect([await owners.isAlive(elsewhere), await owners.isAlive(`${host}-${number}-0a`)]).toEqual([true, false]);
    await owners.close();
  });

  it('remove a file once that was put there by hand', async () => {
    writeFileSync(path.join(corpusDir, 'hand.txt'), words);
    const shelf = openShelf();
    const id = (await shelf.list(operator))[0]?.id ?? '';
    const removed = await Promise.all([shelf.remove(id, operator), shelf.remove(id, operator)]);
    expect(removed.map((source) => source?.state.kind).sort()).toEqual(['removed', undefined]);
    expect(await shelf.list(operator)).toHaveLength(1);
  });

  it('leave what one has not read to the next', async () => {
    const one = openShelf();
    const ids = await Promise.all(['a', 'b', 'c'].map((name) => one.add(file(`${name}.txt`, `${words} ${name}`), ada)));
    await one.close();
    const two = openShelf();
    two.start();
    for (const id of ids) expect((await two.whenRead(id, ada))?.state).toEqual({ kind: 'ready' });
    // What nobody puts in use is thrown away after a week.
    nowMs += 7 * dayMs;
    await two.tidy();
    expect(await two.list(ada)).toEqual([]);
    nowMs = Date.UTC(2026, 4, 1, 12);
  });
});

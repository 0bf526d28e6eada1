import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReaderProcess } from '#verbatim/adapters/formats/reader-process.js';
import { checkMaterial } from '#verbatim/app/doctor/check-material.js';
import { readSettings } from '#verbatim/app/settings.js';
import { verifyQuote } from '#verbatim/app/asking/verify-quote.js';
import { fingerprint } from '#verbatim/core/text/fingerprint.js';
import type { Quote } from '#verbatim/core/search/quote.js';
import { openHere, type OpenedHere } from '../helpers/open-here.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace, withoutReader } from '../helpers/workspace.js';
import { writeArchive, writeDocx } from '../helpers/write-archive.js';
import { layColumn, writePdf } from '../helpers/write-pdf.js';

const well =
  'The well behind the mill gives four litres a minute in summer and twice as much after rain. It was dug in 1887 by ' +
  'two brothers who had come from the coast, and it has never run dry since then.';
const page = { x: 72, y: 110, width: 468 };
const pdf = (words: string): Buffer =>
  writePdf([
    layColumn('This page is about nothing in particular, and it goes on for a while until it ends here.', page).texts,
    layColumn(words, page).texts,
    [],
  ]);
const files = {
  'well.pdf': pdf(well),
  'oven.html': '<title>The oven</title><p>The oven takes six hours to warm up.</p>',
  'bell.docx': writeDocx('<w:p><w:r><w:t>The bell weighs ninety kilos and hangs in the tower.</w:t></w:r></w:p>'),
  'talk.srt': '1\n00:12:31,000 --> 00:12:35,000\nThe ferry leaves at noon from the lower quay.\n',
  'news.rss':
    '<rss><channel><title>Post</title><item><title>Bees</title><guid>1</guid><description>The bees have made forty jars of honey.</description></item>' +
    '<item><title>Goats</title><guid>2</guid><description>The goats have eaten the hedge of the vicar.</description></item></channel></rss>',
  'plain.txt': 'The cat sleeps on the sacks.\n',
  'locked.pdf': writePdf([], { isEncrypted: true }),
  'bomb.docx': writeArchive({ 'word/document.xml': new Uint8Array(30_000_000) }),
  'settings.json': '{"name": "verbatim"}',
};

const workspace = new Workspace(temporaryFolder(), files, withoutReader);
let opened: OpenedHere;

async function ask(question: string): Promise<Quote> {
  const { quotes, related } = await opened.pipeline.ask(question, { read: false });
  const quote = quotes[0] ?? related[0];
  if (!quote) throw new Error(`no quote for ${question}`);
  return quote;
}

beforeAll(async () => {
  opened = await openHere(workspace.corpusDir, workspace.indexDir);
});

afterAll(() => opened.pipeline.close());

describe('files of other formats', () => {
  it('are read beside texts; what cannot be read or is doubtful is told in one line, and the rest goes on', () => {
    expect(opened.notices).toEqual([
      'bomb.docx: left out: it unpacks to far more than a text has',
      'locked.pdf: left out: it is encrypted: save it without its password',
      'settings.json: left out: it is no export of a Discord channel with messages',
      'well.pdf: no text (page 3)',
    ]);
    expect(opened.pipeline.manifest.documents.map((document) => document.path.replace(/-[0-9a-f]{6}$/, ''))).toEqual([
      'bell.docx',
      'news.rss#bees',
      'news.rss#goats',
      'oven.html',
      'plain.txt',
      'talk.srt',
      'well.pdf',
    ]);
  });

  it.each([
    ['How many litres does the well give?', 'well.pdf', { kind: 'page', page: 2, printed: null }],
    ['How long does the oven take to warm up?', 'oven.html', undefined],
    ['What does the bell weigh?', 'bell.docx', undefined],
    ['When does the ferry leave?', 'talk.srt', { kind: 'time', ms: 751_000 }],
    ['How much honey have the bees made?', 'news.rss', undefined],
  ])('answer with slices of what was read, and with their place: %s', async (question, file, place) => {
    const quote = await ask(question);
    expect(quote.document.path.split('#')[0]).toBe(file);
    expect(quote.place).toEqual(place);
    const document = opened.pipeline.findDocument(quote.document.id)?.document;
    expect(document?.text.slice(quote.start, quote.end)).toBe(quote.exact);
    expect((await opened.pipeline.verifyQuote(quote.document, quote, fingerprint(quote.exact))).kind).toBe('identical');
  });

  it('are kept beside the index under their digest, and read only once', async () => {
    const kept = readdirSync(path.join(workspace.indexDir, 'derived'));
    expect(kept).toHaveLength(8);
    for (const name of kept) expect(name).toMatch(/^[0-9a-f]{64}-[a-z-]+-\d+\.json$/);
    const again = await openHere(workspace.corpusDir, workspace.indexDir);
    expect(again.pipeline.indexing.changed).toBe(false);
    expect(again.notices.filter((notice) => notice.includes('no text'))).toEqual([]);
    await again.pipeline.close();
  });

  it('are cited in the terminal, listed with their doubts, and whole when they are checked', async () => {
    const [asked, listed, checked] = await Promise.all([
      workspace.run(['ask', 'How many litres does the well give?', '--limit', '1']),
      workspace.run(['sources']),
      workspace.run(['check']),
    ]);
    expect(asked.stdout).toMatch(/— well\.pdf · p\. 2 \(well\.pdf\)/);
    expect(listed.stdout).toContain('well.pdf (pdf): 3 sentences; doubtful: no text (page 3)\n');
    expect(listed.stdout).toContain('plain.txt (text): 1 sentence\n');
    expect(listed.stderr).toContain('locked.pdf: left out: it is encrypted');
    expect(checked.stdout).toContain('7 identical, 0 changed, 0 missing, 0 new');
    expect(checked.code).toBe(0);
  });

  it('are looked through by the doctor, which names what is doubtful and what is left out', async () => {
    const settings = readSettings({ CORPUS_DIR: workspace.corpusDir, INDEX_DIR: workspace.indexDir, ...withoutReader });
    const { findings } = await checkMaterial(settings);
    expect(findings[0]).toMatchObject({ check: 'corpus', status: 'warning' });
    expect(findings[0]?.detail).toContain('doubtful: well.pdf: no text (page 3); bomb.docx: left out');
    expect(findings[1]).toMatchObject({ check: 'index', status: 'ok' });
  });

  it('are seen to have changed, moved or gone', async () => {
    const quote = await ask('How many litres does the well give?');
    const document = opened.pipeline.findDocument(quote.document.id)?.document ?? { path: '' };
    const mark = fingerprint(quote.exact);
    const other = temporaryFolder();
    const verify = (): ReturnType<typeof verifyQuote> => verifyQuote(other, document, quote, mark);
    expect((await verify()).kind).toBe('removed');
    writeFileSync(path.join(other, 'well.pdf'), pdf(`A new first sentence stands here now. ${well}`));
    expect((await verify()).kind).toBe('moved');
    writeFileSync(path.join(other, 'well.pdf'), pdf(well.replace('four', 'five')));
    expect((await verify()).kind).toBe('changed');
    const { derivation } = { derivation: undefined, ...document };
    const older = { path: document.path, ...(derivation && { derivation: { ...derivation, version: 0 } }) };
    expect((await verifyQuote(other, older, quote, mark)).kind).toBe('older-reader');
    const whole = readFileSync(path.join(workspace.corpusDir, 'well.pdf'));
    workspace.write({ 'well.pdf': pdf(well.replace('four', 'five')) });
    const { stdout, code } = await workspace.run(['check']);
    expect([stdout.includes('changed: well.pdf'), code]).toEqual([true, 1]);
    workspace.write({ 'well.pdf': whole });
  });
});

/** Starts the program that reads in a process of its own, with a page that takes it long; prints the program's id. */
const starter = `
  const { fork } = require('node:child_process');
  const child = fork(process.argv[1], { serialization: 'advanced', stdio: 'ignore' });
  const deep = ('<div>'.repeat(900) + '<p>Words.</p>' + '</div>'.repeat(900)).repeat(1500);
  child.send({ format: 'html', bytes: Buffer.from(deep) }, () => console.log(child.pid));
`;

async function isGone(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return false;
  } catch {
    return true;
  }
}

describe('the process that reads', () => {
  it('ends with whoever has started it, even in the middle of a file', async () => {
    const program = fileURLToPath(new URL('../../dist/adapters/formats/reader-program.js', import.meta.url));
    const parent = spawn(process.execPath, ['-e', starter, program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
    expect(await isGone(pid)).toBe(false);
    parent.kill('SIGKILL');
    const started = performance.now();
    while (!(await isGone(pid)) && performance.now() - started < 60_000);
    expect(await isGone(pid)).toBe(true);
  });

  it('is never started for plain texts', async () => {
    const plain = new Workspace(temporaryFolder(), { 'a.txt': 'The cat sleeps.\n', 'b.md': '# B\n\nThe dog barks.\n' });
    const { pipeline } = await openHere(plain.corpusDir, plain.indexDir);
    await pipeline.close();
    expect(existsSync(path.join(plain.indexDir, 'derived'))).toBe(false);
  });

  it('is replaced after a file that takes too long or too much memory, which is refused', async () => {
    const slow = new ReaderProcess({ timeoutMs: 1, memoryMb: 768 });
    const page = Buffer.from('<p>Words.</p>');
    expect(await slow.read('html', page)).toEqual({
      kind: 'refused',
      reason: 'reading it takes longer than 0.001 s',
      isLasting: true,
    });
    slow.close();
    const small = new ReaderProcess({ timeoutMs: 60_000, memoryMb: 30 });
    const large = Buffer.from('<p>Some words.</p>'.repeat(200_000));
    expect(await small.read('html', large)).toMatchObject({
      kind: 'refused',
      reason: 'reading it takes more than 30 MB of memory',
    });
    expect(await small.read('html', page)).toMatchObject({ kind: 'read' });
    small.close();
  });
});

/** `verbatim serve` as a process of its own, with its models, and its pages in a browser. What needs one is skipped with a notice where there is none. */
import { setTimeout } from 'node:timers/promises';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Quote } from '#verbatim/core/search/quote.js';
import { openStore } from '#verbatim/app/store/open-store.js';
import { readStoreSettings } from '#verbatim/app/settings.js';
import { corpusFiles } from '../discord/corpus.js';
import type { StartedCli } from '../helpers/run-cli.js';
import { placeIndex } from '../helpers/shared-index.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace, withoutReader } from '../helpers/workspace.js';
import { checkContrast, widestElement } from '../report/page-checks.js';
import { chromiumFlags, findChromium } from '../report/find-chromium.js';
import { hostileFiles, openDispute, recordMisses, token } from './page-server.js';

const question = 'How long is the harbour bridge?';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Pictures of all pages are kept here, to be looked at; nowhere unless it is set. */
const pictureFolder = process.env['PICTURES'];

const folder = temporaryFolder();
const workspace = new Workspace(folder, { ...corpusFiles, ...hostileFiles }, withoutReader);
const settings = { DATA_DIR: path.join(folder, 'data'), SERVE_TOKEN: token, SERVE_RATE: '0' };
let started: StartedCli;
let log = '';
let url = '';
let quote: Quote;
let browser: Browser | null = null;

beforeAll(async () => {
  placeIndex('bot', workspace.indexDir);
  started = workspace.start(['serve', '--port', '0'], { env: settings });
  url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: string): void => {
      log += chunk;
      const found = /^verbatim: open (\S+)\/ in a browser$/m.exec(log)?.[1];
      if (found !== undefined) resolve(found);
    };
    started.child.stdout?.on('data', listen);
    started.child.stderr?.on('data', listen);
    started.child.on('close', () => {
      reject(new Error(`The server has ended: ${log}`));
    });
  });
  const executablePath = findChromium();
  if (executablePath === undefined) {
    console.warn('notice: no Chromium found, so no page was looked at in a browser (set CHROMIUM to its path)');
  } else browser = await chromium.launch({ executablePath, headless: true, args: chromiumFlags });
  const ask = (): Promise<Response> => fetch(`${url}/api/ask?q=${encodeURIComponent(question)}&in=harbour-bridge.md`);
  let answer = await ask();
  // The index of a busy machine may be loaded only after a visitor's patience has ended.
  while (answer.status === 503) {
    await setTimeout(500);
    answer = await ask();
  }
  const [first] = ((await answer.json()) as { quotes: Quote[] }).quotes;
  if (!first) throw new Error(`no quote for ${question}`);
  quote = first;
  const store = await openStore(readStoreSettings(settings));
  await recordMisses(store, ['Who painted the harbour bridge?', 'When does the <b>tunnel</b> open?']);
  await openDispute(store, quote, corpusFiles[quote.document.path] ?? '', 'opinion', 'It <i>judges</i>.');
  store.close();
});

afterAll(async () => {
  await browser?.close();
  // What has been sent is answered, whether or not it has been read.
  const sockets = await Promise.all(Array.from({ length: 6 }, openSocket));
  const ends = sockets.map((socket) => text(socket));
  for (const socket of sockets) socket.write('GET /?q=bridge HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
  started.child.kill('SIGTERM');
  for (const end of await Promise.all(ends)) expect(end).toMatch(/^HTTP\/1\.1 200 [^]*<\/html>\s*$/);
  const { code } = await started.result;
  expect({ code, log }).toMatchObject({ code: 0, log: expect.stringContaining('SIGTERM') as string });
  for (const secret of [token, question, 'request failed']) expect(log).not.toContain(secret);
});

async function openSocket(): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

describe('the server', () => {
  it('answers as the terminal does, follows the texts, and serves twenty at once', async () => {
    const line = await (await fetch(`${url}/api/ask?q=${encodeURIComponent(question)}&in=harbour-bridge.md`)).text();
    const { stdout } = await workspace.run(['ask', question, '--json', '--in', 'harbour-bridge.md']);
    const [page, terminal] = [line, stdout].map((each) => ({ ...(JSON.parse(each) as object), elapsedMs: 0 }));
    expect(page).toEqual(terminal);
    workspace.write({ 'new.txt': 'The weighbridge of Orla has a red roof.\n' });
    const asked = Array.from({ length: 20 }, () => fetch(`${url}/?q=bridge`).then(({ status }) => status));
    expect(new Set(await Promise.all(asked))).toEqual(new Set([200]));
    const seen = async () => (await fetch(`${url}/library?find=new.txt`)).text();
    await expect.poll(seen, { timeout: 60_000, interval: 200 }).toContain('new.txt</a>');
  });
});

describe('a request that cannot be read', () => {
  it.each([
    [`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`, 431, 'too long'],
    ['this is no request\r\n\r\n', 400, 'no request of HTTP'],
  ])('is answered in one line: %#', async (request, status, told) => {
    const socket = await openSocket();
    const answer = text(socket);
    socket.write(request);
    const [head = '', body = ''] = (await answer).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain(`Content-Length: ${body.length}`);
    expect(body).toMatch(new RegExp(`^[^\n]*${told}[^\n]*\\.\n$`));
  });
});

const looks = [
  { width: 390, colorScheme: 'dark', rules: 'all' },
  { width: 390, colorScheme: 'light', rules: 'contrast' },
  { width: 1280, colorScheme: 'dark', rules: 'contrast' },
  { width: 1280, colorScheme: 'light', rules: 'all' },
] as const;

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly impact: string; readonly nodes: { html: string }[] }[];
}

describe('the pages in a browser', () => {
  let page: Page | null = null;
  const complaints: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    page = (await browser?.newPage()) ?? null;
    page?.on('console', (message) => complaints.push(message.text()));
    page?.on('pageerror', ({ message }) => complaints.push(message));
    page?.on('request', (request) => requests.push(request.url()));
  });

  /** Looks at the page as it is, narrow and wide, light and dark: nothing runs or overflows, all can be read, axe finds nothing serious. */
  async function inspect(name: string): Promise<void> {
    if (!page) return;
    expect(await page.evaluate('window.hacked'), name).toBeUndefined();
    for (const { width, colorScheme, rules } of looks) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      const picture = `${name}-${width}-${colorScheme}`;
      if (pictureFolder !== undefined) {
        mkdirSync(pictureFolder, { recursive: true });
        await page.screenshot({ path: path.join(pictureFolder, `${picture}.png`), fullPage: true });
      }
      const { right, what } = await page.evaluate<{ right: number; what: string }>(widestElement);
      expect(right, `${picture}: ${what}`).toBeLessThanOrEqual(width);
      const { faint } = await page.evaluate<{ faint: string[] }>(checkContrast);
      expect(faint, picture).toEqual([]);
      if (rules !== 'all') continue;
      const { violations } = await page.evaluate<AxeResult>(`${axe}; axe.run({ resultTypes: ['violations'] })`);
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => `${picture}: ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    }
  }

  it('ask, open reasons and context, and open the quote in its text, where it is marked and in view', async () => {
    if (!page) return;
    await page.goto(`${url}/`);
    await inspect('home');
    await page.getByLabel('Your question').fill(question);
    await page.keyboard.press('Enter');
    await page.getByText('412 metres').first().waitFor();
    for (const name of ['Why', 'Context']) await page.locator('summary', { hasText: name }).first().click();
    await inspect('answer');
    await page.locator('.citation a').first().click();
    const mark = page.locator('mark').first();
    expect(await mark.textContent()).toContain('harbour bridge');
    const box = await mark.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    await inspect('text');
    await page.goto(`${url}/?q=How+many+otters+live+below+the+lighthouse+of+Varn%3F`);
    await inspect('refusal');
  });

  it('can be walked through by the keyboard, with the focus to be seen', async () => {
    if (!page) return;
    await page.goto(`${url}/`);
    await page.keyboard.press('Tab');
    const focused = `(() => { const { outlineStyle } = getComputedStyle(document.activeElement); return { text: document.activeElement.textContent.trim(), outlineStyle, x: document.activeElement.getBoundingClientRect().left }; })()`;
    expect(await page.evaluate(focused)).toMatchObject({ text: 'Skip to the content', outlineStyle: 'solid' });
    expect((await page.evaluate<{ x: number }>(focused)).x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('q');
  });

  it('show the library and a text full of tags as text', async () => {
    if (!page) return;
    await page.goto(`${url}/library`);
    await inspect('library');
    await page.getByRole('link', { name: 'window.hacked=2' }).click();
    await page.locator('.text').waitFor();
    await inspect('tags');
  });

  it('open to the token, set missed questions aside, and decide on labels', async () => {
    if (!page) return;
    await page.goto(`${url}/misses?period=all`);
    await inspect('login');
    await page.getByLabel('Token').fill(token);
    await page.keyboard.press('Enter');
    const box = page.getByRole('checkbox').first();
    await box.check();
    await inspect('misses');
    await page.getByRole('button', { name: 'Set the chosen ones aside' }).click();
    await page.getByText('1 question set aside').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('1 question back in the list').waitFor();
    await page.getByRole('link', { name: 'Review' }).click();
    await page.getByRole('checkbox').first().check();
    await inspect('review');
    await page.getByRole('button', { name: 'Set the chosen labels' }).click();
    await page.getByText('1 label set').waitFor();
    await page.getByRole('link', { name: 'decided', exact: true }).click();
    await inspect('decided');
    await page.goBack();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('open again').waitFor();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('link', { name: 'Log in' }).waitFor();
  });

  it('ask nobody else for anything, and have nothing to complain about', () => {
    expect(requests.filter((request) => !request.startsWith(url))).toEqual([]);
    expect(complaints.filter((complaint) => !/status of 401|username fields/.test(complaint))).toEqual([]);
  });
});

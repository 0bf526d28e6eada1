/** The page in a real browser. Skipped with a notice where there is none. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPage } from '#verbatim/report/render-page.js';
import { chromiumFlags, findChromium } from './find-chromium.js';
import { checkContrast, widestElement } from './page-checks.js';
import { reportOf } from './report-of.js';

const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-report-'));
const file = path.join(folder, 'report.html');
let browser: Browser | null = null;

interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
}

beforeAll(async () => {
  const corpus = new URL('../../corpus/', import.meta.url);
  const texts = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isFile());
  const reports = texts.map(({ name }) => reportOf(readFileSync(new URL(name, corpus), 'utf8'), name));
  const unbroken = `# ${'Long'.repeat(60)}\n\n> <script>window.hacked = true</script> said ${'x'.repeat(200)}.\n\n- ${'item'.repeat(40)}`;
  writeFileSync(file, renderPage([...reports, reportOf(unbroken, 'long.md')]));
  const executablePath = findChromium();
  if (executablePath === undefined) {
    console.warn('notice: no Chromium found, so the report was not looked at in a browser (set CHROMIUM to its path)');
    return;
  }
  browser = await chromium.launch({ executablePath, headless: true, args: chromiumFlags });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function withPage(options: BrowserContextOptions, look: (opened: Opened) => Promise<void>): Promise<void> {
  if (!browser) return;
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await look({ page, complaints, requests });
  } finally {
    await context.close();
  }
}

const openPopOvers = (page: Page): Promise<number> =>
  page.evaluate<number>("Array.from(document.querySelectorAll('.why')).filter((why) => why.checkVisibility()).length");

describe('the report in a browser', () => {
  it('opens without a complaint and asks for nothing but itself', async () => {
    await withPage({}, async ({ page, complaints, requests }) => {
      await page.mouse.wheel(0, 4_000);
      expect(complaints).toEqual([]);
      expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(file).href]);
      expect(await page.evaluate('window.hacked')).toBeUndefined();
    });
  });

  it.each([true, false])('shows one pop-over with the reasons on Tab (scripts: %s)', async (javaScriptEnabled) => {
    await withPage({ javaScriptEnabled }, async ({ page }) => {
      expect(await page.locator('.why:visible').count()).toBe(0);
      await page.locator('#d1 .jumps a').last().focus();
      await page.keyboard.press('Tab');
      const popOver = page.locator('.why:visible');
      expect(await popOver.count()).toBe(1);
      expect(await popOver.locator('.reason').count()).toBeGreaterThan(1);
      const first = (await popOver.textContent()) ?? '';
      await page.keyboard.press('Tab');
      expect(await popOver.count()).toBe(1);
      expect(await popOver.textContent()).not.toBe(first);
    });
  });

  it('hides the pop-over on Escape, shows it again at the next sentence, and on pointing', async () => {
    await withPage({}, async ({ page }) => {
      const sentences = page.locator('#d1 .text .s');
      await sentences.nth(2).focus();
      await page.keyboard.press('Escape');
      expect(await openPopOvers(page)).toBe(0);
      await page.keyboard.press('Tab');
      expect(await openPopOvers(page)).toBe(1);
      // The first sentence of the last paragraph: whole at its upper left corner, and not under the open pop-over.
      await page
        .locator('#d1 .text p')
        .last()
        .locator('.s')
        .first()
        .hover({ position: { x: 5, y: 5 } });
      expect(await openPopOvers(page)).toBe(1);
    });
  });

  it('keeps every pop-over inside the window', async () => {
    for (const width of [380, 1_100]) {
      await withPage({ viewport: { width, height: 800 } }, async ({ page }) => {
        const sentences = page.locator('#d3 .text .s');
        for (let i = 0; i < (await sentences.count()); i++) {
          await sentences.nth(i).focus();
          const box = await page.locator('.why:visible').boundingBox();
          expect(box?.x, `sentence ${i}`).toBeGreaterThanOrEqual(0);
          expect((box?.x ?? 0) + (box?.width ?? 0), `sentence ${i}`).toBeLessThanOrEqual(width);
          expect((box?.y ?? 0) + (box?.height ?? 0), `sentence ${i}`).toBeLessThanOrEqual(800);
        }
      });
    }
  });

  it('has a dark scheme, and text with a contrast of at least 4.5 in both', async () => {
    const grounds: unknown[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await withPage({ colorScheme }, async ({ page }) => {
        await page.locator('#d2 .text .s.unclear').first().focus();
        grounds.push(await page.evaluate('getComputedStyle(document.body).backgroundColor'));
        const { checked, faint } = await page.evaluate<{ checked: number; faint: string[] }>(checkContrast);
        expect(checked).toBeGreaterThan(300);
        expect(faint, colorScheme).toEqual([]);
      });
    }
    expect(new Set(grounds).size).toBe(grounds.length);
  });

  it('gives each lane a line of its own, to be told apart without colour', async () => {
    await withPage({}, async ({ page }) => {
      const styles = await page.evaluate<string[]>(
        "['reported', 'attributed', 'opinion'].map((lane) => getComputedStyle(document.querySelector('.text .s > .' + lane)).textDecorationStyle)",
      );
      expect(styles).toEqual(['solid', 'dashed', 'wavy']);
    });
  });

  it('takes a lane’s marks away by its switch', async () => {
    await withPage({ javaScriptEnabled: false }, async ({ page }) => {
      await page.locator('#show-opinion').uncheck();
      const lines = await page.evaluate<string[]>(
        "['opinion', 'reported'].map((lane) => getComputedStyle(document.querySelector('.text .s > .' + lane)).textDecorationLine)",
      );
      expect(lines).toEqual(['none', 'underline']);
    });
  });

  it('does not overflow a narrow window', async () => {
    await withPage({ viewport: { width: 380, height: 800 } }, async ({ page }) => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(380);
      const { right, what } = await page.evaluate<{ right: number; what: string }>(widestElement);
      expect(right, what).toBeLessThanOrEqual(380);
    });
  });

  it('prints on white without pop-overs and switches', async () => {
    await withPage({ colorScheme: 'dark' }, async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
      expect(await page.locator('.switches:visible, .why:visible').count()).toBe(0);
    });
  });
});

import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { DEFAULT_GUILD } from '../discord-server/setup.js';
import type { Interaction } from '../discord-server/interactions.js';
import type { AttachedFile } from '../discord-server/site.js';
import { BotProcess } from './bot-process.js';
import { waitForCard, wellPdf } from './library-bot.js';
import { looks, renderPage, type ShownMessage } from './render-page.js';

const corpusDir = fileURLToPath(new URL('../../corpus', import.meta.url));
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** What a phone shows at once, in pixels. */
const screenHeight = 844;

/** Ten questions, most of which the sample corpus answers. */
const questions = [
  'How long is the border?',
  'What does Pakistan say about training camps?',
  'What happened to the Jaffar Express?',
  'Which armed groups are involved?',
  'How much has the United States paid?',
  'Does Afghanistan shelter militants?',
  'How is the border guarded?',
  'What does the author of the op-ed want?',
  'Where do the attacks happen?',
  'Whom has Daesh Khurasan attacked?',
] as const;

test('answers and a brief are written to pages and pictures', async () => {
  const guilds = [{ ...DEFAULT_GUILD, botPermissions: ['PinMessages'] as const }];
  const bot = await BotProcess.start({
    server: { guilds },
    program: 'fetching',
    environment: { READER_MODEL: 'bundled', CORPUS_DIR: process.env['RENDER_CORPUS'] ?? corpusDir },
  });
  try {
    const { server } = bot;
    const ada = server.member('ada');
    const shown = new Map<string, ShownMessage>();
    const show = async (name: string, caption: string, interaction: Interaction, isPrivate = false) => {
      const message = await interaction.response();
      shown.set(name, { caption, asker: 'ada', components: message.components, isPrivate });
      return message;
    };
    const ask = (name: string, question: string, values = {}, where = {}) =>
      show(name, `used /ask ${question}`, ada.slash('ask', { question, ...values }, where), 'private' in values);
    for (const [i, question] of questions.entries()) await ask(`answer-${i}`, question);
    const first = await ask('claim', 'What does Pakistan say about training camps?');
    await show('context', 'pressed Context', ada.clickButton(first, 'Context'), true);
    await show('why', 'pressed Why / Verify', ada.clickButton(first, 'Why / Verify'), true);
    await show('why-german', 'pressed Warum / Prüfen', ada.clickButton(first, 'Why / Verify', { locale: 'de' }), true);
    await show('more', 'pressed More', ada.clickButton(first, 'More'), true);
    await show('etc', 'pressed …', ada.clickButton(first, '…'), true);
    await ask('refusal', 'How many people live in Kabul?');
    const slip = await ask('slip', 'Afganistan populaton');
    await show('corrected', 'pressed Did you mean “Afghanistan”?', ada.clickButton(slip, /^meant:/));
    await ask('german', 'Wer und wo? Jaffar Express', { private: true }, { locale: 'de' });
    await show('help', 'used /help', ada.slash('help'), true);
    await show('help-german', 'used /hilfe', ada.slash('help', {}, { locale: 'de' }), true);
    const text = 'The border between Pakistan and Afghanistan is 2,460 kilometres long.';
    await show('quote', `used /quote ${text}`, ada.slash('quote', { text }));
    const target = server.seedMessage(
      'general',
      'mara',
      'A train, the Jaffar Express, was hijacked. American support for Afghanistan stands at 45 million dollars. The moon is made of cheese.',
    );
    await show('check', 'used Check this message', ada.messageCommand('Check this message', target), true);
    await show('about', 'used /about', ada.slash('about'), true);
    await show('texts', 'used /about texts: all', ada.slash('about', { texts: 'all' }), true);
    await show('text', 'used /about texts: explained', ada.slash('about', { texts: 'explained' }), true);
    const mara = server.member('mara');
    const preview = await mara.slash('summary', { quotes: 4 }).response();
    shown.set('preview', { caption: 'used /summary', asker: 'mara', components: preview.components, isPrivate: true });
    const misses = await mara.slash('misses').response();
    shown.set('misses', { caption: 'used /misses', asker: 'mara', components: misses.components, isPrivate: true });
    await mara.clickButton(preview, 'Post and pin').response();
    const posted = server.messages('general').at(-1);
    if (posted) {
      shown.set('brief', { caption: 'pressed Post and pin', asker: 'mara', components: posted.components });
    }
    const put = async (name: string, values: Record<string, string | AttachedFile>, words: string, where = {}) => {
      const added = await mara.slash('library add', values, where).response();
      await waitForCard(server, added, words);
      const components = server.message(added)?.components ?? [];
      shown.set(name, { caption: 'used /library add', asker: 'mara', components, isPrivate: true });
    };
    await put('library-ready', { file: wellPdf, collection: 'waters' }, 'not in use yet');
    await put('library-ready-german', { file: { ...wellPdf, name: 'Brunnen.pdf' } }, 'nicht in Gebrauch', {
      locale: 'de',
    });
    await put('library-failed', { link: server.site.addressOf('mills.example.org/gone.html') }, 'could not be added');
    const listed = await mara.slash('library list').response();
    shown.set('library-list', {
      caption: 'used /library list',
      asker: 'mara',
      components: listed.components,
      isPrivate: true,
    });
    server.assertClean();
    await writePictures(shown);
  } finally {
    await bot.close();
  }
});

/** Each message in each look; an answer must fit the screen of a phone. */
async function writePictures(shown: ReadonlyMap<string, ShownMessage>): Promise<void> {
  const folder = process.env['RENDER_FOLDER'] ?? path.join(tmpdir(), 'verbatim-pages');
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
  try {
    for (const [lookName, look] of Object.entries(looks)) {
      const page = await browser.newPage({ viewport: { width: look.width, height: screenHeight } });
      for (const [name, message] of shown) {
        const html = renderPage([message], look);
        await writeFile(path.join(folder, `${name}-${lookName}.html`), html);
        await page.setContent(html);
        const height = (await page.locator('body').boundingBox())?.height ?? Infinity;
        if (name.startsWith('answer-')) expect.soft(height, `${name} ${lookName}`).toBeLessThanOrEqual(screenHeight);
        await page.locator('body').screenshot({ path: path.join(folder, `${name}-${lookName}.png`) });
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

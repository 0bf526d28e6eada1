import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'vitest';
import { DEFAULT_GUILD } from '../discord-server/setup.js';
import type { Interaction } from '../discord-server/interactions.js';
import { BotProcess } from './bot-process.js';
import { renderPage, type ShownMessage } from './render-page.js';
import { fileURLToPath } from 'node:url';

const corpusDir = fileURLToPath(new URL('../../corpus', import.meta.url));

test('answers and a brief are written to a page', async () => {
  const guilds = [{ ...DEFAULT_GUILD, botPermissions: ['PinMessages'] as const }];
  const bot = await BotProcess.start({
    server: { guilds },
    environment: { READER_MODEL: 'bundled', CORPUS_DIR: process.env['RENDER_CORPUS'] ?? corpusDir },
  });
  try {
    const { server } = bot;
    const ada = server.member('ada');
    const shown: ShownMessage[] = [];
    const show = async (caption: string, interaction: Interaction, isPrivate = false) => {
      const message = await interaction.response();
      shown.push({ caption, asker: 'ada', components: message.components, isPrivate });
      return message;
    };
    const ask = (question: string, values = {}, where = {}) =>
      show(`used /ask ${question}`, ada.slash('ask', { question, ...values }, where), 'private' in values);
    const first = await ask('What does Pakistan say about training camps?');
    await show('pressed Context', ada.clickButton(first, 'Context'), true);
    await show('pressed Why / Verify', ada.clickButton(first, 'Why / Verify'), true);
    await show('pressed …', ada.clickButton(first, '…'), true);
    await ask('How many people live in Kabul?');
    await ask('Does Afghanistan shelter militants?');
    await ask('Wer und wo? Jaffar Express', { private: true }, { locale: 'de' });
    const text = 'The border between Pakistan and Afghanistan is 2,460 kilometres long.';
    await show(`used /quote ${text}`, ada.slash('quote', { text }));
    const target = server.seedMessage(
      'general',
      'mara',
      'A train, the Jaffar Express, was hijacked. American support for Afghanistan stands at 45 million dollars. The moon is made of cheese.',
    );
    await show('used Check this message', ada.messageCommand('Check this message', target), true);
    await show('used /about', ada.slash('about'), true);
    const mara = server.member('mara');
    const preview = await mara.slash('summary', { quotes: 4 }).response();
    shown.push({
      caption: 'used /summary',
      asker: 'mara',
      components: preview.components,
      isPrivate: true,
    });
    await mara.clickButton(preview, 'Post and pin').response();
    const posted = server.messages('general').at(-1);
    if (posted) shown.push({ caption: 'pressed Post and pin', asker: 'mara', components: posted.components });
    server.assertClean();
    const folder = process.env['RENDER_FOLDER'] ?? path.join(tmpdir(), 'verbatim-pages');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'all.html'), renderPage(shown));
    for (const [i, message] of shown.entries()) await writeFile(path.join(folder, `${i}.html`), renderPage([message]));
  } finally {
    await bot.close();
  }
});

import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'vitest';
import { BotProcess } from './bot-process.js';
import { readText } from '../discord-server/message-view.js';
test('edge', { timeout: 100_000 }, async () => {
  for (const kind of (process.env['KINDS'] ?? 'empty').split(',')) {
    const bot = await BotProcess.start({ files: kind === 'empty' ? {} : { 'a.txt': 'The sky of Lunden is green.' }, untilReady: false, ...(kind === 'missing' ? { environment: { CORPUS_DIR: '/tmp/nowhere/at/all' } } : {}) });
    if (kind === 'empty') await mkdir(bot.corpusDir, { recursive: true });
    if (kind === 'foreign') { await mkdir(path.join(bot.folder, 'index'), { recursive: true }); await writeFile(path.join(bot.folder, 'index', 'mine.txt'), 'x'); }
    await bot.waitForLog('commands registered');
    const a = bot.server.member('ada').slash('ask', { question: 'What colour is the sky?' });
    console.log(kind, readText(await a.response(40_000)));
    console.log(readText(await bot.server.member('ada').slash('about').response(40_000)));
    console.log(readText(await bot.server.member('ada').slash('quote', {text: 'the sky of Lunden is blue'}).response(40_000)));
    if (kind === 'foreign') { await rm(path.join(bot.folder, 'index', 'mine.txt')); }
    if (kind === 'empty') { await bot.writeText('b.txt', 'The sky of Lunden is green.'); await bot.waitForLog('index in use', 2).catch(() => console.log(bot.log));
    console.log(readText(await bot.server.member('ada').slash('ask', { question: 'What colour is the sky?' }).response(40_000))); }
    bot.server.assertClean();
    const t = Date.now();
    console.log(bot.log, await bot.stop(), Date.now() - t);
    await bot.close();
  }
});

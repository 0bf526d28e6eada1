/** What the bot and the page do with the index on PostgreSQL, in one walk through all of them; the other suites run so by `TEST_INDEX_ENGINE=postgres`. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '#verbatim/app/log.js';
import { readServeSettings } from '#verbatim/app/serve-settings.js';
import { startServer } from '#verbatim/web/serve.js';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import type { MessagePayload } from '../discord-server/message-payloads.js';
import { readText } from '../discord-server/message-view.js';
import { postgresCommand, postgresUrl } from '../postgres/postgres-schemas.js';
import { BotProcess } from './bot-process.js';
import { corpusFiles } from './corpus.js';
import { pressInMenu } from './etc-menu.js';
import { waitForCard } from './library-bot.js';

const question = 'How long is the harbour bridge?';

if (postgresUrl === null) {
  it(`the bot with an index on PostgreSQL was not tried, which takes: ${postgresCommand}`, () => {
    expect(existsSync(fileURLToPath(new URL('../postgres/start.sh', import.meta.url)))).toBe(true);
  });
} else {
  describe('the bot with an index on PostgreSQL', { timeout: 60_000 }, describeBot);
}

function describeBot(): void {
  let bot: BotProcess;
  let server: DiscordServer;
  let [ada, mara]: Member[] = [];

  beforeAll(async () => {
    bot = await BotProcess.start({ files: corpusFiles, program: 'fetching', onServer: true });
    ({ server } = bot);
    [ada, mara] = ['ada', 'mara'].map((name) => server.member(name));
  }, 120_000);

  afterEach(() => {
    server.assertClean();
  });

  afterAll(() => bot.close());

  const by = (member: Member | undefined): Member => {
    if (!member) throw new Error('nobody');
    return member;
  };
  const ask = (text = question, values = {}): Promise<MessagePayload> =>
    by(ada)
      .slash('ask', { question: text, ...values })
      .response();
  const read = async (message: Promise<MessagePayload>): Promise<string> => readText(await message);

  it('answers, from one text alone, too, and suggests titles', async () => {
    expect(await read(ask())).toContain('412 metres');
    const [choice] = await by(ada).autocomplete('ask', 'in', 'opinion').choices();
    const only = await read(ask('What is the bridge?', { in: String(choice?.value) }));
    expect(only).toMatch(/A bridge nobody should be proud of/);
    expect(await read(ask('Who invented the telephone?'))).toContain('Nothing in the texts is about this');
  });

  it('shows more, the surroundings, and why a quote has its label', async () => {
    const answer = await ask();
    expect(await read(by(ada).clickButton(answer, 'Context').response())).toContain('3 May 2013');
    expect(await read(by(ada).clickButton(answer, 'Why / Verify').response())).toContain('Identical');
    expect(await read(by(ada).clickButton(answer, 'More').response())).toContain('bridge');
  });

  it('tells of the texts, each of them, and what somebody has said', async () => {
    expect(await read(by(ada).slash('about').response())).toMatch(/4 documents|4 texts/);
    expect(await read(by(ada).slash('about', { texts: 'lighthouse' }).response())).toContain('lighthouse.md');
    const checked = by(ada).slash('quote', { text: 'The harbour bridge at Lunden is 412 meters long.' });
    expect(await read(checked.response())).toContain('412');
    const said = by(ada).send('general', 'The cables are in good condition. Elephants never forget their mothers.');
    const message = await by(ada).messageCommand('Check this message', said).response();
    expect(readText(message)).toContain('good condition');
  });

  it('puts quotes together, of a topic, of one text, of all', async () => {
    const summarise = (values: object): Promise<string> =>
      read(
        by(mara)
          .slash('summary', { ...values })
          .response(),
      );
    const topic = await summarise({ topic: 'the harbour bridge' });
    expect(topic).toContain('412 metres');
    expect(await summarise({ in: 'A bridge nobody' })).toContain('### OPINION');
    expect(await summarise({})).toContain('### OPINION');
  });

  it('has a label changed by moderators, everywhere', async () => {
    const opened = await pressInMenu(by(ada), await ask(), 'Wrong label');
    await (await by(ada).submitModal(opened, { label: ['opinion'] })).response();
    const queue = await by(mara).slash('review').response();
    expect(readText(queue)).toContain('412 metres');
    expect(await read(by(mara).clickButton(queue, 'Accept').response())).toContain('Accepted');
    expect(await read(ask())).toMatch(/### OPINION[^]*412 metres/);
  });

  it('takes a text in, and leaves it out at once where it is taken out', async () => {
    const content = 'The barge of Tarn carries 84 barrels. It was built by Ada Loss in 1931.\n';
    const file = { name: 'barge.txt', type: 'text/plain', content };
    const card = await by(mara).slash('library add', { file, collection: 'waters' }).response();
    await waitForCard(server, card, 'Read, not in use yet');
    await by(mara).clickButton(card, 'Put in use').response();
    await waitForCard(server, card, 'It can be asked.');
    const barge = 'How many barrels does the barge of Tarn carry?';
    expect(await read(ask(barge))).toContain('84 barrels');
    await by(mara)
      .clickButton(await by(mara).clickButton(card, 'Take out').response(), 'Take out')
      .response();
    expect(await read(ask(barge))).not.toContain('84 barrels');
  });

  it('has a page beside it that shows the same', async () => {
    const settings = readServeSettings({ ...bot.settings, SERVE_PORT: '0', SERVE_RATE: '0' });
    const page = await startServer(settings, createLog('silent'));
    try {
      const get = async (address: string): Promise<string> => (await fetch(new URL(address, page.url))).text();
      const found = await get(`/?q=${encodeURIComponent(question)}&more=1`);
      expect(found).toContain('412 metres');
      const [, text = ''] = /href="(\/text\/[^"]+)"/.exec(found) ?? [];
      expect(await get(text.replaceAll('&amp;', '&'))).toContain('To the marked words');
      expect(await get('/library?find=lighthouse')).toContain('lighthouse.md');
    } finally {
      await page.stop();
    }
  });
}

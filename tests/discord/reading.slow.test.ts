import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { unescapeMarkdown } from '#verbatim/discord/cards/markdown.js';
import { listComponents } from '../discord-server/component-tree.js';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import { listButtons, readText } from '../discord-server/message-view.js';
import type { BotProcess } from './bot-process.js';
import { latestPost } from './brief-bot.js';
import { corpusFiles } from './corpus.js';
import {
  ask,
  listMisses,
  readMessages,
  startMissBot,
  updateCorpus,
  waitForMessage,
  waitForSilence,
} from './miss-bot.js';
import { pressInMenu } from './etc-menu.js';

const manual = 'Press `C-x_*` on the keyboard to close the sluice gate of Brin.';
const tellMe = 'Tell me when answered';
const cables = 'Who designed the cables of the harbour bridge?';
const length = 'How long is the harbour bridge?';
let bot: BotProcess;
let server: DiscordServer;
let ada: Member;
let mara: Member;

beforeAll(async () => {
  bot = await startMissBot({
    files: { ...corpusFiles, 'sluice.md': `${manual}\n` },
    environment: (own) => ({ READER_MODEL: 'bundled', MODERATOR_CHANNEL: own.channel('mods').id }),
  });
  ({ server } = bot);
  [ada, mara] = [server.member('ada'), server.member('mara')];
});

afterEach(() => {
  server.assertClean();
});

afterAll(() => bot.close());

describe('an answer', () => {
  test('shows the quote that answers, the answering words in bold', async () => {
    const text = readText(await ask(ada, length));
    expect(text).toContain('### REPORTED');
    expect(text).toMatch(/“The harbour bridge at Lunden is \*\*412 metres(?: long\*\*|\*\* long)\.”/);
    expect(text.match(/^“/gm)).toHaveLength(1);
  });

  test('shows words in bold as they are written, though they hold signs of Markdown', async () => {
    const text = readText(await ask(ada, 'What do I press to close the sluice gate of Brin?'));
    const [, words = ''] = text.match(/^“(.*)”/m) ?? [];
    expect(words).toMatch(/\*\*(?:Press |\\`)?C-x\\_\\\*\\`.*\*\*/);
    expect(unescapeMarkdown(words.replace(/(?<!\\)\*\*/g, ''))).toBe(manual);
  });

  test('has what else may help behind More', async () => {
    const answer = await ask(ada, length);
    expect(listButtons(answer).map(({ label }) => label)).toContain('More');
    const more = readText(await ada.clickButton(answer, 'More').response());
    expect(more).toMatch(/Further quotes? 2/);
    expect(more).not.toContain('412 metres');
  });

  test('is none where the texts mention what is asked but do not answer, and can be waited for', async () => {
    const answer = await ask(ada, cables);
    const text = readText(answer);
    expect(text).toMatch(/The texts mention this|likely to answer|do not answer/);
    expect((text.match(/^“/gm) ?? []).length).toBeLessThanOrEqual(2);
    expect(listButtons(answer).map(({ label }) => label)).toContain(tellMe);
  });

  test('names what stands nowhere', async () => {
    expect(readText(await ask(ada, 'How long is the bridge in Zanzibar?'))).toContain('“Zanzibar”');
  });

  test('comes to each of a hundred questions at once', async () => {
    const people = Array.from({ length: 20 }, (_, i) => server.addMember({ name: `reader ${i}` }));
    const asked = people.flatMap((member) => Array.from({ length: 5 }, () => ask(member, length)));
    for (const answer of await Promise.all(asked)) expect(readText(answer)).toContain('412 metres');
  });
});

test('a checked message has its questions answered', async () => {
  const content = `${length} Bananas grow in bunches. Who designed the cables?`;
  const target = server.seedMessage('general', 'mara', content);
  const text = readText(await ada.messageCommand('Check this message', target).response());
  expect(text).toContain('0 sentences exact, 0 similar, 1 question answered, 2 without a match');
  expect(text).toMatch(/The texts answer this:\*\* How long .*\n.*\*\*412 metres(?: long\*\*|\*\* long)\./);
});

test('a label that is found wrong and set by a moderator is that of the answer', async () => {
  const question = 'What stopped the council from building a tunnel?';
  const answer = await ask(ada, question);
  expect(readText(answer)).toMatch(/### CLAIMED BY THE COUNCIL[^]+rock under the harbour/);
  const opened = await pressInMenu(ada, answer, 'Wrong label');
  const fields = listComponents((await opened.modal()).components).map(({ component }) => component);
  const option = fields
    .find(({ custom_id }) => custom_id === 'quote')
    ?.options?.find(({ label }) => label.includes('rejected it in 2008'));
  const sent = await ada.submitModal(opened, { label: ['opinion'], ...(option && { quote: [option.value] }) });
  expect(readText(await sent.response())).toContain('should be **opinion** and not **claimed**');
  const accepted = await mara.clickButton(await mara.slash('review').response(), 'Accept').response();
  expect(readText(accepted)).toContain('the label is now **opinion**');
  const again = readText(await ask(ada, question));
  expect(again).toMatch(/### OPINION[^]+\*\*.*rock under the harbour.*\*\*[^]+Label set by a moderator/);
});

describe('a brief on a question', () => {
  test('holds what answers it', async () => {
    const preview = await mara.slash('summary', { topic: length, quotes: 2 }).response();
    expect(readText(preview)).toContain('The harbour bridge at Lunden is 412 metres long.');
    await mara.clickButton(preview, 'Post').response();
    expect(readText(latestPost(server))).toContain('“The harbour bridge at Lunden is 412 metres long.”');
  });

  test('is not made where the texts do not answer it, but on its subject', async () => {
    const refused = readText(await mara.slash('summary', { topic: cables }).response());
    expect(refused).toMatch(/The texts mention this|likely to answer|do not answer/);
    const made = await mara.slash('summary', { topic: 'the harbour bridge' }).response();
    expect(listButtons(made).map(({ label }) => label)).toContain('Post');
  });
});

describe('after an update of the texts', () => {
  test('a missed question is answered by what answers it, not by what mentions it', async () => {
    await ada.clickButton(await ask(ada, cables), tellMe).response();
    await updateCorpus(bot, 'cables.md', 'The cables of the harbour bridge are looked after every spring.\n');
    await waitForSilence();
    expect(readMessages(server, 'mods')).toEqual([]);
    expect(await listMisses(mara, 'all')).toContain(cables);
    await updateCorpus(bot, 'designer.md', 'The cables of the harbour bridge were designed by Irma Falk of Lunden.\n');
    await waitForMessage(server, 'mods', cables);
    await waitForMessage(server, 'ada', '**Irma Falk');
    expect(await listMisses(mara, 'all')).not.toContain(cables);
  });

  test('an answer that was voted down is news once another quote answers', async () => {
    const thanks = await (await pressInMenu(ada, await ask(ada, length), 'Not helpful')).response();
    await ada.clickButton(thanks, tellMe).response();
    const told = readMessages(server, 'ada').length;
    await updateCorpus(bot, 'otters.md', 'Otters live in the reeds beside the lighthouse.\n');
    await waitForSilence();
    expect(readMessages(server, 'ada')).toHaveLength(told);
    await updateCorpus(
      bot,
      'harbour-bridge.md',
      'The harbour bridge was measured anew: the harbour bridge is 415 metres long.\n',
    );
    await waitForMessage(server, 'mods', '415 metres');
    await waitForMessage(server, 'ada', '**415 metres');
    expect(readMessages(server, 'ada')).toHaveLength(told + 1);
  });
});

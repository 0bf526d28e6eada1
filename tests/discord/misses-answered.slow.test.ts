import type { ChildProcess } from 'node:child_process';
import { afterEach, describe, expect, test } from 'vitest';
import { listButtons, readText } from '../discord-server/message-view.js';
import { placeIndex } from '../helpers/shared-index.js';
import type { BotProcess } from './bot-process.js';
import {
  ask,
  heightQuestions,
  listMisses,
  observatoryText,
  readMessages,
  startMissBot,
  updateCorpus,
  waitForMessage,
  waitForSilence,
} from './miss-bot.js';
import { pressInMenu } from './etc-menu.js';

const tellMe = 'Tell me when answered';
const [height, otherHeight] = heightQuestions;
let bot: BotProcess;
/** A process beside the bot's own. */
let other: ChildProcess | null = null;

afterEach(async () => {
  other?.kill('SIGKILL');
  other = null;
  bot.server.assertClean();
  await bot.close();
});

describe('after an update of the index', () => {
  test('one digest tells the moderators, and a direct message whoever asked to be told', async () => {
    bot = await startMissBot();
    const { server } = bot;
    const [ada, mara, ulla] = [server.member('ada'), server.member('mara'), server.member('ulla')];
    const shy = server.addMember({ name: 'shy', closedDms: true });
    const refused = await ask(ada, height);
    await ask(mara, otherHeight);
    const kept = await ask(ada, 'How many sheep live on the island?');
    const elsewhere = await ask(ulla, 'Who founded the observatory?');
    const direct = await ada.dm('Who was the observatory founded by?').answer();

    const pressed = ada.clickButton(refused, tellMe);
    expect(await pressed.acknowledged).toMatchObject({ type: 5, flags: 64 });
    expect(readText(await pressed.response())).toContain('user id is kept with the question, for at most 90 days');
    await shy.clickButton(refused, tellMe).response();
    await ulla.clickButton(elsewhere, tellMe).response();
    await ada.clickButton(direct, tellMe).response();
    const twice = await ulla.dm('Who founded the observatory?').answer();
    await ulla.clickButton(twice, tellMe).response();
    await ada.clickButton(kept, tellMe).response();
    // Taken back: by pressing again, and by the button of the confirmation.
    expect(readText(await mara.clickButton(refused, tellMe).response())).toContain('You will get');
    expect(readText(await mara.clickButton(refused, tellMe).response())).toContain('You will not be told');
    const confirmed = await mara.clickButton(refused, tellMe).response();
    expect(readText(await mara.clickButton(confirmed, 'Stop notifying me').response())).toContain(
      'You will not be told',
    );

    await updateCorpus(bot, 'observatory.md', observatoryText);
    await waitForMessage(server, 'mods', 'A missed question has an answer now');
    await waitForMessage(server, 'ada', height);
    await waitForMessage(server, 'ada', 'founded by?');
    await waitForMessage(server, 'ulla', 'Irma Falk');
    await waitForSilence();

    const digests = readMessages(server, 'mods');
    expect(digests).toHaveLength(1);
    expect(digests[0]).toContain(`**${height}**`);
    expect(digests[0]).toContain('Asked **twice** by 2 people');
    expect(digests[0]).toContain('REPORTED: “The observatory on the hill is 31 metres tall.”');
    expect(digests[0]).toContain('**The observatory on the hill** · paragraph 1 · observatory.md');
    expect(digests[0]).not.toContain('founded');
    expect(readMessages(server, 'mara')).toEqual([]);
    // Who asked in a server and directly is told once.
    expect(readMessages(server, 'ulla').filter((text) => text.includes('You asked to be told'))).toHaveLength(1);
    const news = readMessages(server, 'ada').filter((text) => text.includes('You asked to be told'));
    expect(news).toHaveLength(2);
    const told = news.find((text) => text.startsWith(`**${height}**`)) ?? '';
    expect(told).toContain('“The observatory on the hill is 31 metres tall.”');
    expect(told).toContain('### REPORTED');
    await bot.waitForLog('message could not be sent');
    // Who takes no direct message is told at the next contact, once and alone.
    const contact = shy.slash('ask', { question: height });
    const late = await contact.followUp();
    expect(late.flags & 64).toBe(64);
    expect(readText(late)).toContain('You take no direct messages from me');
    expect(readText(late)).toContain('31 metres tall');
    const again = shy.slash('ask', { question: height });
    await again.response();
    await waitForSilence();
    expect(again.followUps).toEqual([]);
    expect(await listMisses(mara, 'all')).toContain('1 question, asked once');

    expect(readText(await ada.clickButton(refused, tellMe).response())).toContain('can be answered now');
    expect(readText(await ada.slash('mydata').response())).toMatch(/with your user id\*\*\n1, from/);

    // A quote card like any other: its buttons work, and a second update tells nothing again.
    const [card] = server.messages('ada').filter((message) => readText(message).startsWith(`**${height}**`));
    if (!card) throw new Error('no card');
    expect(listButtons(card).map(({ label }) => label)).toContain('Context');
    expect(readText(await ada.clickButton(card, 'Why / Verify').response())).toContain('Identical');
    await updateCorpus(bot, 'observatory.md', `${observatoryText}\nThe island is green and quiet.\n`);
    await waitForSilence();
    expect(readMessages(server, 'mods')).toHaveLength(1);
    // What only touches on a question leaves whoever waits for it waiting, though it is asked again; an answer is told in the end.
    const sheep = 'How many sheep live on the island?';
    expect(listButtons(await ask(ada, sheep)).map(({ label }) => label)).toContain(tellMe);
    await updateCorpus(
      bot,
      'sheep.md',
      'Last year 240 sheep lived on the island. Today 260 sheep live on the island.\n',
    );
    await waitForMessage(server, 'ada', sheep);
  });

  test('a down-voted question is answered only by another first quote', async () => {
    bot = await startMissBot();
    const { server } = bot;
    const [ada, mara] = [server.member('ada'), server.member('mara')];
    const question = 'How long is the harbour bridge?';
    const thanks = await (await pressInMenu(ada, await ask(ada, question), 'Not helpful')).response();
    expect(readText(await ada.clickButton(thanks, tellMe).response())).toContain('You will get');
    await updateCorpus(bot, 'observatory.md', observatoryText);
    await waitForSilence();
    expect(readMessages(server, 'mods')).toEqual([]);
    expect(await listMisses(mara)).toContain(question);
    await updateCorpus(bot, 'survey.md', 'The harbour bridge is 409 metres long, says the survey of 2024.\n');
    const bridge = 'The harbour bridge at Lunden was measured anew: the harbour bridge is now 415 metres long.\n';
    await updateCorpus(bot, 'harbour-bridge.md', bridge);
    await waitForMessage(server, 'mods', question);
    await waitForMessage(server, 'ada', question);
    await waitForSilence();
    expect(readMessages(server, 'mods')).toHaveLength(1);
    expect(readMessages(server, 'ada')).toHaveLength(1);
    expect(await listMisses(mara)).toContain('No open questions');
  });
});

describe('nothing is lost or told twice', () => {
  test('when the bot is killed after what it has told of, and again while it is at work', async () => {
    bot = await startMissBot();
    const { server } = bot;
    const [ada, mara] = [server.member('ada'), server.member('mara')];
    const refused = await ask(ada, height);
    for (const thing of ['chapel', 'mill', 'school', 'market', 'library', 'theatre']) {
      await ask(mara, `Who founded the ${thing}?`);
    }
    const answer = await ask(mara, 'How long is the harbour bridge?');
    await (await pressInMenu(mara, answer, 'Not helpful')).response();
    await ada.clickButton(refused, tellMe).response();
    await bot.stop('SIGKILL');
    await bot.launch();
    expect(await listMisses(mara)).toContain('8 questions, asked 8 times by 2 people');

    await bot.writeText('observatory.md', observatoryText);
    await bot.waitForLog('index in use', 2);
    await bot.stop('SIGKILL');
    await bot.launch();
    await waitForMessage(server, 'mods', height);
    await waitForMessage(server, 'ada', height);
    await bot.stop('SIGKILL');
    await bot.launch();
    await waitForSilence();
    expect(readMessages(server, 'mods').filter((text) => text.includes(height))).toHaveLength(1);
    expect(readMessages(server, 'ada')).toHaveLength(1);
  });

  test('when two processes work on one store', async () => {
    bot = await startMissBot();
    const { server } = bot;
    const [ada, mara] = [server.member('ada'), server.member('mara')];
    const refused = await ask(ada, height);
    await ask(mara, 'Who founded the observatory?');
    await ada.clickButton(refused, tellMe).response();
    other = bot.child;
    placeIndex('bot', `${bot.folder}/second-index`);
    await bot.launch({ environment: { INDEX_DIR: `${bot.folder}/second-index` } });
    await updateCorpus(bot, 'observatory.md', observatoryText);
    await waitForMessage(server, 'mods', 'have an answer now');
    await waitForMessage(server, 'ada', height);
    await waitForSilence();
    const ended = new Promise((resolve) => other?.once('exit', resolve));
    other?.kill('SIGTERM');
    await ended;
    expect(readMessages(server, 'mods')).toHaveLength(1);
    expect(readMessages(server, 'mods')[0]).toContain('2 missed questions');
    expect(readMessages(server, 'ada')).toHaveLength(1);
    expect(await listMisses(mara, 'all')).toContain('No open questions');
  });
});

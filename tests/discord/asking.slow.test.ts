import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listComponents } from '../discord-server/component-tree.js';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import type { MessagePayload } from '../discord-server/message-payloads.js';
import { listButtons, listContainers, readText } from '../discord-server/message-view.js';
import { expectWithin } from '../helpers/expect-within.js';
import { BotProcess } from './bot-process.js';
import { pressInMenu } from './etc-menu.js';

let bot: BotProcess;
let server: DiscordServer;
let ada: Member;

const question = 'How long is the harbour bridge?';

beforeAll(async () => {
  bot = await BotProcess.start();
  ({ server } = bot);
  ada = server.member('ada');
});

afterEach(() => {
  server.assertClean();
});

afterAll(() => bot.close());

async function ask(text: string, values: Record<string, string | boolean> = {}, where = {}) {
  return ada.slash('ask', { question: text, ...values }, where).response();
}

/** An answer and what **More** shows of it. */
async function readAll(answer: MessagePayload): Promise<string> {
  return [answer, await ada.clickButton(answer, 'More').response()].map((message) => readText(message)).join('\n\n');
}

/** What a reader sees of escaped text. */
function unescape(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

describe('commands', () => {
  test('are registered with their German names', () => {
    const names = server.commands.list(null).map(({ name, name_localizations }) => [name, name_localizations?.['de']]);
    expect(names).toEqual([
      ['ask', 'frage'],
      ['quote', 'zitat'],
      ['Check this message', 'Nachricht prüfen'],
      ['Find this quote', 'Dieses Zitat suchen'],
      ['about', 'info'],
      ['help', 'hilfe'],
      ['review', 'einordnungen'],
      ['summary', 'zusammenfassung'],
      ['pins', 'pins'],
      ['misses', 'unbeantwortet'],
      ['mydata', 'meinedaten'],
      ['settings', 'einstellungen'],
    ]);
  });

  test('are not registered again when they are the same', async () => {
    const before = server.commands.puts;
    await bot.stop();
    await bot.launch();
    expect(server.commands.puts).toBe(before);
  });

  test('are registered in one guild when it is named, and not again, and never offered twice', async () => {
    const guildId = server.guild().id;
    const before = server.commands.puts;
    const names = server.commands.list(null).map(({ name }) => name);
    for (let start = 0; start < 2; start++) {
      await bot.stop();
      await bot.launch({ environment: { DISCORD_GUILD_ID: guildId } });
    }
    expect(server.commands.list(guildId).map(({ name }) => name)).toEqual(names);
    expect(server.commands.list(null)).toEqual([]);
    expect(server.commands.puts).toBe(before + 2);
    await bot.stop();
    await bot.launch();
    expect(server.commands.list(null).map(({ name }) => name)).toEqual(names);
    expect(server.commands.list(guildId)).toEqual([]);
  });
});

describe('/ask', () => {
  test('is acknowledged at once and answered in lanes that explain themselves', async () => {
    let asked = ada.slash('ask', { question });
    await expectWithin(3, 500, async () => {
      asked = ada.slash('ask', { question });
      return (await asked.acknowledged).afterMs;
    });
    const answer = await asked.response();
    const text = readText(answer);
    expect(text).toContain(`**${question}**`);
    expect(text).toContain('### REPORTED\n-# Stated as fact by the author; not verified.');
    expect(text).toContain('“The harbour bridge at Lunden is 412 metres long.”');
    expect(text).toContain(
      '**The harbour bridge, ten years on** · Ines Valdar · The Quayside Courier · 2023-04-18 · paragraph 1',
    );
    expect(text).toMatch(/index [0-9a-f]{8}$/);
    const colours = listContainers(answer).map(({ accent_color }) => accent_color);
    // Quotes of one lane that follow one another stand together.
    expect(colours.filter((colour, i) => colour === colours[i - 1])).toEqual([]);
  });

  test('links a quote to its place in the source', async () => {
    const context = await ada.clickButton(await ask(question), 'Context').response();
    const links = listButtons(context).flatMap(({ url }) => url ?? []);
    expect(links[0]).toBe(
      'https://example.org/courier/harbour-bridge#:~:text=The%20harbour%20bridge%20at%20Lunden%20is%20412%20metres%20long.',
    );
  });

  test('is private when asked to be', async () => {
    const asked = ada.slash('ask', { question, private: true });
    expect((await asked.acknowledged).flags).toBe(64);
    await asked.response();
  });

  test('shows one lane, or says what other lanes hold', async () => {
    const opinion = readText(await ask(question, { lane: 'opinion' }));
    expect(opinion).toContain('OPINION');
    expect(opinion).not.toContain('REPORTED');
    expect(opinion).toMatch(/quotes? of (?:another kind is|other kinds are) not shown/);
  });

  test('looks into one document, by its id, its title or a part of it', async () => {
    const [choice] = await ada.autocomplete('ask', 'in', 'skerry', { question }).choices();
    expect(choice).toBeUndefined();
    const [lighthouse] = await ada.autocomplete('ask', 'in', 'lighth', { question }).choices();
    expect(lighthouse?.name).toBe("The lighthouse keeper's log");
    for (const wanted of [String(lighthouse?.value), "The lighthouse keeper's log", 'lighthouse']) {
      const text = readText(await ask('Who was the keeper?', { in: wanted }));
      expect(text).toContain("Only in “The lighthouse keeper's log”");
      expect(text).toContain('Agneta Holm');
    }
    expect(readText(await ask(question, { in: 'Moby Dick' }))).toContain('No document is called “Moby Dick”');
  });

  test('shows mentions as names, also of people of whom no other name came with them', async () => {
    const mara = server.member('mara').user;
    const words = `Did <@${mara.id}>, <@!${'9'.repeat(18)}> or <@&${server.role('moderator').id}> ask <@${server.botId}> in <#${server.channel('questions').id}> <:hm:${'8'.repeat(18)}>?`;
    const text = readText(await ask(words));
    expect(text).toContain('**Did mara, somebody or moderator ask in #… ?**');
    const sent = readText(await ada.send('general', `<@${server.botId}> Is <@${'9'.repeat(18)}> in?`).answer());
    expect(sent).toContain('**Is somebody in?**');
  });

  test('suggests all documents before anything is typed', async () => {
    expect(await ada.autocomplete('ask', 'in', '', { question }).choices()).toHaveLength(4);
  });

  test('is in the language of the asker, whoever sees it', async () => {
    expect(readText(await ask(question, {}, { locale: 'de' }))).toContain('BERICHTET');
    expect(readText(await ask(question, { private: true }, { locale: 'de' }))).toContain('BERICHTET');
    expect(readText(await ask(question, {}, { locale: 'de', channel: 'dm' }))).toContain('BERICHTET');
  });

  test('shows text that would do something as nothing but text', async () => {
    const text = await readAll(await ask('What do the signs on the customs house say?'));
    expect(text).not.toMatch(/(?<!\\)[`|]/);
    expect(text).not.toMatch(/<@\d|\]\(http|(?<!\\)@everyone|https:\/\//);
    const plain = unescape(text);
    expect(plain).toContain('inscription @everyone must pay the toll');
    expect(plain).toContain('painted `rm -rf` and **not bold** in white letters');
    expect(plain).toContain('[free entry](https://evil.example/login)');
  });

  test('cuts a paragraph of 4,000 characters to one stretch and says so', async () => {
    const text = unescape(readText(await ask('What did the lamp of the lighthouse burn?')));
    expect(text).toContain('The lamp burned whale oil');
    expect(text.length).toBeLessThan(4_000);
  });

  test('takes a question of any length', async () => {
    const long = `How long is the harbour bridge, ${'which I have crossed so many times, '.repeat(60)} please?`;
    expect(readText(await ask(long))).toContain('Only the first 500 characters of your question were read.');
  });
});

describe('a refusal', () => {
  test('names what is missing and what the material covers, and no place that is not near', async () => {
    const answer = await ask('How many moons does Jupiter have?');
    const text = readText(answer);
    expect(text).toContain('Nothing in the texts is about this.');
    expect(text).toContain('“Jupiter”');
    expect(text).not.toContain('**Nearest places**');
    expect(text).not.toMatch(/^- /m);
    expect(text).toContain('4 documents from 1911-10-02 to 2023-05-02 can be searched');
    expect(text).not.toMatch(/error|failed|sorry/i);
  });

  test('of a question with a slip offers the word that was meant, and asks with it', async () => {
    const refused = await ask('Who was the lighthuose keeper of Zanzibar?');
    const label = 'Did you mean “lighthouse”?';
    expect(listButtons(refused).map((button) => button.label)).toContain(label);
    await ada.clickButton(refused, 'Tell me when answered').response();
    const pressed = ada.clickButton(refused, label);
    expect((await pressed.acknowledged).type).toBe(6);
    expect(readText(await pressed.response())).toContain('**Who was the lighthouse keeper of Zanzibar?**');
    // Who waited for the slip waits for what was meant.
    const pressedAgain = await ada.clickButton(refused, 'Tell me when answered').response();
    expect(readText(pressedAgain)).toContain('You will not be told.');
    const misses = readText(await server.member('mara').slash('misses', { period: 'all' }).response());
    expect(misses).toContain('lighthouse keeper of Zanzibar');
    expect(misses).not.toContain('lighthuose');
  });

  test('with a slip is no missed question once its correction answers; to others it is answered privately', async () => {
    const mara = server.member('mara');
    const asked = 'cxtmos huose';
    const refused = await ask(asked);
    await ada.clickButton(refused, 'Tell me when answered').response();
    const label = 'Did you mean “house”?';
    const byMara = mara.clickButton(refused, label, { locale: 'de' });
    expect(await byMara.acknowledged).toMatchObject({ type: 5, flags: 64 });
    expect(readText(await byMara.response())).toMatch(/\*\*cxtmos house\*\*[^]*Nicht gefunden: „cxtmos“/);
    expect(readText(server.message(refused) ?? refused)).toContain(`**${asked}**`);
    const listMisses = async () => readText(await mara.slash('misses', { period: 'all' }).response());
    expect(await listMisses()).toContain(asked);
    const text = readText(await ada.clickButton(refused, label).response());
    expect(text).toContain('**cxtmos house**\n-# Not found: “cxtmos”.');
    expect(text).toContain('customs house');
    expect(await listMisses()).not.toContain('cxtmos');
    expect(readText(await ada.slash('mydata').response())).not.toContain('cxtmos');
  });

  test('differs by its reason', async () => {
    expect(readText(await ask('?!'))).toContain('nothing here to search for');
    expect(readText(await ask('How many moons does Jupiter have?'))).toContain('Nothing in the texts');
  });
});

describe('a message', () => {
  test('that mentions the bot is answered', async () => {
    const answer = await ada.send('general', `<@${server.botId}> ${question}`).answer();
    expect(readText(answer)).toContain('412 metres long');
  });

  test('to nobody, to everyone or to another person is left alone', async () => {
    const mara = server.member('mara');
    const quiet = [
      mara.send('general', question),
      mara.send('general', `@everyone ${question}`),
      mara.send('general', `<@${ada.user.id}> ${question}`),
    ];
    await ask(question);
    for (const sent of quiet) expect(sent.answers.filter(({ message_reference }) => message_reference)).toEqual([]);
  });

  test('in direct messages is answered, and the next one may go on from it', async () => {
    expect(readText(await ada.dm('Who was the captain of the ferry?').answer())).toContain('Bram Oster');
    const next = readText(await ada.dm('and the lighthouse keeper?').answer());
    expect(next).toContain('Understood “and the lighthouse keeper?”');
    expect(next).toContain('Agneta Holm');
  });

  test('that replies to an answer takes its subject from it', async () => {
    const answer = await ada.send('general', `<@${server.botId}> ${question}`).answer();
    const reply = await ada.reply(answer, 'And when was it opened?').answer();
    const next = readText(reply);
    expect(next).toContain('**When was the harbour bridge opened?**');
    expect(await readAll(reply)).toContain('3 May 2013');
  });

  test('that replies without a mention is told how to be read', async () => {
    const answer = await ada.send('general', `<@${server.botId}> ${question}`).answer();
    const told = await ada.reply(answer, 'and the ferry?', { pingReplied: false }).answer();
    expect(readText(told)).toContain('I cannot read this reply');
  });

  test('in a thread on an answer goes on from it, by command and by mention', async () => {
    const answer = await ask(question);
    const told = readText(await (await pressInMenu(ada, answer, 'Ask further')).response());
    const thread = server.channel(answer.id);
    expect(told).toBe(`Ask on in the thread <#${thread.id}>.`);
    const again = readText(await (await pressInMenu(ada, answer, 'Ask further')).response());
    expect(again).toContain(`already a thread on this answer; ask there: <#${thread.id}>`);
    const asked = await ada.slash('ask', { question: 'and the tunnel?' }, { channel: thread.id }).response();
    expect(readText(asked)).toContain('**How long is the tunnel?**');
    const mentioned = await ada.send(thread.id, `<@${server.botId}> Why was it rejected?`).answer();
    expect(readText(mentioned)).toContain('**Why was the tunnel rejected?**');
    expect(await readAll(mentioned)).toContain('too soft');
    expect(readText(await ada.send(thread.id, 'just talk').answer())).toContain(
      'I can read only messages that mention',
    );
  });

  test('is answered in its own language, else in the one that its author spoke last, else in the server’s', async () => {
    server.joinGuild({ name: 'Bücherei', locale: 'de', channels: [{ name: 'halle' }], members: [{ name: 'otto' }] });
    const otto = server.member('otto');
    await bot.waitForLog('commands registered');
    const say = async (member: Member, channel: string, text: string) =>
      readText(await member.send(channel, `<@${server.botId}> ${text}`).answer());
    expect(await say(otto, 'halle', 'harbour bridge metres')).toContain('BERICHTET');
    expect(await say(otto, 'halle', question)).toContain('REPORTED');
    expect(await say(otto, 'halle', 'harbour bridge metres')).toContain('REPORTED');
    await ask(question, {}, { locale: 'de' });
    expect(await say(ada, 'general', '/ask harbour bridge metres')).toMatch(
      /^\*\*harbour bridge metres\*\*[^]*BERICHTET/,
    );
    expect(await say(ada, 'general', 'Wer hat die Hafenbrücke gebaut?')).toContain('Wörtliche Zitate');
    expect(readText(await ada.dm(question).answer())).toContain('REPORTED');
  });

  test('that asks whether the one it replies to is true checks that one, and is no question', async () => {
    const mention = `<@${server.botId}>`;
    const seen = server.member('mara').send('general', `${mention} The ferry across the harbour stopped in 2014.`);
    await seen.answer();
    expect(readText(await ada.reply(seen, `${mention} is this true?`).answer())).toContain('1 sentence exact');
    expect(readText(await ada.reply(seen, `${mention} stimmt das?`).answer())).toContain('Satz');
    const unseen = server.seedMessage('general', 'mara', 'The ferry across the harbour stopped in 2014.');
    expect(readText(await ada.reply(unseen, `${mention} is this true?`).answer())).toContain('Check this message');
    const own = await ask(question);
    expect(readText(await ada.reply(own, 'is this true?').answer())).toContain('a message of my own');
    const checked = await ada.messageCommand('Check this message', own).response();
    expect(readText(checked)).toContain('a message of my own');
  });

  test('with only a mention is told how to ask', async () => {
    expect(readText(await ada.send('general', `<@${server.botId}>`).answer())).toContain('Write your question');
  });
});

describe('first contact', () => {
  test('tells what the bot does, what these texts do answer, and what it cannot do, and is no miss', async () => {
    const cards = await Promise.all([
      ada.send('general', `<@${server.botId}> hi!`).answer(),
      ada.dm('who are you?').answer(),
      ada.slash('help').response(),
      ask('help'),
    ]);
    for (const card of cards) {
      const text = readText(card);
      expect(text).toContain('word-for-word quotes');
      expect(text).toContain('What I cannot do');
      expect(text.length).toBeLessThan(1_100);
      expect(text.match(/^- .*\?$/gm)).toEqual(readText(cards[0]).match(/^- .*\?$/gm));
    }
    expect(readText(cards[1])).toContain('I am a bot.');
    const examples = [...readText(cards[0]).matchAll(/^- (.*\?)$/gm)].map(([, question = '']) => question);
    expect(examples).toHaveLength(3);
    for (const example of examples) expect(readText(await ask(example))).toMatch(/^“/m);
    const misses = readText(await server.member('mara').slash('misses', { period: 'all' }).response());
    expect(misses).not.toMatch(/\*\*(?:hi|help|thanks)/);
    expect(readText(await ada.slash('help', {}, { locale: 'de' }).response())).toContain('Was ich kann');
  });
});

test('what is said around a question is no part of it', async () => {
  for (const text of ['hello how long is the harbour bridge?', 'Hi! How long is the harbour bridge? Thanks!']) {
    expect(readText(await ask(text))).toMatch(/^\*\*how long is the harbour bridge\?\*\*$/im);
  }
  await ada.dm(question).answer();
  expect(readText(await ada.dm('thanks, but when was it opened?').answer())).toContain('“when was it opened?”');
});

test('small talk is answered as what it is, in its own language where nothing says another', async () => {
  const say = async (text: string) => readText(await ada.send('general', `<@${server.botId}> ${text}`).answer());
  expect(await say('danke')).toContain('Gern geschehen.');
  expect(await say('thanks for the answer!')).toContain('You are welcome.');
  expect(await say('who are you?')).toContain('I am a bot.');
  expect(await say('good bot')).toMatch(/^You are welcome\. [^\n]*$/);
  expect(await say('you are wrong')).toContain('“Wrong label”');
  expect(await say('bye')).toContain('Goodbye');
  expect(await say('lol ok')).toMatch(/^👍 Ask on/);
  expect(readText(await ask('danke'))).toContain('You are welcome.');
});

describe('checks', () => {
  test('of a message say for each sentence what the material has, privately', async () => {
    const content =
      'The ferry across the harbour stopped in 2014. The bridge cost 69 million crowns, and most came from the city. Bananas grow in bunches.';
    const target = server.seedMessage('general', 'mara', `${content} ${'Bananas grow in bunches. '.repeat(30)}`);
    const asked = ada.messageCommand('Check this message', target);
    expect((await asked.acknowledged).flags).toBe(64);
    const text = readText(await asked.response());
    expect(text).toContain('1 sentence exact, 1 similar, 1 without a match');
    expect(text).toMatch(/Exact words found:\*\* The ferry across/);
    expect(text).toContain('~~69~~ **96** million crowns');
    expect(text).toMatch(/Nothing in the texts:\*\* Bananas/);
  });

  test.each([
    ['exact', 'The cables are in good condition', 'Exact.'],
    ['exact', '“it was opened on 3 May 2013”', 'Exact.'],
    ['near', 'The bridge cost 96 million euros, and most of the money came from the state.', 'Near.'],
    ['absent', 'Elephants never forget what their mothers told them', 'Absent.'],
    ['too short', 'bridge', 'too short'],
  ])('of a quote find it %s: %s', async (_, words, verdict) => {
    expect(readText(await ada.slash('quote', { text: words }).response())).toContain(verdict);
  });

  test('of a message with a quotation look for the quotation', async () => {
    const target = server.seedMessage(
      'general',
      'mara',
      'He wrote “The ferry across the harbour stopped in 2014” again!',
    );
    const text = readText(await ada.messageCommand('Find this quote', target).response());
    expect(text).toContain('Exact.');
    expect(text).toContain('REPORTED');
  });

  test('of a message without text say so', async () => {
    const target = server.seedMessage('general', 'mara', '👍');
    expect(readText(await ada.messageCommand('Check this message', target).response())).toContain('no text');
  });
});

test('/about tells of the index, the model and the share of lanes', async () => {
  const text = readText(await ada.slash('about').response());
  expect(text).toMatch(/\*\*Documents:\*\* 4\n\*\*Passages:\*\* \d+ \(\d+ sentences\)/);
  expect(text).toMatch(/reported \d+ %, claimed \d+ %, opinion \d+ %/);
  expect(text).toMatch(/\*\*Model:\*\* bundled\n\*\*Index version:\*\* [0-9a-f]{8}/);
});

describe('/about texts', () => {
  test('lists the documents with dates and counts, and shows each', async () => {
    const list = await ada.slash('about', { texts: 'all' }).response();
    expect(readText(list)).toContain('4 documents from 1911-10-02 to 2023-05-02');
    expect(readText(list)).toMatch(/\*\*The harbour bridge, ten years on\*\*\n-# 2023-04-18 · \d+ sentences/);
    const menu = listComponents(list.components).find(({ component }) => component.custom_id === 'texts:look');
    const option = menu?.component.options?.find(({ label }) => label.startsWith('The harbour bridge'));
    const card = readText(await ada.select(list, 'texts:look', [option?.value ?? '']).response());
    expect(card).toContain('-# Ines Valdar · The Quayside Courier · 2023-04-18 · harbour-bridge.md');
    expect(card).toMatch(/\*\*Labels:\*\* reported \d+ %, claimed \d+ %, opinion \d+ %/);
    expect(card).toContain('**Genre:** news');
    expect(card).toMatch(/\*\*Last changed:\*\* <t:\d+:D>/);
    expect(card).toContain('**Outline**\n- The tunnel that was not built');
  });

  test('finds nothing for signs only', async () => {
    expect(readText(await ada.slash('about', { texts: '!!!' }).response())).toContain('No document fits “!!!”');
    expect(await ada.autocomplete('about', 'texts', '?!').choices()).toEqual([]);
  });

  test('finds those that fit, and the only one that is meant', async () => {
    const found = readText(await ada.slash('about', { texts: 'bridge' }).response());
    expect(found).toContain('2 documents fit “bridge”');
    expect(readText(await ada.slash('about', { texts: 'lighthouse' }).response())).toContain(
      '### The lighthouse keeper',
    );
    expect(readText(await ada.slash('about', { texts: 'Moby Dick' }).response())).toContain('No document fits');
    expect(await ada.autocomplete('about', 'texts', 'lighth').choices()).toHaveLength(1);
    const about = await ada.slash('about').response();
    expect(readText(await ada.clickButton(about, 'Texts').response())).toContain('4 documents');
  });
});

test('the log has no content and no token', () => {
  expect(bot.log).toContain('"requestId"');
  expect(bot.log).not.toContain('harbour');
  expect(bot.log).not.toContain(server.token);
});

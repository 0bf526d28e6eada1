/** Two servers and three channels on one bot, each with texts of its own. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import type { MessagePayload } from '../discord-server/message-payloads.js';
import { findComponent, readText } from '../discord-server/message-view.js';
import { runCli } from '../helpers/run-cli.js';
import { BotProcess } from './bot-process.js';
import { latestPost, waitForText, writeText } from './brief-bot.js';

const texts = {
  rules: `# House rules of Alderford

Residents must lock the north gate at 22:00. The laundry costs 3 crowns a load. Dogs are kept on a lead in the courtyard.
`,
  novels: `# The lamplighter's tale

Orla kept the lantern of Quillmoor for forty winters. The lantern burned whale oil until the storm of 1871. Her brother
sailed to Vesterhavn.
`,
  minutes: `# Minutes of the Birchwood board

The board raised the dues to 45 crowns on 3 May 2024. Mr Tolland resigned as treasurer. The orchard was leased to the
school.
`,
} as const;
type Collection = keyof typeof texts;

/** What nobody may read who is not given a collection. */
const secrets: Readonly<Record<Collection, readonly string[]>> = {
  rules: ['Alderford', 'north gate', 'laundry', 'courtyard', 'house.md', 'rules/'],
  novels: ['Quillmoor', 'lantern', 'whale oil', 'lamplighter', 'Vesterhavn', 'tale.md', 'novels/'],
  minutes: ['Birchwood', 'Tolland', 'dues', 'orchard', 'board.md', 'minutes/'],
};
const questions = [
  'When must residents lock the gate?',
  'What does a load cost?',
  'Where are dogs kept?',
  'Who kept the lantern of Quillmoor?',
  'What did it burn until the storm?',
  'Where did her brother sail?',
  'Who resigned as treasurer?',
  'What was raised on 3 May 2024?',
  'To whom was it leased?',
  'Who was the lamplihter?',
  'Who is the treasuer of the bord?',
];
const channels: Readonly<Record<string, Collection>> = { gate: 'rules', reading: 'novels', board: 'minutes' };

let bot: BotProcess;
let server: DiscordServer;
/** Manages the first server; is only a member of it; manages the second one. */
let [ann, ada, ben]: Member[] = [];

beforeAll(async () => {
  const roles = [{ name: 'manager', permissions: ['ManageGuild', 'ManageMessages'] }] as const;
  bot = await BotProcess.start({
    files: {
      'rules/house.md': texts.rules,
      'novels/tale.md': texts.novels,
      'library/minutes/board.md': texts.minutes,
      'welcome.md': '# Welcome\n\nThe visitors are welcome from nine in the morning.\n',
    },
    server: {
      guilds: [
        {
          name: 'Alder',
          roles,
          channels: [
            { name: 'gate' },
            { name: 'evening', type: 'category' },
            { name: 'reading', parent: 'evening' },
            { name: 'chapter', type: 'thread', parent: 'reading' },
          ],
          members: [{ name: 'ann', roles: ['manager'] }, { name: 'ada' }],
        },
        { name: 'Birch', roles, channels: [{ name: 'board' }], members: [{ name: 'ben', roles: ['manager'] }] },
      ],
    },
  });
  ({ server } = bot);
  [ann, ada, ben] = ['ann', 'ada', 'ben'].map((name) => server.member(name));
});

afterEach(() => {
  server.assertClean();
});

afterAll(() => bot.close());

function of(member: Member | undefined): Member {
  if (!member) throw new Error('no such member');
  return member;
}

function ask(member: Member | undefined, question: string, channel: string): Promise<MessagePayload> {
  return of(member).slash('ask', { question }, { channel }).response();
}

/** All that a message holds, its buttons too, but for the words of the question. */
function leaksOf(shown: object, own: Collection, question = ''): string[] {
  const all = JSON.stringify(shown);
  const others = (Object.keys(secrets) as Collection[]).filter((each) => each !== own);
  return others
    .flatMap((each) => secrets[each])
    .filter((secret) => all.includes(secret) && !question.toLowerCase().includes(secret.toLowerCase()));
}

/** Opens the settings in a channel, chooses in the menu of an action, and gives the card then. */
async function choose(card: MessagePayload, member: Member | undefined, action: string, values: readonly string[]) {
  return of(member)
    .select(card, new RegExp(`^settings:${action}`), values)
    .response();
}

/** Gives a collection to a server, as the operator does in a terminal. */
async function give(name: string, guild: string): Promise<void> {
  const { code, stderr } = await runCli(['collections', 'own', name, server.guild(guild).id], { env: bot.settings });
  expect([code, stderr]).toEqual([0, '']);
}

/** The value of a collection in a menu. */
function valueOf(card: MessagePayload, name: string): string {
  const menu = findComponent(card, /^settings:texts/) as { options?: { label: string; value: string }[] };
  return menu.options?.find(({ label }) => label === name)?.value ?? `no ${name}`;
}

let before: MessagePayload;

test('before anything is set, every place asks all texts', async () => {
  before = await ask(ada, 'Who kept the lantern of Quillmoor?', 'gate');
  expect(readText(before)).toContain('Orla kept the lantern of Quillmoor for forty winters.');
  expect(readText(await ask(ben, 'When must residents lock the north gate?', 'board'))).toContain('22:00');
});

test('whoever manages a server sets what is asked where, on one card that nobody else sees', async () => {
  expect(() => of(ada).slash('settings', {}, { channel: 'gate' })).toThrow();
  const opened = of(ann).slash('settings', {}, { channel: 'gate' });
  expect(await opened.acknowledged).toMatchObject({ flags: 64 });
  let card = await opened.response();
  expect(readText(card)).toContain('This server asks **all texts that belong to no other server**.');
  // What lies in the folder is the operator's to give.
  expect(JSON.stringify(card)).not.toContain('settings:own');
  for (const name of ['rules', 'novels']) await give(name, 'Alder');
  card = await of(ann).slash('settings', {}, { channel: 'gate' }).response();
  expect(readText(card)).toContain('Asked in this server only: **novels**, **rules**.');
  card = await choose(card, ann, 'place', [server.channel('gate').id]);
  card = await choose(card, ann, 'texts', [valueOf(card, 'rules')]);
  expect(readText(card)).toContain(`<#${server.channel('gate').id}> asks **rules**.`);
  card = await choose(card, ann, 'place', [server.channel('evening').id]);
  card = await choose(card, ann, 'texts', [valueOf(card, 'novels')]);
  expect(readText(card)).toContain('✅ Saved.');

  const theirs = await of(ben).slash('settings', {}, { channel: 'board' }).response();
  expect(leaksOf(theirs, 'minutes')).toEqual([]);
  expect(valueOf(theirs, 'rules')).toBe('no rules');
  await give('minutes', 'Birch');
});

test('no answer, refusal, list, suggestion or example names or quotes what another place asks', async () => {
  const found: string[] = [];
  for (const [channel, own] of Object.entries(channels)) {
    const member = channel === 'board' ? ben : ada;
    for (const question of questions) {
      const card = await ask(member, question, channel);
      found.push(...leaksOf(card, own, question).map((leak) => `${channel}: ${question}: ${leak}`));
    }
    const at = { channel };
    const shown: object[] = [
      await of(member).slash('help', {}, at).response(),
      await of(member).slash('about', {}, at).response(),
      await of(member).slash('about', { texts: 'all' }, at).response(),
      await of(member).slash('about', { texts: 'board' }, at).response(),
      await of(member).slash('quote', { text: 'Mr Tolland resigned.' }, at).response(),
      await of(channel === 'board' ? ben : ann)
        .slash('summary', {}, at)
        .response(),
    ];
    for (const typed of ['', 'r', 'tale', 'minutes', 'house']) {
      shown.push(await of(member).autocomplete('ask', 'in', typed, { question: 'What?' }, at).choices());
    }
    const question = 'Mr Tolland resigned.';
    found.push(...shown.flatMap((each) => leaksOf(each, own, question)).map((leak) => `${channel}: ${leak}`));
  }
  expect(found).toEqual([]);
});

test('each place is still answered from its own texts, a thread from those of its channel', async () => {
  expect(readText(await ask(ada, 'When must residents lock the north gate?', 'gate'))).toContain('22:00');
  expect(readText(await ask(ada, 'Who kept the lantern of Quillmoor?', 'chapter'))).toContain('forty winters');
  expect(readText(await ask(ben, 'Who resigned as treasurer?', 'board'))).toContain('Mr Tolland');
  const welcome = 'From when are visitors welcome?';
  expect(readText(await ask(ben, welcome, 'board'))).toContain('nine in the morning');
  const direct = await ask(ada, welcome, 'dm');
  expect(readText(direct)).toContain('nine in the morning');
  for (const question of questions) {
    const card = await ask(ada, question, 'dm');
    expect(leaksOf(card, 'minutes', question).concat(leaksOf(card, 'rules', question))).toEqual([]);
  }
});

test('a button on an older answer shows nothing of a text that is not asked there any more', async () => {
  const pressed = await of(ada)
    .clickButton(before, /^context/)
    .response();
  expect(readText(pressed)).toBe('That document is not among the texts that are asked here.');
  expect(readText(await of(ada).clickButton(before, /^why/).response())).toBe(
    'That document is not among the texts that are asked here.',
  );
});

test('a brief keeps nothing of a text that its channel is not given any more', async () => {
  const preview = await of(ann).slash('summary', { quotes: 2 }, { channel: 'reading' }).response();
  await of(ann).clickButton(preview, 'Post').response();
  const brief = latestPost(server, 'reading');
  expect(readText(brief)).toContain('Quillmoor');
  const draft = await of(ann).slash('summary', { quotes: 3 }, { channel: 'reading' }).response();
  let card = await of(ann).slash('settings', {}, { channel: 'gate' }).response();
  card = await choose(card, ann, 'place', [server.channel('reading').id]);
  card = await choose(card, ann, 'texts', [valueOf(card, 'rules')]);
  const marked = await waitForText(server, brief, /not asked here any more/);
  expect(secrets.novels.filter((secret) => marked.includes(secret))).toEqual([]);
  expect(JSON.stringify(server.message(brief))).not.toContain('Quillmoor');
  const refused = await of(ann).clickButton(draft, 'Post').response();
  expect(readText(refused)).toContain('Some of its texts are not asked here any more.');
  await choose(card, ann, 'texts', []);
  expect(await waitForText(server, brief, /Quillmoor/)).not.toContain('not asked here');
});

test('whoever waits for an answer hears of one from the texts of that place only, and reads it only where they are asked', async () => {
  const question = 'Who repaired the weathervane?';
  const refused = await ask(ada, question, 'reading');
  await of(ada)
    .clickButton(refused, /^miss:tell/)
    .response();
  const asked = bot.log.split('missed questions asked again').length;
  const earlier = server.messages('ada').length;
  await writeText(bot, 'rules/vane.md', '# Repairs\n\nThe warden Osk repaired the weathervane.\n');
  await bot.waitForLog('missed questions asked again', asked);
  expect(server.messages('ada').length).toBe(earlier);
  await writeText(bot, 'novels/vane.md', '# Another tale\n\nThe smith Ebba repaired the weathervane.\n');
  await server.waitUntil(() => server.messages('ada').length > earlier, 'told');
  const told = server.messages('ada').at(-1);
  expect(told && readText(told)).toContain(`ask the question again in <#${server.channel('reading').id}>`);
  expect(JSON.stringify(told)).not.toMatch(/Osk|Ebba/);
});

test('channels that a server has set hold for it alone, until it goes back to the operator’s', async () => {
  let card = await of(ann).slash('settings', {}, { channel: 'reading' }).response();
  card = await choose(card, ann, 'channels', [server.channel('gate').id]);
  expect(readText(await ask(ada, 'Where are dogs kept?', 'reading'))).toContain(`<#${server.channel('gate').id}>`);
  expect(readText(await ask(ben, 'Who resigned as treasurer?', 'board'))).toContain('Mr Tolland');
  card = await choose(card, ann, 'moderators', [server.channel('gate').id]);
  expect(readText(card)).toContain(`Moderators are told in <#${server.channel('gate').id}>.`);
  card = await of(ann)
    .clickButton(card, /^settings:defaults/)
    .response();
  expect(readText(card)).toContain('Questions are answered in **all channels** (set by the operator).');
  expect(readText(await ask(ada, 'Who kept the lantern of Quillmoor?', 'reading'))).toContain('forty winters');
});

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import type { MessagePayload } from '../discord-server/message-payloads.js';
import { listButtons, readText } from '../discord-server/message-view.js';
import type { BotProcess } from './bot-process.js';
import { latestPost, listPosts, readNow, startBriefBot } from './brief-bot.js';

let bot: BotProcess;
let server: DiscordServer;
let mara: Member;

beforeAll(async () => {
  bot = await startBriefBot();
  ({ server } = bot);
  mara = server.member('mara');
});

afterEach(() => {
  server.faults.clear();
  server.assertClean();
});

afterAll(() => bot.close());

const pinsFull = 250;

function summarise(values: Record<string, string | number>, channel: string, member = mara): Promise<MessagePayload> {
  return member.slash('summary', values, { channel }).response();
}

async function pin(values: Record<string, string | number>, channel: string) {
  const told = await mara.clickButton(await summarise(values, channel), 'Post and pin').response();
  return { told, post: latestPost(server, channel) };
}

function listPinned(channel: string): MessagePayload[] {
  return server.messages(channel).filter(({ pinned }) => pinned);
}

/** A channel of its own with as many pins of somebody else. */
function addChannel(name: string, pins = 0): string {
  server.addChannel({ name });
  for (let i = 0; i < pins; i++) {
    server.seedMessage(name, 'ada', `Pinned by hand ${i}`, { pinnedAtMs: Date.now() - 10_000_000 + i * 1_000 });
  }
  return name;
}

/** Reasons that were given for pins and unpins of a message, in order. */
function reasonsFor({ id }: MessagePayload): string[] {
  return server.calls
    .filter(({ path, method }) => path.endsWith(`/pins/${id}`) && (method === 'PUT' || method === 'DELETE'))
    .map(({ method, headers }) => `${method} ${decodeURIComponent(String(headers['x-audit-log-reason']))}`);
}

test('a brief is posted and pinned, with the topic and the moderator in the audit log', async () => {
  const { told, post } = await pin({ topic: 'the bridge' }, addChannel('one'));
  expect(readText(told)).toContain(`✅ Posted and pinned: https://discord.com/channels/`);
  expect(post.pinned).toBe(true);
  expect(readText(post)).toContain(`-# Pinned by <@${mara.user.id}> ·`);
  expect(reasonsFor(post)).toEqual([`PUT Brief on "the bridge", pinned by mara (${mara.user.id})`]);
});

test('a new pin on the same topic replaces the old one, which says so; nothing else is touched', async () => {
  const channel = addChannel('two', 3);
  const { post: old } = await pin({ topic: 'the bridge' }, channel);
  const { post: other } = await pin({ topic: 'the bridge', in: 'A guide to Lunden' }, channel);
  const { post: all } = await pin({}, channel);
  const { told, post } = await pin({ topic: 'The  BRIDGE!' }, channel);
  expect(readText(told)).toContain(`It replaces the earlier brief on this topic: `);
  expect(readText(told)).toContain(old.id);
  expect(readNow(server, old)).toMatch(
    new RegExp(`^🔁 \\*\\*Replaced by a newer brief:\\*\\* https://discord.com/channels/\\d+/\\d+/${post.id}`),
  );
  expect(readNow(server, old)).toContain(`Posted by <@${mara.user.id}>`);
  expect(reasonsFor(old).at(-1)).toBe(
    `DELETE Brief on "the bridge" replaced by a newer one, by mara (${mara.user.id})`,
  );
  const pinned = listPinned(channel).map(({ id }) => id);
  expect(pinned).toHaveLength(6);
  expect(pinned).toEqual(expect.arrayContaining([other.id, all.id, post.id]));
  const touched = server.calls.filter(({ path, method }) => method === 'DELETE' && path.includes('/pins/'));
  expect(touched.map(({ path }) => path.split('/').at(-1))).toEqual([old.id]);
});

test('missing permissions of the member and of the bot are named, and nothing is posted', async () => {
  const channel = addChannel('three');
  const nora = server.member('nora');
  const preview = await summarise({ topic: 'the bridge' }, channel, nora);
  const told = await nora.clickButton(preview, 'Post and pin').response();
  expect(readText(told)).toContain('You need the permission **Pin Messages** in <#');
  expect(readText(told)).not.toContain('I need');
  server.setOverwrites(channel, [{ for: 'bot', deny: ['PinMessages', 'SendMessages'] }]);
  const both = readText(await nora.clickButton(told, 'Post and pin').response());
  expect(both).toContain('You need the permission **Pin Messages**');
  expect(both).toContain('I need the permissions **Send Messages**, **Pin Messages** in <#');
  const own = await summarise({ topic: 'the bridge' }, channel);
  expect(readText(await mara.clickButton(own, 'Post and pin').response())).toContain('I need the permission');
  expect(listPosts(server, channel)).toEqual([]);
  server.setOverwrites(channel, []);
  await nora.clickButton(told, 'Post').response();
  expect(latestPost(server, channel).pinned).toBe(false);
  await mara.clickButton(own, 'Post and pin').response();
  expect(latestPost(server, channel).pinned).toBe(true);
});

test('in a full channel the old brief on the topic makes room, and comes back if the new one cannot be pinned', async () => {
  const channel = addChannel('four', pinsFull - 1);
  const { post: old } = await pin({ topic: 'the bridge' }, channel);
  expect(listPinned(channel)).toHaveLength(pinsFull);
  server.faults.next({ method: 'PUT', route: /\/pins\//, code: 30_003 });
  server.faults.next({ method: 'PUT', route: /\/pins\//, code: 50_013 });
  const { told, post: failed } = await pin({ topic: 'the bridge' }, channel);
  expect(readText(told)).toContain('Posted, but not pinned');
  expect(server.message(failed)?.pinned).toBe(false);
  expect(readNow(server, failed)).toContain(`Posted by <@${mara.user.id}>`);
  expect(server.message(old)?.pinned).toBe(true);
  expect(readNow(server, old)).not.toContain('Replaced');

  const replaced = await mara.clickButton(told, 'Pin it now').response();
  const post = failed;
  expect(readText(replaced)).toContain('✅ Posted and pinned');
  expect(server.message(post)?.pinned).toBe(true);
  expect(server.message(old)?.pinned).toBe(false);
  expect(readNow(server, old)).toContain('Replaced by a newer brief');
  expect(readNow(server, post)).toContain(`Pinned by <@${mara.user.id}>`);
  expect(listPinned(channel)).toHaveLength(pinsFull);
});

test('a full channel is told, with the offer to unpin the oldest brief of the bot', async () => {
  const channel = addChannel('five', pinsFull - 2);
  const { post: oldest } = await pin({ topic: 'the bridge' }, channel);
  const { post: later } = await pin({}, channel);
  const { told, post } = await pin({ topic: 'the lighthouse' }, channel);
  expect(readText(told)).toContain('250 pinned messages');
  expect(readText(told)).toMatch(/the oldest of my own briefs here, \*\*the bridge\*\* \(posted <t:\d+:D>\)/);
  expect(server.message(post)).toMatchObject({ pinned: false });
  expect(readNow(server, post)).toContain('Posted by');

  server.setOverwrites(channel, [{ for: 'bot', deny: ['PinMessages'] }]);
  const id = String(listButtons(told)[0]?.custom_id);
  const refused = await mara.clickButton(told, id).response();
  expect(readText(refused)).toContain('I need the permission **Pin Messages**');
  expect(listButtons(refused).map(({ label }) => label)).toEqual(['Unpin “the bridge”']);
  server.setOverwrites(channel, []);

  const { told: again, post: next } = await pin({ topic: 'the customs house' }, channel);
  expect(listButtons(again).map(({ label }) => label)).toEqual(['Unpin “the bridge”']);
  const done = await mara.clickButton(again, 'Unpin “the bridge”').response();
  expect(readText(done)).toContain('✅ Posted and pinned');
  expect(readText(done)).toContain('Unpinned to make room: **the bridge**');
  expect(server.message(oldest)?.pinned).toBe(false);
  expect(readNow(server, oldest)).not.toContain('Replaced');
  expect(readNow(server, oldest)).toContain(`Posted by <@${mara.user.id}>`);
  expect(server.message(later)?.pinned).toBe(true);
  expect(server.message(next)?.pinned).toBe(true);
  expect(readNow(server, next)).toContain(`Pinned by <@${mara.user.id}>`);
  expect(reasonsFor(oldest).at(-1)).toContain('retired to make room, by mara');
  expect(listPinned(channel)).toHaveLength(pinsFull);
});

test('a channel full of the pins of others is told; those are left alone', async () => {
  const channel = addChannel('six', pinsFull);
  const { told, post } = await pin({ topic: 'the bridge' }, channel);
  expect(readText(told)).toContain('None of them is a brief of mine');
  expect(server.message(post)?.pinned).toBe(false);
  expect(listPinned(channel)).toHaveLength(pinsFull);

  const [others] = listPinned(channel);
  if (others) mara.unpin(others);
  server.setOverwrites(channel, [{ for: 'bot', deny: ['PinMessages'] }]);
  const refused = await mara.clickButton(told, 'Pin it now').response();
  expect(readText(refused)).toMatch(/^Posted, but not pinned: .*\nI need the permission \*\*Pin Messages\*\* in <#/);
  server.setOverwrites(channel, []);
  expect(readText(await mara.clickButton(refused, 'Pin it now').response())).toContain('✅ Posted and pinned');
  expect(server.message(post)?.pinned).toBe(true);
  expect(listPosts(server, channel)).toHaveLength(1);
});

test('a brief that was pinned into a full channel is known as an own one afterwards', async () => {
  const channel = addChannel('full', pinsFull - 1);
  const topics = ['the bridge', 'The bridge', ' the  BRIDGE', 'the lighthouse'];
  const told = [];
  for (const topic of topics) told.push((await pin({ topic }, channel)).told);
  const [first, second, third, other] = listPosts(server, channel);
  expect([first, second, third].map((post) => post && server.message(post)?.pinned)).toEqual([false, false, true]);
  expect(readText(told[3] ?? { components: [] })).toContain('the oldest of my own briefs here, **the BRIDGE**');
  await mara.clickButton(told[3] ?? { id: '', channel_id: '' }, 'Unpin “the BRIDGE”').response();
  expect(readText(await mara.slash('pins', {}, { channel }).response())).toMatch(
    new RegExp(`^### 1 brief of mine .*\n\n.*/${other?.id ?? ''}\n.*\nPinned <t:\\d+:D> by <@${mara.user.id}>`),
  );
  expect(listPinned(channel)).toHaveLength(pinsFull);
});

test('without the history an old brief is still unpinned and says what has replaced it', async () => {
  const channel = addChannel('unread');
  const { post: old } = await pin({ topic: 'the bridge' }, channel);
  server.setOverwrites(channel, [{ for: 'bot', deny: ['ReadMessageHistory'] }]);
  const { post } = await pin({ topic: 'the bridge' }, channel);
  expect(listPinned(channel).map(({ id }) => id)).toEqual([post.id]);
  expect(readNow(server, old)).toContain('Replaced by a newer brief');
});

test('/pins lists the own briefs among 250 pins, and knows what was unpinned or deleted by hand', async () => {
  const channel = addChannel('seven', pinsFull - 5);
  const { post: first } = await pin({ topic: 'the bridge' }, channel);
  // Older than all others, so that it stands on the last page.
  const record = server.channel(channel).messages.find(({ id }) => id === first.id);
  if (record) record.pinnedAtMs = Date.now() - 20_000_000;
  const { post: second } = await pin({ topic: 'the lighthouse' }, channel);
  const { post: third } = await pin({}, channel);
  const list = () => mara.slash('pins', {}, { channel, locale: 'en-US' });
  const asked = list();
  expect(await asked.acknowledged).toMatchObject({ type: 5, flags: 64 });
  const text = readText(await asked.response());
  expect(text).toContain('3 briefs of mine pinned in this channel');
  expect(text).toContain(`**the bridge** · https://discord.com/channels/${server.guild().id}/`);
  for (const { id } of [first, second, third]) expect(text).toContain(`/${id}`);
  expect(text.match(new RegExp(`Pinned <t:\\d+:D> by <@${mara.user.id}>`, 'g'))).toHaveLength(3);
  expect(text.match(/✅/g)).toHaveLength(3);

  mara.unpin(second);
  mara.deleteMessage(third);
  expect(readText(await list().response())).toContain('1 brief of mine');
  mara.pin(second);
  const { post: anew } = await pin({}, channel);
  const now = readText(await list().response());
  expect(now).toContain(second.id);
  expect(now).toContain(anew.id);
  expect(now).toContain('3 briefs of mine');
  expect(now.match(/ by <@/g)).toHaveLength(2); // nobody knows who has pinned the second one again

  const { post: successor } = await pin({ topic: 'the lighthouse' }, channel);
  expect(server.message(second)?.pinned).toBe(true);
  expect(server.message(successor)?.pinned).toBe(true);
});

test('/pins without the history says what is missing, and forgets nothing', async () => {
  const channel = addChannel('eight');
  expect(readText(await mara.slash('pins', {}, { channel }).response())).toContain('None of my briefs');
  const { post } = await pin({ topic: 'the bridge' }, channel);
  server.setOverwrites(channel, [{ for: 'bot', deny: ['ReadMessageHistory'] }]);
  expect(readText(await mara.slash('pins', {}, { channel }).response())).toContain('**Read Message History**');
  server.setOverwrites(channel, []);
  expect(readText(await mara.slash('pins', {}, { channel, locale: 'de' }).response())).toContain('Angepinnt am');
  expect(server.message(post)?.pinned).toBe(true);
});

test('a message that is deleted before it is pinned is told', async () => {
  const channel = addChannel('nine');
  server.faults.next({ method: 'PUT', route: /\/pins\//, code: 10_008 });
  const { told } = await pin({ topic: 'the bridge' }, channel);
  expect(readText(told)).toContain('no longer there');
  const { told: fine } = await pin({ topic: 'the bridge' }, channel);
  expect(readText(fine)).not.toContain('replaced');
});

test('two presses pin once', async () => {
  const channel = addChannel('ten');
  const preview = await summarise({ topic: 'the bridge' }, channel);
  const press = () => mara.clickButton(preview, 'Post and pin').response();
  const [first, second] = await Promise.all([press(), press()]);
  expect(listPosts(server, channel)).toHaveLength(1);
  for (const told of [first, second]) expect(readText(told)).toContain('✅ Posted and pinned');
  expect(reasonsFor(latestPost(server, channel))).toHaveLength(1);
});

test('of two moderators who pin on one topic at once, one replaces the other', async () => {
  const channel = addChannel('both');
  const lena = server.addMember({ name: 'lena', roles: ['moderator'] });
  const previews = [
    await summarise({ topic: 'the bridge' }, channel),
    await summarise({ topic: 'the bridge' }, channel, lena),
  ];
  server.faults.next({ method: 'PUT', route: /\/pins\//, delayMs: 700 });
  const told = await Promise.all(
    previews.map((preview, i) => (i === 0 ? mara : lena).clickButton(preview, 'Post and pin').response()),
  );
  for (const each of told) expect(readText(each)).toContain('✅ Posted and pinned');
  const posts = listPosts(server, channel);
  expect(posts).toHaveLength(2);
  expect(posts.filter(({ pinned }) => pinned)).toHaveLength(1);
  for (const post of posts) expect(readText(post).includes('Replaced by')).toBe(!post.pinned);
});

test('a lost answer and an outage do not keep a brief from being pinned', async () => {
  const channel = addChannel('eleven');
  server.faults.next({ method: 'PUT', route: /\/pins\//, status: 500, times: 5 });
  server.faults.next({ method: 'PUT', route: /\/pins\//, dropSocket: true, afterApplying: true });
  const preview = await summarise({ topic: 'the bridge' }, channel);
  const told = await mara.clickButton(preview, 'Post and pin').response();
  expect(readText(told)).toContain('✅ Posted and pinned');
  expect(latestPost(server, channel).pinned).toBe(true);
});

test('an old brief that somebody has deleted does not stand in the way of a new one', async () => {
  const channel = addChannel('twelve');
  const { post: old } = await pin({ topic: 'the bridge' }, channel);
  mara.deleteMessage(old);
  const { told, post } = await pin({ topic: 'the bridge' }, channel);
  expect(readText(told)).toMatch(/^✅ Posted and pinned: \S+$/);
  expect(server.message(post)?.pinned).toBe(true);
});

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DiscordServer } from '../discord-server/discord-server.js';
import { listButtons, readText } from '../discord-server/message-view.js';
import type { BotProcess } from './bot-process.js';
import { latestPost, listPosts, readNow, startBriefBot, waitForText } from './brief-bot.js';

let bot: BotProcess;
let server: DiscordServer;

beforeAll(async () => {
  bot = await startBriefBot();
  ({ server } = bot);
});

afterEach(() => {
  server.faults.clear();
  server.assertClean();
});

afterAll(() => bot.close());

test('a preview whose process was killed before the post is posted when it is pressed again', async () => {
  const mara = server.member('mara');
  const preview = await mara.slash('summary', { topic: 'the harbour bridge' }, { channel: 'questions' }).response();
  const tried = () => server.calls.filter(({ path, method }) => method === 'POST' && path.endsWith('/messages')).length;
  const before = tried();
  server.faults.next({ method: 'POST', route: /channels\/\d+\/messages$/, dropSocket: true, times: 5 });
  mara.clickButton(preview, 'Post');
  await server.waitUntil(() => tried() > before, 'tried to post');
  await bot.stop('SIGKILL');
  server.faults.clear();
  await bot.launch();
  const told = await mara.clickButton(preview, 'Post').response();
  const post = latestPost(server, 'questions');
  expect(readText(told)).toContain(post.id);
  expect(listPosts(server, 'questions')).toHaveLength(1);
});

test('a brief that was posted as its process was killed is known again, and is not posted twice', async () => {
  const mara = server.member('mara');
  const preview = await mara.slash('summary', { topic: 'the harbour bridge' }).response();
  server.faults.next({ method: 'POST', route: /messages$/, dropSocket: true, afterApplying: true, times: 5 });
  mara.clickButton(preview, 'Post and pin');
  await server.waitUntil(() => listPosts(server).length > 0, 'posted');
  await bot.stop('SIGKILL');
  server.faults.clear();
  const post = latestPost(server);
  expect(readText(post)).toContain('Pinned by <@');
  await bot.launch();
  await waitForText(server, post, /Posted by <@/); // for it is not pinned
  expect(server.message(post)?.pinned).toBe(false);

  const told = await mara.clickButton(preview, 'Post and pin').response();
  expect(readText(told)).toContain(post.id);
  expect(listButtons(told)).toEqual([]);
  expect(listPosts(server)).toHaveLength(1);
  expect(server.message(post)?.pinned).toBe(true);
  expect(readNow(server, post)).toContain('Pinned by <@');
});

import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbedder } from '#verbatim/adapters/embedding/transformers-embedder.js';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import { groupQuestions, meansSame, type MissedQuestion } from '#verbatim/core/misses/group-questions.js';
import { createMeaningReader } from '#verbatim/core/misses/read-meaning.js';
import { analyser } from '../helpers/analyse.js';
import { heldOutTopics, tuningTopics, type Topic } from './missed-questions.js';

const read = createMeaningReader(analyser, createEquivalents(analyser));
let embedder: Awaited<ReturnType<typeof openEmbedder>>;

beforeAll(async () => {
  embedder = await openEmbedder({ model: 'bundled', modelsDir: tmpdir() });
});

afterAll(() => embedder.close());

function understand(texts: readonly string[]): Promise<MissedQuestion[]> {
  return Promise.all(texts.map(async (text) => ({ meaning: read(text), vector: await embedder.embedQuestion(text) })));
}

async function isSame(first: string, second: string): Promise<boolean> {
  const [a, b] = await understand([first, second]);
  return a !== undefined && b !== undefined && meansSame(a, b) && meansSame(b, a);
}

/** Of the pairs that mean the same and of the others: how many there are, and those that were taken for something else. */
async function score(topics: readonly Topic[]) {
  const counts = { same: 0, different: 0 };
  const missed: string[] = [];
  const joined: string[] = [];
  for (const topic of topics) {
    const all = topic.flatMap((wordings, thing) => wordings.map((text) => ({ thing, text })));
    const understood = await understand(all.map(({ text }) => text));
    const pairs = all.flatMap((second, j) => all.slice(0, j).map((first, i) => ({ first, second, i, j })));
    for (const { first, second, i, j } of pairs) {
      const [a, b] = [understood[i], understood[j]];
      const isFound = a !== undefined && b !== undefined && meansSame(a, b);
      const isMeant = first.thing === second.thing;
      counts[isMeant ? 'same' : 'different']++;
      if (isFound !== isMeant) (isMeant ? missed : joined).push(`${first.text} | ${second.text}`);
    }
  }
  return { ...counts, joined, recall: 1 - missed.length / counts.same };
}

test('different questions about one subject are never joined, and most other wordings are', async () => {
  const tuning = await score(tuningTopics);
  expect(tuning.same + tuning.different).toBeGreaterThan(2_000);
  expect(tuning.joined).toEqual([]);
  expect(tuning.recall).toBeGreaterThan(0.87);
});

test('on topics that nothing was fitted on, too', async () => {
  const heldOut = await score(heldOutTopics);
  expect(heldOut.same).toBeGreaterThan(50);
  expect(heldOut.joined).toEqual([]);
  expect(heldOut.recall).toBeGreaterThan(0.7);
});

test.each([
  ['How long is the tunnel?', 'What is the length of the tunnel?', true],
  ['How long is the tunnel?', 'tunnel length', true],
  ['how long is the tunnel', 'HOW LONG IS THE TUNNEL???', true],
  ['How long is the tunnel?', 'How old is the tunnel?', false],
  ['Who built the harbour bridge?', 'Who owns the harbour bridge?', false],
  ['Who built the harbour bridge?', 'When was the harbour bridge built?', false],
  ['Who met Ada Brandt?', 'Who met Ida Brandt?', false],
  ['What happened in 1911?', 'What happened in 1912?', false],
  ['How many people live in the UK?', 'How many people live in Britain?', true],
  ['Is the tunnel long?', 'How long is the tunnel?', false],
  ['Who voted for the law?', 'Who voted against the law?', false],
  ['Who voted for the law?', 'Who did not vote for the law?', false],
  ['Is the bridge open?', 'Isn’t the bridge open?', false],
  ['What was built before the war?', 'What was built after the war?', false],
  ['Who can vote?', 'Who must vote?', false],
  ['How much does Norland owe Sudland?', 'How much does Sudland owe Norland?', false],
  ['How far is Norland from Sudland?', 'How far is Sudland from Norland?', true],
  ['Who sued the council?', 'Whom did the council sue?', false],
  ['Which village has the most wells?', 'Which village has the fewest wells?', false],
  ['Could you please tell me how long the tunnel is?', 'How long is the tunnel?', true],
  ['What does the council do?', 'What is the council?', false],
])('%s | %s: %s', async (first, second, expected) => {
  expect(await isSame(first, second)).toBe(expected);
});

test('groups do not depend on the order, and every two members of a group mean the same', async () => {
  const texts = tuningTopics.flat(2);
  const groupsOf = async (order: readonly string[]): Promise<string[][]> => {
    const understood = await understand(order);
    const groups = await groupQuestions(understood);
    expect(groups.flat().sort((a, b) => a - b)).toEqual(order.map((_, i) => i));
    for (const group of groups) {
      for (const i of group) {
        for (const j of group) {
          const [a, b] = [understood[i], understood[j]];
          expect(i === j || (a !== undefined && b !== undefined && meansSame(a, b))).toBe(true);
        }
      }
    }
    return groups.map((group) => group.map((i) => order[i] ?? '').sort()).sort();
  };
  expect(await groupsOf([...texts].reverse())).toEqual(await groupsOf(texts));
});

test('a question without a content word is a group of its own', async () => {
  expect(await groupQuestions(await understand(['Who is it?', 'What is this?', 'Who is it?']))).toEqual([
    [0],
    [1],
    [2],
  ]);
});

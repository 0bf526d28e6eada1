import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerLine, searchLine, type AnswerLine } from '../helpers/answer-line.js';
import type { CliResult } from '../helpers/run-cli.js';
import { sampleFiles } from '../helpers/sample-texts.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace } from '../helpers/workspace.js';

const folder = temporaryFolder();
const workspace = new Workspace(folder, sampleFiles);
const question = 'How long does the crossing take?';

beforeAll(async () => {
  const { code, stderr } = await workspace.run(['index']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

function run(...args: string[]): Promise<CliResult> {
  return workspace.run(args);
}

async function ask(...args: string[]): Promise<AnswerLine> {
  const { code, stdout, stderr } = await run('ask', '--json', ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^[^\n]+\n$/);
  return answerLine.parse(JSON.parse(stdout));
}

function expectVerbatim({ quotes, otherLanes }: AnswerLine): void {
  for (const { exact, prefix, suffix, start, end, document, trace, score } of [...quotes, ...otherLanes]) {
    const text = readFileSync(path.join(workspace.corpusDir, document.path), 'utf8');
    expect(text.slice(start, end)).toBe(exact);
    expect(text.slice(start - prefix.length, start)).toBe(prefix);
    expect(text.slice(end, end + suffix.length)).toBe(suffix);
    expect(Object.values(trace).reduce((sum, part) => sum + part)).toBeCloseTo(score, 6);
  }
}

describe('a wrong command line ends with code 2 and says why on standard error only', () => {
  it.each([
    [[]],
    [['dance']],
    [['ask']],
    [['ask', '']],
    [['ask', ' \n ', '--json']],
    [['search']],
    [['ask', question, '--limit', '0']],
    [['ask', question, '--limit', '6']],
    [['ask', question, '--limit', 'two']],
    [['ask', question, '--lane', 'gossip']],
    [['ask', question, '--unknown']],
    [['search', question, '-k', '0']],
    [['search', question, '-k', '1.5']],
    [['index', '--rebuilt']],
  ])('%j', async (args) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('help', () => {
  it('goes to standard output and ends well', async () => {
    const { code, stdout, stderr } = await run('--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of ['index', 'ask', 'search', 'check'])
      expect(stdout).toMatch(new RegExp(`^ +${command}\\b`, 'm'));
  });
});

describe('ask', () => {
  it('prints a readable answer without colour into a pipe', async () => {
    const { code, stdout, stderr } = await run('ask', question);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('“The crossing takes 35 minutes and costs 12 crowns.”');
    expect(stdout).toContain('The last ferry · Ines Dahl · 2024-03-01 · paragraph 1 (ferry.md)');
    expect(stdout).not.toContain('\u001b');
  });

  it('takes a question in several words', async () => {
    expect(await ask('How', 'long', 'does', 'the', 'crossing', 'take?')).toMatchObject({
      question,
      status: 'answered',
    });
  });

  it('prints one line of JSON in the promised form', async () => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ id: null, question, status: 'answered', reason: null });
    expect(answer.quotes[0]?.exact).toBe('The crossing takes 35 minutes and costs 12 crowns.');
    expectVerbatim(answer);
    expect(answer.shown).toBeGreaterThan(0);
    expect(answer.quotes[0]?.answer?.exact).toContain('35 minutes');
  });

  it('puts quotes in the order of their scores where nothing is read', async () => {
    const answer = await ask(question, '--no-read');
    const scores = answer.quotes.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(answer.quotes.map((quote) => quote.answer)).toEqual(scores.map(() => null));
  });

  it('refuses with code 0 and says what comes nearest', async () => {
    const answer = await ask('Who won the chess tournament in Reykjavik?');
    expect(answer).toMatchObject({ status: 'not-found', quotes: [] });
    expect(answer.nearest.length).toBeGreaterThan(0);
  });

  it('gives no more quotes than asked for', async () => {
    expect((await ask('What about the mill of Arn?', '--limit', '1')).quotes.length).toBeLessThanOrEqual(1);
  });

  it('keeps to one lane', async () => {
    const mill = 'What should be thought of selling the mill of Arn?';
    const opinion = await ask(mill, '--lane', 'opinion');
    expectVerbatim(opinion);
    for (const { label } of opinion.quotes) expect(label).toBe('opinion');
    const reported = await ask('When was the mill of Arn built?', '--lane', 'opinion');
    expectVerbatim(reported);
    for (const { label } of reported.quotes) expect(label).toBe('opinion');
    if (reported.status === 'not-found' && reported.reason === 'only-other-lane') {
      expect(reported.otherLanes.length).toBeGreaterThan(0);
      for (const { label } of reported.otherLanes) expect(label).not.toBe('opinion');
    }
  });

  it.each([
    ['its path', 'mill.txt'],
    ['its path in any case', 'MILL.TXT'],
    ['its title', 'The mill of Arn'],
    ['a part of its title', 'mill of'],
  ])('looks in one document only, given by %s', async (_, name) => {
    const answer = await ask('What is known of the mill of Arn?', '--in', name);
    for (const { document } of [...answer.quotes, ...answer.nearest]) expect(document.path).toBe('mill.txt');
  });

  it('finds a document in a folder by its path', async () => {
    const answer = await ask('What should the council be ashamed of?', '--in', 'letters/opinion.md');
    expect(answer.quotes[0]?.document.path).toBe('letters/opinion.md');
  });

  it('looks in the collections only that are named, as if there were no other texts', async () => {
    const mill = 'When was the mill of Arn built?';
    const letters = await ask(mill, '--collection', 'letters');
    const paths = [...letters.quotes, ...letters.nearest].map(({ document }) => document.path);
    expect(new Set(paths)).toEqual(new Set(['letters/opinion.md']));
    const both = await ask(mill, '--collection', 'letters', '--collection', '.');
    expect(both.quotes[0]?.document.path).toBe('mill.txt');
    const { code, stdout, stderr } = await run('summary', '--collection', 'novels');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      'verbatim: No collection is called "novels". Give one of these: "." (texts in no folder), letters.\n',
    );
  });

  it('ends with code 1 and names documents when the one asked for is unknown', async () => {
    const { code, stdout, stderr } = await run('ask', question, '--in', 'no such thing');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^verbatim: No document is called "no such thing"\. [^\n]*ferry\.md[^\n]*\n$/);
  });

  it.each([
    ['of 100,000 characters', `How long does the crossing take? ${'water '.repeat(16_700)}`],
    ['of 100,000 characters in one word', 'crossing'.repeat(12_500)],
    ['of emoji', '🦔🌊👍🏽👩‍👩‍👧‍👦'],
    ['of marks', '?!? …'],
    ['of control characters', 'How \u001b[2J long\u0007?'],
    ['of half a flag and loose marks', '🇫 \u0301 \u200d?'],
    ['of a file', '<?php echo 1; ?> {"a": [1, 2]}'],
  ])('stands a question %s', async (_, odd) => {
    const answer = await ask('--', odd);
    expect(answer.question).toBe(odd);
  });

  it('shows no control character of a question to the terminal', async () => {
    const { code, stdout, stderr } = await run('ask', '--', 'How \u001b[2J long\u0007 is\u009b it?');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toMatch(/[^\n\P{Cc}]/u);
  });

  it('refuses a question without a word because of just that', async () => {
    expect(await ask('--', '?!')).toMatchObject({ status: 'not-found', reason: 'empty-question', confidence: 0 });
  });
});

describe('search', () => {
  it('prints ranked passages whose traces sum to their scores', async () => {
    const { code, stdout, stderr } = await run('search', 'mill of Arn', '--json', '-k', '3');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { query, passages } = searchLine.parse(JSON.parse(stdout));
    expect(query).toBe('mill of Arn');
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.length).toBeLessThanOrEqual(3);
    for (const [i, { document, exact, start, end, score, trace }] of passages.entries()) {
      expect(readFileSync(path.join(workspace.corpusDir, document.path), 'utf8').slice(start, end)).toBe(exact);
      expect(Object.values(trace).reduce((sum, part) => sum + part)).toBeCloseTo(score, 6);
      expect(score).toBeLessThanOrEqual(passages[i - 1]?.score ?? 1);
    }
  });

  it('prints the trace for people, too', async () => {
    const { stdout } = await run('search', 'mill of Arn', '-k', '1');
    expect(stdout).toMatch(/^1\. .*\n {3}\S.*\n(?:.*\n)* {3}score [\d.]+ = lexical [\d.]+ \+ /);
  });

  it('answers the queries of a file', async () => {
    const file = path.join(folder, 'queries.jsonl');
    writeFileSync(file, '{"id": "b", "question": "ferry"}\n{"id": "a", "question": "mill"}\n');
    const { stdout } = await run('search', '--batch', file, '-k', '1');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => searchLine.parse(JSON.parse(line)));
    expect(lines.map(({ id, query, passages }) => [id, query, passages.length])).toEqual([
      ['b', 'ferry', 1],
      ['a', 'mill', 1],
    ]);
  });
});

describe('sources', () => {
  it('lists the texts collection by collection', async () => {
    const { stdout } = await run('sources');
    expect(stdout.split('\n').map((line) => line.replace(/[ (].*/, ''))).toEqual([
      'texts',
      'ferry.md',
      'mill.txt',
      '',
      'letters',
      'letters/opinion.md',
      '',
    ]);
  });
});

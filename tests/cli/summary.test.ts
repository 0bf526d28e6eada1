import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openHere } from '../helpers/open-here.js';
import { summaryLine, type SummaryLine } from '../helpers/answer-line.js';
import type { CliResult } from '../helpers/run-cli.js';
import { sampleFiles } from '../helpers/sample-texts.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace } from '../helpers/workspace.js';

const workspace = new Workspace(temporaryFolder(), {
  ...sampleFiles,
  'guide.txt':
    'A guide to Lake Orsa\n\nThe crossing of Lake Orsa takes 55 minutes. Herons nest on the northern shore of the lake.\n',
});

beforeAll(async () => {
  const { code, stderr } = await workspace.run(['index']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

function run(...args: string[]): Promise<CliResult> {
  return workspace.run(['summary', ...args]);
}

async function summarise(...args: string[]): Promise<SummaryLine> {
  const { code, stdout, stderr } = await run('--json', ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^[^\n]+\n$/);
  return summaryLine.parse(JSON.parse(stdout));
}

describe('summary', () => {
  it('prints quotes of all texts in lanes, each explained and cited', async () => {
    const { code, stdout, stderr } = await run();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Summary of all texts');
    expect(stdout).toMatch(/^\d+ quotes out of \d+ sentences, word for word\.$/m);
    const heads = ['REPORTED  Stated as fact by the author; not verified.', 'CLAIMED BY ', 'OPINION  '];
    const places = heads.map((head) => stdout.indexOf(head));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(stdout).toMatch(/^ {2}— .* · paragraph \d+ \(.*\)$/m);
    expect(stdout).not.toContain('\u001b');
  });

  it('prints one line of JSON with slices of the files', async () => {
    const { topic, in: place, status, quotes, lanes, disagreements } = await summarise('--quotes', '6');
    expect({ topic, place, status }).toEqual({ topic: null, place: null, status: 'summarised' });
    expect(quotes.length).toBe(6);
    expect(lanes.reported + lanes.attributed + lanes.opinion).toBe(6);
    for (const { exact, start, end, document } of [...quotes, ...disagreements.flatMap((one) => one.quotes)]) {
      expect(readFileSync(path.join(workspace.corpusDir, document.path), 'utf8').slice(start, end)).toBe(exact);
    }
  });

  it('takes a topic in several words and one document', async () => {
    const found = await summarise('the', 'mill', 'of', 'Arn', '--in', 'mill.txt');
    expect(found).toMatchObject({ topic: 'the mill of Arn', in: 'mill.txt', status: 'summarised' });
    for (const { document } of found.quotes) expect(document.path).toBe('mill.txt');
  });

  it('gives no more quotes than wanted', async () => {
    expect((await summarise('--quotes', '1')).quotes.length).toBe(1);
  });

  it('refuses a topic that the material does not speak of, with code 0', async () => {
    const found = await summarise('Who won the chess tournament in Reykjavik?');
    expect(found).toMatchObject({ status: 'not-found', quotes: [], disagreements: [] });
    expect(found.nearest.length).toBeGreaterThan(0);
    const { code, stdout } = await run('Who won the chess tournament in Reykjavik?');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Not found: .*“chess”.*$/m);
    expect(stdout).toContain('Nearest places:');
  });

  it('takes a blank topic for none', async () => {
    expect(await summarise(' ')).toMatchObject({ topic: null, status: 'summarised' });
  });

  it.each([
    ['--quotes', '0'],
    ['--quotes', '13'],
    ['--quotes', 'two'],
    ['--lane', 'opinion'],
  ])('ends with code 2 for %s %s', async (...args) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });

  it('ends with code 1 for a document that is not there', async () => {
    const { code, stdout, stderr } = await run('--in', 'no such thing');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^verbatim: No document is called "no such thing"\./);
  });
});

describe('the pipeline', () => {
  it('gives the same summary each time, whichever way it is asked', async () => {
    const { pipeline } = await openHere(workspace.corpusDir, workspace.indexDir);
    try {
      const { elapsedMs, ...first } = await pipeline.summarise();
      const { elapsedMs: again, ...second } = await pipeline.summarise({ topic: '  ', quotes: 6 });
      expect(first).toEqual(second);
      expect([elapsedMs, again].every((ms) => ms > 0)).toBe(true);
    } finally {
      await pipeline.close();
    }
  });
});

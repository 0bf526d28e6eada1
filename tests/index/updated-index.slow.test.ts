import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openHere } from '../helpers/open-here.js';
import { manyTexts, sampleFiles } from '../helpers/sample-texts.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace, withoutReader } from '../helpers/workspace.js';

const folder = temporaryFolder();

describe('a corpus that changes', () => {
  const workspace = new Workspace(path.join(folder, 'changes'), { ...sampleFiles, ...manyTexts(4, 5) }, withoutReader);

  async function index(): Promise<string> {
    const { code, stdout, stderr } = await workspace.run(['index']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const work = /passages: (.*?)(?:, in [\d.]+ s)?\.\n/.exec(stdout)?.[1] ?? stdout;
    return `${stdout.split(',')[0] ?? ''}: ${work}`;
  }

  async function ask(question: string): Promise<{ exact: string; path: string } | string> {
    const { code, stdout } = await workspace.run(['ask', question, '--json']);
    expect(code).toBe(0);
    const { quotes, reason } = JSON.parse(stdout) as {
      quotes: { exact: string; document: { path: string } }[];
      reason: string;
    };
    const [first] = quotes;
    return first ? { exact: first.exact, path: first.document.path } : reason;
  }

  /** Every file of the index with when it was last written. */
  function stamps(): string[] {
    return readdirSync(workspace.indexDir, { recursive: true, encoding: 'utf8' }).map((name) => {
      const { mtimeMs, ino } = statSync(path.join(workspace.indexDir, name));
      return `${name} ${mtimeMs} ${ino}`;
    });
  }

  beforeAll(async () => {
    expect(await index()).toBe('7 documents: 7 new or changed (33 sentences), 0 removed');
  });

  it('has nothing rewritten while it stays the same', async () => {
    const before = stamps();
    expect(await index()).toBe('7 documents: nothing has changed');
    expect(await ask('When was the mill built?')).toMatchObject({ path: 'mill.txt' });
    expect(stamps()).toEqual(before);
  });

  it('has only the edited document embedded again', async () => {
    workspace.write({ 'mill.txt': sampleFiles['mill.txt']?.toString().replace('1742', '1755') ?? '' });
    expect(await index()).toBe('7 documents: 1 new or changed (5 sentences), 0 removed');
    expect(await ask('When was the mill of Arn built?')).toMatchObject({
      exact: expect.stringContaining('1755') as string,
    });
  });

  it('has only the added document embedded', async () => {
    workspace.write({ 'birds/heron.txt': 'The heron nests in the reeds of Lake Orsa.\n' });
    expect(await index()).toBe('8 documents: 1 new or changed (1 sentences), 0 removed');
    expect(await ask('Where does the heron nest?')).toMatchObject({ path: 'birds/heron.txt' });
  });

  it('has a moved document cited at its new place, without embedding it', async () => {
    mkdirSync(path.join(workspace.corpusDir, 'animals'));
    renameSync(
      path.join(workspace.corpusDir, 'birds', 'heron.txt'),
      path.join(workspace.corpusDir, 'animals', 'heron.txt'),
    );
    expect(await index()).toBe('8 documents: 0 new or changed (0 sentences), 1 removed');
    expect(await ask('Where does the heron nest?')).toMatchObject({ path: 'animals/heron.txt' });
  });

  it('has a deleted document vanish from answers and searches', async () => {
    workspace.remove('animals');
    const answer = await ask('Where does the heron nest?');
    expect(answer).not.toMatchObject({ path: 'animals/heron.txt' });
    const { stdout } = await workspace.run(['search', 'heron nest reeds', '--json', '-k', '1000']);
    expect(stdout).not.toContain('heron.txt');
    expect(await index()).toBe('7 documents: nothing has changed');
  });

  it('is brought up to date by a question, too', async () => {
    workspace.write({ 'ferry.md': 'The ferry now crosses in 50 minutes.\n' });
    expect(await ask('How long does the ferry take to cross?')).toMatchObject({
      exact: 'The ferry now crosses in 50 minutes.',
    });
  });

  it('is built anew on demand, to the same version', async () => {
    const before = (await workspace.run(['index'])).stdout.split('\n')[1];
    expect(await workspace.run(['index', '--rebuild'])).toMatchObject({
      stdout: expect.stringMatching(/: 7 new or changed \(/) as string,
    });
    expect((await workspace.run(['index'])).stdout.split('\n')[1]).toBe(before);
  });
});

describe('many small changes', () => {
  it('leave an index that answers like one built anew', async () => {
    const workspace = new Workspace(path.join(folder, 'drift'), manyTexts(8, 5), withoutReader);
    const ask = async (rebuild: boolean): Promise<string[][]> => {
      const { pipeline } = await openHere(workspace.corpusDir, workspace.indexDir, { rebuild });
      const answers: string[][] = [];
      for (const question of ['entry 0-3-2', 'Who painted bells near a barn?', 'kettles near the school']) {
        answers.push(
          (await pipeline.search(question, 10)).passages.map(({ exact, score }) => `${score.toFixed(4)} ${exact}`),
        );
      }
      await pipeline.close();
      return answers;
    };
    for (let round = 1; round <= 6; round++) {
      workspace.write(manyTexts(8, 5, round % 2 === 0 ? 0 : round));
      workspace.remove(`log-${round % 2 === 0 ? 0 : round}-${round}.txt`);
      const updated = await ask(false);
      if (round % 3 === 0) expect(updated).toEqual(await ask(true));
    }
  });
});

describe('several processes that index one folder at once', () => {
  it.each([2, 3])('all succeed: %d processes', async (count) => {
    const workspace = new Workspace(
      path.join(folder, `at-once-${count}`),
      { ...sampleFiles, ...manyTexts(3, 20) },
      withoutReader,
    );
    const results = await Promise.all(Array.from({ length: count }, () => workspace.run(['index', '--rebuild'])));
    for (const { code, stderr } of results) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
    const check = await workspace.run(['check']);
    expect({ code: check.code, stderr: check.stderr }).toEqual({ code: 0, stderr: '' });
    expect((await workspace.run(['index'])).stdout).toContain('nothing has changed');
    expect(workspace.builds()).toEqual(workspace.buildsInUse());
  });

  it('answer while another one indexes', async () => {
    const workspace = new Workspace(
      path.join(folder, 'beside'),
      { ...sampleFiles, ...manyTexts(6, 20) },
      withoutReader,
    );
    await workspace.run(['index']);
    const runs = [
      ['index', '--rebuild'],
      ...Array.from({ length: 3 }, () => ['ask', 'How long does the crossing take?']),
    ];
    const [, ...answers] = await Promise.all(runs.map((args) => workspace.run(args)));
    for (const { code, stdout, stderr } of answers) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('The crossing takes 35 minutes');
    }
  });
});

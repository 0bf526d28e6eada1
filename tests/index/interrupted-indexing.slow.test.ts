import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { IndexFolder } from '#verbatim/adapters/index/index-folder.js';
import { openStoredIndex } from '#verbatim/app/indexing/stored-index.js';
import { firstQuote, openHere } from '../helpers/open-here.js';
import { manyTexts, sampleFiles } from '../helpers/sample-texts.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace, withoutReader } from '../helpers/workspace.js';
import { writeFiles } from '../helpers/write-files.js';

const question = 'How long does the crossing take?';
const right = 'The crossing takes 35 minutes and costs 12 crowns.';
const kills = 24;
const interrupts = 6;

const workspace = new Workspace(temporaryFolder(), sampleFiles, withoutReader);
/** The same texts and many more: indexing them is what gets interrupted. */
const largerDir = path.join(workspace.root, 'larger');
const grown = { env: { CORPUS_DIR: largerDir } };
let version: string;
let newerVersion: string;
let fullMs: number;

beforeAll(async () => {
  writeFiles(largerDir, { ...sampleFiles, ...manyTexts(12, 10) });
  const started = performance.now();
  expect((await workspace.run(['index', '--rebuild'], grown)).code).toBe(0);
  fullMs = performance.now() - started;
  newerVersion = await provenVersion();
  expect((await workspace.run(['index'])).code).toBe(0);
  version = await provenVersion();
});

/** The version of the index as it lies there, proved file by file; nothing may be wrong with it. */
async function provenVersion(): Promise<string> {
  const notices: string[] = [];
  const stored = await openStoredIndex(new IndexFolder(workspace.indexDir), (notice) => notices.push(notice));
  expect(notices).toEqual([]);
  return stored?.manifest.version ?? 'none';
}

/** Whether the old index is in use; if not, it is the new one, whole, and the old one is put back. */
async function isUnchanged(newer: string): Promise<boolean> {
  const found = await provenVersion();
  expect([version, newer]).toContain(found);
  if (found !== version) expect((await workspace.run(['index'])).code).toBe(0);
  return found === version;
}

/** Moments spread over the whole run, the same ones every time the tests run. */
function moments(count: number, seed: number): number[] {
  const shares = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: count, seed });
  return shares.map((share, i) => ((i + share) / count) * 0.9);
}

describe('indexing that is killed', () => {
  it(`leaves the old index whole at ${kills} moments`, async () => {
    let unfinished = 0;
    let leftovers = 0;
    for (const moment of moments(kills, 17)) {
      const started = performance.now();
      const { child, result } = workspace.start(['index'], grown);
      await Promise.race([wait(moment * fullMs), result]);
      child.kill('SIGKILL');
      // One that was done before says how long it takes now: the machine may have been busier before.
      if ((await result).signal === null) fullMs = Math.min(fullMs, performance.now() - started);
      leftovers = Math.max(leftovers, workspace.builds().length - 1);
      if (await isUnchanged(newerVersion)) unfinished++;
    }
    expect(unfinished).toBeGreaterThanOrEqual(20);
    expect(leftovers).toBeGreaterThan(0);
  });

  it('answers as before afterwards, without writing anything', async () => {
    const here = await openHere(workspace.corpusDir, workspace.indexDir);
    expect(here).toMatchObject({ notices: [], pipeline: { indexing: { changed: false } } });
    expect(await firstQuote(here, question)).toBe(right);
    await here.pipeline.close();
  });

  it('is made up for by the next run, which clears away what was left', async () => {
    const { code, stdout, stderr } = await workspace.run(['index'], grown);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^15 documents, .*: 12 new or changed \(120 sentences\), 0 removed/);
    expect(workspace.indexEntries()).toEqual(['CURRENT', ...workspace.buildsInUse()]);
    expect((await workspace.run(['check'], grown)).code).toBe(0);
  });
});

describe('the first indexing of all, killed', () => {
  it('leaves no index but one that the next run completes', async () => {
    const fresh = new Workspace(path.join(workspace.root, 'fresh'), sampleFiles, withoutReader);
    for (const moment of [0.2, 0.4, 0.7]) {
      const { child, result } = fresh.start(['index']);
      await wait(moment * fullMs);
      child.kill('SIGKILL');
      await result;
    }
    const { code, stdout } = await fresh.run(['ask', question, '--json']);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { quotes: { exact: string }[] }).quotes[0]?.exact).toBe(right);
    expect(fresh.builds()).toHaveLength(1);
  });
});

describe('indexing that is interrupted from the keyboard', () => {
  it(`says so in one line and leaves the old index whole at ${interrupts} moments`, async () => {
    expect((await workspace.run(['index'])).code).toBe(0);
    let told = 0;
    // On a busy machine a run takes longer than the one measured: then more moments, until enough fell into the work.
    const tries = [23, 24, 25, 26].flatMap((seed) => moments(interrupts, seed));
    for (const [number, moment] of tries.entries()) {
      if (number >= interrupts && told >= interrupts / 2) break;
      const { child, result } = workspace.start(['index'], grown);
      await wait(moment * fullMs);
      child.kill('SIGINT');
      const { code, signal, stdout, stderr } = await result;
      if (code !== 0 && signal === null) {
        told++;
        expect({ code, stdout, stderr }).toEqual({
          code: 130,
          stdout: '',
          stderr: 'verbatim: interrupted; what was in use before is unchanged\n',
        });
      }
      await isUnchanged(newerVersion);
    }
    expect(told).toBeGreaterThanOrEqual(interrupts / 2);
    expect(existsSync(workspace.pointerFile())).toBe(true);
  });
});

import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { indexFormat, IndexFolder } from '#verbatim/adapters/index/index-folder.js';
import { indexCorpus } from '#verbatim/app/indexing/index-corpus.js';
import { readSettings } from '#verbatim/app/settings.js';
import { firstQuote, openHere } from '../helpers/open-here.js';
import { sampleFiles } from '../helpers/sample-texts.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace, withoutReader } from '../helpers/workspace.js';
import { writeFiles, type Files } from '../helpers/write-files.js';

const folder = temporaryFolder();
const workspace = new Workspace(folder, sampleFiles, withoutReader);
const question = 'How long does the crossing take?';
const right = 'The crossing takes 35 minutes and costs 12 crowns.';
const indexFiles = ['documents.jsonl', 'vectors.f32', 'manifest.json', 'CURRENT'];
const whole = path.join(folder, 'whole');
let version: string;

beforeAll(async () => {
  const { pipeline } = await openHere(workspace.corpusDir, workspace.indexDir);
  ({ version } = pipeline.manifest);
  for (const name of workspace.indexEntries()) {
    cpSync(path.join(workspace.indexDir, name), path.join(whole, name), { recursive: true });
  }
});
beforeEach(() => {
  for (const name of workspace.indexEntries()) rmSync(path.join(workspace.indexDir, name), { recursive: true });
  cpSync(whole, workspace.indexDir, { recursive: true });
});

function fileOf(name: string): string {
  return name === 'CURRENT' ? workspace.pointerFile() : path.join(workspace.currentBuild(), name);
}

/** Changes one byte at a share of the file's length. */
function flipByte(file: string, share: number): void {
  const bytes = readFileSync(file);
  const at = Math.min(bytes.length - 1, Math.floor(bytes.length * share));
  bytes[at] = (bytes[at] ?? 0) ^ 0x55;
  writeFileSync(file, bytes);
}

/** Everything below a folder but the model, with its content. */
function snapshot(root: string): Files {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('models'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(name, 'latin1')]));
}

const damaged = /^The index is damaged \(.+\); it is built anew\.$/;

async function expectRebuilt(notice: RegExp): Promise<void> {
  const here = await openHere(workspace.corpusDir, workspace.indexDir);
  expect(here.notices).toEqual([expect.stringMatching(notice)]);
  expect(here.pipeline.indexing).toMatchObject({ changed: true, embeddedDocuments: 3 });
  expect(here.pipeline.manifest.version).toBe(version);
  expect(await firstQuote(here, question)).toBe(right);
  await here.pipeline.close();
  expect(workspace.builds()).toEqual(workspace.buildsInUse());
  const notices: string[] = [];
  const settings = readSettings({ CORPUS_DIR: workspace.corpusDir, INDEX_DIR: workspace.indexDir });
  const { changed } = await indexCorpus(settings, { onNotice: (line) => notices.push(line) });
  expect({ notices, changed }).toEqual({ notices: [], changed: false });
}

describe.each(indexFiles)('a damaged %s is noticed in one line, built anew and right again', (name) => {
  it.each([0, 0.37, 0.93])('when the byte at %d of its length was changed', async (share) => {
    flipByte(fileOf(name), share);
    await expectRebuilt(damaged);
  });

  it.each([0, 0.5, 0.999])('when it was cut off at %d of its length', async (share) => {
    const file = fileOf(name);
    truncateSync(file, Math.floor((readFileSync(file).length - 2) * share));
    await expectRebuilt(damaged);
  });

  it('from the command line', async () => {
    flipByte(fileOf(name), 0.6);
    const check = await workspace.run(['check']);
    expect({ code: check.code, stdout: check.stdout }).toEqual({ code: 1, stdout: '' });
    expect(check.stderr).toMatch(
      /^verbatim: [^\n]*(?:was changed|is not readable|is missing)[^\n]*npm run index[^\n]*\n$/,
    );
    const { code, stdout, stderr } = await workspace.run(['ask', question, '--json']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^notice: The index is damaged \([^\n]+\); it is built anew\.\n$/);
    const { quotes } = JSON.parse(stdout) as { quotes: { exact: string }[] };
    expect(quotes[0]?.exact).toBe(right);
  });
});

describe('a file of the index that is missing', () => {
  it.each(indexFiles.slice(0, 3))('is noticed and built anew: %s', async (name) => {
    rmSync(fileOf(name));
    await expectRebuilt(/^The index is damaged \(.* is missing\); it is built anew\.$/);
  });

  it('is no damage when it is the pointer: then there is no index', async () => {
    rmSync(fileOf('CURRENT'));
    const { pipeline, notices } = await openHere(workspace.corpusDir, workspace.indexDir);
    expect({ notices, changed: pipeline.indexing.changed }).toEqual({ notices: [], changed: true });
  });
});

describe('the pointer', () => {
  it('is never believed with any one byte changed', async () => {
    const text = readFileSync(workspace.pointerFile());
    const target = new IndexFolder(workspace.indexDir);
    for (let at = 0; at < text.length - 1; at++) {
      for (const mask of [0x01, 0x20, 0x80]) {
        const bytes = Buffer.from(text);
        bytes[at] = (bytes[at] ?? 0) ^ mask;
        writeFileSync(workspace.pointerFile(), bytes);
        const state = await target.findCurrent().catch((error: unknown) => error);
        expect(state, `byte ${at} ^ ${mask}`).not.toMatchObject({ kind: 'ready' });
      }
    }
  });

  it('leads nowhere outside its folder', async () => {
    const pointer = JSON.parse(readFileSync(workspace.pointerFile(), 'utf8')) as object;
    for (const build of ['build-../../x', '../build-x', '/build-x', '']) {
      writeFileSync(workspace.pointerFile(), JSON.stringify({ ...pointer, build }));
      expect((await new IndexFolder(workspace.indexDir).findCurrent()).kind).toBe('damaged');
    }
  });
});

describe('an index of another format', () => {
  function setFormat(format: number): void {
    const pointer = JSON.parse(readFileSync(workspace.pointerFile(), 'utf8')) as object;
    writeFileSync(workspace.pointerFile(), JSON.stringify({ ...pointer, format }));
  }

  it('is built anew, with one line, when it is not what its format says', async () => {
    setFormat(indexFormat - 1);
    await expectRebuilt(damaged);
  });

  it.each([['index'], ['ask', question], ['search', question], ['check']])(
    'is refused and left alone when it is newer: %s',
    async (...args) => {
      setFormat(indexFormat + 1);
      const before = snapshot(workspace.indexDir);
      const { code, stdout, stderr } = await workspace.run(args);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^verbatim: The index in "[^\n]+" was made by a newer version \(format \d+, [^\n]+\n$/);
      expect(snapshot(workspace.indexDir)).toEqual(before);
    },
  );
});

describe('a folder of somebody else', () => {
  it.each<[string, Files]>([
    ['photos', { 'cat.jpg': 'x', 'sub/dog.jpg': 'y' }],
    [
      'a database that has a CURRENT of its own',
      { CURRENT: 'MANIFEST-000004\n', 'MANIFEST-000004': 'z', '000005.ldb': 'q' },
    ],
    ['texts', { 'essay.txt': 'The heron nests.' }],
  ])('is refused and left alone: %s', async (name, files) => {
    const indexDir = path.join(folder, name.replaceAll(' ', '-'));
    writeFiles(indexDir, files);
    const before = snapshot(indexDir);
    const { code, stdout, stderr } = await workspace.run(['index'], { env: { INDEX_DIR: indexDir } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^verbatim: INDEX_DIR "[^\n]+" contains something that is not an index \("[^\n]+"\)[^\n]+\n$/,
    );
    expect(snapshot(indexDir)).toEqual(before);
    expect(readdirSync(indexDir).sort()).toEqual(
      Object.keys(files)
        .map((file) => file.split('/')[0])
        .sort(),
    );
  });
});

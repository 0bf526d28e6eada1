import { appendFileSync, chmodSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { firstQuote, openHere } from '../helpers/open-here.js';
import { copyModel } from '../helpers/shared-index.js';
import { manyTexts, sampleFiles } from '../helpers/sample-texts.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace, withoutReader } from '../helpers/workspace.js';
import { writeFiles } from '../helpers/write-files.js';

const folder = temporaryFolder();
const modelDir = path.join(folder, 'encoder-copy');
const question = 'How long does the crossing take?';
const right = 'The crossing takes 35 minutes and costs 12 crowns.';

beforeAll(() => {
  copyModel(modelDir);
});

describe('a disk that is full', () => {
  const workspace = new Workspace(path.join(folder, 'full'), { ...sampleFiles, ...manyTexts(3, 30, 1) }, withoutReader);
  const larger = path.join(folder, 'larger');
  const sizes: Record<string, number> = {};
  let version: string;

  beforeAll(async () => {
    writeFiles(larger, { ...sampleFiles, ...manyTexts(3, 30, 1), ...manyTexts(2, 30, 2) });
    const first = await openHere(larger, workspace.indexDir);
    await first.pipeline.close();
    for (const name of readdirSync(workspace.currentBuild())) {
      sizes[name] = statSync(path.join(workspace.currentBuild(), name)).size;
    }
    const { pipeline } = await openHere(workspace.corpusDir, workspace.indexDir);
    ({ version } = pipeline.manifest);
    await pipeline.close();
  });

  it.each(['manifest.json', 'documents.jsonl', 'vectors.f32'])(
    'before all of %s is written ends with one line and leaves the old index whole',
    async (name) => {
      const blocks = Math.floor(((sizes[name] ?? 0) - 1) / 1_024);
      const { code, signal, stdout, stderr } = await workspace.run(['index', '--rebuild'], {
        env: { CORPUS_DIR: larger },
        shell: `ulimit -f ${blocks}; exec "$@"`,
      });
      expect({ code, signal, stdout }).toEqual({ code: 1, signal: null, stdout: '' });
      expect(stderr).toMatch(
        /^verbatim: The index folder "[^\n]+" cannot be written \([^\n]+\)\. Free some space [^\n]+\n$/,
      );
      expect(workspace.builds()).toEqual(workspace.buildsInUse());
      const here = await openHere(workspace.corpusDir, workspace.indexDir);
      expect(here.notices).toEqual([]);
      expect(here.pipeline.manifest.version).toBe(version);
      expect(here.pipeline.indexing.changed).toBe(false);
      expect(await firstQuote(here, question)).toBe(right);
      await here.pipeline.close();
    },
  );
});

describe('an index folder that cannot be written', () => {
  const workspace = new Workspace(path.join(folder, 'locked'), sampleFiles, withoutReader);
  const oneLine = /^(?:notice: [^\n]+\n)?verbatim: [^\n]+ cannot be written [^\n]+\n$/;

  it.each([
    ['below a file', () => path.join(workspace.corpusDir, 'mill.txt', 'index')],
    ['that is a file', () => path.join(workspace.corpusDir, 'mill.txt')],
    ['in a file system of the kernel', () => '/sys/verbatim-index'],
  ])('is told in one line, whatever the model: %s', async (_, indexDir) => {
    for (const model of ['bundled', modelDir]) {
      const env = { INDEX_DIR: indexDir(), EMBEDDING_MODEL: model };
      const { code, stdout, stderr } = await workspace.run(['index'], { env });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(oneLine);
    }
  });

  it('is told in one line when it is read-only, and the old index still answers', async () => {
    await (await openHere(workspace.corpusDir, workspace.indexDir)).pipeline.close();
    chmodSync(workspace.indexDir, 0o555);
    const isRoot = process.getuid?.() === 0;
    const answer = await workspace.run(['ask', question]);
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    expect(answer.stdout).toContain(right);
    workspace.write({ 'new.txt': 'The heron nests in reeds.' });
    const { code, stderr } = await workspace.run(['index']);
    chmodSync(workspace.indexDir, 0o755);
    // No folder is read-only to root.
    expect(code).toBe(isRoot ? 0 : 1);
    expect(stderr).toMatch(isRoot ? /^$/ : oneLine);
  });
});

describe('a model', () => {
  const workspace = new Workspace(path.join(folder, 'model'), sampleFiles, withoutReader);

  it.each([
    ['a folder that is not there', path.join(folder, 'nowhere'), /does not exist/],
    ['a folder without a model', workspace.corpusDir, /lacks config\.json/],
    ['no name at all', 'not a model', /does not exist/],
  ])('that is %s ends with one line', async (_, model, reason) => {
    const { code, stdout, stderr } = await workspace.run(['index'], { env: { EMBEDDING_MODEL: model } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^verbatim: The model [^\n]+\n$/);
    expect(stderr).toMatch(reason);
  });

  it('of one’s own that is damaged ends with one line, and is not written to', async () => {
    const own = path.join(folder, 'own-model');
    copyModel(own);
    writeFileSync(path.join(own, 'onnx', 'model_quantized.onnx'), 'not a model');
    rmSync(path.join(own, 'checksum.json'));
    const { code, stdout, stderr } = await workspace.run(['index'], { env: { EMBEDDING_MODEL: own } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^verbatim: [^\n]*model[^\n]+\n$/i);
    expect(existsSync(path.join(own, 'checksum.json'))).toBe(false);
  });

  it('that was changed makes the index anew, with one line, and back again', async () => {
    const other = path.join(folder, 'other-model');
    copyModel(other);
    rmSync(path.join(other, 'checksum.json'));
    appendFileSync(path.join(other, 'config.json'), '\n');
    expect((await workspace.run(['index'])).code).toBe(0);
    const first = await workspace.run(['index'], { env: { EMBEDDING_MODEL: other } });
    expect(first.code).toBe(0);
    expect(first.stderr).toMatch(
      /^notice: The index was made with the model bundled, now it is [^\n]+; it is built anew\.\n$/,
    );
    expect(first.stdout).toMatch(/^3 documents, .*: 3 new or changed/);
    appendFileSync(path.join(other, 'config.json'), '\n');
    const changed = await workspace.run(['index'], { env: { EMBEDDING_MODEL: other } });
    expect(changed.stderr).toMatch(
      /^notice: The index was made with another model of the name [^\n]+; it is built anew\.\n$/,
    );
    const check = await workspace.run(['check']);
    expect(check.code).toBe(1);
    expect(check.stdout).toContain('model: changed (indexed with ');
    const second = await workspace.run(['ask', question]);
    expect(second.code).toBe(0);
    expect(second.stdout).toContain(right);
    expect(second.stderr).toMatch(
      /^notice: The index was made with the model [^\n]+, now it is bundled; it is built anew\.\n$/,
    );
  });
});

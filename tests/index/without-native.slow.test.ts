import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { placeIndex } from '../helpers/shared-index.js';
import { sampleFiles } from '../helpers/sample-texts.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace, withoutReader } from '../helpers/workspace.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = temporaryFolder();
/** The program as `npm ci` leaves it where no compiler and no optional package is to be had. */
const program = path.join(folder, 'program');
const main = path.join(program, 'dist/cli/main.js');
const questions = ['How long does the crossing take?', 'Who built the mill of Arn?', 'Is it foolish to sell the mill?'];

/** Packages that look for something native, as copies, and all others as links. */
function installWithoutNative(): void {
  cpSync(path.join(root, 'dist'), path.join(program, 'dist'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(program, 'package.json'));
  symlinkSync(path.join(root, 'models'), path.join(program, 'models'));
  const [from, to] = [path.join(root, 'node_modules'), path.join(program, 'node_modules')];
  mkdirSync(path.join(to, '@libsql'), { recursive: true });
  for (const name of readdirSync(from)) {
    if (!['.bin', '@libsql', 'libsql', 'hnswlib-node'].includes(name)) {
      symlinkSync(path.join(from, name), path.join(to, name));
    }
  }
  for (const name of ['libsql', '@libsql/client', '@libsql/core', 'hnswlib-node']) {
    const filter = (file: string): boolean => path.relative(from, file) !== path.join('hnswlib-node', 'build');
    cpSync(path.join(from, name), path.join(to, name), { recursive: true, filter });
  }
  symlinkSync(path.join(from, '@libsql/hrana-client'), path.join(to, '@libsql/hrana-client'));
}

/** Runs the program without native parts in a workspace. */
const runWithout = (workspace: Workspace, ...args: string[]) => workspace.run(args, { program: main });

beforeAll(installWithoutNative);

describe('without the native part of the vector index', () => {
  const workspace = new Workspace(path.join(folder, 'texts'), sampleFiles, withoutReader);
  const answers = async (run: (...args: string[]) => Promise<{ stdout: string }>) => {
    const file = path.join(folder, 'questions.jsonl');
    writeFileSync(file, questions.map((question, id) => `${JSON.stringify({ id: `${id}`, question })}\n`).join(''));
    const { stdout } = await run('ask', '--batch', file);
    // The library adds floats in another order.
    return stdout
      .replace(/"elapsedMs":[\d.]+/g, '')
      .replace(/\d+\.\d{6,}(?:e-\d+)?/g, (figure) => Number(figure).toFixed(5));
  };

  it('the first question is answered, and one notice says how to get it', async () => {
    const first = await runWithout(workspace, 'ask', questions[0] ?? '');
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('The crossing takes 35 minutes and costs 12 crowns.');
    const notices = first.stderr.split('\n').filter((line) => line.includes('hnswlib-node'));
    expect(notices).toEqual([
      expect.stringMatching(/^notice: hnswlib-node cannot be used \(.*"npm rebuild hnswlib-node"\.$/),
    ]);
    const second = await runWithout(workspace, 'ask', questions[1] ?? '');
    expect(second.stdout).toContain('built in 1742 by Jonas Pell');
    expect(second.stderr).toBe('');
  });

  it('the answers are the same, whichever of the two has built the index', async () => {
    const exact = await answers((...args) => runWithout(workspace, ...args));
    expect(exact.split('\n').length).toBe(questions.length + 1);
    const shared = new Workspace(path.join(folder, 'shared'), sampleFiles, withoutReader);
    placeIndex('sample', shared.indexDir);
    expect(await answers((...args) => runWithout(shared, ...args))).toBe(exact);
    // So few sentences are compared with the native part as well.
    const indexed = await workspace.run(['index']);
    expect(indexed.stdout).toContain('nothing has changed');
    expect(await answers((...args) => workspace.run(args))).toBe(exact);
  });

  it('the doctor says so, and that the store needs the other', async () => {
    const { code, stdout } = await runWithout(workspace, 'doctor');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^warning {2}vector index: hnswlib-node cannot be used .*"npm rebuild hnswlib-node"/m);
    expect(stdout).toMatch(/^failure {2}store: The native part of libsql.*"npm ci --include=optional"/m);
  });

  it('a command of the store ends with one line', async () => {
    mkdirSync(path.join(workspace.root, 'data'));
    writeFileSync(path.join(workspace.root, 'data', 'verbatim.db'), '');
    const { code, stderr } = await runWithout(workspace, 'backup', 'copy.db');
    rmSync(path.join(workspace.root, 'data'), { recursive: true });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^verbatim: The native part of libsql[^\n]+ run "npm ci --include=optional" [^\n]+\n$/);
  });
});

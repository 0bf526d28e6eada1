import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace } from '../helpers/workspace.js';

const root = temporaryFolder();
const files = { 'pier.txt': 'The pier of Lunden is 90 metres long. It was opened in 1911.\n' };

it('without a store, no label is set by a moderator, and no store is made', async () => {
  const workspace = new Workspace(path.join(root, 'none'), files);
  const { code, stdout, stderr } = await workspace.run(['overrides']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toBe('notice: No moderator has set a label.\n');
  await workspace.run(['ask', 'How long is the pier?']);
  expect(readdirSync(workspace.root).sort()).toEqual(['corpus', 'index']);
});

it('a store that cannot be read is told; questions are answered all the same, exports are not', async () => {
  const workspace = new Workspace(path.join(root, 'broken'), files);
  const data = path.join(workspace.root, 'data');
  mkdirSync(data);
  writeFileSync(path.join(data, 'verbatim.db'), 'this is no database, and long enough to be looked at '.repeat(100));
  const asked = await workspace.run(['ask', 'How long is the pier?']);
  expect(asked.code).toBe(0);
  expect(asked.stdout).toContain('90 metres long');
  expect(asked.stderr).toMatch(/^notice: Labels set by moderators are not shown: The store [^\n]*\n$/);
  const exported = await workspace.run(['overrides']);
  expect(exported).toMatchObject({ code: 1, stdout: '' });
  expect(exported.stderr).toMatch(/^verbatim: The store [^\n]*cannot be used[^\n]*\n$/);
});

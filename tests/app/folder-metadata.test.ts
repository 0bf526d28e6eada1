import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#verbatim/app/indexing/read-document.js';
import { readTexts } from '#verbatim/app/indexing/read-texts.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

describe('what a folder says for its texts', () => {
  it('holds for all below it, a nearer folder and the text itself win', async () => {
    const folder = await folderOf({
      'folder.yaml': 'kind: rules\npublication: The Shed\n',
      'a.txt': 'One.\n',
      'minutes/folder.yaml': 'kind: minutes\n',
      'minutes/b.txt': 'Two.\n',
      'minutes/c.txt': '---\nkind: news\n---\nThree.\n',
    });
    const texts = await readTexts(folder, () => undefined);
    const found = texts.map(({ path: file, text, inherited }) => {
      const { kind, publication } = readDocument(file, text, inherited).document.metadata;
      return [file, kind, publication];
    });
    expect(found).toEqual([
      ['a.txt', 'rules', 'The Shed'],
      ['minutes/b.txt', 'minutes', 'The Shed'],
      ['minutes/c.txt', 'news', 'The Shed'],
    ]);
  });

  it('changes the digest of a text, so that its labels are made again', async () => {
    const plain = await readTexts(await folderOf({ 'a.txt': 'One.\n' }), () => undefined);
    const ruled = await readTexts(
      await folderOf({ 'a.txt': 'One.\n', 'folder.yaml': 'kind: rules\n' }),
      () => undefined,
    );
    expect(plain[0]?.digest).not.toBe(ruled[0]?.digest);
  });

  it('is told about fields that no folder can have, and kinds that do not exist', async () => {
    const folder = await folderOf({ 'a.txt': 'One.\n', 'folder.yaml': 'title: All\nkind: poem\n' });
    const heard: string[] = [];
    const [text] = await readTexts(folder, (notice) => heard.push(notice));
    expect(heard).toEqual(['folder.yaml: ignored: title; expected author, publication, genre, kind']);
    expect(readDocument('a.txt', text?.text ?? '', text?.inherited).notices[0]).toMatch(
      /^a\.txt: kind "poem" ignored: expected one of news,/,
    );
  });
});

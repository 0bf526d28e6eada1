import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Pages } from '../helpers/start-pages.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace } from '../helpers/workspace.js';

const program = fileURLToPath(new URL('./add-with-network.js', import.meta.url));
const folder = temporaryFolder();
const workspace = new Workspace(folder, { 'novels/one.txt': 'It was a dark night. The wind blew from the sea.' });
const words = 'The gate of the harbour opens at six in the morning. It closes at ten in the evening, on Sundays too.';
let pages: Pages;

beforeAll(async () => {
  pages = await Pages.start();
  const claim = '<link rel="canonical" href="https://elsewhere.example/">';
  pages.give('/gate', `<title>The gate</title>${claim}<h1>The gate</h1><p>${words}</p>`);
  pages.give('/proof', `<title>Proof</title><p>${words}</p><math><mi>x</mi></math>`);
});
afterAll(() => pages.close());

describe('verbatim add and remove', () => {
  it('show what is read and put it in use, but nothing doubtful unless that is wanted', async () => {
    const { code, stdout, stderr } = await workspace.run(
      [String(pages.port), pages.url('/proof'), pages.url('/gate')],
      { program },
    );
    expect(code).toBe(1);
    expect(stderr.split('\n')[0]).toBe(
      `verbatim: ${pages.url('/proof')}: not put in use, since something in it is doubtful. To use it all the same, say --yes.`,
    );
    expect(stdout).toContain('\nDoubtful: formulas, which are left out.\n');
    expect(stdout.slice(stdout.indexOf('The gate\n')).split('\n')).toEqual([
      'The gate',
      expect.stringMatching(/^gate\.html: html · \d sentences · 1 KB · rules$/),
      expect.stringMatching(/^http:\/\/pages\.test:\d+\/gate · fetched \d{4}-\d\d-\d\d$/),
      '  “The gate of the harbour opens at six in the morning.”',
      '  “It closes at ten in the evening, on Sundays too.”',
      'In use: library/rules/gate.html',
      '',
      '',
    ]);
    // Its citation has the address that it was fetched from, whatever the page claims, and the day.
    const outline = await workspace.run([
      'outline',
      '--json',
      path.join(workspace.corpusDir, 'library/rules/gate.html'),
    ]);
    expect(JSON.parse(outline.stdout)).toMatchObject({
      url: pages.url('/gate'),
      savedOn: expect.stringMatching(/^\d{4}-/) as string,
    });
    const sources = await workspace.run(['sources']);
    expect(sources.stdout).toContain(`library/rules/gate.html (html): not indexed yet; from ${pages.url('/gate')}\n`);
  });

  it('say in one line each what cannot be put in', async () => {
    writeFileSync(path.join(folder, 'empty.txt'), ' ');
    const bad = ['none.txt', 'empty.txt', 'http://127.0.0.1/', 'https://localhost:8080/x', 'ftp://a.org/x', folder];
    const { code, stdout, stderr } = await workspace.run(['add', ...bad]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      'verbatim: The file "none.txt" cannot be read. Give the path of a file, or an address that begins with https://.',
      'verbatim: empty.txt: no text in it.',
      'verbatim: http://127.0.0.1/: its address leads to this machine or into a private network.',
      'verbatim: https://localhost:8080/x: its address leads to this machine or into a private network.',
      'verbatim: ftp://a.org/x: only http and https are fetched, not ftp:.',
      `verbatim: ${folder} is a folder. Give the path of a file, or an address that begins with https://.`,
      'verbatim: 6 of 6 are not in use.',
      '',
    ]);
    const one = await workspace.run(['add', 'none.txt', '--collection', '../up']);
    expect(one.stderr.split('\n')).toHaveLength(2);
  });

  it('take a text out and put it back, whoever has put it there', async () => {
    const file = path.join(workspace.corpusDir, 'novels/one.txt');
    const removed = await workspace.run(['remove', 'one.txt']);
    expect(removed.stdout).toMatch(
      /^Removed: novels\/one\.txt\. Until \d{4}-\d\d-\d\d it can be put back: verbatim remove --undo "novels\/one\.txt"\n$/,
    );
    expect(existsSync(file)).toBe(false);
    const sources = await workspace.run(['sources']);
    expect(sources.stdout).toMatch(
      /\nnot in use\nnovels\/one\.txt: removed; can be put back until \d{4}-\d\d-\d\d by its path or as \w+\n$/,
    );
    expect((await workspace.run(['remove', '--undo', 'one.txt'])).stdout).toBe('In use again: novels/one.txt\n');
    expect(readFileSync(file, 'utf8')).toContain('a dark night');
    const again = await workspace.run(['remove', '--undo', 'one.txt']);
    expect([again.code, again.stderr]).toEqual([
      1,
      'verbatim: Nothing of the name "one.txt" was removed in the last week. Names and paths are listed by: verbatim sources.\n',
    ]);
  });

  it('say that a file of a name stays in use, and put another in its place where that is wanted', async () => {
    const file = path.join(folder, 'gate.md');
    const add = async (text: string | Buffer, ...flags: string[]): Promise<string[]> => {
      writeFileSync(file, text);
      const { stdout, stderr } = await workspace.run(['add', 'gate.md', '--collection', 'town', ...flags]);
      return [stdout.trim().split('\n').at(-1) ?? '', stderr];
    };
    expect(await add('The gate opens at seven.')).toEqual(['In use: library/town/gate.md', '']);
    const warned = await add('The gate opens at eight.', '--dry-run');
    expect(warned[1]).toContain('goes on being quoted: library/town/gate.md. To replace it: --replace');
    const replaced = await add('The gate opens at eight.', '--replace');
    expect(replaced).toEqual(['In use: library/town/gate.md', '']);
    expect(readFileSync(path.join(workspace.corpusDir, 'library/town/gate.md'), 'utf8')).toContain('eight');
    await workspace.run(['remove', 'library/town/gate.md']);
    const { stderr } = await workspace.run(['remove', '--undo', 'gate.md']);
    expect(stderr).toMatch(/Give one of \w{16} \(library\/town\/gate\.md removed \d{4}-[\d -]+:\d\d UTC\), \w{16}/);
    const [id = ''] = /\b[\da-f]{16}\b/.exec(stderr) ?? [];
    const back = await workspace.run(['remove', '--undo', id]);
    expect(back.stdout).toBe('In use again: library/town/gate.md\n');
    const outline = await workspace.run(['outline', 'library/town/gate.md']);
    expect(outline.stdout).toContain('The gate opens at');
  });

  it('refuse a corpus folder that is none, the name of the folder of all collections, and tell of another encoding', async () => {
    writeFileSync(path.join(folder, 'latin.txt'), Buffer.from('The café opens at nine.', 'latin1'));
    const none = path.join(folder, 'none');
    const missing = await workspace.run(['add', 'latin.txt'], { env: { CORPUS_DIR: none } });
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('cannot be read (ENOENT)')]);
    expect(existsSync(none)).toBe(false);
    const library = await workspace.run(['add', 'latin.txt', '--collection', 'library']);
    expect(library.stderr).toContain('"library" is the folder in which the collections lie');
    const shown = await workspace.run(['add', 'latin.txt', '--collection', '.', '--dry-run']);
    expect(shown.stdout).toContain('Notice: read as Windows-1252');
    expect(shown.stdout).toContain('texts in no folder');
  });
});

describe('verbatim collections', () => {
  it('gives a collection to a server, lists it, and takes it back', async () => {
    const id = '123456789012345678';
    const own = await workspace.run(['collections', 'own', 'novels', id]);
    expect(own.stdout).toBe(`novels: 0 sentences; belongs to server ${id}; asked by name nowhere\n`);
    const other = await workspace.run(['collections', 'own', 'novels', id.replace('1', '2')]);
    expect([other.code, other.stderr]).toEqual([
      1,
      `verbatim: The collection "novels" belongs to server ${id}. Take it from there first: verbatim collections release NAME.\n`,
    ]);
    expect((await workspace.run(['collections'])).stdout.split('\n')).toContain(own.stdout.trimEnd());
    const released = await workspace.run(['collections', 'release', 'novels']);
    expect(released.stdout).toBe(`novels: belongs to no server any more; before to server ${id}\n`);
  });

  it('say in one line what is no collection and no server', async () => {
    const faults = await Promise.all(
      [
        ['own', 'novel', '123456789012345678'],
        ['own', 'novels', 'Alderford'],
        ['release', 'novels'],
      ].map((args) => workspace.run(['collections', ...args])),
    );
    expect(faults.map(({ code, stderr }) => `${code} ${stderr}`)).toEqual([
      '1 verbatim: No collection is called "novel". Give one of these: novels, rules, town.\n',
      '1 verbatim: "Alderford" is no id of a server. Give the number that "Copy Server ID" gives in Discord, of 17 to 20 digits.\n',
      '1 verbatim: The collection "novels" belongs to no server.\n',
    ]);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { firstQuote, openHere, type OpenedHere } from '../helpers/open-here.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace } from '../helpers/workspace.js';

const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const long = 'the water went over the stones and under the bridge and past the mill '.repeat(720).trim();

/** Files that are left out, with what their notice says. */
const leftOut = {
  'empty.txt': ['', 'left out: no text in it'],
  'blank.txt': [' \t\r\n\u00a0\n', 'left out: no text in it'],
  'mark-only.txt': ['\ufeff\n', 'left out: no text in it'],
  'zeros.txt': [Buffer.from('before\0after'), 'left out: a binary file, not text'],
  'picture.txt': [
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    'left out: a binary file',
  ],
  'utf32.txt': [
    Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from('T\0\0\0')]),
    'left out: UTF-32; save it as UTF-8',
  ],
  'utf16-bare.txt': [Buffer.from('The heron nests.', 'utf16le'), 'left out: a binary file, not text'],
  'zz-copy.txt': ['The otter sleeps in a holt of roots.\n', 'left out: the same text as bom.txt'],
  'zz-copy-crlf.md': ['\r\nThe otter sleeps in a holt of roots.', 'left out: the same text as bom.txt'],
  'only-fields.md': ['---\ntitle: Nothing else\n---\n', 'left out: no words in it'],
} as const;

/** Files that are read, with what their notice says. */
const decoded = {
  'utf16.txt': [utf16('The heron nests in reeds.'), 'read as UTF-16; save it as UTF-8'],
  'stars.md': [
    `${'*'.repeat(12_000)}a${'*'.repeat(12_000)}\n\nThe heron stands in the reeds.\n`,
    'read as plain text: its lists, quotations or marks are nested',
  ],
  'latin1.txt': [
    Buffer.from('The café opened in May.', 'latin1'),
    'read as Windows-1252, as it is not valid UTF-8; save it as UTF-8',
  ],
} as const;

/** Files that are read, with a question and the quote that answers it. */
const readFiles = {
  'bom.txt': [
    '\ufeffThe otter sleeps in a holt of roots.\n',
    'Where does the otter sleep?',
    'The otter sleeps in a holt of roots.',
  ],
  'crlf.txt': [
    'A kestrel has one brood.\r\n\r\nIt breeds in April.\r\n',
    'How many broods has a kestrel?',
    'A kestrel has one brood.',
  ],
  'nbsp.txt': [
    'The bison\u00a0weighs 900\u00a0kilograms.',
    'How heavy is the bison?',
    'The bison\u00a0weighs 900\u00a0kilograms.',
  ],
  'curly.txt': [
    '“The lynx isn’t shy,” said Mara Quill.',
    'Who said that the lynx is not shy?',
    '“The lynx isn’t shy,” said Mara Quill.',
  ],
  'dash.txt': [
    'The badger — a digger — moves 25 tons of soil.',
    'How many tons of soil does the badger move?',
    'The badger — a digger — moves 25 tons of soil.',
  ],
  'emoji.md': [
    'The hedgehog 🦔👍🏽 wakes in *March* 👩‍👩‍👧‍👦.',
    'When does the hedgehog wake?',
    'The hedgehog 🦔👍🏽 wakes in *March* 👩‍👩‍👧‍👦.',
  ],
  'broken.md': [
    '---\ntitle: [open\n---\nThe stork returns in February.\n',
    'When does the stork return?',
    'The stork returns in February.',
  ],
  'deep/er/still/toad.TXT': [
    'The toad lives for 40 years.\n',
    'How long does the toad live?',
    'The toad lives for 40 years.',
  ],
  'no-stops.txt': [`The newt ${long}`, '', ''],
} as const;

const folder = temporaryFolder();
const files = Object.fromEntries(
  Object.entries({ ...leftOut, ...decoded, ...readFiles }).map(([name, [content]]) => [name, content]),
);
const workspace = new Workspace(folder, files);
let opened: OpenedHere;

beforeAll(async () => {
  const { corpusDir } = workspace;
  workspace.write({ '.hidden.txt': 'The ghost is never read.', 'table.csv': 'a,b', 'page.css': 'p { }' });
  symlinkSync('nowhere.txt', path.join(corpusDir, 'dangling.txt'));
  symlinkSync('.', path.join(corpusDir, 'deep', 'loop'));
  symlinkSync('..', path.join(corpusDir, 'deep', 'loop.txt'));
  mkdirSync(path.join(corpusDir, 'folder.txt'));
  execFileSync('mkfifo', [path.join(corpusDir, 'pipe.txt')]);
  opened = await openHere(corpusDir, workspace.indexDir);
});

describe('a file that cannot be used', () => {
  it.each(Object.entries({ ...leftOut, ...decoded }).map(([name, [, notice]]) => [name, notice]))(
    'is named: %s (%s)',
    (name, notice) => {
      const own = opened.notices.filter((line) => line.startsWith(`${name}: `));
      expect(own).toEqual([expect.stringContaining(notice)]);
    },
  );

  it.each(['dangling.txt', 'deep/loop', 'deep/loop.txt', 'pipe.txt'])('is named when it cannot be read: %s', (name) => {
    expect(opened.notices.filter((line) => line.startsWith(`${name}: left out: `))).toHaveLength(1);
  });

  it('is left out, and nothing else is', () => {
    const paths = opened.pipeline.searchIndex.documents.map(({ document }) => document.path);
    expect(paths).toEqual(Object.keys({ ...readFiles, ...decoded }).sort());
  });

  it('has one line, as has every notice', () => {
    for (const notice of opened.notices) expect(notice).toMatch(/^[^\n\r]+$/);
    const named = Object.keys({ ...leftOut, ...decoded }).length + 4;
    const others = opened.notices.filter((line) => line.startsWith('broken.md: front matter ignored: '));
    expect(others).toHaveLength(1);
    expect(opened.notices).toHaveLength(named + others.length);
  });
});

describe('a file with rare content', () => {
  const asked = Object.entries(readFiles).filter(([, [, question]]) => question !== '');
  it.each(asked.map(([name, [, question, quote]]) => [name, question, quote]))(
    '%s answers: %s',
    async (name, question, quote) => {
      // How the file was read is asked here, not whether the reader model takes its one sentence for an answer.
      const { quotes } = await opened.pipeline.ask(question, { read: false });
      expect(quotes[0]?.exact).toBe(quote);
      expect(quotes[0]?.document.path).toBe(name);
      const text = String(files[name]);
      expect(text.slice(quotes[0]?.start, quotes[0]?.end)).toBe(quote);
    },
  );

  it('without any full stop is cut into pieces that are slices', () => {
    const { searchIndex } = opened.pipeline;
    const number = searchIndex.documents.findIndex(({ document }) => document.path === 'no-stops.txt');
    const pieces = Array.from(searchIndex.rows.keys()).flatMap((row) =>
      searchIndex.rows.documentOf(row) === number ? [searchIndex.textOf(row)] : [],
    );
    expect(pieces.length).toBeGreaterThan(45);
    expect(pieces.join(' ')).toBe(`The newt ${long}`);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(1_000);
  });
});

describe('a corpus with faulty files', () => {
  it('is whole when it is checked', async () => {
    const { code, stdout, stderr } = await workspace.run(['check']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(
      `documents: ${Object.keys({ ...readFiles, ...decoded }).length} identical, 0 changed, 0 missing, 0 new`,
    );
  });

  it('names them again on standard error and ends well', async () => {
    const { code, stdout, stderr } = await workspace.run(['index', '--rebuild']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^12 documents, \d+ sentences, \d+ passages: 12 new or changed/);
    for (const name of Object.keys(leftOut)) expect(stderr).toMatch(new RegExp(`^notice: ${name}: left out`, 'm'));
  });

  it('that is empty or has nothing to read refuses every question', async () => {
    const empty = new Workspace(path.join(folder, 'empty'), { 'blank.txt': '' });
    const here = await openHere(empty.corpusDir, empty.indexDir);
    expect(await firstQuote(here, 'Where does the otter sleep?')).toBe('empty-corpus');
    expect(here.notices).toEqual(['blank.txt: left out: no text in it']);
  });

  it('whose folder is missing ends with one line that names it', async () => {
    const { code, stdout, stderr } = await workspace.run(['index'], { env: { CORPUS_DIR: path.join(folder, 'none') } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^verbatim: The corpus folder ".*none" cannot be read \(ENOENT\)\. Set CORPUS_DIR to .*\n$/);
  });

  it('with a name that would command a terminal is told without commanding it', async () => {
    const evil = new Workspace(path.join(folder, 'evil'), { 'a\u001b[2J\nb.txt': '' });
    const { stderr } = await evil.run(['index']);
    expect(stderr).toMatch(/^notice: a\u241b\[2J b\.txt: left out: no text in it\n$/);
  });
});

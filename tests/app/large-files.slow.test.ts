import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#verbatim/app/indexing/read-document.js';
import { readTexts } from '#verbatim/app/indexing/read-texts.js';
import { splitSentences } from '#verbatim/core/text/sentences.js';
import { analyser } from '../helpers/analyse.js';
import { openHere } from '../helpers/open-here.js';
import { manyTexts } from '../helpers/sample-texts.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace } from '../helpers/workspace.js';
import { writeFiles } from '../helpers/write-files.js';

const folder = temporaryFolder();
const megabyte = 1024 * 1024;
/** For ten megabytes: far above what is measured on a slow machine; a cost that grows with the square would take hours. */
const limitMs = 60_000;

const shapes = {
  'paragraphs.txt': 'The bridge opened at noon. Nobody crossed it before dusk, said the warden.\n\n',
  'one-line.txt': 'The bridge opened at noon. Nobody crossed it before dusk, said the warden. ',
  'wrapped.txt': 'The bridge opened at\nnoon. Nobody crossed\nit before dusk, said\nthe warden. ',
  'sections.md': '## The bridge\n\nIt *opened* at [noon](https://example.org).\n\n- nobody crossed\n- before dusk\n\n',
  'one-word.txt': 'bridge',
  'small-letters.txt': 'it opened. nobody crossed it. ',
  'unclosed.md': '[*`<b>(',
} as const;

/** Reads a file and cuts it into sentences; the time is what both take of a processor. */
async function readWhole(name: string, text: string) {
  const corpusDir = path.join(folder, name);
  writeFiles(corpusDir, { [name]: text });
  const before = process.cpuUsage(); // other work on the machine must not fail this
  const [source] = await readTexts(corpusDir, () => undefined);
  const { document } = readDocument(name, source?.text ?? '');
  const sentences = splitSentences(document, analyser);
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1_000, text: source?.text, sentences };
}

describe('a large file', () => {
  it('of four megabytes is read and cut into sentences', async () => {
    const text = shapes['paragraphs.txt'].repeat(Math.ceil((4 * megabyte) / shapes['paragraphs.txt'].length));
    const { ms, text: read, sentences } = await readWhole('four-megabytes.txt', text);
    expect(ms).toBeLessThan(0.4 * limitMs);
    expect(read).toBe(text);
    expect(sentences.length).toBe((text.match(/\./g) ?? []).length);
  });

  it.each(Object.entries(shapes))(
    'of any shape is read in time that grows with its length: %s',
    async (name, piece) => {
      const text = piece.repeat(Math.ceil((name === 'unclosed.md' ? 0.1 : 1) * (megabyte / piece.length)));
      const { ms, sentences } = await readWhole(name, text);
      expect(ms).toBeLessThan(limitMs / 3);
      expect(sentences.length).toBeGreaterThan(50);
      expect(Math.max(...sentences.map(({ start, end }) => end - start))).toBeLessThanOrEqual(1_000);
    },
  );
});

describe('a file of four hundred sentences', () => {
  it('is indexed as a whole and answers from its middle', async () => {
    const text = String(manyTexts(1, 400)['log-0-0.txt']);
    const workspace = new Workspace(path.join(folder, 'book'), { 'book.txt': text });
    const { pipeline } = await openHere(workspace.corpusDir, workspace.indexDir);
    expect(pipeline.manifest.counts.sentences).toBe(400);
    const { quotes } = await pipeline.ask('What did they do in entry 0-0-232?');
    expect(quotes[0]?.exact).toContain('entry 0-0-232');
    await pipeline.close();
  });
});

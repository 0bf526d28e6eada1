import { afterAll, describe, expect, it } from 'vitest';
import { IndexFolder } from '#verbatim/adapters/index/index-folder.js';
import { openModels } from '#verbatim/app/asking/open-models.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const folder = temporaryFolder();
const closing: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(closing.map((model) => model.close())));

async function open(readerModel: string, embeddingModel = 'bundled') {
  const notices: string[] = [];
  const onNotice = (line: string) => notices.push(line);
  const opening = openModels({ embeddingModel, embeddingThreads: 1, readerModel }, new IndexFolder(folder), {
    onNotice,
  });
  const embedder = await opening.embedder.catch(() => null);
  const reader = await opening.reader;
  for (const model of [embedder, reader]) if (model) closing.push(model);
  return { embedder, reader, notices };
}

describe('the models of the settings', () => {
  it('are an embedder and the bundled reader, which work beside each other', async () => {
    const { embedder, reader, notices } = await open('bundled');
    const text = 'The bridge was built in 1911.';
    const [vectors, [reading]] = await Promise.all([
      embedder?.embedTexts(Array.from({ length: 50 }, (_, number) => `Sentence ${number}`)),
      reader?.read('When was the bridge built?', [text]) ?? [],
    ]);
    expect(vectors?.tokenCounts).toHaveLength(50);
    expect(reading?.span && text.slice(reading.span.start, reading.span.end)).toBe('1911');
    expect(notices).toEqual([]);
  });

  it('are an embedder alone where no reader is wanted', async () => {
    expect(await open('off')).toMatchObject({ reader: null, notices: [] });
  });

  it('are an embedder alone, with one notice, where the reader cannot be had', async () => {
    const { embedder, reader, notices } = await open('./nowhere');
    expect(embedder).not.toBeNull();
    expect(reader).toBeNull();
    expect(notices).toEqual([
      expect.stringMatching(
        /^The reader's folder \S+nowhere does not exist: give one with [^\n]+\. Questions are answered without reading\.$/,
      ),
    ]);
  });

  it('are none, and nothing is said of the reader, where the embedder cannot be had', async () => {
    expect(await open('bundled', './nowhere')).toEqual({ embedder: null, reader: null, notices: [] });
  });
});

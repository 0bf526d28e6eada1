/**
 * Asks the questions of folders with `corpus/` and `questions.jsonl` (`question`, `answers`, and `in` where only one document is meant, by its
 * path), and prints of each the places that are read for it with what the reader makes of them, a question a line: `{question, answers,
 * places: [{text, margin, answers}]}`. The reader learns from them what it is asked to read, and what deceives it (`reader/places.py`).
 *
 * usage: node dist/training/read-places.js FOLDER...
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEmbeddedIndex, openEmbeddedIndex } from '../app/asking/embedded-index.js';
import { openModels } from '../app/asking/open-models.js';
import { ReadingDesk } from '../app/asking/reading-desk.js';
import { loadIndex, openStoredIndex, toSearchIndex } from '../app/indexing/stored-index.js';
import { readSettings } from '../app/settings.js';
import { IndexFolder } from '../adapters/index/index-folder.js';
import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { createEquivalents } from '../core/english/equivalents.js';
import type { Reader } from '../core/ports.js';

interface Place {
  readonly text: string;
  readonly margin: number;
  readonly answers: number;
}

const onNotice = (notice: string): void => void process.stderr.write(`${notice}\n`);

for (const folder of process.argv.slice(2)) {
  const indexDir = await mkdtemp(path.join(tmpdir(), 'verbatim-places-'));
  try {
    await printPlaces(folder, indexDir);
  } finally {
    await rm(indexDir, { recursive: true, force: true });
  }
}

async function printPlaces(folder: string, indexDir: string): Promise<void> {
  const settings = { ...readSettings(), corpusDir: path.resolve(folder, 'corpus'), indexDir };
  await (await openEmbeddedIndex({ ...settings, readerModel: 'off' })).close();
  const indexFolder = new IndexFolder(indexDir);
  const stored = await openStoredIndex(indexFolder, onNotice);
  const models = openModels(settings, indexFolder, { onNotice });
  const [embedder, reader] = [await models.embedder, await models.reader];
  if (!stored || !reader) throw new Error('There is nothing to read with.');
  const places: Place[] = [];
  const recorded: Pick<Reader, 'read'> = {
    read: async (question, texts) => {
      const readings = await reader.read(question, texts);
      places.push(...readings.map(({ margin, answers }, i) => ({ text: texts[i] ?? '', margin, answers })));
      return readings;
    },
  };
  const analyser = createWinkAnalyser();
  const index = createEmbeddedIndex(
    {
      manifest: stored.manifest,
      searchIndex: await toSearchIndex(await loadIndex(stored)),
      corpusDir: settings.corpusDir,
    },
    {
      analyser,
      equivalents: createEquivalents(analyser),
      embedder,
      desk: new ReadingDesk(Promise.resolve({ ...reader, ...recorded })),
    },
  );
  for (const line of (await readFile(path.join(folder, 'questions.jsonl'), 'utf8')).split('\n').filter(Boolean)) {
    const { question, answers, in: only } = JSON.parse(line) as { question: string; answers: string[]; in?: string };
    await index.ask(question, { documentId: only === undefined ? null : index.requireDocument(only).id });
    process.stdout.write(`${JSON.stringify({ question, answers, places: places.splice(0) })}\n`);
  }
  await reader.close();
  await embedder.close();
}

import { appendFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { PostgresEngine } from '../adapters/index-postgres/postgres-engine.js';
import { IndexFolder } from '../adapters/index/index-folder.js';
import { KnownTexts } from '../app/asking/known-texts.js';
import { createServerIndex, listCorpus } from '../app/asking/server-index.js';
import { openReaders } from '../app/asking/open-readers.js';
import { indexIntoPostgres } from '../app/indexing/index-into-postgres.js';
import type { Settings } from '../app/settings.js';
import { everything } from '../core/collections/collection.js';
import { CorpusLabels } from '../core/corpus/corpus-labels.js';

const name = 'Odalric Penhallow';

type Report = (what: string, value: string) => void;

/** Measures an index on a server, as `scale.ts` does one in memory: indexing, questions, a changed document, memory. */
export async function measureServer(
  settings: Settings,
  url: string,
  questions: readonly string[],
  report: Report,
): Promise<void> {
  const building = performance.now();
  const { counts } = await indexIntoPostgres(settings, url);
  report('indexing, or finding that nothing has changed', seconds(building));
  report('sentences', `${counts.sentences} in ${counts.documents} documents`);
  const hooks = {
    onNotice: () => undefined,
    onFailure: (error: unknown) => {
      throw error;
    },
  };
  const readers = await openReaders(settings, new IndexFolder(settings.indexDir), hooks);
  const vectors = new Map<string, Float32Array>();
  for (const question of questions) vectors.set(question, await readers.embedder.embedQuestion(question));
  const { embedder } = readers;
  const known = {
    ...embedder,
    model: embedder.model,
    embedQuestion: async (text: string) => vectors.get(text) ?? (await embedder.embedQuestion(text)),
  };
  const engine = new PostgresEngine(url);
  const listing = await engine.read(everything, (corpus) => Promise.resolve(listCorpus(corpus)));
  const { corpusDir } = settings;
  const source = {
    engine,
    scope: everything,
    listing,
    labels: CorpusLabels.none(),
    known: new KnownTexts(),
    corpusDir,
  };
  const corpus = createServerIndex(source, { ...readers, embedder: known });
  for (const round of ['first', 'again']) {
    const times: number[] = [];
    for (const question of questions) {
      const before = performance.now();
      await corpus.ask(question, { read: false });
      times.push(performance.now() - before);
    }
    times.sort((a, b) => a - b);
    const percentile = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
    report(
      `a question, embedding and reading left out, ${round}`,
      `p50 ${percentile(0.5)} ms, p95 ${percentile(0.95)} ms`,
    );
  }
  report('resident memory', memory());
  const summing = performance.now();
  await corpus.summarise();
  report('a summary of everything', seconds(summing));
  report('resident memory then', memory());
  const file = (await readdir(settings.corpusDir)).sort()[7] ?? '';
  const saved = performance.now();
  await appendFile(
    path.join(settings.corpusDir, file),
    `\n\nThe keeper of the weir is called ${name} ${Date.now()}.\n`,
  );
  await indexIntoPostgres(settings, url);
  const { quotes } = await corpus.ask('What is the keeper of the weir called?', { read: false });
  if (!quotes.some(({ exact }) => exact.includes(name))) throw new Error('the changed document is not quoted');
  report('one changed document, the model opened anew', seconds(saved));
  await engine.close();
  await embedder.close();
}

function memory(): string {
  return `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1_000).toFixed(2)} s`;
}

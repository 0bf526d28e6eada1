import { afterAll, describe } from 'vitest';
import { PostgresEngine } from '#verbatim/adapters/index-postgres/postgres-engine.js';
import { PostgresIndexWriter } from '#verbatim/adapters/index-postgres/index-writer.js';
import type { CorpusEngine } from '#verbatim/core/corpus/corpus-index.js';
import { PostgresSchemas, postgresUrl } from '../postgres/postgres-schemas.js';
import { memoryEngine } from './memory-corpus.js';
import type { WrittenTexts } from './written-texts.js';

type OpenEngine = (texts: WrittenTexts) => Promise<CorpusEngine>;

/** Runs a suite on the plainest engine and, where there is a server, on PostgreSQL. */
export function describeEachEngine(name: string, suite: (open: OpenEngine) => void): void {
  describe(`${name}, in memory`, () => {
    suite((texts) => Promise.resolve(memoryEngine(texts)));
  });
  const url = postgresUrl;
  if (url === null) return;
  describe(`${name}, on PostgreSQL`, () => {
    const schemas = new PostgresSchemas(url);
    const engines: CorpusEngine[] = [];
    afterAll(async () => {
      for (const engine of engines) await engine.close();
      await schemas.drop();
    });
    suite(async (texts) => {
      const { url: address } = await schemas.create();
      await writeAll(address, texts);
      const engine = new PostgresEngine(address);
      engines.push(engine);
      return engine;
    });
  });
}

/** Writes an index of its own, in several batches. */
export async function writeAll(
  address: string,
  { documents, version, model }: WrittenTexts,
  key = '{"made":"by words"}',
): Promise<void> {
  const writer = await PostgresIndexWriter.open(address);
  try {
    const edition = await writer.startEdition(key, model);
    for (let first = 0; first < documents.length; first += 50) {
      await writer.write(edition, { version: 'not whole', documents: documents.slice(first, first + 50), removed: [] });
    }
    await writer.finish(edition, version);
  } finally {
    await writer.close();
  }
}

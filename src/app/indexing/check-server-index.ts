import { IndexFolder } from '../../adapters/index/index-folder.js';
import { PostgresEngine } from '../../adapters/index-postgres/postgres-engine.js';
import { isElsewhere } from '../asking/verify-quote.js';
import { VerbatimError } from '../../core/errors.js';
import { everything } from '../../core/collections/collection.js';
import type { CorpusIndex } from '../../core/corpus/corpus-index.js';
import { readInOrder } from '../../core/corpus/whole-facts.js';
import type { Settings } from '../settings.js';
import { compareDocuments, compareModel, type CheckReport } from './check-index.js';
import { readTexts, type SourceText } from './read-texts.js';
import type { StoredDocument } from './stored-index.js';

/**
 * Re-reads the sources of all that an index on a server holds, its postings and vectors, and the model; changes nothing. Throws
 * `corpus-missing` where the sources lie on another machine.
 */
export async function checkServerIndex(settings: Settings, url: string): Promise<CheckReport> {
  if (await isElsewhere(settings.corpusDir)) {
    throw new VerbatimError('corpus-missing', {
      problem: 'There are no texts in "{subject}" to compare the index at DATABASE_URL with',
      subject: settings.corpusDir,
      advice: 'Run it where they are',
    });
  }
  const texts = await readTexts(settings.corpusDir, () => undefined);
  const { comparison, faults, model } = await compareServerIndex(url, texts);
  const compared = await compareModel(settings, new IndexFolder(settings.indexDir), model);
  const isUpToDate = comparison.documents.every(({ state }) => state === 'identical');
  const files = faults === 0 ? 'identical' : describeFaults(faults);
  return { ...comparison, files, model: compared.text, isWhole: compared.isSame && isUpToDate && faults === 0 };
}

/** Compares an index on a server with texts, and counts the documents of which it lacks postings or vectors. */
export async function compareServerIndex(url: string, texts: readonly SourceText[]) {
  const engine = new PostgresEngine(url);
  try {
    await engine.requireUsable();
    return await engine.read(everything, async (corpus) => ({
      comparison: await compareDocuments(listStored(corpus), texts),
      faults: await corpus.countFaults(),
      model: corpus.model,
    }));
  } finally {
    await engine.close();
  }
}

/** What there is to say of documents of which something is missing. */
export function describeFaults(faults: number): string {
  return `${faults.toLocaleString('en')} documents lack some of their words or vectors`;
}

async function* listStored(corpus: CorpusIndex): AsyncGenerator<StoredDocument> {
  const numbers = corpus.documents.map((_, number) => number);
  let next = 0;
  for await (const indexed of readInOrder(corpus, numbers)) {
    yield { ...indexed, digest: corpus.documents[next++]?.digest ?? '' };
  }
}

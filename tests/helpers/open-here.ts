import { openIndex, type OwnIndex } from '#verbatim/app/asking/open-index.js';
import { indexCorpus, type IndexingHooks } from '#verbatim/app/indexing/index-corpus.js';
import { readSettings } from '#verbatim/app/settings.js';

export interface OpenedHere {
  readonly pipeline: OwnIndex;
  readonly notices: readonly string[];
}

/** Opens the index in the process of the test, built anew where that is wanted, and collects its notices. */
export async function openHere(corpusDir: string, indexDir: string, rebuild = false): Promise<OpenedHere> {
  const notices: string[] = [];
  const hooks: IndexingHooks = { onNotice: (notice) => notices.push(notice) };
  const settings = readSettings({ CORPUS_DIR: corpusDir, INDEX_DIR: indexDir, EMBEDDING_THREADS: '1' });
  if (rebuild) await indexCorpus(settings, hooks, { rebuild });
  return { pipeline: await openIndex(settings, hooks), notices };
}

/** The first quote for a question, or the reason why there is none. */
export async function firstQuote({ pipeline }: OpenedHere, question: string): Promise<string | null> {
  const { quotes, reason } = await pipeline.ask(question);
  return quotes[0]?.exact ?? reason;
}

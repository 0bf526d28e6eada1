import { openEmbeddedIndex, type OwnEmbeddedIndex } from '#verbatim/app/asking/embedded-index.js';
import { indexCorpus, type IndexingHooks } from '#verbatim/app/indexing/index-corpus.js';
import { readSettings } from '#verbatim/app/settings.js';
import { withoutReader } from './workspace.js';

export interface OpenedHere {
  readonly pipeline: OwnEmbeddedIndex;
  readonly notices: readonly string[];
}

interface OpenHereOptions {
  /** Whether the index is built anew, whatever there is. */
  readonly rebuild?: boolean;
  /** Whether there is a reader, which most tests of an index have no use for. */
  readonly hasReader?: boolean;
}

/** Opens the index in the process of the test and collects its notices. */
export async function openHere(
  corpusDir: string,
  indexDir: string,
  { rebuild = false, hasReader = false }: OpenHereOptions = {},
): Promise<OpenedHere> {
  const notices: string[] = [];
  const hooks: IndexingHooks = { onNotice: (notice) => notices.push(notice) };
  const folders = { CORPUS_DIR: corpusDir, INDEX_DIR: indexDir };
  const settings = readSettings({ ...folders, EMBEDDING_THREADS: '1', ...(hasReader ? {} : withoutReader) });
  if (rebuild) await indexCorpus(settings, hooks, { rebuild });
  return { pipeline: await openEmbeddedIndex(settings, hooks), notices };
}

/** The first quote for a question, or the reason why there is none. */
export async function firstQuote({ pipeline }: OpenedHere, question: string): Promise<string | null> {
  const { quotes, reason } = await pipeline.ask(question);
  return quotes[0]?.exact ?? reason;
}

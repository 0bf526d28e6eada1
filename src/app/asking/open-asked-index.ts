import type { IndexingHooks } from '../indexing/index-corpus.js';
import type { Settings, StoreSettings } from '../settings.js';
import type { AskedIndex } from './asked-index.js';
import { chooseCollections } from './choose-collections.js';

interface Asking {
  readonly settings: Settings;
  readonly store: StoreSettings;
  /** The only collections to look in; left out for all. */
  readonly collections?: readonly string[] | undefined;
}

/**
 * Opens the index of the settings, or the part of it that some collections make, brought up to date and with the labels set by moderators.
 * Throws `bad-input` for a collection that does not exist.
 */
export async function openAskedIndex(
  { settings, store, collections }: Asking,
  hooks: IndexingHooks,
): Promise<AskedIndex> {
  if (settings.indexServer === null) return openEmbedded({ settings, store, collections }, hooks);
  const { openCorpus } = await import('./open-corpus.js');
  const corpus = await openCorpus(settings, settings.indexServer, hooks, store);
  if (collections === undefined) return corpus;
  try {
    return corpus.within(chooseCollections(await corpus.listCollections(), collections));
  } catch (error) {
    await corpus.close();
    throw error;
  }
}

async function openEmbedded({ settings, store, collections }: Asking, hooks: IndexingHooks): Promise<AskedIndex> {
  const { openIndex } = await import('./open-index.js');
  const { continueQuote } = await import('../../core/search/continue-quote.js');
  const index = await openIndex(settings, hooks, { store });
  try {
    const part =
      collections === undefined ? index : await index.within(chooseCollections(index.collections, collections));
    return {
      ask: (question, options) => part.ask(question, options),
      search: (query, count) => part.search(query, count),
      requireDocument: (name) => Promise.resolve().then(() => part.requireDocument(name)),
      continueQuote: (quote) => Promise.resolve(continueQuote(quote, part.searchIndex)),
      close: () => index.close(),
    };
  } catch (error) {
    await index.close();
    throw error;
  }
}

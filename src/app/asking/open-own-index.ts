import type { IndexingHooks } from '../indexing/index-corpus.js';
import type { Settings, StoreSettings } from '../settings.js';
import { chooseCollections } from './choose-collections.js';
import type { OwnIndex } from './open-index.js';

interface Opening {
  readonly settings: Settings;
  readonly store: StoreSettings;
  /** The only collections to look in; left out for all. */
  readonly collections?: readonly string[] | undefined;
}

/**
 * Opens the index of the settings, or the part of it that some collections make, brought up to date and with the labels set by moderators.
 * Throws `bad-input` for a collection that does not exist.
 */
export async function openOwnIndex({ settings, store, collections }: Opening, hooks: IndexingHooks): Promise<OwnIndex> {
  const index = await openWhole(settings, store, hooks);
  if (collections === undefined) return index;
  try {
    const part = await index.within(chooseCollections(index.collections, collections));
    return { ...part, close: () => index.close() };
  } catch (error) {
    await index.close();
    throw error;
  }
}

/** Much code of which only the one or the other is of use. */
async function openWhole(settings: Settings, store: StoreSettings, hooks: IndexingHooks): Promise<OwnIndex> {
  const { indexServer } = settings;
  if (indexServer === null) {
    const { openEmbeddedIndex } = await import('./embedded-index.js');
    return openEmbeddedIndex(settings, hooks, { store });
  }
  const { openServerIndex } = await import('./open-server-index.js');
  return openServerIndex(settings, indexServer, hooks, store);
}

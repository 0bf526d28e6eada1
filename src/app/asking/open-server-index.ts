import { IndexFolder } from '../../adapters/index/index-folder.js';
import { PostgresEngine } from '../../adapters/index-postgres/postgres-engine.js';
import { everything } from '../../core/collections/collection.js';
import { CorpusLabels } from '../../core/corpus/corpus-labels.js';
import { createEquivalents } from '../../core/english/equivalents.js';
import { giveWay } from '../give-way.js';
import type { IndexingHooks } from '../indexing/index-corpus.js';
import { indexIntoPostgres } from '../indexing/index-into-postgres.js';
import { tryStoredOverrides } from '../labels/label-overrides.js';
import type { Settings, StoreSettings } from '../settings.js';
import { KnownTexts } from './known-texts.js';
import type { OwnIndex } from './open-index.js';
import { openModels } from './open-models.js';
import { ReadingDesk } from './reading-desk.js';
import { notOurs } from './server-indexing.js';
import { createServerIndex, listCorpus } from './server-index.js';
import { isElsewhere } from './verify-quote.js';

/** Opens the model and the index on a server, which is brought up to date with the corpus folder first, with the labels set by moderators. */
export async function openServerIndex(
  settings: Settings,
  url: string,
  hooks: IndexingHooks,
  store: StoreSettings,
): Promise<OwnIndex> {
  const { onNotice = () => undefined } = hooks;
  const engine = new PostgresEngine(url);
  if ((await isElsewhere(settings.corpusDir)) && (await engine.isBegun())) onNotice(notOurs);
  else await indexIntoPostgres(settings, url, hooks);
  const models = openModels(settings, new IndexFolder(settings.indexDir), hooks);
  const overrides = await tryStoredOverrides(store, onNotice);
  const { createWinkAnalyser } = await import('../../adapters/wink-analyser.js');
  const analyser = createWinkAnalyser();
  const embedder = await models.embedder;
  const desk = new ReadingDesk(models.reader);
  const readers = { analyser, equivalents: createEquivalents(analyser), embedder, desk };
  const close = async (): Promise<void> => {
    await engine.close();
    await (await models.reader)?.close();
    await embedder.close();
  };
  try {
    const [listing, labels] = await engine.read(everything, async (corpus) => [
      listCorpus(corpus),
      await CorpusLabels.place(corpus, overrides, giveWay),
    ]);
    const { corpusDir } = settings;
    const source = { engine, scope: everything, listing, labels, known: new KnownTexts(), corpusDir };
    return { ...createServerIndex(source, readers), close };
  } catch (error) {
    await close();
    throw error;
  }
}

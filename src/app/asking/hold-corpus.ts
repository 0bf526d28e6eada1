import type { CorpusIndex } from '../../core/corpus/corpus-index.js';
import type { CorpusLabels } from '../../core/corpus/corpus-labels.js';
import { joinVectors } from '../../core/corpus/join-vectors.js';
import { gatherContent, type KnownDocuments } from '../../core/search/index-content.js';
import { SearchIndex } from '../../core/search/search-index.js';
import { giveWay } from '../give-way.js';

/** The index of some documents of a corpus alone, given by their numbers, with the labels that moderators have set. */
export async function holdCorpus(
  corpus: CorpusIndex,
  numbers: readonly number[],
  known: KnownDocuments,
  labels: CorpusLabels,
): Promise<SearchIndex> {
  const loaded = await corpus.load([...numbers].sort((a, b) => a - b));
  const plain = loaded.map(({ indexed }) => indexed);
  const content = await giveWay(gatherContent(plain, known));
  return new SearchIndex(labels.layOver(plain, corpus), joinVectors(loaded, corpus.model.dimensions), content);
}

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
  const rising = [...numbers].sort((a, b) => a - b);
  const plain = await corpus.load(rising);
  const vectors = joinVectors(await corpus.loadVectors(rising), corpus.model.dimensions);
  const content = await giveWay(gatherContent(plain, known));
  return new SearchIndex(labels.layOver(plain, corpus), vectors, content);
}

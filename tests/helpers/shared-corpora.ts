import { briefFiles, corpusFiles } from '../discord/corpus.js';
import { sampleFiles } from './sample-texts.js';
import type { Files } from './write-files.js';

/** The corpora that many tests start from; the index of each is built once for the whole run. */
export const sharedCorpora = { sample: sampleFiles, bot: corpusFiles, briefs: briefFiles } as const satisfies Record<
  string,
  Files
>;
export type SharedCorpus = keyof typeof sharedCorpora;

const largestFirst = ['briefs', 'bot', 'sample'] as const satisfies readonly SharedCorpus[];

/** The largest shared corpus that is part of these texts, word for word; null when none is. */
export function findSharedCorpus(files: Files): SharedCorpus | null {
  const isPart = (corpus: SharedCorpus): boolean =>
    Object.entries(sharedCorpora[corpus]).every(([name, content]) => files[name] === content);
  return largestFirst.find(isPart) ?? null;
}

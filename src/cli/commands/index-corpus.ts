import { indexCorpus } from '../../app/indexing/index-corpus.js';
import { readSettings } from '../../app/settings.js';
import { withProgress } from '../progress.js';

export async function runIndex(rebuild: boolean): Promise<void> {
  const started = performance.now();
  const { index, changed, embeddedDocuments, embeddedSentences, removedDocuments } = await withProgress((hooks) =>
    indexCorpus(readSettings(), hooks, { rebuild }),
  );
  const { counts, version } = index.manifest;
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const work = changed
    ? `${embeddedDocuments} new or changed (${embeddedSentences} sentences), ${removedDocuments} removed, in ${seconds} s`
    : 'nothing has changed';
  process.stdout.write(
    `${counts.documents} documents, ${counts.sentences} sentences, ${counts.passages} passages: ${work}.\n` +
      `Index version ${version.slice(0, 12)}.\n`,
  );
}

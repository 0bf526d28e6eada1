import { indexCorpus } from '../../app/indexing/index-corpus.js';
import type { Manifest } from '../../app/indexing/manifest.js';
import type { IndexingResult } from '../../app/indexing/update-index.js';
import { readSettings } from '../../app/settings.js';
import { withProgress } from '../progress.js';

export async function runIndex(rebuild: boolean): Promise<void> {
  const started = performance.now();
  const settings = readSettings();
  const { indexServer } = settings;
  if (indexServer !== null) {
    const { indexIntoPostgres } = await import('../../app/indexing/index-into-postgres.js');
    const done = await withProgress((hooks) =>
      indexIntoPostgres(settings, indexServer, hooks, { rebuild, takesOut: true }),
    );
    print(done, done.counts, done.version, started);
    return;
  }
  const done = await withProgress((hooks) => indexCorpus(settings, hooks, { rebuild }));
  const { counts, version } = done.index.manifest;
  print(done, counts, version, started);
}

type Done = Pick<IndexingResult, 'changed' | 'embeddedDocuments' | 'embeddedSentences' | 'removedDocuments'>;

function print(
  { changed, embeddedDocuments, embeddedSentences, removedDocuments }: Done,
  counts: Manifest['counts'],
  version: string,
  started: number,
): void {
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const work = changed
    ? `${embeddedDocuments} new or changed (${embeddedSentences} sentences), ${removedDocuments} removed, in ${seconds} s`
    : 'nothing has changed';
  process.stdout.write(
    `${counts.documents} documents, ${counts.sentences} sentences, ${counts.passages} passages: ${work}.\n` +
      `Index version ${version.slice(0, 12)}.\n`,
  );
}

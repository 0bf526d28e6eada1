/**
 * The program that `runIndexing` starts: brings the index up to date and tells how as `IndexingEvent`s, one line of JSON each. Its only
 * argument is the SHA-256 of the manifest of an index that need not be proven again, or for one on a server `takes-out`; there may be none.
 */
import { VerbatimError } from '../../core/errors.js';
import { readSettings } from '../settings.js';
import { indexCorpus } from './index-corpus.js';
import { takesOutArgument, type IndexingEvent } from './run-indexing.js';

function tell(event: IndexingEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

let percent = 0;
process.stdout.on('error', () => undefined); // whoever has started it is gone; the index is finished all the same
try {
  const hooks = {
    onNotice: (notice: string): void => {
      tell({ kind: 'notice', notice });
    },
    onIndexProgress: (share: number, sentences: number): void => {
      if (Math.floor(share * 100) === percent) return;
      percent = Math.floor(share * 100);
      tell({ kind: 'progress', share, sentences });
    },
  };
  const settings = readSettings();
  if (settings.indexServer !== null) {
    const { indexIntoPostgres } = await import('./index-into-postgres.js');
    const { version, changed } = await indexIntoPostgres(settings, settings.indexServer, hooks, {
      takesOut: process.argv[2] === takesOutArgument,
    });
    tell({ kind: 'done', index: version, changed });
  } else {
    const { index, changed } = await indexCorpus(settings, hooks, { proven: process.argv[2] ?? null });
    tell({ kind: 'done', index: index.manifest.version, changed });
  }
} catch (error) {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof VerbatimError) tell({ kind: 'failed', code: error.code, fields: error.fields });
  else tell({ kind: 'failed', code: null, fields: { problem: 'unexpected failure', detail } });
  process.exitCode = 1;
}

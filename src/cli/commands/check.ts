import { checkIndex } from '../../app/indexing/check-index.js';
import { checkServerIndex } from '../../app/indexing/check-server-index.js';
import { readSettings } from '../../app/settings.js';
import { VerbatimError } from '../../core/errors.js';
import { visible } from '../terminal-style.js';

/** Prints one line a document that is not as indexed, then the sums. Throws when anything differs. */
export async function runCheck(): Promise<void> {
  const settings = readSettings();
  const { indexServer } = settings;
  const report = indexServer === null ? await checkIndex(settings) : await checkServerIndex(settings, indexServer);
  for (const { path, state, detail } of report.documents) {
    if (state !== 'identical') process.stdout.write(`${state}: ${visible(path)}${detail ? ` (${detail})` : ''}\n`);
  }
  const count = (state: string): number => report.documents.filter((document) => document.state === state).length;
  process.stdout.write(
    `documents: ${count('identical')} identical, ${count('changed')} changed, ${count('missing')} missing, ` +
      `${count('new')} new; passages: ${report.identicalPassages} of ${report.passages} identical; ` +
      `sentences: ${report.identicalSentences} of ${report.sentences} identical\n` +
      `index files: ${report.files}\nmodel: ${report.model}\n`,
  );
  if (!report.isWhole) {
    throw new VerbatimError('index-damaged', {
      problem: 'The index differs from its sources',
      advice: 'Run "npm run index" to bring it up to date',
    });
  }
}

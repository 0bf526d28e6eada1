import { listSources } from '../../app/indexing/list-sources.js';
import { readSettings } from '../../app/settings.js';
import { printNotice, visible } from '../terminal-style.js';

/** Prints a line for each text: its format, how many sentences of it are in the index, and what is doubtful in it. */
export async function runSources({ json }: { readonly json: boolean }): Promise<void> {
  const { sources, notices } = await listSources(readSettings());
  for (const notice of notices) printNotice(notice);
  for (const source of sources) {
    const { path, format, sentences, doubts } = source;
    const state = sentences === null ? 'not indexed yet' : `${sentences} ${sentences === 1 ? 'sentence' : 'sentences'}`;
    const line = `${visible(path)} (${format}): ${state}${doubts === '' ? '' : `; doubtful: ${doubts}`}`;
    process.stdout.write(`${json ? JSON.stringify(source) : line}\n`);
  }
}

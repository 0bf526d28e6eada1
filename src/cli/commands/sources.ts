import { nameCollection } from '../../app/asking/choose-collections.js';
import { listSources } from '../../app/indexing/list-sources.js';
import { readSettings } from '../../app/settings.js';
import { printNotice, terminalStyle, visible } from '../terminal-style.js';

/** Prints, collection by collection where there are several, a line for each text: its format, how many sentences of it are in the index, and what is doubtful in it. */
export async function runSources({ json }: { readonly json: boolean }): Promise<void> {
  const { sources, notices } = await listSources(readSettings());
  for (const notice of notices) printNotice(notice);
  const style = terminalStyle(process.stdout);
  const hasSeveral = new Set(sources.map(({ collection }) => collection)).size > 1;
  let shown: string | null = null;
  for (const source of sources) {
    const { path, collection, format, sentences, doubts } = source;
    if (hasSeveral && !json && collection !== shown) {
      process.stdout.write(`${shown === null ? '' : '\n'}${style.bold(visible(nameCollection(collection)))}\n`);
      shown = collection;
    }
    const state = sentences === null ? 'not indexed yet' : `${sentences} ${sentences === 1 ? 'sentence' : 'sentences'}`;
    const line = `${visible(path)} (${format}): ${state}${doubts === '' ? '' : `; doubtful: ${doubts}`}`;
    process.stdout.write(`${json ? JSON.stringify(source) : line}\n`);
  }
}

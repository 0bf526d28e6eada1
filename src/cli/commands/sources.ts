import { nameCollection } from '../../app/asking/choose-collections.js';
import { listSources } from '../../app/indexing/list-sources.js';
import { readSettings, readStoreSettings } from '../../app/settings.js';
import type { ShelvedSource } from '../../app/shelf/shelved-source.js';
import { printNotice, terminalStyle, visible } from '../terminal-style.js';
import { dayOf, pathOf } from '../describe-removed.js';

/** Prints, collection by collection where there are several, a line for each text: its format, how many sentences of it are in the index, what is doubtful in it, and where it comes from; then what is not in use. */
export async function runSources({ json }: { readonly json: boolean }): Promise<void> {
  const { sources, others, notices } = await listSources({ ...readSettings(), ...readStoreSettings() });
  for (const notice of notices) printNotice(notice);
  const style = terminalStyle(process.stdout);
  const hasSeveral = new Set(sources.map(({ collection }) => collection)).size > 1;
  let shown: string | null = null;
  for (const source of sources) {
    const { path, collection, format, sentences, doubts, url } = source;
    if (hasSeveral && !json && collection !== shown) {
      process.stdout.write(`${shown === null ? '' : '\n'}${style.bold(visible(nameCollection(collection)))}\n`);
      shown = collection;
    }
    const state = sentences === null ? 'not indexed yet' : `${sentences} ${sentences === 1 ? 'sentence' : 'sentences'}`;
    const line = `${visible(path)} (${format}): ${state}${doubts === '' ? '' : `; doubtful: ${doubts}`}${url === null ? '' : `; from ${visible(url)}`}`;
    process.stdout.write(`${json ? JSON.stringify(source) : line}\n`);
  }
  if (others.length === 0 || json) return;
  process.stdout.write(`\n${style.bold('not in use')}\n`);
  for (const source of others) process.stdout.write(`${visible(describeOther(source))}\n`);
}

function describeOther(source: ShelvedSource): string {
  const { id, name, collection, state } = source;
  const states: Readonly<Record<typeof state.kind, string>> = {
    queued: 'waits to be read',
    reading: 'is being read',
    ready: 'was read, and waits to be put in use',
    failed: state.kind === 'failed' ? `could not be had: ${state.reason}` : '',
    'in-use': 'its file is gone from the folder',
    removed: state.kind === 'removed' ? `removed; can be put back until ${dayOf(state.untilMs)}` : '',
    discarded: 'thrown away',
  };
  const was = state.kind === 'removed' ? pathOf(source) : null;
  if (was !== null) return `${was}: ${states[state.kind]} by its path or as ${id}`;
  return `${name} (${nameCollection(collection)}): ${states[state.kind]}`;
}

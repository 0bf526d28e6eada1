import { operator } from '../../app/shelf/shelf-parts.js';
import type { ShelvedSource } from '../../app/shelf/shelved-source.js';
import { VerbatimError } from '../../core/errors.js';
import { visible } from '../terminal-style.js';
import { openShelf } from './add.js';

/** Takes a source out of use, or puts one back that was removed. Throws `bad-input` where the name is none or that of several. */
export async function runRemove(name: string, { undo }: { readonly undo: boolean }): Promise<void> {
  const shelf = openShelf({});
  try {
    await shelf.tidy();
    const isMeant = ({ state }: ShelvedSource): boolean => (state.kind === 'removed') === undo;
    const source = chooseSource((await shelf.list(operator)).filter(isMeant), name, undo);
    const { kind } = source.state;
    if (undo) {
      const back = await shelf.undo(source.id, operator);
      process.stdout.write(`In use again: ${visible(back?.path ?? source.name)}\n`);
    } else if (kind === 'in-use') {
      const removed = await shelf.remove(source.id, operator);
      const line =
        removed?.state.kind === 'removed'
          ? `. Until ${dayOf(removed.state.untilMs)} it can be put back: verbatim remove --undo "${source.name}"`
          : ', which was gone already';
      process.stdout.write(visible(`Removed: ${source.path ?? source.name}${line}`) + '\n');
    } else {
      await shelf.discard(source.id, operator);
      process.stdout.write(`Thrown away: ${visible(source.name)}\n`);
    }
  } finally {
    await shelf.close();
  }
}

/** The source with this path or id, else the only one with this name. */
function chooseSource(sources: readonly ShelvedSource[], name: string, undo: boolean): ShelvedSource {
  const exact = sources.find(({ path, id }) => path === name || id === name);
  const named = sources.filter((source) => source.name === name || source.path?.endsWith(`/${name}`) === true);
  const [only, ...others] = exact ? [exact] : named;
  if (!only) {
    throw new VerbatimError('bad-input', {
      problem: undo ? 'Nothing of the name {subject} was removed in the last week' : 'There is no source {subject}',
      subject: `"${name}"`,
      advice: 'Names and paths are listed by: verbatim sources',
    });
  }
  if (others.length === 0) return only;
  throw new VerbatimError('bad-input', {
    problem: '{subject} is the name of several',
    subject: `"${name}"`,
    advice: `Give one of ${[only, ...others].map((source) => source.path ?? source.id).join(', ')}`,
  });
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

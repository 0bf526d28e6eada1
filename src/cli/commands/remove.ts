import { readSettings } from '../../app/settings.js';
import { operator } from '../../app/shelf/shelf-parts.js';
import type { ShelvedSource } from '../../app/shelf/shelved-source.js';
import { VerbatimError } from '../../core/errors.js';
import { visible } from '../terminal-style.js';
import { describeRemoved, pathOf } from '../describe-removed.js';
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
      await withdraw(pathOf(source));
      process.stdout.write(`${visible(await describeRemoved(shelf, removed ?? source))}\n`);
    } else {
      await shelf.discard(source.id, operator);
      process.stdout.write(`Thrown away: ${visible(source.name)}\n`);
    }
  } finally {
    await shelf.close();
  }
}

/** What lies on a server is quoted there until it is taken out, and only then said to be. */
async function withdraw(file: string | null): Promise<void> {
  const { indexServer } = readSettings();
  if (indexServer === null || file === null) return;
  const { withdrawFileFromPostgres } = await import('../../app/indexing/withdraw-from-postgres.js');
  await withdrawFileFromPostgres(indexServer, file);
}

/** The only source with this id or path, else the only one whose file is called so. */
function chooseSource(sources: readonly ShelvedSource[], name: string, undo: boolean): ShelvedSource {
  const exact = sources.filter((source) => pathOf(source) === name || source.id === name);
  const named = sources.filter((source) => (pathOf(source) ?? source.name).split('/').at(-1) === name);
  const [only, ...others] = exact.length > 0 ? exact : named;
  if (!only) {
    throw new VerbatimError('bad-input', {
      problem: undo ? 'Nothing of the name {subject} was removed in the last week' : 'There is no source {subject}',
      subject: `"${name}"`,
      advice: 'Names and paths are listed by: verbatim sources',
    });
  }
  if (others.length === 0) return only;
  const all = [only, ...others];
  throw new VerbatimError('bad-input', {
    problem: '{subject} is the name of several',
    subject: `"${name}"`,
    advice: `Give one of ${all.map((source) => tellApart(source, all)).join(', ')}`,
  });
}

/** A name that no other has, with the time of its removal for those that were removed. */
function tellApart(source: ShelvedSource, all: readonly ShelvedSource[]): string {
  const path = pathOf(source);
  const isUnique = path !== null && all.every((other) => other === source || pathOf(other) !== path);
  const when = source.trail.findLast(({ action }) => action === 'remove')?.atMs;
  const removed = source.state.kind === 'removed' && when !== undefined ? `removed ${momentOf(when)}` : '';
  const details = [isUnique ? '' : (path ?? source.name), removed].filter((part) => part !== '').join(' ');
  return `${isUnique ? path : source.id}${details === '' ? '' : ` (${details})`}`;
}

function momentOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

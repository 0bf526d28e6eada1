import path from 'node:path';
import { VerbatimError } from '../../core/errors.js';
import { foldName } from './file-names.js';
import { folderOf } from './move-files.js';
import type { Shelf } from './shelf.js';
import type { Actor, ShelvedSource } from './shelved-source.js';

/**
 * The sources in use that have the name of another in its collection, and may be an earlier state of it. Pages of different addresses are
 * not: many are called `index.html`.
 */
export function findNamesakes(source: ShelvedSource, sources: readonly ShelvedSource[]): ShelvedSource[] {
  const { id, name, collection, origin } = source;
  const folders = [collection === '' ? '.' : collection, folderOf(collection)].map(foldName);
  return sources.filter((other) => {
    if (other.id === id || other.state.kind !== 'in-use' || other.state.isMissing || other.path === null) return false;
    const { dir, base } = path.posix.parse(other.path);
    if (!folders.includes(foldName(dir === '' ? '.' : dir))) return false;
    const isCalledSo = [other.name, base].some((called) => foldName(called) === foldName(name));
    return isCalledSo && (origin.kind !== 'link' || addressOf(other) === addressOf(source));
  });
}

/**
 * Puts a source that is ready in use in the place of others, which are removed and can be put back for a week. Throws as `Shelf.use`; the
 * others are in use again then. Throws `bad-input` for several, of which only some may be meant.
 */
export async function replaceSource(
  shelf: Shelf,
  { id, name }: ShelvedSource,
  namesakes: readonly ShelvedSource[],
  actor: Actor,
): Promise<{ readonly used: ShelvedSource | null; readonly replaced: ShelvedSource | null }> {
  const [before, ...others] = namesakes;
  if (others.length > 0) {
    throw new VerbatimError('bad-input', {
      problem: '{subject}: several files of that name are in use: {detail}',
      subject: name,
      detail: namesakes.map((one) => one.path ?? one.name).join(', '),
      advice: 'Remove those that hold no longer with "verbatim remove", then add it again',
    });
  }
  const replaced = before ? await shelf.remove(before.id, actor) : null;
  try {
    return { used: await shelf.use(id, actor), replaced };
  } catch (error) {
    if (replaced) await shelf.undo(replaced.id, actor);
    throw error;
  }
}

function addressOf({ origin, fetched }: ShelvedSource): string | null {
  return (origin.kind === 'link' ? origin.url : null) ?? fetched?.url ?? null;
}

import { operator } from '../app/shelf/shelf-parts.js';
import type { Shelf } from '../app/shelf/shelf.js';
import type { ShelvedSource } from '../app/shelf/shelved-source.js';

/** What was removed, and how to put it back: by its path, or by its id where several were removed from there. */
export async function describeRemoved(shelf: Shelf, { id, path, name, state }: ShelvedSource): Promise<string> {
  if (state.kind !== 'removed') return `Removed: ${path ?? name}, which was gone already`;
  const was = state.path ?? name;
  const others = (await shelf.list(operator)).filter((one) => one.state.kind === 'removed' && pathOf(one) === was);
  const called = others.length > 1 ? id : was;
  return `Removed: ${was}. Until ${dayOf(state.untilMs)} it can be put back: verbatim remove --undo "${called}"`;
}

/** Where it lies, or lay before it was removed. */
export function pathOf({ path, state }: ShelvedSource): string | null {
  return path ?? (state.kind === 'removed' ? (state.path ?? null) : null);
}

/** `2026-11-28` */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

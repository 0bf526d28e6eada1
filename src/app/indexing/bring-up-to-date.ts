import type { Settings } from '../settings.js';
import type { IndexInUse } from './index-small-change.js';
import { runIndexing, type IndexingEvent } from './run-indexing.js';

interface Updating {
  readonly settings: Settings;
  /** Null where none is yet. */
  readonly inUse: IndexInUse | null;
  readonly onEvent: (event: IndexingEvent) => void;
  readonly signal: AbortSignal;
}

/** Brings the index of a program that goes on running up to date: here where little has changed, otherwise as `runIndexing` does. */
export async function bringUpToDate({ settings, inUse, onEvent, signal }: Updating): Promise<void> {
  const onNotice = (notice: string): void => {
    onEvent({ kind: 'notice', notice });
  };
  if (inUse) {
    const { indexSmallChange } = await import('./index-small-change.js'); // much code that an unchanged corpus has no use for
    // What fails here fails in the process, too, which tells of it.
    if (await indexSmallChange(settings, inUse, onNotice).catch(() => false)) return;
  }
  await runIndexing({ proven: inUse?.stored.proof ?? null, onEvent, signal });
}

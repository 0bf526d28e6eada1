import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { VerbatimError, type ErrorCode, type ErrorFields } from '../../core/errors.js';

/** What the indexing program tells whoever has started it. */
export type IndexingEvent =
  | { readonly kind: 'notice'; readonly notice: string }
  /** The share of the new text that is embedded, 0..1, and how many sentences that is; at most one for each hundredth. */
  | { readonly kind: 'progress'; readonly share: number; readonly sentences: number }
  /** The version of the index in use then, and whether it is another than before. */
  | { readonly kind: 'done'; readonly index: string; readonly changed: boolean }
  /** The code is null for a failure that nobody has expected. */
  | { readonly kind: 'failed'; readonly code: ErrorCode | null; readonly fields: ErrorFields };

/** Tells the program that most texts of an index on a server may be taken out; see `indexIntoPostgres`. */
export const takesOutArgument = 'takes-out';

const program = fileURLToPath(new URL('./main.js', import.meta.url));

/**
 * Brings the index up to date in a process of its own, with the settings of this one, so that nothing waits for it here.
 * Rejects with `indexing-failed`, or `bad-settings` where the folder is another's, and what that process has told of its failure.
 */
export async function runIndexing({
  proven,
  takesOut = false,
  onEvent,
  signal,
}: {
  /** SHA-256 of the manifest of an index whose files are known to be whole; null for none. */
  readonly proven: string | null;
  /** Of an index on a server, see `indexIntoPostgres`. */
  readonly takesOut?: boolean;
  readonly onEvent: (event: IndexingEvent) => void;
  readonly signal: AbortSignal;
}): Promise<void> {
  const environment = { ...process.env };
  delete environment['DISCORD_TOKEN']; // no business of the indexer's
  const given = takesOut ? takesOutArgument : proven;
  const child = spawn(process.execPath, [program, ...(given === null ? [] : [given])], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: environment,
    signal,
  });
  const ended = new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, killedBy) => {
      resolve(killedBy ?? `code ${code ?? '?'}`);
    });
  });
  ended.catch(() => undefined); // awaited below
  lowerPriority(child.pid);
  let last: IndexingEvent | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    const event = parseEvent(line);
    if (!event) continue;
    last = event;
    onEvent(event);
  }
  const end = await ended;
  if (last?.kind === 'done') return;
  if (last?.kind === 'failed') throw toFailure(last.fields, last.code);
  throw toFailure({ problem: `it ended with ${end}` });
}

/** Null for a line that is none of the program's, such as one that a library prints. */
function parseEvent(line: string): IndexingEvent | null {
  try {
    return JSON.parse(line) as IndexingEvent; // our own program's
  } catch {
    return null;
  }
}

function toFailure(fields: ErrorFields, code: ErrorCode | null = null): VerbatimError {
  const problem = `The index could not be brought up to date: ${fields.problem ?? '{subject}'}`;
  return new VerbatimError(code === 'bad-settings' ? code : 'indexing-failed', { ...fields, problem });
}

/** Answers go before indexing; where priorities can't be set, nothing is lost. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // not permitted here
  }
}

/** The program that `ReaderProcess` starts: it is sent files and answers each with what it has read. */
import { Worker } from 'node:worker_threads';
import { VerbatimError } from '../../core/errors.js';
import { readFormat } from './read-format.js';
import type { ReadOutcome, ReadRequest } from './reader-messages.js';

async function read({ format, bytes }: ReadRequest): Promise<ReadOutcome> {
  try {
    return { kind: 'read', texts: await readFormat(format, bytes) };
  } catch (error) {
    return { kind: 'refused', reason: explain(error), isLasting: true };
  }
}

function explain(error: unknown): string {
  if (error instanceof VerbatimError) return error.fields.problem ?? error.message;
  if (error instanceof RangeError && error.message.includes('stack')) return 'its parts are nested too deep';
  const problem = error instanceof Error ? error.message : String(error);
  return `it could not be read (${problem.split('\n')[0] ?? ''})`;
}

process.on('message', (request: ReadRequest) => {
  void read(request).then((outcome) => process.send?.(outcome));
});
process.on('disconnect', () => process.exit());
// Whoever is at work on a file does not hear that.
new Worker(new URL('./parent-watch.js', import.meta.url)).unref();

import { fileURLToPath } from 'node:url';
import { forkReader, readerLimits } from '../../adapters/formats/reader-process.js';
import type { PreviewOutcome } from './read-preview.js';

/** How a file is read; `name` tells its format. Rejects when `signal` ends it. */
export type PreviewFile = (file: string, name: string, signal: AbortSignal) => Promise<PreviewOutcome>;

const program = fileURLToPath(new URL('./preview-program.js', import.meta.url));
/** What comes after the reader: to find the sentences of the largest text takes some seconds. */
const timeoutMs = readerLimits.timeoutMs + 60_000;

/** Reads a file in a process of its own, within the limits of readers. */
export const previewFile: PreviewFile = async (file, name, signal) => {
  signal.throwIfAborted();
  const child = forkReader(program, [file, name], { ...readerLimits, serialization: 'json' });
  const end = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(end, timeoutMs);
  signal.addEventListener('abort', end, { once: true });
  try {
    const outcome = await new Promise<PreviewOutcome>((resolve) => {
      child.once('message', (message) => {
        resolve(message as PreviewOutcome); // our own program's
      });
      child.once('error', (error) => {
        resolve({ kind: 'refused', reason: `the program that reads it could not be started (${error.message})` });
      });
      child.once('exit', (code, killedBy) => {
        resolve({
          kind: 'refused',
          reason: `it has ended the program that reads it (${killedBy ?? `code ${code ?? '?'}`})`,
        });
      });
    });
    signal.throwIfAborted();
    return outcome;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    child.kill('SIGKILL');
  }
};

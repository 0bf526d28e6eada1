import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Format } from '../../core/formats/derived-document.js';
import type { ReadOutcome, ReadRequest } from './reader-messages.js';

const program = fileURLToPath(new URL('./reader-program.js', import.meta.url));

export interface ReaderLimits {
  /** How long one file may take. */
  readonly timeoutMs: number;
  /** What the program may keep in memory, besides the file itself. */
  readonly memoryMb: number;
}

export const readerLimits: ReaderLimits = { timeoutMs: 120_000, memoryMb: 768 };

/**
 * Reads files of other formats than text in a process of its own, one after the other. It is started with the first file; a file that
 * breaks it or takes too long is refused, and the next one has a new process.
 */
export class ReaderProcess {
  private child: ChildProcess | null = null;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly limits: ReaderLimits = readerLimits) {}

  read(format: Format, bytes: Uint8Array): Promise<ReadOutcome> {
    const reading = this.queue.then(() => this.readNow({ format, bytes }));
    this.queue = reading;
    return reading;
  }

  /** Ends the process, if there is one. */
  close(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private readNow(request: ReadRequest): Promise<ReadOutcome> {
    const child = (this.child ??= this.start());
    return new Promise((resolve) => {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        child.kill('SIGKILL');
      }, this.limits.timeoutMs);
      const settle = (outcome: ReadOutcome): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        child.on('error', () => undefined); // nothing waits for it any more
        resolve(outcome);
      };
      child.once('message', (outcome) => {
        settle(outcome as ReadOutcome); // our own program's
      });
      const fail = (reason: string, isLasting = false): void => {
        if (this.child === child) this.child = null;
        settle({ kind: 'refused', reason, isLasting });
      };
      child.once('error', (error) => {
        child.kill('SIGKILL');
        fail(`the program that reads it could not be started (${error.message})`);
      });
      child.once('exit', (code, signal) => {
        if (isLate) fail(`reading it takes longer than ${this.limits.timeoutMs / 1_000} s`, true);
        else if (signal === 'SIGABRT' || code === 134)
          fail(`reading it takes more than ${this.limits.memoryMb} MB of memory`, true);
        else fail(`it has ended the program that reads it (${signal ?? `code ${code ?? '?'}`})`);
      });
      child.send(request, (error) => {
        if (error && child.connected) fail(`it could not be handed to the program that reads it (${error.message})`);
      });
    });
  }

  private start(): ChildProcess {
    return forkReader(program, [], { ...this.limits, serialization: 'advanced' });
  }
}

/** Starts a program that reads what others have written, of which nothing comes but its messages. */
export function forkReader(
  file: string,
  args: readonly string[],
  { memoryMb, serialization }: { readonly memoryMb: number; readonly serialization: 'json' | 'advanced' },
): ChildProcess {
  const environment = { ...process.env };
  delete environment['DISCORD_TOKEN']; // no business of a reader's
  delete environment['NODE_OPTIONS'];
  return fork(file, args, {
    serialization,
    execArgv: [`--max-old-space-size=${memoryMb}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: environment,
  });
}

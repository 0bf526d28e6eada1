import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const mainFile = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Far more than any command takes; a process that hangs is killed, which shows as a signal. */
const timeLimitMs = 240_000;

export interface CliResult {
  /** Null when a signal ended the process. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** Added to what a process needs; nothing else of the environment of the tests is passed on. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Shell code that starts the program as `"$@"`, to set limits or to read its output through a pipe. */
  readonly shell?: string;
  /** The program's main file; that of this build unless said. */
  readonly program?: string;
}

/** A started program: the process, and its outcome once it has ended. */
export interface StartedCli {
  readonly child: ChildProcess;
  readonly result: Promise<CliResult>;
}

export function startCli(
  args: readonly string[],
  { env, cwd, shell, program = mainFile }: CliOptions = {},
): StartedCli {
  const command = [process.execPath, program, ...args];
  const [file = '', ...rest] = shell === undefined ? command : ['bash', '-c', shell, 'bash', ...command];
  const child = spawn(file, rest, {
    cwd,
    timeout: timeLimitMs,
    killSignal: 'SIGKILL',
    // One thread each: the tests run as many processes at once as there are processors.
    env: { PATH: process.env['PATH'], EMBEDDING_THREADS: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const result = new Promise<CliResult>((resolve, reject) => {
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (chunk: string) => {
        output[name] += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, ...output });
    });
  });
  return { child, result };
}

/** Runs the command line program in a process of its own until it ends. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return startCli(args, options).result;
}

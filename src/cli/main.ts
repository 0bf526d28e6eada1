#!/usr/bin/env node
import { CommanderError } from 'commander';
import { VerbatimError } from '../core/errors.js';
import { createProgram } from './program.js';

/** Exit codes: 0 done (a refusal is an answer), 1 failed, 2 wrong usage. */
async function run(): Promise<number> {
  try {
    await createProgram().parseAsync(process.argv);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof VerbatimError) {
      process.stderr.write(`verbatim: ${error.message.replace(/\s*\n\s*/g, ' ')}\n`);
      return error.code === 'bad-usage' ? 2 : 1;
    }
    const detail = error instanceof Error ? error.message : String(error);
    process.stderr.write(`verbatim: unexpected failure: ${detail.replace(/\s*\n\s*/g, ' ')}\n`);
    if (process.env['LOG_LEVEL'] === 'debug' && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    return 1;
  }
}

// Whoever reads our output may stop early (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.once('SIGINT', () => {
  process.stderr.write('verbatim: interrupted; what was in use before is unchanged\n');
  process.exit(130);
});
process.exitCode = await run();

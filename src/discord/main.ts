#!/usr/bin/env node
import { watchParents } from '../app/process-parents.js';
import { createLog } from '../app/log.js';
import { readBotSettings } from '../app/settings.js';
import { VerbatimError } from '../core/errors.js';
import { startBot, type RunningBot } from './bot.js';
import { describeFailure } from './failures.js';

/** Longest time for a shutdown, whatever hangs. */
const leaveWithinMs = 15_000;
const aliveMs = 60_000;

async function run(): Promise<void> {
  const settings = readBotSettings();
  const log = createLog(settings.logLevel);
  // While a server refuses it, the bot may wait for nothing but its next attempt, which would end the process without a word.
  setInterval(() => undefined, aliveMs);
  process.on('unhandledRejection', (reason) => {
    log.error(describeFailure(reason), 'unhandled rejection');
  });
  process.on('uncaughtException', (error) => {
    log.fatal(describeFailure(error), 'unexpected failure; leaving');
    process.exit(1);
  });
  let bot: RunningBot | null = null;
  let isLeaving = false;
  const leave = (reason: string, exitCode = 0): void => {
    if (isLeaving) return;
    isLeaving = true;
    log.info({ reason }, 'leaving once the questions under way are answered');
    setTimeout(() => process.exit(exitCode), leaveWithinMs).unref();
    void (bot?.stop() ?? Promise.resolve()).then(() => process.exit(exitCode));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      leave(signal);
    });
  }
  if (settings.isStartedByNpm) {
    watchParents(() => {
      leave('npm has ended');
    });
  }
  bot = await startBot(settings, log, (reason) => {
    sayWhy(reason);
    leave(reason.code, 1);
  });
}

/** One line for the admin, beside the log. */
function sayWhy(error: unknown): void {
  const isExpected = error instanceof VerbatimError;
  const detail = error instanceof Error ? error.message : String(error);
  process.stderr.write(`verbatim: ${isExpected ? '' : 'unexpected failure: '}${detail.replace(/\s*\n\s*/g, ' ')}\n`);
}

try {
  await run();
} catch (error) {
  sayWhy(error);
  process.exit(1);
}

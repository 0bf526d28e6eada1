#!/usr/bin/env node
import { createLog } from './log.js';
import { readBotSettings } from '../app/settings.js';
import { VerbatimError } from '../core/errors.js';
import { startBot, type RunningBot } from './bot.js';
import { describeFailure } from './failures.js';

/** Longest time for a shutdown, whatever hangs. */
const leaveWithinMs = 15_000;

async function run(): Promise<void> {
  const settings = readBotSettings();
  const log = createLog(settings.logLevel);
  process.on('unhandledRejection', (reason) => {
    log.error(describeFailure(reason), 'unhandled rejection');
  });
  process.on('uncaughtException', (error) => {
    log.fatal(describeFailure(error), 'unexpected failure; leaving');
    process.exit(1);
  });
  let bot: RunningBot | null = null;
  let isLeaving = false;
  const leave = (signal: NodeJS.Signals): void => {
    if (isLeaving) return;
    isLeaving = true;
    log.info({ signal }, 'leaving once the questions under way are answered');
    setTimeout(() => process.exit(0), leaveWithinMs).unref();
    void (bot?.stop() ?? Promise.resolve()).then(() => process.exit(0));
  };
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);
  bot = await startBot(settings, log);
}

try {
  await run();
} catch (error) {
  const isExpected = error instanceof VerbatimError;
  const detail = error instanceof Error ? error.message : String(error);
  process.stderr.write(`verbatim: ${isExpected ? '' : 'unexpected failure: '}${detail.replace(/\s*\n\s*/g, ' ')}\n`);
  process.exit(1);
}

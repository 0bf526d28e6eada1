import { createJsonLog, type JsonLog } from '../adapters/json-log.js';
import { VerbatimError } from '../core/errors.js';

/** What a program that goes on running writes about itself: a line of JSON for each event. */
export type Log = JsonLog;

export function createLog(level: string): Log {
  return createJsonLog(level);
}

/** What a log may hold of an error. */
export function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof VerbatimError) return { error: error.code, text: error.message };
  if (error instanceof Error) return { error: error.name, text: error.message, stack: error.stack };
  return { error: String(error) };
}

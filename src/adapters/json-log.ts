/** The only file that knows pino: structured lines of JSON on standard output. */
import { pino, type Logger } from 'pino';

export type JsonLog = Logger;

export function createJsonLog(level: string): JsonLog {
  return pino({ level, base: null });
}

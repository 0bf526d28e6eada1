/** The only file that knows pino: structured lines of JSON on standard output. */
import { pino, type Logger } from 'pino';

export type Log = Logger;

export function createLog(level: string): Log {
  return pino({ level, base: null });
}

import { visible } from './terminal-style.js';

/** One line on standard error, nothing in it that a terminal would obey. */
export function printNotice(notice: string): void {
  process.stderr.write(`notice: ${visible(notice)}\n`);
}

import { visible } from './terminal-style.js';
/** One line on standard error, nothing in it that a terminal would obey. */
export function printNotice(notice) {
    process.stderr.write(`notice: ${visible(notice)}\n`);
}
//# sourceMappingURL=print-notice.js.map
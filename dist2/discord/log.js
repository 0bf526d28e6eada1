/** The only file that knows pino: structured lines of JSON on standard output. */
import { pino } from 'pino';
export function createLog(level) {
    return pino({ level, base: null });
}
//# sourceMappingURL=log.js.map
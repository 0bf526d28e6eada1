import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { VerbatimError } from '../../core/errors.js';
/**
 * Brings the index up to date in a process of its own, so that nothing waits for it here: runs the command line's `index`
 * with the same settings. Rejects with `indexing-failed` and that process's one line about it.
 */
export function runIndexing(program, { onNotice, signal }) {
    return new Promise((resolve, reject) => {
        const environment = { ...process.env };
        delete environment['DISCORD_TOKEN']; // no business of the indexer's
        const child = spawn(process.execPath, [program, 'index'], {
            stdio: ['ignore', 'ignore', 'pipe'],
            env: environment,
            signal,
        });
        lowerPriority(child.pid);
        let rest = '';
        let lastLine = '';
        child.stderr.setEncoding('utf8').on('data', (chunk) => {
            const lines = (rest + chunk).split('\n');
            rest = lines.pop() ?? '';
            for (const line of lines.filter((each) => each.trim() !== '')) {
                lastLine = line;
                if (line.startsWith('notice: '))
                    onNotice(line.slice('notice: '.length));
            }
        });
        child.on('error', reject);
        child.on('close', (code, killedBy) => {
            if (code === 0) {
                resolve();
                return;
            }
            const detail = (rest || lastLine).replace(/^verbatim: /, '') || `it ended with ${killedBy ?? `code ${code ?? '?'}`}`;
            reject(new VerbatimError('indexing-failed', `The index could not be brought up to date: ${detail}`));
        });
    });
}
/** Answers go before indexing; where priorities can't be set, nothing is lost. */
function lowerPriority(pid) {
    try {
        if (pid !== undefined)
            setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
    }
    catch {
        // not permitted here
    }
}
//# sourceMappingURL=run-indexing.js.map
#!/usr/bin/env node
import { VerbatimError } from '../core/errors.js';
import { createProgram, findUsageExit } from './program.js';
import { visible } from './terminal-style.js';
/** Exit codes: 0 done (a refusal is an answer), 1 failed, 2 wrong usage. */
async function run() {
    try {
        await createProgram().parseAsync(process.argv);
        return 0;
    }
    catch (error) {
        const usageExit = findUsageExit(error);
        if (usageExit !== null)
            return usageExit;
        if (error instanceof VerbatimError) {
            process.stderr.write(`verbatim: ${visible(error.message)}\n`);
            return error.code === 'bad-usage' ? 2 : 1;
        }
        const detail = error instanceof Error ? error.message : String(error);
        process.stderr.write(`verbatim: unexpected failure: ${visible(detail)}\n`);
        if (process.env['LOG_LEVEL'] === 'debug' && error instanceof Error)
            process.stderr.write(`${error.stack ?? ''}\n`);
        return 1;
    }
}
// Whoever reads our output may stop early (`| head`): that is no failure.
process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE')
        process.exit(0);
    throw error;
});
process.once('SIGINT', () => {
    process.stderr.write('verbatim: interrupted; what was in use before is unchanged\n');
    process.exit(130);
});
process.exitCode = await run();
//# sourceMappingURL=main.js.map
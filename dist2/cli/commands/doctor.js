import { fileURLToPath } from 'node:url';
import { runDoctor as diagnose } from '../../app/doctor/run-doctor.js';
import { VerbatimError } from '../../core/errors.js';
import { terminalStyle, visible } from '../terminal-style.js';
const inspectionProgram = fileURLToPath(new URL('../../discord/inspect.js', import.meta.url));
const statusWidth = 'warning'.length;
/** Prints a line for each check, or all as one line of JSON. Throws `check-failed` where one has failed. */
export async function runDoctor({ json }) {
    const style = terminalStyle(process.stdout);
    const findings = [];
    for await (const finding of diagnose(inspectionProgram)) {
        findings.push(finding);
        if (!json)
            process.stdout.write(renderFinding(finding, style));
    }
    const count = (status) => findings.filter((finding) => finding.status === status).length;
    const failures = count('failure');
    if (json)
        process.stdout.write(`${JSON.stringify({ healthy: failures === 0, checks: findings })}\n`);
    else
        process.stdout.write(`\n${count('ok')} ok, ${plural(count('warning'), 'warning')}, ${plural(failures, 'failure')}\n`);
    if (failures > 0) {
        throw new VerbatimError('check-failed', `${failures === 1 ? '1 check has' : `${failures} checks have`} failed.`);
    }
}
/** `warning  index: what was found. What to do.` */
function renderFinding({ check, status, detail, advice }, style) {
    const name = status.padEnd(statusWidth);
    const head = status === 'ok' || status === 'skipped' ? style.dim(name) : style.bold(name);
    const rest = advice === null ? '' : `. ${visible(advice)}`;
    return `${head}  ${visible(check)}: ${visible(detail)}${rest}\n`;
}
function plural(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
//# sourceMappingURL=doctor.js.map
import { spawn } from 'node:child_process';
import { fail } from './finding.js';
/** Each call to Discord takes 10 s at most; many servers take many calls. */
const limitMs = 90_000;
/** Runs the program that inspects Discord, with the settings of this process. Never rejects. */
export function runDiscordInspection(program) {
    return new Promise((resolve) => {
        const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'ignore'], timeout: limitMs });
        let output = '';
        child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
        const giveUp = (detail) => {
            resolve({ findings: [fail('Discord', `could not be looked at (${detail})`, 'Try again.')], gatewayHost: null });
        };
        child.on('error', (error) => {
            giveUp(error.message);
        });
        child.on('close', (code, signal) => {
            if (signal !== null)
                giveUp(`it took longer than ${limitMs / 1_000} s`);
            else if (code !== 0)
                giveUp(`the program for it ended with code ${code ?? '?'}`);
            else
                resolve(JSON.parse(output)); // our own program's
        });
    });
}
//# sourceMappingURL=discord-inspection.js.map
import { spawn } from 'node:child_process';
import { fail, type Finding } from './finding.js';

/** What the bot's own program for it has found out about Discord. */
export interface DiscordInspection {
  readonly findings: readonly Finding[];
  /** Host of the gateway, as Discord names it; null where it was not asked. */
  readonly gatewayHost: string | null;
}

/** Each call to Discord takes 10 s at most; many servers take many calls. */
const limitMs = 90_000;

/** Runs the program that inspects Discord, with the settings of this process. Never rejects. */
export function runDiscordInspection(program: string): Promise<DiscordInspection> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'ignore'], timeout: limitMs });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    const giveUp = (detail: string): void => {
      resolve({ findings: [fail('Discord', `could not be checked (${detail})`, 'Try again.')], gatewayHost: null });
    };
    child.on('error', (error) => {
      giveUp(error.message);
    });
    child.on('close', (code, signal) => {
      if (signal !== null) giveUp(`it took longer than ${limitMs / 1_000} s`);
      else if (code !== 0) giveUp(`the program for it ended with code ${code ?? '?'}`);
      else resolve(JSON.parse(output) as DiscordInspection); // our own program's
    });
  });
}

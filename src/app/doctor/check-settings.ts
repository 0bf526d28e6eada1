import { readFileSync } from 'node:fs';
import { inspectServeSettings, type ServeSettings } from '../serve-settings.js';
import { inspectBotSettings, type BotSettings } from '../settings.js';
import { describeFault } from '../settings-reader.js';
import { fail, failWith, pass, warn, type Finding } from './finding.js';

/** The settings, null where `.env` cannot be read, and all that is wrong with them, by the names of the variables too. */
export function checkSettings(environment: NodeJS.ProcessEnv): {
  readonly settings: (BotSettings & ServeSettings) | null;
  readonly wrong: ReadonlySet<string>;
  readonly findings: readonly Finding[];
} {
  try {
    const [bot, page] = [inspectBotSettings(environment), inspectServeSettings(environment)];
    const settings = { ...page.settings, ...bot.settings };
    // What both have is told once.
    const faults = [...new Map([...bot.faults, ...page.faults].map((fault) => [fault.name, fault])).values()];
    const findings =
      faults.length === 0
        ? [pass('settings', 'all values are valid')]
        : faults.map((fault) =>
            fail(
              'settings',
              describeFault(fault),
              'Correct it in .env or in the environment; .env.example explains each.',
            ),
          );
    if (settings.token === '') findings.push(warn('token', 'DISCORD_TOKEN is not set', tokenAdvice));
    return { settings, wrong: new Set(faults.map(({ name }) => name)), findings };
  } catch (error) {
    return { settings: null, wrong: new Set(), findings: [failWith('settings', error)] };
  }
}

const tokenAdvice =
  'For the Discord bot: https://discord.com/developers/applications → Bot → Reset Token, then DISCORD_TOKEN=… in .env. The terminal needs none.';

/** The oldest version that its makers still correct. */
const supportedNode = '22.0.0';

/** Compares the running Node.js with the one that package.json asks for. */
export function checkNode(version = process.versions.node): Finding {
  const file = new URL('../../../package.json', import.meta.url);
  const { engines } = JSON.parse(readFileSync(file, 'utf8')) as { engines: { node: string } }; // our own file
  const [least = ''] = /\d[\d.]*/.exec(engines.node) ?? [];
  if (compareVersions(version, supportedNode) >= 0) return pass('Node.js', version);
  const advice = 'Install Node.js 22 or 24: https://nodejs.org';
  return compareVersions(version, least) >= 0
    ? warn('Node.js', `${version} works, but gets no corrections any more`, advice)
    : fail('Node.js', `${version} is too old`, advice);
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  const i = [0, 1, 2].find((at) => (left[at] ?? 0) !== (right[at] ?? 0)) ?? 0;
  return (left[i] ?? 0) - (right[i] ?? 0);
}

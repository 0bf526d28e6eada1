import type { BotSettings } from '../settings.js';
import { listBackups, proveBackup } from '../store/backup-schedule.js';
import { checkFolder } from './check-disk.js';
import { codeOf, fail, failWith, pass, skip, warn, type Finding } from './finding.js';

const hourMs = 3_600_000;
/** One is made each day; after this long something keeps it from being made. */
const staleAfterMs = 30 * hourMs;
const askWithinMs = 3_000;

/** Looks at the scheduled backups: the folder, the age of the latest, and whether it could be restored. */
export async function checkBackups({ backupDir, backupKeep }: BotSettings, nowMs = Date.now()): Promise<Finding[]> {
  if (backupDir === null)
    return [skip('backups', 'none are scheduled (BACKUP_DIR); "verbatim backup FILE" makes one by hand')];
  const folder = await checkFolder('backup folder', backupDir, 'BACKUP_DIR');
  const [latest, ...others] = await listBackups(backupDir);
  if (!latest) return [folder, warn('backups', `none in ${backupDir} yet`, 'The bot makes one when it starts.')];
  try {
    await proveBackup(latest.file);
  } catch (error) {
    return [folder, failWith('backups', error)];
  }
  const hours = Math.floor((nowMs - latest.atMs) / hourMs);
  const detail = `the latest is ${hours} h old and can be restored: ${latest.file} (${1 + others.length} of at most ${backupKeep})`;
  if (hours < 0) return [folder, warn('backups', `${latest.file} is of a time to come`, 'Check the clock.')];
  const isStale = nowMs - latest.atMs > staleAfterMs;
  const advice = 'Start the bot, or look into its log for why none was made since.';
  return [folder, isStale ? warn('backups', detail, advice) : pass('backups', detail)];
}

/** Asks a bot that runs with these settings how it is. */
export async function checkHealth({ healthPort, healthHost }: BotSettings): Promise<Finding> {
  if (healthPort === 0) return skip('health', 'not served (HEALTH_PORT)');
  const anyHost: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };
  const host = anyHost[healthHost] ?? healthHost;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${healthPort}/readyz`;
  let answer: unknown;
  try {
    answer = await (await fetch(address, { signal: AbortSignal.timeout(askWithinMs) })).json();
  } catch (error) {
    const code = codeOf(error instanceof Error && error.cause ? error.cause : error);
    if (code === 'ECONNREFUSED') return skip('health', `no bot is running that serves ${address}`);
    return fail('health', `${address} gives no answer of the bot (${code})`, 'Set HEALTH_PORT to a free port.');
  }
  const parts = readProblems(answer);
  if (!parts) return fail('health', `${address} is another program`, 'Set HEALTH_PORT to a free port.');
  if (parts.length === 0) return pass('health', `the bot is running and ready (${address})`);
  return fail('health', `the bot is running, but not ready: ${parts.join('; ')}`, 'Look at the other checks.');
}

/** What is wrong with the parts of a bot that is not ready; null for an answer of something else. */
function readProblems(answer: unknown): string[] | null {
  const { ready, parts } = Object(answer) as { ready?: unknown; parts?: unknown };
  if (typeof ready !== 'boolean' || typeof parts !== 'object' || parts === null) return null;
  return Object.entries(parts).flatMap(([part, state]) => (state === 'ok' ? [] : [`${part}: ${String(state)}`]));
}

import { isLoopback, type ServeSettings } from '../serve-settings.js';
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
  return askReady('health', { host: healthHost, port: healthPort, setting: 'HEALTH_PORT', who: 'the bot' });
}

/** Looks at what is said of the page, and asks one that runs with these settings how it is. */
export async function checkPage({ serveHost, servePort, serveToken, publicUrl }: ServeSettings): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (publicUrl !== null) {
    const isSafe = publicUrl.startsWith('https:') || isLoopback(new URL(publicUrl).hostname.replace(/^\[|\]$/g, ''));
    const detail = `answers in Discord link to the page at ${publicUrl} (PUBLIC_URL)`;
    const advice = 'Put a proxy with https before it: over http anybody on the way reads the token and the texts.';
    findings.push(isSafe ? pass('page address', detail) : warn('page address', detail, advice));
  }
  if (servePort === 0) return [...findings, skip('page', 'served on any port that is free (SERVE_PORT)')];
  const place = { host: serveHost, port: servePort, setting: 'SERVE_PORT', who: 'the page' };
  const found = await askReady('page', place);
  const token = serveToken === null ? '; without SERVE_TOKEN nobody decides about labels there' : '';
  return [...findings, found.status === 'ok' ? { ...found, detail: `${found.detail}${token}` } : found];
}

interface ReadyPlace {
  readonly host: string;
  readonly port: number;
  /** The variable that sets the port. */
  readonly setting: string;
  readonly who: string;
}

async function askReady(check: string, { host, port, setting, who }: ReadyPlace): Promise<Finding> {
  const anyHost: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };
  const own = anyHost[host] ?? host;
  const address = `http://${own.includes(':') ? `[${own}]` : own}:${port}/readyz`;
  const advice = `Set ${setting} to a free port.`;
  let answer: unknown;
  try {
    answer = await (await fetch(address, { signal: AbortSignal.timeout(askWithinMs) })).json();
  } catch (error) {
    const code = codeOf(error instanceof Error && error.cause ? error.cause : error);
    if (code === 'ECONNREFUSED') {
      return skip(
        check,
        check === 'health' ? `no bot is running that serves ${address}` : `no page is served on ${own}:${port}`,
      );
    }
    return fail(check, `${address} gives no answer of ${who} (${code})`, advice);
  }
  const parts = readProblems(answer);
  if (!parts) return fail(check, `${address} is another program`, advice);
  if (parts.length === 0) return pass(check, `${who} is running and ready (${address})`);
  return fail(check, `${who} is running, but not ready: ${parts.join('; ')}`, 'Look at the other checks.');
}

/** What is wrong with the parts of something that is not ready; null for an answer of something else. */
function readProblems(answer: unknown): string[] | null {
  const { ready, parts } = Object(answer) as { ready?: unknown; parts?: unknown };
  if (typeof ready !== 'boolean' || typeof parts !== 'object' || parts === null) return null;
  return Object.entries(parts).flatMap(([part, state]) => (state === 'ok' ? [] : [`${part}: ${String(state)}`]));
}

import type { BotSettings } from '../settings.js';
import { describeStorePlace } from '../store/store-tools.js';
import { checkCollections } from './check-collections.js';
import { checkFolder } from './check-disk.js';
import { checkMaterial } from './check-material.js';
import { checkNativeParts } from './check-native.js';
import { checkBackups, checkHealth, checkPage } from './check-operation.js';
import { checkNode, checkSettings } from './check-settings.js';
import { checkShelf } from './check-shelf.js';
import { checkProcesses } from './check-processes.js';
import { checkStoreOf } from './check-store.js';
import { runDiscordInspection, type DiscordInspection } from './discord-inspection.js';
import { pass, skip, type Finding } from './finding.js';

/**
 * Checks everything that the bot depends on and changes nothing. `inspectionProgram` is the file of the program that looks at Discord.
 * Findings come one after the other, as soon as they are known.
 */
export async function* runDoctor(
  inspectionProgram: string,
  environment: NodeJS.ProcessEnv = process.env,
): AsyncGenerator<Finding> {
  yield checkNode();
  const { settings, wrong, findings } = checkSettings(environment);
  yield* findings;
  if (!settings) return;
  const inspecting = runDiscordInspection(inspectionProgram); // meanwhile the others are looked at
  const native = await checkNativeParts(settings);
  yield* native;
  yield await checkFolder('index folder', settings.indexDir, 'INDEX_DIR');
  const material = await checkMaterial(settings);
  yield* material.findings;
  const shelf = await checkShelf(settings);
  yield* shelf.findings;
  if (settings.databaseUrl === null) yield await checkFolder('data folder', settings.dataDir, 'DATA_DIR');
  if (native.some(({ check }) => check === 'store')) yield skip('store', 'not checked without its native part');
  else if (wrong.has('DATABASE_URL')) yield skip('store', 'not checked: DATABASE_URL is wrong');
  else {
    yield* await checkStoreOf(settings);
    yield* await checkProcesses(settings);
    yield* await checkCollections(material.collections, settings);
  }
  if (!wrong.has('BACKUP_KEEP') && native.every(({ check }) => check !== 'store')) yield* await checkBackups(settings);
  if (!wrong.has('HEALTH_PORT') && !wrong.has('HEALTH_HOST')) yield await checkHealth(settings);
  if (['SERVE_PORT', 'SERVE_HOST', 'SERVE_TOKEN', 'PUBLIC_URL'].every((name) => !wrong.has(name))) {
    yield* await checkPage(settings);
  }
  if (!wrong.has('RETENTION_DAYS')) {
    yield pass('retention', `personal records are deleted after ${settings.retentionDays} days (RETENTION_DAYS)`);
  }
  const discord = await inspecting;
  yield* discord.findings;
  const others = { hubHost: material.hubHost, linkHosts: shelf.linkHosts };
  yield listHosts(settings, others, discord, !wrong.has('DATABASE_URL'));
}

/** Every host that the bot will contact. */
function listHosts(
  { token, apiUrl, databaseUrl, ...settings }: BotSettings,
  { hubHost, linkHosts }: { readonly hubHost: string | null; readonly linkHosts: readonly string[] },
  { gatewayHost }: DiscordInspection,
  isStoreKnown: boolean,
): Finding {
  const hosts: string[] = [];
  if (token !== '') {
    const api = apiUrl === null || !URL.canParse(apiUrl) ? 'discord.com' : new URL(apiUrl).host;
    const unknown = apiUrl === null ? 'gateway.discord.gg' : 'the gateway that it names';
    // Discord may send a connection on to a host for a region.
    const gateway = (gatewayHost ?? unknown).replace(/^gateway\.discord\.gg$/, '*.discord.gg');
    hosts.push(`${[...new Set([api, gateway])].join(' and ')} (Discord)`);
  }
  if (databaseUrl !== null && isStoreKnown) {
    const place = describeStorePlace({ ...settings, databaseUrl });
    hosts.push(`${place.replace('server ', '')} (store)`);
  }
  if (hubHost !== null) hosts.push(`${hubHost} (the model, once)`);
  if (linkHosts.length > 0) hosts.push(`${linkHosts.join(' and ')} (links in use, once a day)`);
  const detail = `the bot contacts ${hosts.join(', ')}; no other host, unless somebody adds a link`;
  return pass('network', hosts.length === 0 ? 'no host is contacted' : detail);
}

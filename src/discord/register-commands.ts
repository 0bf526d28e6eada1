import { Routes, type REST, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { retryCall } from './failures.js';

const pausesMs = [500, 2_000, 5_000, 15_000, 60_000];
/** What a definition says; all else that Discord returns is its own. */
const comparedFields = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'contexts',
  'integration_types',
];

/** Tells Discord of the commands unless it knows exactly these already; says whether it had to. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  guildId: string | null,
  definitions: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<boolean> {
  const route =
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const known = (await retryCall(() => rest.get(route, { query }), pausesMs)) as object[];
  const hasContexts = guildId === null; // Discord drops where guild commands may be used
  if (describe(known, hasContexts) === describe(definitions, hasContexts)) return false;
  await retryCall(() => rest.put(route, { body: definitions }), pausesMs);
  return true;
}

/** A text that is equal for lists that mean the same: fixed order, nothing empty. */
function describe(commands: readonly object[], hasContexts: boolean): string {
  const fields = hasContexts ? comparedFields : comparedFields.slice(0, -2);
  const lines = commands.map((command) => {
    const own = Object.entries(command).filter(([field]) => fields.includes(field));
    return JSON.stringify(normalise(Object.fromEntries(own)));
  });
  return lines.sort().join('\n');
}

function normalise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, each]) => each !== null && each !== undefined && each !== false && each !== '')
    .filter(([, each]) => !(Array.isArray(each) && each.length === 0))
    .map(([key, each]) => [key, normalise(each)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

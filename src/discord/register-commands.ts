import { Routes, type REST, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { codeOf, discordCodes, retryCall } from './failures.js';

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

/** Where commands are registered: everywhere, with null, or in one guild. */
type Scope = string | null;

interface Registration {
  readonly scope: Scope;
  /** The guilds to look at; hears whether all commands were registered in their scope already. */
  readonly listGuildIds: (isKnown: boolean) => readonly string[] | Promise<readonly string[]>;
  readonly definitions: readonly RESTPostAPIApplicationCommandsJSONBody[];
}

/**
 * Tells Discord of the commands unless it knows exactly these already; says whether it had to. What was registered for another scope
 * before is taken away, for Discord would offer every command twice.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  { scope, listGuildIds, definitions }: Registration,
): Promise<boolean> {
  const read = async (route: ReturnType<typeof routeOf>): Promise<object[]> => {
    const query = new URLSearchParams({ with_localizations: 'true' });
    return (await retryCall(() => rest.get(route, { query }), pausesMs)) as object[]; // Discord's own shape
  };
  const route = routeOf(applicationId, scope);
  const hasContexts = scope === null; // Discord drops where guild commands may be used
  const isKnown = describe(await read(route), hasContexts) === describe(definitions, hasContexts);
  if (!isKnown) await retryCall(() => rest.put(route, { body: definitions }), pausesMs);
  for (const other of [null, ...(await listGuildIds(isKnown))]) {
    if (other === scope) continue;
    try {
      const left = routeOf(applicationId, other);
      if ((await read(left)).length > 0) await retryCall(() => rest.put(left, { body: [] }), pausesMs);
    } catch (error) {
      if (codeOf(error) !== discordCodes.missingAccess) throw error; // invited without commands: there are none
    }
  }
  return !isKnown;
}

function routeOf(applicationId: string, scope: Scope) {
  return scope === null
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, scope);
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

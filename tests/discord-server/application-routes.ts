import type { CommandBody } from './bodies.js';
import { checkCommand, checkCommands } from './command-limits.js';
import type { Context } from './context.js';
import { DiscordError } from './errors.js';
import type { Commands } from './commands.js';
import { renderPartialGuild, renderUser } from './payloads.js';
import { defineBodyRoute, defineRoute, type Check, type RestRequest, type Route } from './router.js';
import { checkCommandCreate, checkCommandEdit, checkCommandList } from './schemas.js';
import type { World } from './world.js';

/** Privileged intents show in the application's flags as "limited", as for an unverified bot. */
const INTENT_FLAGS: readonly [intent: number, flag: number][] = [
  [1 << 8, 1 << 13],
  [1 << 1, 1 << 15],
  [1 << 15, 1 << 19],
];

export function renderApplication(world: World, privilegedIntents: number) {
  const owner = [...world.users.values()].find(({ bot }) => !bot);
  return {
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: INTENT_FLAGS.reduce((sum, [intent, flag]) => sum | ((privilegedIntents & intent) === 0 ? 0 : flag), 0),
    team: null,
    bot: renderUser(world.bot),
    approximate_guild_count: world.guilds.size,
    integration_types_config: { '0': {} },
    ...(owner !== undefined && { owner: renderUser(owner) }),
  };
}

export function listApplicationRoutes(context: Context, commands: Commands): Route[] {
  const { world } = context;
  const application = () => ({ status: 200, body: renderApplication(world, context.privilegedIntents) });
  return [
    defineRoute('GET', '/gateway', () => ({ status: 200, body: { url: context.gatewayUrl() } }), { open: true }),
    defineRoute('GET', '/gateway/bot', () => ({
      status: 200,
      body: {
        url: context.gatewayUrl(),
        shards: 1,
        session_start_limit: {
          total: 1000,
          remaining: 999,
          reset_after: 86_400_000,
          max_concurrency: context.maxConcurrency,
        },
      },
    })),
    defineRoute('GET', '/applications/@me', application),
    defineRoute('GET', '/oauth2/applications/@me', application),
    defineRoute('GET', '/users/@me', () => ({ status: 200, body: renderUser(world.bot) })),
    defineRoute('GET', '/users/@me/guilds', ({ query }) => {
      const after = BigInt(query.get('after') ?? 0);
      const guilds = [...world.guilds.values()].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
      const page = guilds.filter(({ id }) => BigInt(id) > after).slice(0, Number(query.get('limit') ?? 200));
      return { status: 200, body: page.map((guild) => renderPartialGuild(world, guild)) };
    }),
    defineRoute('GET', '/users/:userId', (request) => ({
      status: 200,
      body: renderUser(world.requireUser(request.param('userId'))),
    })),
    ...listCommandRoutes(commands, '/applications/:applicationId/commands', () => null),
    ...listCommandRoutes(commands, '/applications/:applicationId/guilds/:guildId/commands', (request) => {
      return world.requireGuild(request.param('guildId')).id;
    }),
  ];
}

function listCommandRoutes(commands: Commands, base: string, place: (request: RestRequest) => string | null): Route[] {
  const one = `${base}/:commandId`;
  const checkList = both(checkCommandList, (body) => checkCommands((body ?? []) as CommandBody[]));
  const checkNew = both(checkCommandCreate, (body) => checkCommand(body as CommandBody));
  const checkEdit = both(checkCommandEdit, (body) => checkCommand(body as CommandBody, { partial: true }));
  const find = (request: RestRequest) => {
    const found = commands.list(place(request)).find(({ id }) => id === request.param('commandId'));
    if (found === undefined) throw new DiscordError(10063);
    return found;
  };
  return [
    defineRoute('GET', base, (request) => ({ status: 200, body: commands.list(place(request)) })),
    defineBodyRoute<CommandBody[] | null>('PUT', base, checkList, (request, body) => ({
      status: 200,
      body: commands.replace(place(request), body ?? []),
    })),
    defineBodyRoute<CommandBody>('POST', base, checkNew, (request, body) => {
      const { command, created } = commands.upsert(place(request), body);
      return { status: created ? 201 : 200, body: command };
    }),
    defineRoute('GET', one, (request) => ({ status: 200, body: find(request) })),
    defineBodyRoute<Partial<CommandBody>>('PATCH', one, checkEdit, (request, body) => ({
      status: 200,
      body: commands.edit(place(request), find(request).id, body),
    })),
    defineRoute('DELETE', one, (request) => {
      commands.remove(place(request), find(request).id);
      return { status: 204 };
    }),
  ];
}

/** Limits come after the schema, since they rely on the shape that it proves. */
function both(schema: Check, limits: Check): Check {
  return (body) => {
    const problems = schema(body);
    return problems.length > 0 ? problems : limits(body);
  };
}

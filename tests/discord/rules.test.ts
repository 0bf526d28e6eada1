import { PermissionFlagsBits, PermissionsBitField, type BaseInteraction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { BotSettings } from '#verbatim/app/settings.js';
import { renderNotice } from '#verbatim/discord/cards/card.js';
import type { Responder } from '#verbatim/discord/delivery/responder.js';
import { refuseOthers } from '#verbatim/discord/features/settings/change-settings.js';
import { componentRoutes, features } from '#verbatim/discord/features/features.js';
import type { Log } from '#verbatim/app/log.js';
import { noMetrics } from '#verbatim/discord/health/metrics.js';
import { ArrivalGate } from '#verbatim/discord/request/arrival-gate.js';
import { Cooldown } from '#verbatim/discord/request/cooldown.js';
import { FairQueue } from '#verbatim/app/asking/fair-queue.js';
import type { Route, Rules } from '#verbatim/discord/request/feature.js';
import { serve } from '#verbatim/discord/request/frame.js';
import type { Place, Request } from '#verbatim/discord/request/request.js';
import type { Services } from '#verbatim/discord/services.js';
import { textsFor } from '#verbatim/discord/texts/languages.js';

type AnyRules = Omit<Rules<never>, 'visibility'>;

const routes: [string, AnyRules][] = [
  ...features.flatMap(({ commands }) =>
    commands.map(({ definition, rules }): [string, AnyRules] => [`/${definition.name}`, rules]),
  ),
  ...Object.entries(componentRoutes).map(([name, { rules }]): [string, AnyRules] => [name, rules]),
  ...features.flatMap(({ name, messages }) =>
    messages.map(({ rules }, i): [string, AnyRules] => [`${name}, message ${i + 1}`, rules]),
  ),
];

const place: Place = { userId: 'ada', guildId: 'harbour', channelId: 'general', parentId: null };

/** What the frame has done with a route whose work is a probe. */
class Probe {
  readonly events: string[] = [];
  isQueued = false;
  private readonly services: Services;

  constructor(
    private readonly rules: AnyRules,
    allowedChannels: readonly string[] = [],
  ) {
    const settings = { allowedChannels, moderatorChannel: null } as unknown as BotSettings; // all that the frame reads
    this.services = {
      settings,
      places: { current: { rows: [], owners: new Map(), servers: new Map() } },
      library: { absence: null },
      queue: new FairQueue({ limit: 1, userLimit: 1, concurrency: 1 }),
      metrics: noMetrics,
      arrivals: new ArrivalGate(),
      userCooldown: new Cooldown(60),
      channelCooldown: new Cooldown(60),
      shards: { areShared: false },
      isStopping: false,
    } as unknown as Services;
  }

  async serve(values: Partial<Request<object>> = {}): Promise<this> {
    const say = (event: string) => (): Promise<void> => {
      this.events.push(event);
      return Promise.resolve();
    };
    const responder: Responder = {
      acknowledge: say('acknowledged'),
      announce: say('announced'),
      deliver: say('delivered'),
      refuse: say('refused'),
    };
    const route: Route<object, null> = {
      rules: { ...this.rules, visibility: 'private' },
      run: () => {
        this.events.push('run');
        this.isQueued = this.services.queue.enter('somebody else') === 'full';
        return Promise.resolve(renderNotice('done'));
      },
    };
    const silent = () => undefined;
    const request: Request<object> = {
      id: '1',
      source: {},
      place,
      isByModerator: true,
      services: this.services,
      log: { info: silent, warn: silent, error: silent } as unknown as Log, // all that the frame calls
      texts: textsFor('en'),
      acknowledgeByMs: null,
      responder,
      ...values,
    };
    await serve(request, route, null);
    return this;
  }

  get isPaused(): boolean {
    return this.services.userCooldown.secondsLeft('ada') > 0;
  }
}

describe.each(routes)('%s', (_, rules) => {
  test('is acknowledged, run and delivered; acknowledged later only where a form may be opened', async () => {
    const { events } = await new Probe(rules).serve();
    const first = ['acknowledged', 'run'];
    expect(events).toEqual([...(rules.opensForm ? first.reverse() : first), 'delivered']);
  });

  test('takes a turn and uses the cool-down exactly where it says so', async () => {
    const probe = await new Probe(rules).serve();
    expect(probe.isQueued).toBe(rules.takesTurn);
    expect(probe.isPaused).toBe(rules.countsForCooldown);
    await probe.serve();
    expect(probe.events.at(-1)).toBe(rules.countsForCooldown ? 'refused' : 'delivered');
  });

  test('is refused to whoever is no moderator exactly where it is for moderators', async () => {
    const { events } = await new Probe(rules).serve({ isByModerator: false });
    expect(events.at(-1)).toBe(rules.moderatorsOnly ? 'refused' : 'delivered');
  });

  test('is refused in other channels than the allowed ones unless it is done anywhere', async () => {
    const { events } = await new Probe(rules, ['elsewhere']).serve();
    expect(events.at(-1)).toBe(rules.place === 'allowed' ? 'refused' : 'delivered');
  });
});

describe('the rules', () => {
  const list = (holds: (rules: AnyRules) => boolean) =>
    routes.filter(([, rules]) => holds(rules)).map(([name]) => name);

  test('make only questions and checks of words use the cool-down', () => {
    expect(list(({ countsForCooldown }) => countsForCooldown)).toEqual([
      '/ask',
      '/quote',
      '/Check this message',
      '/Find this quote',
      'asking, message 4',
      'checking, message 1',
    ]);
  });

  test('let only what is quick, or what must be done however busy the bot is, go without a turn', () => {
    expect(list(({ takesTurn }) => !takesTurn)).toEqual([
      '/mydata',
      '/settings',
      'etc',
      'dismiss',
      'label:wrong',
      'label:of',
      'brief:tick',
      'brief:form',
      'brief:fill',
      'brief:discard',
      'mydata:delete',
      ...['show', 'place', 'texts', 'own', 'moderators', 'channels', 'defaults'].map((name) => `settings:${name}`),
      'asking, message 1',
      'asking, message 2',
    ]);
  });

  test('keep what moderators do to moderators', () => {
    const forAll = ['wrong', 'form'].map((each) => `label:${each}`);
    const own = list(({ moderatorsOnly }) => moderatorsOnly !== null);
    expect(own).toEqual(
      expect.arrayContaining(['/review', '/summary', '/pins', '/misses', 'miss:export', 'brief:post']),
    );
    expect(own.filter((name) => name.startsWith('label:'))).toHaveLength(10);
    expect(own).toEqual(expect.arrayContaining(['/library', '/Add to library']));
    expect(own.filter((name) => name.startsWith('library:'))).toHaveLength(9);
    expect(own).not.toEqual(expect.arrayContaining(forAll));
  });

  test('are for no command or action twice', () => {
    const served = features.flatMap(({ components, commands }) => [
      ...Object.keys(components),
      ...commands.map(({ definition }) => `/${definition.name}`),
    ]);
    expect(new Set(served).size).toBe(served.length);
  });
});

test('the settings are refused to whoever may not manage the server by the permissions that came with the press', () => {
  const refuse = (guildId: string | null, bits: bigint) =>
    refuseOthers({
      source: { guildId, memberPermissions: new PermissionsBitField(bits) },
      texts: textsFor('en'),
    } as unknown as Request<BaseInteraction>);
  expect(refuse('harbour', PermissionFlagsBits.ManageGuild)).toBeNull();
  expect(refuse('harbour', PermissionFlagsBits.Administrator)).toBeNull();
  expect(refuse('harbour', PermissionFlagsBits.ManageMessages)).toContain('may manage the server');
  expect(refuse(null, PermissionFlagsBits.ManageGuild)).toContain('may manage the server');
});

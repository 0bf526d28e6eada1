import { GatewayCloseCodes } from 'discord.js';
import { VerbatimError } from '../core/errors.js';

const newToken = 'https://discord.com/developers/applications → Bot → Reset Token';

const fatalCloses: Readonly<Record<number, readonly [problem: string, advice: string]>> = {
  [GatewayCloseCodes.AuthenticationFailed]: [
    'Discord refuses DISCORD_TOKEN: it is wrong, or it was reset',
    `Make a new one (${newToken}), set it and start again`,
  ],
  [GatewayCloseCodes.InvalidShard]: ['Discord refuses the connection (invalid shard)', 'Check SHARDS'],
  [GatewayCloseCodes.ShardingRequired]: [
    'Discord wants a bot in this many servers to use several connections',
    'Give it a PostgreSQL server, and more shards in SHARDS; docs/scale.md says how',
  ],
  [GatewayCloseCodes.InvalidAPIVersion]: ['Discord no longer speaks this version of its interface', 'Update Verbatim'],
  [GatewayCloseCodes.InvalidIntents]: ['Discord does not know an intent that Verbatim asks for', 'Update Verbatim'],
  [GatewayCloseCodes.DisallowedIntents]: [
    'Discord refuses an intent that Verbatim asks for',
    'Look at https://discord.com/developers/applications → Bot → Privileged Gateway Intents, and update Verbatim',
  ],
};

/** What to tell the admin when Discord has closed the connection for good with this code. */
export function explainFatalClose(code: number): VerbatimError {
  const [problem, advice] = fatalCloses[code] ?? [
    `Discord has closed the connection for good (code ${code})`,
    'Start again',
  ];
  return new VerbatimError('bad-settings', { problem, advice });
}

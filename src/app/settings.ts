import { isIP } from 'node:net';
import path from 'node:path';
import { VerbatimError } from '../core/errors.js';
import { readDatabaseUrl } from './database-url.js';
import { readIndexServer } from './index-server.js';
import { readShardPlan, type ShardPlan } from './shard-plan.js';
import { defaults, describeFault, SettingsReader, snowflake, type SettingFault } from './settings-reader.js';

/** The settings that every front end has. */
export interface Settings {
  /** Folder with the texts. */
  readonly corpusDir: string;
  /** Folder that indexing fills. */
  readonly indexDir: string;
  /** Address of the PostgreSQL server that has the index; null where it is in `indexDir`. */
  readonly indexServer: string | null;
  /** `bundled`, the id of a model on the Hugging Face hub, or a folder. */
  readonly embeddingModel: string;
  /** Threads for embedding and reading; 0 chooses by the number of cores. */
  readonly embeddingThreads: number;
  /** `bundled`, a folder, or `off`. */
  readonly readerModel: string;
}

/** Where the bot keeps what it remembers besides the index: votes, briefs, labels set by moderators, missed questions. */
export interface StoreSettings {
  /** Folder of the store's file. */
  readonly dataDir: string;
  /** Address of a PostgreSQL or libSQL server to use instead of a file; null for the file. */
  readonly databaseUrl: string | null;
  readonly databaseAuthToken: string | null;
  /** Days after which what people have left is deleted. */
  readonly retentionDays: number;
  /** Folder that the bot writes a backup of the store to once a day; null for none. */
  readonly backupDir: string | null;
  /** Number of such backups that are kept. */
  readonly backupKeep: number;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What every program has that goes on running. */
export interface RunningSettings extends Settings, StoreSettings {
  readonly logLevel: (typeof logLevels)[number];
  /** Most questions that may wait at once, in all and of one person. */
  readonly queueLimit: number;
  readonly userQueueLimit: number;
  /** Most sources that one server may have in the library, and their megabytes in all. */
  readonly libraryFiles: number;
  readonly libraryMb: number;
  /** Whether it was started by a script of npm's, so that npm stands between it and whoever stops it. */
  readonly isStartedByNpm: boolean;
  /** Where people reach the page of `verbatim serve`, without a slash at its end; null where it is not to be linked to. */
  readonly publicUrl: string | null;
}

export interface BotSettings extends RunningSettings {
  readonly token: string;
  /** Registers the commands in this guild only, where they show at once; null registers them everywhere. */
  readonly guildId: string | null;
  /** Base address of Discord's REST interface without its version; null for Discord's own. */
  readonly apiUrl: string | null;
  /** Which shards this process has; null where it has the store, and so all shards, for itself. */
  readonly shards: ShardPlan | null;
  /** Ids of the channels in which the bot answers; empty for all. */
  readonly allowedChannels: readonly string[];
  /** Id of the channel in which moderators are told of what concerns them; null for none. */
  readonly moderatorChannel: string | null;
  /** Seconds between two questions of one person, and of one channel; 0 for none. */
  readonly userCooldownSeconds: number;
  readonly channelCooldownSeconds: number;
  /** Port of `/healthz`, `/readyz` and `/metrics`; 0 for none. */
  readonly healthPort: number;
  /** Address of this machine on which they are served. */
  readonly healthHost: string;
}

const missingToken = {
  problem: 'DISCORD_TOKEN is not set',
  advice:
    'Make a bot at https://discord.com/developers/applications, copy its token (Bot → Reset Token) ' +
    'into the file .env as DISCORD_TOKEN=…, then run "npm start"; the README shows each click. ' +
    'Without Discord, try it in the terminal: npm run -s ask -- "YOUR QUESTION"',
};

/**
 * Reads the settings from the environment, then from `.env` in the working folder. Throws `bad-settings` with all faults
 * at once: variable, what was expected, what it is.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  return readWith(environment, gatherSettings);
}

/** Reads the store's settings alone, as `readSettings` does. */
export function readStoreSettings(environment: NodeJS.ProcessEnv = process.env): StoreSettings {
  return readWith(environment, gatherStoreSettings);
}

/** Reads the bot's settings as `readSettings` does; throws `bad-settings` with how to get a token where there is none. */
export function readBotSettings(environment: NodeJS.ProcessEnv = process.env): BotSettings {
  return readWith(environment, (reader) => {
    const settings = gatherBotSettings(reader);
    if (settings.token === '') throw new VerbatimError('bad-settings', missingToken);
    return settings;
  });
}

/**
 * Reads the bot's settings and what is wrong with them, without a judgement: the token may be empty, and a setting with a fault may
 * hold anything.
 */
export function inspectBotSettings(environment: NodeJS.ProcessEnv = process.env): {
  readonly settings: BotSettings;
  readonly faults: readonly SettingFault[];
} {
  const reader = new SettingsReader(environment);
  const settings = gatherBotSettings(reader);
  return { settings, faults: reader.faults };
}

/** What `gather` reads; throws `bad-settings` with all faults at once. */
export function readWith<T>(environment: NodeJS.ProcessEnv, gather: (reader: SettingsReader) => T): T {
  const reader = new SettingsReader(environment);
  const settings = gather(reader);
  if (reader.faults.length > 0) {
    throw new VerbatimError('bad-settings', `Settings: ${reader.faults.map(describeFault).join('; ')}`);
  }
  return settings;
}

function gatherSettings(reader: SettingsReader): Settings {
  const corpusDir = path.resolve(reader.text('CORPUS_DIR'));
  const indexDir = path.resolve(reader.text('INDEX_DIR'));
  const embeddingModel = reader.text('EMBEDDING_MODEL');
  const embeddingThreads = reader.wholeNumber('EMBEDDING_THREADS', 0, 64);
  const readerModel = reader.text('READER_MODEL');
  if (corpusDir === indexDir) reader.refuse('INDEX_DIR', 'another folder than CORPUS_DIR', `"${indexDir}" for both`);
  return { corpusDir, indexDir, indexServer: readIndexServer(reader), embeddingModel, embeddingThreads, readerModel };
}

function gatherStoreSettings(reader: SettingsReader): StoreSettings {
  return {
    dataDir: path.resolve(reader.text('DATA_DIR')),
    databaseUrl: readDatabaseUrl(reader),
    databaseAuthToken: reader.text('DATABASE_AUTH_TOKEN') || null,
    retentionDays: reader.wholeNumber('RETENTION_DAYS', 1, 36_500),
    backupDir: readBackupDir(reader),
    backupKeep: reader.wholeNumber('BACKUP_KEEP', 1, 10_000),
  };
}

function readBackupDir(reader: SettingsReader): string | null {
  const given = reader.text('BACKUP_DIR');
  return given === '' ? null : path.resolve(given);
}

/** An address, not a name: what a name stands for is another machine's to say. */
export function readHost(reader: SettingsReader, name: 'HEALTH_HOST' | 'SERVE_HOST'): string {
  const given = reader.text(name);
  if (isIP(given) === 0) reader.refuse(name, 'an IP address of this machine, or 0.0.0.0 for all', `"${given}"`);
  return given;
}

/** Reads what every program has that goes on running. */
export function gatherRunningSettings(reader: SettingsReader): RunningSettings {
  return {
    ...gatherSettings(reader),
    ...gatherStoreSettings(reader),
    logLevel: readLogLevel(reader),
    queueLimit: reader.wholeNumber('QUEUE_LIMIT', 1, 100_000),
    userQueueLimit: reader.wholeNumber('USER_QUEUE_LIMIT', 1, 100_000),
    publicUrl: readPublicUrl(reader),
    libraryFiles: reader.wholeNumber('LIBRARY_FILES', 0, 100_000),
    libraryMb: reader.wholeNumber('LIBRARY_MB', 0, 1_000_000),
    isStartedByNpm: /^(?:start|serve)$/.test(reader.text('npm_lifecycle_event')), // https://docs.npmjs.com/cli/using-npm/scripts
  };
}

function readPublicUrl(reader: SettingsReader): string | null {
  const given = reader.text('PUBLIC_URL').replace(/\/+$/, '');
  if (given === '') return null;
  if (!/^https?:\/\/[^/?#@\s]+$/i.test(given) || !URL.canParse(given)) {
    reader.refuse(
      'PUBLIC_URL',
      'an http or https address without a path, such as https://texts.example.org',
      `"${given}"`,
    );
    return null;
  }
  return new URL(given).origin;
}

function gatherBotSettings(reader: SettingsReader): BotSettings {
  const token = reader.text('DISCORD_TOKEN').replace(/^Bot\s+/, '');
  if (/\s/.test(token)) reader.refuse('DISCORD_TOKEN', 'a token without spaces', 'one with spaces');
  const running = gatherRunningSettings(reader);
  return {
    ...running,
    token,
    shards: readShardPlan(reader, running.databaseUrl),
    guildId: reader.id('DISCORD_GUILD_ID', 'a number'),
    moderatorChannel: reader.id('MODERATOR_CHANNEL', 'the id of a channel'),
    apiUrl: readApiUrl(reader),
    allowedChannels: readChannels(reader),
    userCooldownSeconds: reader.wholeNumber('USER_COOLDOWN_SECONDS', 0, 86_400),
    channelCooldownSeconds: reader.wholeNumber('CHANNEL_COOLDOWN_SECONDS', 0, 86_400),
    healthPort: reader.wholeNumber('HEALTH_PORT', 0, 65_535),
    healthHost: readHost(reader, 'HEALTH_HOST'),
  };
}

function readApiUrl(reader: SettingsReader): string | null {
  const given = reader.text('DISCORD_API_URL');
  if (given === '') return null;
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given)) {
    reader.refuse('DISCORD_API_URL', 'an http or https address', `"${given}"`);
  }
  return given.replace(/\/+$/, '').replace(/\/v\d+$/, '');
}

function readChannels(reader: SettingsReader): string[] {
  const ids = reader.text('ALLOWED_CHANNELS').split(/[\s,;]+/);
  const given = ids.filter((id) => id !== '');
  const wrong = given.filter((id) => !snowflake.test(id));
  if (wrong.length > 0) reader.refuse('ALLOWED_CHANNELS', 'channel ids, separated by commas', `"${wrong.join(', ')}"`);
  return given;
}

function readLogLevel(reader: SettingsReader): RunningSettings['logLevel'] {
  const given = reader.text('LOG_LEVEL').toLowerCase();
  const level = logLevels.find((known) => known === given);
  if (level === undefined) reader.refuse('LOG_LEVEL', `one of ${logLevels.join(', ')}`, `"${given}"`);
  return level ?? defaults.LOG_LEVEL;
}

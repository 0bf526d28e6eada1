import path from 'node:path';
import { SettingsReader } from './settings.js';

/** Where the bot keeps what it remembers besides the index: votes, briefs, labels set by moderators, missed questions. */
export interface StoreSettings {
  /** Folder of the store's file. */
  readonly dataDir: string;
  /** Address of a libSQL server to use instead of a file; null for the file. */
  readonly databaseUrl: string | null;
  readonly databaseAuthToken: string | null;
  /** Days after which what people have left is deleted. */
  readonly retentionDays: number;
}

const defaults = { DATA_DIR: 'data', RETENTION_DAYS: '90' } as const satisfies Record<string, string>;

const addressPattern = /^(?:libsql|https?|wss?):\/\//i;

/** Reads the store's settings alone, as `readSettings` does. */
export function readStoreSettings(environment: NodeJS.ProcessEnv = process.env): StoreSettings {
  const reader = new SettingsReader(environment);
  const settings = readCommonStoreSettings(reader);
  reader.finish();
  return settings;
}

export function readCommonStoreSettings(reader: SettingsReader): StoreSettings {
  const databaseUrl = reader.text('DATABASE_URL', '') || null;
  if (databaseUrl !== null && !(addressPattern.test(databaseUrl) && URL.canParse(databaseUrl))) {
    reader.refuse('DATABASE_URL', 'the address of a libSQL server (libsql://, https:// or http://)', 'something else');
  }
  return {
    dataDir: path.resolve(reader.text('DATA_DIR', defaults.DATA_DIR)),
    databaseUrl,
    databaseAuthToken: reader.text('DATABASE_AUTH_TOKEN', '') || null,
    retentionDays: reader.wholeNumber('RETENTION_DAYS', defaults.RETENTION_DAYS, 1, 36_500),
  };
}

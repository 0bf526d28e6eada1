import path from 'node:path';
import { loadEnvironmentFile } from '../adapters/dotenv-file.js';

/** What is wrong with one setting. */
export interface SettingFault {
  /** The variable. */
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
}

/** The values of settings that are not set; others are empty. */
export const defaults = {
  CORPUS_DIR: 'corpus',
  INDEX_DIR: 'index',
  INDEX_ENGINE: 'embedded',
  EMBEDDING_MODEL: 'bundled',
  EMBEDDING_THREADS: '0',
  READER_MODEL: 'bundled',
  DATA_DIR: 'data',
  RETENTION_DAYS: '90',
  LOG_LEVEL: 'info',
  USER_COOLDOWN_SECONDS: '0',
  CHANNEL_COOLDOWN_SECONDS: '0',
  QUEUE_LIMIT: '150',
  USER_QUEUE_LIMIT: '100',
  BACKUP_KEEP: '7',
  LIBRARY_FILES: '500',
  LIBRARY_MB: '500',
  HEALTH_PORT: '0',
  HEALTH_HOST: '127.0.0.1',
  SERVE_PORT: '3210',
  SERVE_HOST: '127.0.0.1',
  SERVE_RATE: '120',
} as const satisfies Record<string, string>;

export const snowflake = /^\d{17,20}$/;

/** `NAME: expected …, got …` */
export function describeFault({ name, expected, actual }: SettingFault): string {
  return `${name}: expected ${expected}, got ${actual}`;
}

/** Looks variables up in the environment, then in `.env` in the working folder, and gathers what is wrong with them. */
export class SettingsReader {
  readonly faults: SettingFault[] = [];
  private readonly file = loadEnvironmentFile(path.resolve('.env'));

  constructor(private readonly environment: NodeJS.ProcessEnv) {}

  /** Without white space around it; the default where it is not set, else empty. */
  text(name: string): string {
    const given = (this.environment[name] ?? this.file[name] ?? '').trim();
    return given === '' ? ((defaults as Record<string, string>)[name] ?? '') : given;
  }

  wholeNumber(name: keyof typeof defaults, least: number, most: number): number {
    const text = this.text(name);
    const number = Number(text);
    if (!Number.isInteger(number) || number < least || number > most) {
      this.refuse(name, `a whole number from ${least} to ${most}`, `"${text}"`);
    }
    return number;
  }

  /** The id of something of Discord's; null where it is not set. */
  id(name: string, expected: string): string | null {
    const given = this.text(name) || null;
    if (given !== null && !snowflake.test(given)) this.refuse(name, expected, `"${given}"`);
    return given;
  }

  refuse(name: string, expected: string, actual: string): void {
    this.faults.push({ name, expected, actual });
  }
}

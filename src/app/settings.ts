import path from 'node:path';
import { loadEnvironmentFile } from '../adapters/dotenv-file.js';
import { VerbatimError } from '../core/errors.js';

export interface Settings {
  /** Folder with the texts. */
  readonly corpusDir: string;
  /** Folder that indexing fills. */
  readonly indexDir: string;
  /** `bundled`, the id of a model on the Hugging Face hub, or a folder. */
  readonly embeddingModel: string;
  /** Threads for embedding and reading; 0 chooses by the number of cores. */
  readonly embeddingThreads: number;
  /** `bundled`, a folder, or `off`. */
  readonly readerModel: string;
}

const defaults = {
  CORPUS_DIR: 'corpus',
  INDEX_DIR: 'index',
  EMBEDDING_MODEL: 'bundled',
  EMBEDDING_THREADS: '0',
  READER_MODEL: 'bundled',
} as const satisfies Record<string, string>;

/** Looks variables up in the environment, then in `.env` in the working folder, and gathers what is wrong with them. */
export class SettingsReader {
  /** What was expected of each wrong setting, and what it is. */
  readonly faults: string[] = [];
  private readonly file = loadEnvironmentFile(path.resolve('.env'));

  constructor(private readonly environment: NodeJS.ProcessEnv) {}

  /** Without white space around it; the default where it is not set. */
  text(name: string, otherwise: string): string {
    const given = (this.environment[name] ?? this.file[name] ?? '').trim();
    return given === '' ? otherwise : given;
  }

  wholeNumber(name: string, otherwise: string, least: number, most: number): number {
    const text = this.text(name, otherwise);
    const number = Number(text);
    if (!Number.isInteger(number) || number < least || number > most) {
      this.refuse(name, `a whole number from ${least} to ${most}`, `"${text}"`);
    }
    return number;
  }

  refuse(name: string, expected: string, got: string): void {
    this.faults.push(`${name}: expected ${expected}, got ${got}`);
  }

  /** Throws `bad-settings` with all faults at once. */
  finish(): void {
    if (this.faults.length > 0) throw new VerbatimError('bad-settings', `Settings: ${this.faults.join('; ')}`);
  }
}

/**
 * Reads the settings from the environment, then from `.env` in the working folder. Throws `bad-settings` with all faults
 * at once: variable, what was expected, what it is.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const reader = new SettingsReader(environment);
  const settings = readCommonSettings(reader);
  reader.finish();
  return settings;
}

/** The settings that every front end has. */
export function readCommonSettings(reader: SettingsReader): Settings {
  const corpusDir = path.resolve(reader.text('CORPUS_DIR', defaults.CORPUS_DIR));
  const indexDir = path.resolve(reader.text('INDEX_DIR', defaults.INDEX_DIR));
  const embeddingModel = reader.text('EMBEDDING_MODEL', defaults.EMBEDDING_MODEL);
  const embeddingThreads = reader.wholeNumber('EMBEDDING_THREADS', defaults.EMBEDDING_THREADS, 0, 64);
  const readerModel = reader.text('READER_MODEL', defaults.READER_MODEL);
  if (corpusDir === indexDir) reader.refuse('INDEX_DIR', 'another folder than CORPUS_DIR', `"${indexDir}" for both`);
  return { corpusDir, indexDir, embeddingModel, embeddingThreads, readerModel };
}

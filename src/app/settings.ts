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
  /** Threads for embedding; 0 chooses by the number of cores. */
  readonly embeddingThreads: number;
}

const defaults = {
  CORPUS_DIR: 'corpus',
  INDEX_DIR: 'index',
  EMBEDDING_MODEL: 'bundled',
  EMBEDDING_THREADS: '0',
} as const satisfies Record<string, string>;

/**
 * Reads the settings from the environment, then from `.env` in the working folder. Throws `bad-settings` with all faults
 * at once: variable, what was expected, what it is.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const file = loadEnvironmentFile(path.resolve('.env'));
  const value = (name: keyof typeof defaults): string => {
    const given = (environment[name] ?? file[name] ?? '').trim();
    return given === '' ? defaults[name] : given;
  };
  const faults: string[] = [];
  const threads = Number(value('EMBEDDING_THREADS'));
  if (!Number.isInteger(threads) || threads < 0 || threads > 64) {
    faults.push(`EMBEDDING_THREADS: expected a whole number from 0 to 64, got "${value('EMBEDDING_THREADS')}"`);
  }
  const corpusDir = path.resolve(value('CORPUS_DIR'));
  const indexDir = path.resolve(value('INDEX_DIR'));
  if (corpusDir === indexDir)
    faults.push(`INDEX_DIR: expected another folder than CORPUS_DIR, got "${indexDir}" for both`);
  if (faults.length > 0) throw new VerbatimError('bad-settings', `Settings: ${faults.join('; ')}`);
  return { corpusDir, indexDir, embeddingModel: value('EMBEDDING_MODEL'), embeddingThreads: threads };
}

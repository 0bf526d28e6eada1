import path from 'node:path';
import { loadEnvironmentFile } from '../adapters/dotenv-file.js';
import { VerbatimError } from '../core/errors.js';
const defaults = {
    CORPUS_DIR: 'corpus',
    INDEX_DIR: 'index',
    EMBEDDING_MODEL: 'bundled',
    EMBEDDING_THREADS: '0',
};
/** Looks variables up in the environment, then in `.env` in the working folder, and gathers what is wrong with them. */
export class SettingsReader {
    environment;
    /** What was expected of each wrong setting, and what it is. */
    faults = [];
    file = loadEnvironmentFile(path.resolve('.env'));
    constructor(environment) {
        this.environment = environment;
    }
    /** Without white space around it; the default where it is not set. */
    text(name, otherwise) {
        const given = (this.environment[name] ?? this.file[name] ?? '').trim();
        return given === '' ? otherwise : given;
    }
    wholeNumber(name, otherwise, least, most) {
        const text = this.text(name, otherwise);
        const number = Number(text);
        if (!Number.isInteger(number) || number < least || number > most) {
            this.refuse(name, `a whole number from ${least} to ${most}`, `"${text}"`);
        }
        return number;
    }
    refuse(name, expected, got) {
        this.faults.push(`${name}: expected ${expected}, got ${got}`);
    }
    /** Throws `bad-settings` with all faults at once. */
    finish() {
        if (this.faults.length > 0)
            throw new VerbatimError('bad-settings', `Settings: ${this.faults.join('; ')}`);
    }
}
/**
 * Reads the settings from the environment, then from `.env` in the working folder. Throws `bad-settings` with all faults
 * at once: variable, what was expected, what it is.
 */
export function readSettings(environment = process.env) {
    const reader = new SettingsReader(environment);
    const settings = readCommonSettings(reader);
    reader.finish();
    return settings;
}
/** The settings that every front end has. */
export function readCommonSettings(reader) {
    const corpusDir = path.resolve(reader.text('CORPUS_DIR', defaults.CORPUS_DIR));
    const indexDir = path.resolve(reader.text('INDEX_DIR', defaults.INDEX_DIR));
    const embeddingModel = reader.text('EMBEDDING_MODEL', defaults.EMBEDDING_MODEL);
    const embeddingThreads = reader.wholeNumber('EMBEDDING_THREADS', defaults.EMBEDDING_THREADS, 0, 64);
    if (corpusDir === indexDir)
        reader.refuse('INDEX_DIR', 'another folder than CORPUS_DIR', `"${indexDir}" for both`);
    return { corpusDir, indexDir, embeddingModel, embeddingThreads };
}
//# sourceMappingURL=settings.js.map
import { readFile } from 'node:fs/promises';
import { VerbatimError } from '../core/errors.js';
/** Reads a file of lines `{"id", "question"}`, or with `query` for it. Throws `bad-input`, naming the line, before anything is answered. */
export async function readBatch(file) {
    return (await readJsonLines(file)).map(({ value, where }) => {
        const { id, question = value['query'] } = value;
        if ((typeof id === 'string' || typeof id === 'number') && typeof question === 'string') {
            return { id: String(id), question };
        }
        throw new VerbatimError('bad-input', `${where}: expected {"id": "…", "question": "…"}.`);
    });
}
/** Reads a file of JSON objects, one a line; empty lines are passed over. */
export async function readJsonLines(file) {
    let text;
    try {
        text = await readFile(file, 'utf8');
    }
    catch (error) {
        throw new VerbatimError('bad-input', `The file "${file}" cannot be read. Give the path of a file with JSON lines.`, {
            cause: error,
        });
    }
    return text
        .replace(/^\ufeff/, '')
        .split(/\r?\n/)
        .map((line, i) => ({ line, where: `${file}, line ${i + 1}` }))
        .filter(({ line }) => line.trim() !== '')
        .map(({ line, where }) => ({ value: parseObject(line, where), where }));
}
function parseObject(line, where) {
    try {
        const value = JSON.parse(line);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch {
        // told below, with the place
    }
    throw new VerbatimError('bad-input', `${where}: expected a JSON object.`);
}
//# sourceMappingURL=read-batch.js.map
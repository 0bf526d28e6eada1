import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLabelled } from './read-labelled.js';
const root = fileURLToPath(new URL('../../', import.meta.url));
/** Where training writes the weights. */
export const weightsFile = path.join(root, 'src', 'core', 'labelling', 'opinion', 'weights.ts');
/** Reads all documents of one part, in order of their file names. */
export function readLabelledSet(part, analyser) {
    const folder = path.join(root, 'tests', 'labelled', part);
    const names = readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort();
    return names.map((name) => readLabelled(readFileSync(path.join(folder, name), 'utf8'), `${part}/${name}`, analyser));
}
//# sourceMappingURL=labelled-set.js.map
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Analyser } from '../core/ports.js';
import { readLabelled, type LabelledDocument } from './read-labelled.js';

/** The part that weights are fitted on, and the part that is for scoring only. */
type LabelledPart = 'train' | 'held-out';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Where training writes the weights. */
export const weightsFile = path.join(root, 'src', 'core', 'labelling', 'opinion', 'weights.ts');

/** Reads all documents of one part, in order of their file names. */
export function readLabelledSet(part: LabelledPart, analyser: Analyser): LabelledDocument[] {
  const folder = path.join(root, 'tests', 'labelled', part);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  return names.map((name) => readLabelled(readFileSync(path.join(folder, name), 'utf8'), `${part}/${name}`, analyser));
}

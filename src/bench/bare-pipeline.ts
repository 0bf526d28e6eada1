/**
 * A process of its own that embeds sentences with nothing but the library's pipeline, called in the best way known:
 * sorted by length, eight at a time. Arguments: a file of JSON lines, the model's folder. Prints sentences per second.
 */
import { readFileSync } from 'node:fs';
import { runBarePipeline } from '../adapters/bare-transformers.js';

const [file, modelFolder] = process.argv.slice(2);
if (file === undefined || modelFolder === undefined) throw new Error('expected a file of sentences and a model folder');
const sentences = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as string);
process.stdout.write(`${await runBarePipeline(sentences, modelFolder)}\n`);

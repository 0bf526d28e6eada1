/**
 * A process of its own that embeds sentences with nothing but the library's pipeline, called in the best way known:
 * sorted by length, eight at a time. Arguments: a file of JSON lines, the model's folder. Prints sentences per second,
 * tokenising included, loading not.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importPlainLibrary } from '../adapters/embedding/transformers-model.js';
const batchSize = 8;
const [file, modelFolder] = process.argv.slice(2);
if (file === undefined || modelFolder === undefined)
    throw new Error('expected a file of sentences and a model folder');
const sentences = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const { env, pipeline } = await importPlainLibrary();
env.allowRemoteModels = false;
env.localModelPath = path.dirname(modelFolder);
const extract = await pipeline('feature-extraction', path.basename(modelFolder), { quantized: false });
const sorted = sentences
    .map((sentence) => ({ sentence, length: extract.tokenizer.encode(sentence).length }))
    .sort((a, b) => a.length - b.length)
    .map(({ sentence }) => sentence);
await extract(sorted.slice(0, batchSize), { pooling: 'cls' });
const started = performance.now();
for (let from = 0; from < sorted.length; from += batchSize) {
    await extract(sorted.slice(from, from + batchSize), { pooling: 'cls' });
}
process.stdout.write(`${(sorted.length / (performance.now() - started)) * 1_000}\n`);
//# sourceMappingURL=bare-pipeline.js.map
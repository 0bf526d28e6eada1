/** Beside the embedding thread the only other user of transformers.js: its pipeline as it comes, for comparison. */
import path from 'node:path';
import { env, pipeline } from '@xenova/transformers';

const batchSize = 8;

/** Sentences per second of the library's own feature-extraction pipeline, tokenising included, loading not. */
export async function runBarePipeline(sentences: readonly string[], modelFolder: string): Promise<number> {
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
  return (sorted.length / (performance.now() - started)) * 1_000;
}

import { join } from 'node:path';
import { getWeightsFile, type ModelFiles } from './embedding-model.js';
import type { TextModel } from './embedding-steps.js';
import { readTokenizer } from './read-tokenizer.js';
import { createTextModel } from './text-model.js';
import type { ModelLoader } from './transformers-model.js';

/**
 * Loads the bundled encoder by ONNX Runtime and our own tokenizer alone, which give the vectors that transformers.js gives, in less
 * memory and time. Rejects with the error of the runtime, or `model-failed`.
 */
export async function loadBundledEncoder(files: ModelFiles, threads: number, loader: ModelLoader): Promise<TextModel> {
  const { folder, quantized } = files;
  const { tokenizer, frame } = await readTokenizer(join(folder, 'tokenizer.json'), 'model');
  const session = await loader.openSession({ path: join(folder, getWeightsFile(quantized)), threads });
  return createTextModel(files, {
    encode: (text) => [frame.cls, ...tokenizer.tokenize(text).ids, frame.sep],
    padId: undefined,
    async run({ ids, mask, width }) {
      const inputs = { input_ids: ids, attention_mask: mask, token_type_ids: new BigInt64Array(ids.length) };
      const { last_hidden_state: data } = await session.run(inputs);
      // Its batches are of one text.
      return data ? { data, dims: [1, width, data.length / width] } : null;
    },
  });
}

import { normaliseRows, padBatch, poolRows, type Encoding, type TokenGrid } from './embedding-batch.js';
import type { ModelFiles } from './embedding-model.js';
import type { TextModel } from './embedding-steps.js';

/** Larger batches are not faster on a processor, they only take more memory. */
const BATCH_SIZE = 8;
/** Characters. Longer texts are tokenised in parts: a tokenizer may pass all tokens of a part as arguments of one call. */
const MAX_PART_LENGTH = 32_768;

/** What a library, or our own tokenizer with the runtime, makes of texts. */
interface TextEncoder {
  /** The ids of a text's tokens with those that frame it. */
  readonly encode: (text: string) => readonly number[];
  /** Undefined for a model without padding. */
  readonly padId: number | undefined;
  /** The model's output, of shape `[texts, tokens, dimensions]` or `[texts, dimensions]`; null where it has none. */
  readonly run: (grid: TokenGrid) => Promise<{ readonly data: Float32Array; readonly dims: readonly number[] } | null>;
}

/** A model of texts; it is run once, which makes the first question fast and tells the dimensions. */
export async function createTextModel(
  { family, maxTokens, quantized }: ModelFiles,
  { encode, padId = 0, run }: TextEncoder,
): Promise<TextModel> {
  // Most models end a text with a token of its own, which a cut leaves where it is.
  const endId = encode('').at(-1);
  const cut = (ids: readonly number[]): readonly number[] =>
    ids.length > maxTokens && ids.at(-1) === endId
      ? [...ids.slice(0, maxTokens - 1), ...ids.slice(-1)]
      : ids.slice(0, maxTokens);
  const encodeCut = (text: string): Encoding => {
    const head = encode(text.slice(0, MAX_PART_LENGTH));
    let tokenCount = head.length;
    for (let start = MAX_PART_LENGTH; start < text.length; start += MAX_PART_LENGTH) {
      tokenCount += encode(text.slice(start, start + MAX_PART_LENGTH)).length;
    }
    // A tokenizer may find nothing in an empty text, but the model needs a token.
    return { ids: Uint32Array.from(head.length > 0 ? cut(head) : [padId]), tokenCount };
  };
  const embed = async (batch: readonly Encoding[]): Promise<Float32Array> => {
    const output = await run(padBatch(batch, padId));
    if (!output) throw new Error('the model has no output');
    const rows = poolRows(output, batch, family.pooling);
    normaliseRows(rows, rows.length / batch.length);
    return rows;
  };
  const { length: dimensions } = await embed([encodeCut('warm')]);
  return {
    dimensions,
    // Weights of 8 bits scale their inputs by the whole batch, so that a vector would depend on its neighbours.
    batchSize: quantized ? 1 : BATCH_SIZE,
    encodeQuestion: (question) => encodeCut(family.questionPrefix + question),
    encodeText: (text) => encodeCut(family.textPrefix + text),
    embed,
  };
}

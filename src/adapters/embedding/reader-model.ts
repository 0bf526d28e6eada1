import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { VerbatimError } from '../../core/errors.js';
import type { ReaderModel } from '../../core/ports.js';
import type { ReaderSettings } from './embedding-messages.js';
import { findBundled } from './embedding-model.js';
import { checkFiles, findAbsentFile } from './model-checksum.js';
import type { FrameIds, RunReader } from './read-windows.js';
import type { ModelLoader, OnnxSession } from './transformers-model.js';
import type { WordPieceTokenizer } from './word-piece.js';
import { readTokenizer } from './read-tokenizer.js';
import { getFirstLine } from './first-line.js';

/** A reader that is loaded. */
export interface LoadedReader {
  readonly model: ReaderModel;
  readonly tokenizer: WordPieceTokenizer;
  readonly frame: FrameIds;
  readonly run: RunReader;
}

/** What to do about a bundled reader that is damaged. */
const REPAIR = 'install the program again';

const WEIGHTS_FILE = 'onnx/model_quantized.onnx';
const TOKENIZER_FILE = 'tokenizer.json';
const FILES = [WEIGHTS_FILE, 'config.json', TOKENIZER_FILE, 'tokenizer_config.json'] as const;
const INPUTS = ['input_ids', 'attention_mask', 'token_type_ids'] as const;
const OUTPUTS = ['start_logits', 'end_logits', 'answerable'] as const;

/** The folder of a setting; the bundled one is part of this package. */
export function locateReader(setting: string): string {
  return setting === 'bundled' ? findBundled('reader') : resolve(setting);
}

/**
 * Reads what the files of a reader say of it. Throws `model-missing` when one is absent, `model-failed` when they do not match the
 * recorded checksum; a folder need not have a record.
 */
export async function readReaderFiles(setting: string): Promise<ReaderModel & { readonly folder: string }> {
  const folder = locateReader(setting);
  const isBundled = setting === 'bundled';
  const absent = findAbsentFile(folder, FILES);
  if (absent !== undefined) {
    const what = existsSync(folder) ? `lacks ${absent}` : 'does not exist';
    const advice = isBundled ? REPAIR : `give one with ${FILES.join(', ')}, or "bundled" or "off"`;
    throw new VerbatimError('model-missing', {
      problem: `The reader's folder {subject} ${what}`,
      subject: folder,
      advice,
    });
  }
  const repair = isBundled ? REPAIR : 'copy it again';
  const checksum = await checkFiles({ what: 'reader', folder, files: FILES, isBundled, repair });
  return { id: setting, checksum, folder };
}

/** Loads a reader and runs it once. Throws `model-missing` or `model-failed` with a line for the user. */
export async function loadReader({ model, threads }: ReaderSettings, loader: ModelLoader): Promise<LoadedReader> {
  const { folder, ...identity } = await readReaderFiles(model);
  const { tokenizer, frame } = await readTokenizer(join(folder, TOKENIZER_FILE), 'reader');
  const session = await loader.openSession({ path: join(folder, WEIGHTS_FILE), threads }).catch((cause: unknown) => {
    const problem = 'The reader in {subject} cannot be loaded';
    throw new VerbatimError('model-failed', { problem, subject: folder, detail: getFirstLine(cause) }, { cause });
  });
  const has = [...session.inputNames, ...session.outputNames];
  const lacking = [...INPUTS, ...OUTPUTS].filter((name) => !has.includes(name));
  if (lacking.length > 0) {
    const expected = `${lacking.join(', ')} among its inputs and outputs, got ${has.join(', ')}`;
    throw new VerbatimError('model-failed', {
      problem: 'The model in {subject} is not a reader',
      subject: folder,
      expected,
    });
  }
  const run = createRun(session);
  // The first run allocates what later runs use again.
  const ids = BigInt64Array.of(BigInt(frame.cls), BigInt(frame.sep), BigInt(frame.sep));
  await run({ ids, types: BigInt64Array.of(0n, 0n, 1n), textStart: 2, textEnd: 2 });
  return { model: identity, tokenizer, frame, run };
}

function createRun(session: OnnxSession): RunReader {
  return async ({ ids, types }) => {
    const mask = new BigInt64Array(ids.length).fill(1n);
    const inputs = { input_ids: ids, attention_mask: mask, token_type_ids: types } satisfies InputsOf<typeof INPUTS>;
    const outputs = await session.run(inputs);
    const [starts, ends, answers] = OUTPUTS.map((name) => outputs[name] ?? new Float32Array());
    return { starts: starts ?? new Float32Array(), ends: ends ?? new Float32Array(), answers: answers?.[0] ?? NaN };
  };
}

type InputsOf<Names extends readonly string[]> = Record<Names[number], BigInt64Array>;

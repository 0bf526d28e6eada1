import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { VerbatimError } from '../../core/errors.js';
import type { FrameIds } from './read-windows.js';
import { WordPieceTokenizer } from './word-piece.js';

interface Tokenizer {
  readonly tokenizer: WordPieceTokenizer;
  readonly frame: FrameIds;
}

/** By the digest of their file: the bundled models have the same words, which need not be kept twice. */
const known = new Map<string, Tokenizer>();

/** Reads a `tokenizer.json`. Throws `model-failed` for any but one of an uncased BERT. */
export async function readTokenizer(path: string, owner: 'model' | 'reader'): Promise<Tokenizer> {
  try {
    const bytes = await readFile(path);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const tokenizer = known.get(digest) ?? parseTokenizer(bytes.toString('utf8'));
    known.set(digest, tokenizer);
    return tokenizer;
  } catch (cause) {
    const detail = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
    throw new VerbatimError(
      'model-failed',
      { problem: `The ${owner}'s tokenizer {subject} cannot be used`, subject: path, detail },
      { cause },
    );
  }
}

function parseTokenizer(text: string): Tokenizer {
  const { normalizer, model } = JSON.parse(text) as {
    normalizer?: { type?: unknown; lowercase?: unknown };
    model?: { type?: unknown; vocab?: Record<string, number> };
  };
  const vocabulary = new Map(Object.entries(model?.vocab ?? {}));
  const [cls, sep] = ['[CLS]', '[SEP]'].map((token) => vocabulary.get(token));
  const isBert = model?.type === 'WordPiece' && normalizer?.type === 'BertNormalizer' && normalizer.lowercase === true;
  if (!isBert || cls === undefined || sep === undefined) throw new Error('it is not one of an uncased BERT');
  return { tokenizer: new WordPieceTokenizer(vocabulary), frame: { cls, sep } };
}

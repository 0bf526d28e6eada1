/** The only file that knows dotenv. */
import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { VerbatimError } from '../core/errors.js';
import { encodingOfMark } from './decode-text.js';

/**
 * The variables that a `.env` file sets, in UTF-8 or in UTF-16 with its mark, as some editors of Windows write it; none where there is no
 * such file. The process's environment is left alone. Throws `bad-settings` for one that cannot be read or is no text.
 */
export function loadEnvironmentFile(file: string): Readonly<Record<string, string>> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT') return {};
    const fields = { problem: '{subject} cannot be read ({detail})', subject: file, detail: code };
    throw new VerbatimError(
      'bad-settings',
      { ...fields, advice: 'Make it a file that you may read' },
      { cause: error },
    );
  }
  const text = decode(bytes);
  if (text.includes('\0')) {
    throw new VerbatimError('bad-settings', {
      problem: '{subject} is not a text in UTF-8',
      subject: file,
      advice: 'Save it as UTF-8 in your editor',
    });
  }
  return parse(text);
}

function decode(bytes: Buffer): string {
  const isWhole = bytes.length % 2 === 0; // half a character is a fault, and shows as one in UTF-8
  return new TextDecoder((isWhole ? encodingOfMark(bytes) : null) ?? 'utf-8').decode(bytes);
}

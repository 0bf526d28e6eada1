import { VerbatimError } from '../../core/errors.js';
import { readSource, type SourceText } from './read-texts.js';
import { SourceReaders } from './source-readers.js';

/** The texts of one file, read anew, with what there is to say of them. Throws `bad-input` for a file without any. */
export async function readOneFile(
  name: string,
  bytes: Buffer,
): Promise<{ texts: Omit<SourceText, 'inherited'>[]; notices: string[] }> {
  const notices: string[] = [];
  const readers = new SourceReaders({ derivedDir: null });
  try {
    const texts = await readSource({ path: name, bytes }, (notice) => notices.push(notice), readers);
    if (texts.length === 0) throw new VerbatimError('bad-input', notices.at(-1) ?? `${name} is not text`);
    return { texts, notices };
  } finally {
    readers.close();
  }
}

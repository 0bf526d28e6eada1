import { access } from 'node:fs/promises';
import path from 'node:path';
import { fileOf } from '../../core/corpus/list-document.js';
import { VerbatimError } from '../../core/errors.js';
import { isAnothers } from './index-into-postgres.js';
import { listServerDocuments } from './list-server-documents.js';

/**
 * Whether the index on a server, at `url`, was made from the texts in the corpus folder, so that what is put in there is indexed; so is one
 * that is not there yet.
 */
export async function isOwnFolder(corpusDir: string, url: string): Promise<boolean> {
  const files = new Set((await listServerDocuments(url)).map(fileOf));
  const isHere = (file: string): Promise<boolean> =>
    access(path.join(corpusDir, file)).then(
      () => true,
      () => false,
    );
  const found = await Promise.all([...files].map(isHere));
  const lacking = found.filter((here) => !here).length;
  return files.size === 0 || (lacking < files.size && !isAnothers(lacking, files.size));
}

/** Throws `bad-input` where what is put into the corpus folder would not be indexed. */
export async function requireOwnFolder(corpusDir: string, url: string): Promise<void> {
  if (await isOwnFolder(corpusDir, url)) return;
  throw new VerbatimError('bad-input', {
    problem: 'Nothing was put in: the texts of the index at DATABASE_URL are not in "{subject}"',
    subject: corpusDir,
    advice: 'Run it on the machine with the texts, or set CORPUS_DIR to their folder',
  });
}

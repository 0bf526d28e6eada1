import { access } from 'node:fs/promises';
import path from 'node:path';
import { fileOf } from '../../core/corpus/list-document.js';
import { VerbatimError } from '../../core/errors.js';
import { isAnothers } from './index-into-postgres.js';
import { listServerDocuments } from './list-server-documents.js';

/**
 * Throws `bad-input` where the index on a server, at `url`, was made from texts that are not in the corpus folder: what is put in
 * there would not be indexed. An index that is not there yet forbids nothing.
 */
export async function requireOwnFolder(corpusDir: string, url: string): Promise<void> {
  const files = new Set((await listServerDocuments(url)).map(fileOf));
  const isHere = (file: string): Promise<boolean> =>
    access(path.join(corpusDir, file)).then(
      () => true,
      () => false,
    );
  const found = await Promise.all([...files].map(isHere));
  const lacking = found.filter((here) => !here).length;
  if (files.size === 0 || (lacking < files.size && !isAnothers(lacking, files.size))) return;
  throw new VerbatimError('bad-input', {
    problem: 'Nothing was put in: the texts of the index at DATABASE_URL are not in "{subject}"',
    subject: corpusDir,
    advice: 'Run it on the machine with the texts, or set CORPUS_DIR to their folder',
  });
}

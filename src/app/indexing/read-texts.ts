import { decodeText, readCorpusFolder, type CorpusFile } from '../../adapters/corpus/corpus-folder.js';
import { FolderMetadata, type Inherited } from '../../adapters/corpus/folder-metadata.js';
import { sha256 } from '../../adapters/index/index-folder.js';

/** The decoded text of a file of the corpus. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** What the folders around the file say for its metadata. */
  readonly inherited: Inherited;
  /** SHA-256 of the file's bytes, and of what is inherited where anything is. */
  readonly digest: string;
}

/** All texts of the corpus folder by rising path; empty ones and copies of another are left out with a notice. */
export async function readTexts(corpusDir: string, onNotice: (notice: string) => void): Promise<SourceText[]> {
  const texts: SourceText[] = [];
  const firstWith = new Map<string, string>();
  const folders = new FolderMetadata(corpusDir, onNotice);
  for await (const file of readCorpusFolder(corpusDir, onNotice)) {
    const text = acceptText(file, firstWith, onNotice);
    if (text === null) continue;
    const inherited = await folders.fieldsFor(file.path);
    const own = sha256(file.bytes);
    const digest = inherited.size === 0 ? own : sha256(`${own} ${JSON.stringify([...inherited].sort())}`);
    texts.push({ path: file.path, text, inherited, digest });
  }
  return texts;
}

function acceptText(
  file: CorpusFile,
  firstWith: Map<string, string>,
  onNotice: (notice: string) => void,
): string | null {
  const text = decodeText(file, onNotice);
  if (text === null) return null;
  const content = text.replace(/^\ufeff/, '').trim();
  if (content === '') {
    onNotice(`${file.path}: left out: no text in it`);
    return null;
  }
  const key = sha256(content);
  const first = firstWith.get(key);
  if (first !== undefined) {
    onNotice(`${file.path}: left out: the same text as ${first}`);
    return null;
  }
  firstWith.set(key, file.path);
  return text;
}

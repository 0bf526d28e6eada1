import { readCorpusFolder, type CorpusFile } from '../../adapters/corpus/corpus-folder.js';
import { decodeText } from '../../adapters/decode-text.js';
import { FolderMetadata, type Inherited } from '../../adapters/corpus/folder-metadata.js';
import { sha256, type IndexFolder } from '../../adapters/index/index-folder.js';
import { collectionOf } from '../../core/collections/collection.js';
import { formatOf, readerVersions, type DerivedText, type Format } from '../../core/formats/derived-document.js';
import { describeDoubts } from './describe-doubts.js';
import { SourceReaders, type SourceReadersOptions } from './source-readers.js';

/** What a reader has made of a file of another format than text. */
export interface DerivedSource {
  readonly file: string;
  /** SHA-256 of the file's bytes. */
  readonly digest: string;
  readonly format: Format;
  readonly derived: DerivedText;
}

/** The text of a file of the corpus, or of a part of one. */
export interface SourceText {
  /** Of the file; behind a `#` the name of the part. */
  readonly path: string;
  readonly text: string;
  /** What the folders around the file say for its metadata. */
  readonly inherited: Inherited;
  /** SHA-256 of the file's bytes, or of the part and the reader's version, and of what is inherited where anything is. */
  readonly digest: string;
  /** Null for a text that is the file's own. */
  readonly source: DerivedSource | null;
}

/**
 * All texts of the corpus folder by rising path; empty ones and copies of another of the same collection are left out with a notice. `readers` read what is no
 * plain text, and are closed then; unless they are given, all of it is read anew.
 */
export async function readTexts(
  corpusDir: string,
  onNotice: (notice: string) => void,
  readers = new SourceReaders({ derivedDir: null }),
): Promise<SourceText[]> {
  try {
    return await readAll(corpusDir, onNotice, readers);
  } finally {
    readers.close();
  }
}

/** As `readTexts` for an index: what was read before comes from where the index keeps it, unless everything `renews`; see `SourceReaders`. */
export async function readKeptTexts(
  corpusDir: string,
  { derivedDir }: Pick<IndexFolder, 'derivedDir'>,
  onNotice: (notice: string) => void,
  options: Pick<SourceReadersOptions, 'renews' | 'onlyKept'> = {},
): Promise<SourceText[]> {
  const readers = new SourceReaders({ ...options, derivedDir, keeps: true });
  const texts = await readTexts(corpusDir, onNotice, readers);
  await readers.forgetOthers();
  return texts;
}

async function readAll(
  corpusDir: string,
  onNotice: (notice: string) => void,
  readers: SourceReaders,
): Promise<SourceText[]> {
  const texts: SourceText[] = [];
  const firstWith = new Map<string, string>();
  const folders = new FolderMetadata(corpusDir, onNotice);
  for await (const file of readCorpusFolder(corpusDir, onNotice)) {
    let inherited: Inherited | null = null;
    for (const { path, text, digest, source } of await readSource(file, onNotice, readers)) {
      if (!acceptText(path, text, firstWith, onNotice)) continue;
      inherited ??= await folders.fieldsFor(file.path); // which reads a fetched file once more
      const whole = inherited.size === 0 ? digest : sha256(`${digest} ${JSON.stringify([...inherited].sort())}`);
      texts.push({ path, text, inherited, digest: whole, source });
    }
  }
  return texts;
}

/** The texts of one file: its own, or what its reader makes of it; none, after a notice, for one that can't be read. */
export async function readSource(
  file: CorpusFile,
  onNotice: (notice: string) => void,
  readers: SourceReaders,
): Promise<Omit<SourceText, 'inherited'>[]> {
  const format = formatOf(file.path);
  const own = sha256(file.bytes);
  if (format === null) {
    const { text, notice } = decodeText(file.bytes);
    if (notice !== null) onNotice(`${file.path}: ${notice}`);
    return text === null ? [] : [{ path: file.path, text, digest: own, source: null }];
  }
  const reading = await readers.read(format, file.bytes, own);
  if (reading.kind === 'refused') {
    onNotice(`${file.path}: left out: ${reading.reason}`);
    return [];
  }
  return reading.texts.map((derived) => {
    const { part, doubts, text } = derived;
    const path = part === undefined ? file.path : `${file.path}#${part}`;
    if (reading.isNew && doubts.length > 0) onNotice(`${path}: ${describeDoubts(doubts)}`);
    // A part stays as it is when another part of the file changes.
    const content = part === undefined ? own : sha256(JSON.stringify(derived));
    const digest = sha256(`${content} ${format} ${readerVersions[format]}`);
    return { path, text, digest, source: { file: file.path, digest: own, format, derived } };
  });
}

function acceptText(
  path: string,
  text: string,
  firstWith: Map<string, string>,
  onNotice: (notice: string) => void,
): boolean {
  const content = text.replace(/^\ufeff/, '').trim();
  if (content === '') {
    onNotice(`${path}: left out: no text in it`);
    return false;
  }
  const key = `${collectionOf(path)}/${sha256(content)}`;
  const first = firstWith.get(key);
  if (first !== undefined) {
    onNotice(`${path}: left out: the same text as ${first}`);
    return false;
  }
  firstWith.set(key, path);
  return true;
}

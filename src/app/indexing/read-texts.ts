import { nothingKnown, readCorpusFolder, type CorpusFile } from '../../adapters/corpus/corpus-folder.js';
import { decodeText } from '../../adapters/decode-text.js';
import { FolderMetadata, type Inherited } from '../../adapters/corpus/folder-metadata.js';
import { sha256, type IndexFolder } from '../../adapters/index/index-folder.js';
import { collectionOf } from '../../core/collections/collection.js';
import { formatOf, readerVersions, type DerivedText, type Format } from '../../core/formats/derived-document.js';
import { describeDoubts } from './describe-doubts.js';
import type { RememberedTexts } from './remembered-texts.js';
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
  /** Of a file that was remembered it is read when it is asked for, which throws where the file was written meanwhile. */
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
  remembered: RememberedTexts | null = null,
): Promise<SourceText[]> {
  try {
    return await readAll(corpusDir, onNotice, readers, remembered);
  } finally {
    readers.close();
  }
}

/** A text as its file alone says it. */
export interface FileText extends Omit<SourceText, 'inherited'> {
  /** Tells texts of the same words from all others; null for an empty one. */
  readonly content: string | null;
}

interface KeptTextsOptions extends Pick<SourceReadersOptions, 'renews' | 'onlyKept'> {
  /** Plain texts that need not be read again where they were not written since; what is read is added. */
  readonly remembered?: RememberedTexts | null;
}

/** Reads all texts of an index once, so that those which are not written until then need not be read again. */
export async function rememberTexts(
  corpusDir: string,
  folder: Pick<IndexFolder, 'derivedDir'>,
  remembered: RememberedTexts,
): Promise<void> {
  await readKeptTexts(corpusDir, folder, () => undefined, { onlyKept: true, remembered });
}

/** As `readTexts` for an index: what was read before comes from where the index keeps it, unless everything `renews`; see `SourceReaders`. */
export async function readKeptTexts(
  corpusDir: string,
  { derivedDir }: Pick<IndexFolder, 'derivedDir'>,
  onNotice: (notice: string) => void,
  { remembered = null, ...options }: KeptTextsOptions = {},
): Promise<SourceText[]> {
  const readers = new SourceReaders({ ...options, derivedDir, keeps: true });
  const texts = await readTexts(corpusDir, onNotice, readers, remembered);
  await readers.forgetOthers();
  return texts;
}

async function readAll(
  corpusDir: string,
  onNotice: (notice: string) => void,
  readers: SourceReaders,
  remembered: RememberedTexts | null,
): Promise<SourceText[]> {
  const texts: SourceText[] = [];
  const firstWith = new Map<string, string>();
  const folders = new FolderMetadata(corpusDir, onNotice);
  const seen = new Set<string>();
  for await (const { path: file, mark, bytes } of readCorpusFolder(corpusDir, onNotice, remembered ?? nothingKnown)) {
    seen.add(file);
    const read = bytes && (await readSource({ path: file, bytes }, onNotice, readers));
    if (read) remembered?.add(file, mark, read);
    for (const own of remembered?.find(file) ?? read ?? []) {
      if (!acceptText(own, firstWith, onNotice)) continue;
      texts.push(withInherited(own, await folders.fieldsFor(file))); // which reads a fetched file once more
    }
  }
  remembered?.keepOnly(seen);
  return texts;
}

function withInherited(own: FileText, inherited: Inherited): SourceText {
  const { path, digest, source } = own;
  return {
    path,
    get text() {
      return own.text;
    },
    inherited,
    digest: inherited.size === 0 ? digest : sha256(`${digest} ${JSON.stringify([...inherited].sort())}`),
    source,
  };
}

/** The texts of one file: its own, or what its reader makes of it; none, after a notice, for one that can't be read. */
export async function readSource(
  file: CorpusFile,
  onNotice: (notice: string) => void,
  readers: SourceReaders,
): Promise<FileText[]> {
  const format = formatOf(file.path);
  const own = sha256(file.bytes);
  if (format === null) {
    const { text, notice } = decodeText(file.bytes);
    if (notice !== null) onNotice(`${file.path}: ${notice}`);
    return text === null ? [] : [{ path: file.path, text, content: contentOf(text), digest: own, source: null }];
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
    return { path, text, content: contentOf(text), digest, source: { file: file.path, digest: own, format, derived } };
  });
}

function acceptText(
  { path, content }: FileText,
  firstWith: Map<string, string>,
  onNotice: (notice: string) => void,
): boolean {
  if (content === null) {
    onNotice(`${path}: left out: no text in it`);
    return false;
  }
  const key = `${collectionOf(path)}/${content}`;
  const first = firstWith.get(key);
  if (first !== undefined) {
    onNotice(`${path}: left out: the same text as ${first}`);
    return false;
  }
  firstWith.set(key, path);
  return true;
}

function contentOf(text: string): string | null {
  const content = text.replace(/^\ufeff/, '').trim();
  return content === '' ? null : sha256(content);
}

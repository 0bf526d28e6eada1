import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readerVersions, type Format } from '../../core/formats/derived-document.js';
import type { ListedText } from '../../core/corpus/list-document.js';
import type { SourceDocument } from '../../core/text/document.js';
import { locateSpan } from '../../core/text/fingerprint.js';
import type { Span } from '../../core/text/span.js';
import { sha256 } from '../../adapters/index/index-folder.js';

/** How a quote stands in its source file now. */
export type Verification =
  | { readonly kind: 'identical' }
  /** The same words, but at another place of the file. */
  | { readonly kind: 'moved'; readonly start: number }
  | { readonly kind: 'changed' }
  | { readonly kind: 'removed' }
  /** There are no source files here: they lie on another machine, which keeps the index up to date. */
  | { readonly kind: 'elsewhere' }
  /** The file was read by an earlier version of its reader; the index is about to be brought up to date. */
  | { readonly kind: 'older-reader' };

/** What tells where a document's text comes from. */
export type DocumentOrigin = Pick<ListedText, 'path' | 'derivation'> & Partial<Pick<SourceDocument, 'text'>>;

/** Reads the source file anew and looks for the quote in it. `mark` is the fingerprint of the quote's text. */
export async function verifyQuote(
  corpusDir: string,
  { path: name, derivation, text: known }: DocumentOrigin,
  span: Span,
  mark: string,
): Promise<Verification> {
  const file = derivation?.file ?? name;
  const bytes = await readFile(path.join(corpusDir, file)).catch(() => null);
  if (bytes === null) return { kind: 'removed' };
  if (derivation && readerVersions[derivation.format as Format] !== derivation.version) return { kind: 'older-reader' };
  // Readers are pure: of the same bytes the same version makes the same text.
  const isSame = derivation !== undefined && sha256(bytes) === derivation.digest;
  const text = isSame && known !== undefined ? known : await readText(file, name, bytes);
  if (text === undefined) return { kind: 'removed' };
  const place = locateSpan(text, span, mark);
  if (place === null) return { kind: 'changed' };
  return place.start === span.start ? { kind: 'identical' } : { kind: 'moved', start: place.start };
}

async function readText(file: string, name: string, bytes: Buffer): Promise<string | undefined> {
  const { readOneFile } = await import('../indexing/read-one-file.js'); // what reads files is loaded when one is read
  const { texts } = await readOneFile(file, bytes).catch(() => ({ texts: [] }));
  return texts.find(({ path: own }) => own === name)?.text;
}

/** Whether a folder of source files is another machine's affair: it is not there, or empty. */
export async function isElsewhere(corpusDir: string): Promise<boolean> {
  const names = await readdir(corpusDir).catch(() => []);
  return names.every((name) => name.startsWith('.'));
}

/** When a file of the corpus was last written, in milliseconds since 1970; null for one that is gone. */
export async function readChangedAt(
  corpusDir: string,
  { path: name, derivation }: DocumentOrigin,
): Promise<number | null> {
  const found = await stat(path.join(corpusDir, derivation?.file ?? name)).catch(() => null);
  return found && Math.round(found.mtimeMs);
}

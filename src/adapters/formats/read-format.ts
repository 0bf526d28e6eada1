import { VerbatimError } from '../../core/errors.js';
import type { DerivedText, Format } from '../../core/formats/derived-document.js';

/** A text with more UTF-16 units comes of a file that was made to break what reads it. */
const maxTextLength = 20_000_000;

/** Each reader is loaded when it is needed. */
const readers: Readonly<Record<Format, (bytes: Uint8Array) => Promise<DerivedText[]>>> = {
  html: async (bytes) => [(await import('./html-page.js')).readHtmlPage(bytes)],
  pdf: async (bytes) => [await (await import('./unpdf-pages.js')).readPdf(bytes)],
  docx: async (bytes) => [(await import('./office-files.js')).readDocx(bytes)],
  odt: async (bytes) => [(await import('./office-files.js')).readOdt(bytes)],
  epub: async (bytes) => [(await import('./epub-book.js')).readEpub(bytes)],
  subtitles: async (bytes) => [(await import('./plain-formats.js')).readSubtitleFile(bytes)],
  'discord-export': async (bytes) => [(await import('./plain-formats.js')).readExportFile(bytes)],
  feed: async (bytes) => (await import('./feed.js')).readFeed(bytes),
};

/**
 * Reads a file of a format: one document, or several of a file that is made of them. Throws `bad-input`, saying
 * why, for a file that cannot be read.
 */
export async function readFormat(format: Format, bytes: Uint8Array): Promise<DerivedText[]> {
  const texts = await readers[format](bytes);
  const length = texts.reduce((sum, { text }) => sum + text.length, 0);
  if (length > maxTextLength)
    throw new VerbatimError('bad-input', `its text has ${length} characters, more than the limit of ${maxTextLength}`);
  return texts;
}

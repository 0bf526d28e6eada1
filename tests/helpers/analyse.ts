import { createWinkAnalyser } from '#verbatim/adapters/wink-analyser.js';
import { readDocument } from '#verbatim/app/indexing/read-document.js';
import { splitSentences } from '#verbatim/core/text/sentences.js';
import type { SourceDocument } from '#verbatim/core/text/document.js';
import type { Sentence } from '#verbatim/core/text/sentence.js';

/** The analyser that all tests of one file share. */
export const analyser = createWinkAnalyser();

/** Structure and sentences of a text, as if it had been read from a file of that name. */
export function analyseText(name: string, text: string): { document: SourceDocument; sentences: Sentence[] } {
  const { document } = readDocument(name, text);
  return { document, sentences: splitSentences(document, analyser) };
}

/** The sentences of a text as strings. */
export function sentencesOf(text: string, name = 'text.txt'): string[] {
  return analyseText(name, text).sentences.map(({ start, end }) => text.slice(start, end));
}

/** The blocks of a text as `kind: content`. */
export function blocksOf(name: string, text: string): string[] {
  return readDocument(name, text).document.blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

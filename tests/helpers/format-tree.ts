import { readFormat } from '#verbatim/adapters/formats/read-format.js';
import type { DerivedText, Format } from '#verbatim/core/formats/derived-document.js';
import { readDocument } from '#verbatim/app/indexing/read-document.js';
import type { SourceDocument } from '#verbatim/core/text/document.js';
import type { Span } from '#verbatim/core/text/span.js';

/** The only document of a file. */
export async function readOne(format: Format, content: string | Uint8Array): Promise<DerivedText> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const [text, ...others] = await readFormat(format, bytes);
  if (!text || others.length > 0) throw new Error(`${others.length + 1} documents instead of one`);
  return text;
}

/** What a reader has found, a line for each block: `h2 Words`, `item1 Words`, the words as they stand. */
export function treeOf({ text, blocks }: DerivedText): string[] {
  return blocks.map(({ kind, level, depth, start, end, broken }) => {
    const name =
      kind === 'heading'
        ? `h${level ?? '?'}`
        : kind === 'list-item'
          ? `item${depth ?? '?'}`
          : kind === 'paragraph'
            ? 'p'
            : kind;
    return `${name}${broken ? ` (broken: ${broken})` : ''} ${text.slice(start, end)}`;
  });
}

/** The words that stand in some ranges of what a reader has found. */
export function wordsIn({ text }: DerivedText, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

/** The document as the index has it. */
export function documentOf(format: Format, file: string, derived: DerivedText): SourceDocument {
  return readDocument(file, derived.text, undefined, { file, digest: '', format, derived }).document;
}

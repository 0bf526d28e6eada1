import { decodeText } from '../../adapters/corpus/corpus-folder.js';
import { nothingInherited } from '../../adapters/corpus/folder-metadata.js';
import { VerbatimError } from '../../core/errors.js';
import { createWinkAnalyser } from '../../adapters/wink-analyser.js';
import { readWords, type BlockKind, type DocumentMetadata, type TextKind } from '../../core/text/document.js';
import { findTextKind } from '../../core/labelling/text-kind.js';
import { splitSentences } from '../../core/text/sentences.js';
import type { Span } from '../../core/text/span.js';
import { placeSentences, type SentencePlace } from '../../core/text/units.js';
import { readDocument } from './read-document.js';

/** A sentence with its place in the document; all ranges into the document's text. */
export interface OutlinedSentence extends Span, Pick<SentencePlace, 'isContext' | 'unit' | 'context'> {
  readonly exact: string;
  readonly block: BlockKind;
  /** The headings that it stands under, the highest first. */
  readonly section: readonly string[];
  readonly speaker: string | null;
  readonly date: string | null;
}

/** A document as the program sees it. */
export interface DocumentOutline extends DocumentMetadata {
  /** What the labeller takes the text for: as declared, else by its genre or its shape. */
  readonly textKind: TextKind;
  readonly notices: readonly string[];
  readonly sentences: readonly OutlinedSentence[];
}

/** How a file is read: its sentences with their units, sections, speakers and dates. Throws `bad-input` for what is no text. */
export function outlineDocument(name: string, bytes: Buffer, inherited = nothingInherited): DocumentOutline {
  const heard: string[] = [];
  const text = decodeText({ path: name, bytes }, (notice) => heard.push(notice));
  if (text === null) throw new VerbatimError('bad-input', heard.at(-1) ?? `${name} is not text`);
  const { document, notices } = readDocument(name, text, inherited);
  const sentences = splitSentences(document, createWinkAnalyser());
  const kindOf = (sentence: number): BlockKind =>
    document.blocks[sentences[sentence]?.block ?? -1]?.kind ?? 'paragraph';
  const places = placeSentences(sentences, document.structure, (i) => /^(?:heading|table-head)$/.test(kindOf(i)));
  return {
    ...document.metadata,
    textKind: findTextKind(document, sentences),
    notices: [...heard, ...notices],
    sentences: sentences.flatMap(({ start, end }, i) => {
      const place = places[i];
      if (!place) return [];
      const { unit, context, isContext, section, speaker, date } = place;
      return {
        start,
        end,
        exact: text.slice(start, end),
        block: kindOf(i),
        isContext,
        unit,
        context,
        section: section.map((heading) => readWords(document, heading)),
        speaker: speaker && readWords(document, speaker),
        date: date ?? document.metadata.date,
      };
    }),
  };
}

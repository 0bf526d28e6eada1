import { nothingInherited } from '../../adapters/corpus/folder-metadata.js';
import { createWinkAnalyser } from '../../adapters/wink-analyser.js';
import {
  readWords,
  type BlockKind,
  type DocumentMetadata,
  type SourceDocument,
  type TextKind,
} from '../../core/text/document.js';
import { placesIn, type PlacedSpan } from '../../core/text/derivation.js';
import { findTextKind } from '../../core/labelling/text-kind.js';
import { splitSentences } from '../../core/text/sentences.js';
import type { Span } from '../../core/text/span.js';
import { placeSentences, type SentencePlace } from '../../core/text/units.js';
import { describeDoubts } from './describe-doubts.js';
import { readDocument } from './read-document.js';
import { readOneFile } from './read-one-file.js';

/** A sentence with its place in the document; all ranges into the document's text. */
export interface OutlinedSentence extends Span, PlacedSpan, Pick<SentencePlace, 'isContext' | 'unit' | 'context'> {
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
  /** Left out for plain text and Markdown. */
  readonly format?: string;
  /** What its reader is not sure of, in words; empty where there is nothing. */
  readonly doubts: string;
  /** In how many places its letters stand otherwise in the file. */
  readonly repairCount: number;
  readonly notices: readonly string[];
  readonly sentences: readonly OutlinedSentence[];
}

/** How a file is read, each of its documents: sentences with their units, places, sections, speakers and dates. Throws as `readOneFile`. */
export async function outlineFile(
  name: string,
  bytes: Buffer,
  inherited = nothingInherited,
): Promise<DocumentOutline[]> {
  const { texts, notices } = await readOneFile(name, bytes);
  return texts.map(({ path, text, source }, i) => {
    const read = readDocument(path, text, inherited, source);
    return outlineDocument(read.document, [...(i === 0 ? notices : []), ...read.notices]);
  });
}

function outlineDocument(document: SourceDocument, notices: readonly string[]): DocumentOutline {
  const sentences = splitSentences(document, createWinkAnalyser());
  const kindOf = (sentence: number): BlockKind =>
    document.blocks[sentences[sentence]?.block ?? -1]?.kind ?? 'paragraph';
  const places = placeSentences(sentences, document.structure, (i) => /^(?:heading|table-head)$/.test(kindOf(i)));
  return {
    ...document.metadata,
    textKind: findTextKind(document, sentences),
    ...(document.derivation && { format: document.derivation.format }),
    doubts: describeDoubts(document.derivation?.doubts ?? []),
    repairCount: document.derivation?.repairs.length ?? 0,
    notices,
    sentences: sentences.flatMap(({ start, end }, i) => {
      const place = places[i];
      if (!place) return [];
      const { unit, context, isContext, section, speaker, date } = place;
      return {
        start,
        end,
        exact: document.text.slice(start, end),
        ...placesIn(document, { start, end }),
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

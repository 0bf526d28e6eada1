import { readDocument } from '#verbatim/app/indexing/read-document.js';
import { splitSentences } from '#verbatim/core/text/sentences.js';
import { placeSentences } from '#verbatim/core/text/units.js';
import { analyser } from './analyse.js';

interface Seen {
  readonly text: string;
  readonly kind: string;
  readonly unit: string;
  readonly context: readonly string[];
  readonly section: readonly string[];
  readonly speaker: string | null;
  readonly date: string | null;
}

/** The sentences that may be quotes, with their place. */
export function placesOf(name: string, text: string): Seen[] {
  const { document } = readDocument(name, text);
  const sentences = splitSentences(document, analyser);
  const kinds = sentences.map(({ block }) => document.blocks[block]?.kind ?? '');
  const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return placeSentences(sentences, document.structure, (i) => /^(?:heading|table-head)$/.test(kinds[i] ?? ''))
    .map(({ unit, context, section, speaker, date, isContext }, i) => ({
      isContext,
      text: slice(sentences[i] ?? { start: 0, end: 0 }),
      kind: unit.kind,
      unit: slice(unit),
      context: context.map(slice),
      section: section.map(slice),
      speaker: speaker && slice(speaker),
      date,
    }))
    .filter(({ isContext }) => !isContext);
}

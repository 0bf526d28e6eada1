import type { Lane } from '../labelling/labels.js';
import type { IndexedDocument } from '../search/search-index.js';
import type { Derivation } from '../text/derivation.js';
import { rangeOfDates } from '../text/document-dates.js';
import type { SourceDocument } from '../text/document.js';

/** What is known of a text without reading it. */
export interface ListedText extends Pick<SourceDocument, 'id' | 'path' | 'metadata'> {
  /** How it came out of its file; left out for a text that is the file's own. */
  readonly derivation?: Pick<Derivation, 'file' | 'format' | 'version' | 'digest' | 'doubts'>;
  /** As `rangeOfDates` has it. */
  readonly dates: ReturnType<typeof rangeOfDates>;
  readonly counts: Readonly<Record<'sentences' | 'passages', number>>;
}

export function listText({ document, sentences, passages }: IndexedDocument): ListedText {
  const { id, path, metadata, derivation } = document;
  return {
    id,
    path,
    metadata,
    ...(derivation && { derivation }),
    counts: { sentences: sentences.length, passages: passages.length },
    get dates() {
      return rangeOfDates(document); // worked out when somebody looks: of all texts at once it would keep others waiting
    },
  };
}

/** The path of the file that a text is from, which may hold several. */
export function fileOf({ path, derivation }: Pick<ListedText, 'path' | 'derivation'>): string {
  return derivation?.file ?? path;
}

/** How many sentences of texts each lane has; headings have no part in it. */
export function countLanes(documents: Iterable<IndexedDocument>): Record<Lane, number> {
  const counts = { reported: 0, attributed: 0, opinion: 0 };
  for (const { document, sentences } of documents) {
    for (const { block, label } of sentences) {
      if (document.blocks[block]?.kind !== 'heading') counts[label.label]++;
    }
  }
  return counts;
}

import type { Lane, StoredLabel } from '../labelling/labels.js';
import type { IndexedSentence } from '../search/search-index.js';
import type { GivenLabel } from './label-override.js';

/**
 * The sentences that a dispute is about: of those of the quote the ones that have the label which was found wrong, but not
 * the proposed one already. None where the dispute is settled by now.
 */
export function findDisputed(
  sentences: readonly IndexedSentence[],
  was: Lane,
  proposal: GivenLabel,
): readonly IndexedSentence[] {
  return sentences.filter(({ label }) => label.label === was && !hasLabel(label, proposal));
}

/** Whether a label is as proposed; no source proposed means any. */
function hasLabel({ label, sources }: Pick<StoredLabel, 'label' | 'sources'>, proposal: GivenLabel): boolean {
  if (label !== proposal.label) return false;
  if (label !== 'attributed' || proposal.source === null) return true;
  return fold(sources[0] ?? '') === fold(proposal.source);
}

/** Without regard to case and article. */
function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the|an?) /, '');
}

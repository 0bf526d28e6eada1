import type { OpenIndex } from '../asking/open-index.js';
import type { LibraryInUse } from '../asking/library-in-use.js';
import { anchorOf } from '../../core/overrides/anchor-of.js';
import type { DecidedQuote, NewOverride } from '../../core/overrides/label-reviews.js';
import { quoteKey } from '../../core/overrides/quote-key.js';
import type { Store } from '../../core/store/store.js';
import type { DisputedQuote, Proposal, Queue } from './review-queue.js';

/** The proposal that was accepted, and the name of the decision; null, with nothing done, where it is no longer open or its words are gone. */
export async function acceptProposal(
  decided: DecidedQuote & { readonly dispute: number },
  userId: string,
  queue: Queue,
  store: Pick<Store, 'labelReviews' | 'hashPerson'>,
): Promise<{ readonly proposal: Proposal; readonly decision: string } | null> {
  const { dispute, ...seen } = decided;
  const disputed = queue.quotes.find(({ guildId, quote }) => guildId === seen.guildId && quote === seen.quote);
  const proposal = disputed?.proposals.find((each) => each.dispute === dispute);
  if (!disputed || !proposal) return null;
  const moderator = await store.hashPerson(userId);
  const decision = await store.labelReviews.accept(seen, moderator, dispute, toOverrides(disputed, proposal));
  return decision === null ? null : { proposal, decision };
}

/** Puts the change in use at once, here; other processes notice it with their next question. */
export async function useLabels(library: LibraryInUse): Promise<OpenIndex> {
  await library.refreshLabels({ now: true });
  return library.whenReady();
}

function toOverrides(
  { indexed, first, last }: DisputedQuote,
  { label, source, notes, sentences }: Proposal,
): NewOverride[] {
  const { document } = indexed;
  const note = notes.length > 0 ? notes.join('\n') : null;
  return sentences.flatMap((number): NewOverride[] => {
    const sentence = indexed.sentences[number];
    if (!sentence || number < first || number > last) return [];
    const own = sentence.label;
    return [
      {
        ...anchorOf(document, sentence),
        sentence: quoteKey(document, sentence),
        label,
        source,
        kind: label === 'attributed' ? (own.kind ?? 'said') : null,
        was: own.moderator?.instead ?? own.label,
        note,
      },
    ];
  });
}

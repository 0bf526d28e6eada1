import type { OpenIndex } from '../../../app/asking/open-index.js';
import type { Services } from '../../services.js';
import { anchorOf } from '../../../core/overrides/anchor-of.js';
import { quoteKey } from '../../../core/overrides/quote-key.js';
import type { NewOverride } from '../../../core/overrides/label-reviews.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import type { DisputedQuote, Proposal, Queue } from './queue.js';

/** The proposal that was accepted, and the name of the decision; null, with nothing done, where it is no longer open or its words are gone. */
export async function acceptProposal(
  { at, dispute, newest }: ActionFields<'label:accept'>,
  who: { readonly guildId: string; readonly userId: string },
  queue: Queue,
  { store }: Services,
): Promise<{ readonly proposal: Proposal; readonly decision: string } | null> {
  const disputed = queue.quotes.find(({ quote }) => quote === at.quote);
  const proposal = disputed?.proposals.find((each) => each.dispute === dispute);
  if (!disputed || !proposal) return null;
  const moderator = await store.hashPerson(who.userId);
  const decided = { guildId: who.guildId, quote: at.quote, newestId: newest };
  const decision = await store.labelReviews.accept(decided, moderator, dispute, toOverrides(disputed, proposal));
  return decision === null ? null : { proposal, decision };
}

/** The name of the decision; null where nothing of what the moderator has seen is open any more. */
export function declineQuote(
  { at, newest }: ActionFields<'label:decline'>,
  guildId: string,
  { store }: Services,
): Promise<string | null> {
  return store.labelReviews.decline({ guildId, quote: at.quote, newestId: newest });
}

/** Puts the change in use at once, here; other processes notice it with their next question. */
export async function useLabels({ library }: Services): Promise<OpenIndex> {
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

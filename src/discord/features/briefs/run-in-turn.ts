import { enterQueue } from '../../request/admission.js';
import type { Card } from '../../cards/card.js';
import { renderNotice } from '../../cards/notice.js';
import type { RepliableInteraction } from '../../delivery/responder.js';
import type { Services } from '../../services.js';
import type { Texts } from '../../texts/texts.js';

/** Does work that takes a while in the queue of all questions, so that it takes its turn and a shutdown waits for it. */
export async function runInTurn<T extends Card | null>(
  { user }: RepliableInteraction,
  { queue, arrivals }: Services,
  texts: Texts,
  work: () => Promise<T>,
): Promise<T | Card> {
  const ticket = enterQueue(user.id, queue, texts);
  if (typeof ticket === 'string') return renderNotice(ticket);
  try {
    return await ticket.run(async () => {
      await arrivals.whenQuiet();
      return work();
    });
  } finally {
    ticket.leave();
  }
}

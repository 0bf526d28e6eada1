import type { Card } from '../../render/card.js';
import { renderNotice } from '../../render/notice.js';
import type { RepliableInteraction } from '../../responder.js';
import type { Services } from '../../services.js';
import type { Texts } from '../../texts/texts.js';

/** Does work that takes a while in the queue of all questions, so that it takes its turn and a shutdown waits for it. */
export async function runInTurn<T extends Card | null>(
  { user }: RepliableInteraction,
  { queue, arrivals }: Services,
  texts: Texts,
  work: () => Promise<T>,
): Promise<T | Card> {
  const ticket = queue.enter(user.id);
  if (ticket === 'full') return renderNotice(texts.queueFull(queue.limits.limit));
  if (ticket === 'user-full') return renderNotice(texts.userQueueFull(queue.limits.userLimit));
  try {
    return await ticket.run(async () => {
      await arrivals.whenQuiet();
      return work();
    });
  } finally {
    ticket.leave();
  }
}

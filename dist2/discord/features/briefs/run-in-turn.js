import { enterQueue } from '../../admission.js';
import { renderNotice } from '../../render/notice.js';
/** Does work that takes a while in the queue of all questions, so that it takes its turn and a shutdown waits for it. */
export async function runInTurn({ user }, { queue, arrivals }, texts, work) {
    const ticket = enterQueue(user.id, queue, texts);
    if (typeof ticket === 'string')
        return renderNotice(ticket);
    try {
        return await ticket.run(async () => {
            await arrivals.whenQuiet();
            return work();
        });
    }
    finally {
        ticket.leave();
    }
}
//# sourceMappingURL=run-in-turn.js.map
import { renderNotice } from '../cards/card.js';
import { tellRefused } from '../delivery/tell-refused.js';
import { describeFailure } from '../failures.js';
import { admit } from './admission.js';
import type { Outcome, Route } from './feature.js';
import { inOrder, type Ticket } from '../../app/asking/fair-queue.js';
import { renderFailure, type Request } from './request.js';

/**
 * Serves one request, the same way for all: it is admitted by the rules of its route, acknowledged at once, waits for its
 * turn, is run, and what came of it is delivered and logged. Never throws.
 */
export async function serve<Source, Fields>(
  request: Request<Source>,
  route: Route<Source, Fields>,
  fields: Fields,
): Promise<void> {
  const { log, responder, services } = request;
  let ticket: Ticket | null = null;
  try {
    const countsForCooldown = route.rules.countsForCooldown && route.asksNothing?.(request) !== true;
    const rules = { ...route.rules, countsForCooldown };
    const admission = await admit(request, rules, () => route.refuse?.(request, fields) ?? null);
    if (typeof admission === 'string') {
      await refuse(request, admission);
      return;
    }
    ({ ticket } = admission);
    await answer({ request, route, fields, ticket });
  } catch (error) {
    log.error(describeFailure(error), 'request failed');
    services.metrics.countFailure();
    await responder.acknowledge().then(
      () => responder.deliver(renderFailure(error, request.id, request.texts)),
      () => undefined,
    );
  } finally {
    ticket?.leave();
  }
}

/** Says privately why something is not done. */
export async function refuse({ responder, log, services }: Request<unknown>, reason: string): Promise<void> {
  await responder.refuse(renderNotice(reason));
  log.info({ outcome: 'refused' }, 'refused');
  services.metrics.countRefusal();
}

/** A request that has been admitted. */
interface Admitted<Source, Fields> {
  readonly request: Request<Source>;
  readonly route: Route<Source, Fields>;
  readonly fields: Fields;
  readonly ticket: Ticket | null;
}

async function answer<Source, Fields>(admitted: Admitted<Source, Fields>): Promise<void> {
  const { request, route, fields } = admitted;
  const { services, responder, log } = request;
  const { opensForm } = route.rules;
  const startedMs = performance.now();
  let acknowledgedMs = 0;
  const acknowledge = async (): Promise<void> => {
    await services.arrivals.pass(() => responder.acknowledge());
    acknowledgedMs = performance.now() - startedMs;
  };
  // A place in the order is taken before Discord has answered: of two acknowledgements the later may come back first.
  const acknowledged = opensForm ? Promise.resolve() : acknowledge();
  const carryOut = async (): Promise<void> => {
    await acknowledged;
    const { card, facts, beforeDelivery, afterDelivery } = await work(admitted);
    await beforeDelivery?.();
    if (card && opensForm) await acknowledge();
    if (card) await responder.deliver(card);
    void afterDelivery?.();
    if (!opensForm) await tellRefused(request);
    const elapsedMs = Math.round(performance.now() - startedMs);
    log.info({ outcome: 'done', ...facts, acknowledgedMs: Math.round(acknowledgedMs), elapsedMs }, 'answered');
    const outcome = facts?.['outcome'];
    services.metrics.countRequest(typeof outcome === 'string' ? outcome : 'done', elapsedMs / 1_000);
  };
  await (route.orderedBy ? inOrder(route.orderedBy(fields), carryOut) : carryOut());
}

async function work<Source, Fields>({ request, route, fields, ticket }: Admitted<Source, Fields>): Promise<Outcome> {
  const { services, log, texts, id } = request;
  const run = async (): Promise<Outcome> => {
    if (ticket) await services.arrivals.whenQuiet();
    const outcome = await route.run(request, fields);
    return 'components' in outcome ? { card: outcome } : outcome;
  };
  try {
    return await (ticket ? ticket.run(run) : run());
  } catch (error) {
    log.error(describeFailure(error), 'no answer could be made');
    return { card: renderFailure(error, id, texts), facts: { outcome: 'failed' } };
  }
}

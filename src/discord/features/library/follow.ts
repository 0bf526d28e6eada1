import type { MessageComponentInteraction } from 'discord.js';
import type { ShelvedSource, SourceState } from '../../../app/shelf/shelved-source.js';
import { withinTime } from '../../../app/within-time.js';
import type { Card } from '../../cards/card.js';
import { toBody } from '../../delivery/body.js';
import type { RepliableInteraction } from '../../delivery/responder.js';
import { describeFailure, retryCall } from '../../failures.js';
import type { Request } from '../../request/request.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';
import { fileOf } from '../../../core/corpus/list-document.js';
import { actorOf } from './sources.js';

/** An interaction's token is good for 15 minutes. */
const followForMs = 14.5 * 60_000;
const lookEveryMs = 1_000;
/** How often it is looked whether what waits is being read by now. */
const stateEveryMs = 2_000;
const pausesMs = [300, 700, 1_500, 3_000];
const maxChangesKept = 1_000;
/** The interaction that changed a card last, by the card's message. */
const lastChanges = new Map<string, string>();

/** Shows a card anew each time that one of some sources is being read or has been, as long as Discord lets it. Never throws. */
export async function followReading(
  request: Request<RepliableInteraction>,
  ids: readonly string[],
  render: () => Promise<Card>,
): Promise<void> {
  const { services } = request;
  await guard(request, async () => {
    const actor = await actorOf(request);
    for (const id of ids) {
      let shown: SourceState['kind'] = 'queued';
      const reading = services.shelf.whenRead(id, actor);
      while (shown === 'queued' || shown === 'reading') {
        const read = await withinTime(reading, Math.min(msLeft(request), stateEveryMs), undefined);
        if (read === null || services.isStopping || msLeft(request) === 0) return;
        const now = read ?? (await services.shelf.get(id, actor));
        if (!now) return;
        const state = now.state.kind;
        if (state !== shown) await edit(request, await render());
        shown = state;
      }
    }
  });
}

/** Shows a card anew once the index in use holds a source. Never throws. */
export async function followIndexing(
  request: Request<RepliableInteraction>,
  source: ShelvedSource,
  render: () => Promise<Card | null>,
): Promise<void> {
  const { services } = request;
  await guard(request, async () => {
    while (!isIndexed(source, services.library.current)) {
      if (msLeft(request) === 0 || services.isStopping) return;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs).unref());
    }
    const card = await render();
    if (card) await edit(request, card);
  });
}

/** Whether an index holds the texts of a source. */
export function isIndexed({ path }: Pick<ShelvedSource, 'path'>, index: OpenIndex | null): boolean {
  if (path === null || index === null) return false;
  return index.documents.some((document) => fileOf(document) === path);
}

/** Remembers that a press changes the card that it is on: whatever follows an earlier change leaves the card alone from then on. */
export function noteChange({ source }: Request<MessageComponentInteraction>): void {
  lastChanges.delete(source.message.id); // put in again, so that it is the newest
  lastChanges.set(source.message.id, source.id);
  const [oldest] = lastChanges.keys();
  if (lastChanges.size > maxChangesKept && oldest !== undefined) lastChanges.delete(oldest);
}

async function edit({ source }: Request<RepliableInteraction>, card: Card): Promise<void> {
  const { id } = await retryCall(() => source.fetchReply(), pausesMs);
  if ((lastChanges.get(id) ?? source.id) !== source.id) return;
  await retryCall(() => source.editReply(toBody(card)), pausesMs);
}

async function guard({ log }: Request<RepliableInteraction>, follow: () => Promise<void>): Promise<void> {
  try {
    await follow();
  } catch (error) {
    log.warn(describeFailure(error), 'card of the library could not be brought up to date');
  }
}

function msLeft({ source }: Request<RepliableInteraction>): number {
  return Math.max(0, source.createdTimestamp + followForMs - Date.now());
}

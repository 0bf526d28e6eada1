import { randomBytes } from 'node:crypto';
import { VerbatimError } from '../../core/errors.js';
import { shorten } from '../../core/text/span.js';
import { renderNotice, type Card } from '../cards/card.js';
import { escapeMarkdown } from '../cards/markdown.js';
import type { Responder } from '../delivery/responder.js';
import type { Log } from '../../app/log.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import { viewFor, type Place } from './asking-place.js';
import type { Services } from '../services.js';
import type { Texts } from '../texts/texts.js';

export type { Place } from './asking-place.js';

/** Whoever waits longer than this for the first index is told so. */
const patienceMs = 25_000;
const maxDetailLength = 300;

/** Something that somebody wants of the bot, through to its answer. `Source` is what Discord has sent. */
export interface Request<Source> {
  /** Names it in the log and in what a user is told about its failure. */
  readonly id: string;
  readonly source: Source;
  readonly place: Place;
  /** By the permissions that came with it; so they are checked anew whenever somebody acts. */
  readonly isByModerator: boolean;
  readonly services: Services;
  readonly log: Log;
  /** In the language of whoever acts; of a message, with which Discord sends none, see `MessageRoute.localeOf`. */
  readonly texts: Texts;
  /** Until when Discord takes an acknowledgement, in milliseconds since 1970; null where it asks for none. */
  readonly acknowledgeByMs: number | null;
  readonly responder: Responder;
}

export function createRequestId(): string {
  return randomBytes(4).toString('hex');
}

/** The index of the collections that the place asks, waited for; whoever waits long is told so. */
export async function openIndex(
  request: Pick<Request<unknown>, 'services' | 'responder' | 'texts' | 'place'>,
): Promise<OpenIndex> {
  const { place, services } = request;
  return viewFor(place, await openWhole(request), services);
}

async function openWhole({
  services: { library },
  responder,
  texts,
}: Pick<Request<unknown>, 'services' | 'responder' | 'texts'>): Promise<OpenIndex> {
  await library.refreshLabels();
  if (library.current) return library.current;
  const timer = setTimeout(() => void responder.announce(renderNotice(texts.preparing)), patienceMs);
  try {
    return await library.whenReady();
  } finally {
    clearTimeout(timer);
  }
}

/** The guild whose moderators decide about labels: where it is, or the only one that the bot is for; null where there is none. */
export function reviewingGuildOf({ place, services }: Pick<Request<unknown>, 'place' | 'services'>): string | null {
  return place.guildId ?? services.settings.guildId;
}

/** What a user is told of a failure: what is wrong with what they gave, that the texts or the store are away, or how to refer to it. */
export function renderFailure(error: unknown, requestId: string, texts: Texts): Card {
  if (!(error instanceof VerbatimError)) return renderNotice(texts.failed(requestId), 'warning');
  if (error.code.startsWith('store-')) return renderNotice(texts.storeFailed(requestId), 'warning');
  if (error.code === 'bad-input') {
    return renderNotice(escapeMarkdown(shorten(error.publicMessage, maxDetailLength)), 'warning');
  }
  return renderNotice(texts.notReady, 'warning');
}

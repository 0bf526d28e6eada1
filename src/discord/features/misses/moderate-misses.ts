import type { MessageComponentInteraction } from 'discord.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';
import {
  dismissMisses,
  listMisses,
  restoreMisses,
  withholdPlaces,
  type ChangedMiss,
  type MissList,
  type Period,
} from '../../../app/moderation/list-misses.js';
import { shorten } from '../../../core/text/span.js';
import { escapeMarkdown } from '../../cards/markdown.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import type { Outcome } from '../../request/feature.js';
import { scopeOf } from '../../request/asking-place.js';
import { openIndex, type Request } from '../../request/request.js';
import { exportMisses } from './export-misses.js';
import { missTextsFor } from '../../texts/languages.js';
import { renderMisses, type ListNote, type ListPlace } from './list-card.js';

const maxNotedLength = 100;

/** A page of the list, with a note on what has just been done. */
export async function showList(
  request: Request<unknown>,
  { period, page }: ListPlace,
  note: ListNote | null = null,
): Promise<Outcome> {
  const index = await openIndex(request);
  const list = await listHere(request, period, index);
  const card = renderMisses(list, { period, page }, index, request.texts, note);
  return { card, facts: { groups: list.groups.length } };
}

/** The missed questions of the server, with what may be seen here of the places that came nearest. */
async function listHere(request: Request<unknown>, period: Period, index: OpenIndex): Promise<MissList> {
  const { place, services } = request;
  const list = await listMisses(guildOf(request), period, index, services.store);
  return withholdPlaces(list, scopeOf(place, services));
}

/** All of a period as a file. */
export async function exportList(request: Request<unknown>, { period }: ActionFields<'miss:export'>): Promise<Outcome> {
  const index = await openIndex(request);
  const list = await listHere(request, period, index);
  const card = exportMisses(list, period, index, request.texts, Date.now());
  return { card, facts: { groups: list.groups.length } };
}

/** Sets a group aside. */
export function dismissMiss(
  request: Request<unknown>,
  { missId, ...place }: ActionFields<'miss:dismiss'>,
): Promise<Outcome> {
  return dismissAll(request, place, [missId]);
}

/** Sets the groups aside that were chosen. */
export function dismissSome(
  request: Request<MessageComponentInteraction>,
  place: ActionFields<'miss:dismiss-some'>,
): Promise<Outcome> {
  const { source } = request;
  const chosen = source.isStringSelectMenu() ? source.values.map(Number).filter(Number.isInteger) : [];
  return dismissAll(request, place, chosen);
}

async function dismissAll(request: Request<unknown>, place: ListPlace, missIds: readonly number[]): Promise<Outcome> {
  const { store } = request.services;
  const own = missTextsFor(request.texts.locale);
  const done = await dismissMisses(missIds, guildOf(request), await openIndex(request), store);
  const [first] = done;
  const line = !first ? own.gone : done.length > 1 ? own.dismissedSome(done.length) : own.dismissed(nameMissed(first));
  return showList(request, place, { line, restores: done.map(({ id }) => id) });
}

/** Takes a group back into the list. */
export function restoreMiss(
  request: Request<unknown>,
  { missId, ...place }: ActionFields<'miss:restore'>,
): Promise<Outcome> {
  return restoreSome(request, { ...place, missIds: [missId] });
}

/** Takes groups back into the list. */
export async function restoreSome(
  request: Request<unknown>,
  { missIds, ...place }: ActionFields<'miss:restore-some'>,
): Promise<Outcome> {
  const own = missTextsFor(request.texts.locale);
  const done = await restoreMisses(missIds, guildOf(request), request.services.store);
  const [first] = done;
  const line = !first ? own.gone : done.length > 1 ? own.restoredSome(done.length) : own.restored(nameMissed(first));
  return showList(request, place, { line, restores: [] });
}

/** The question in Markdown. */
function nameMissed({ question }: ChangedMiss): string {
  return escapeMarkdown(shorten(question, maxNotedLength));
}

function guildOf({ place }: Request<unknown>): string {
  return place.guildId ?? ''; // moderators are in a guild
}

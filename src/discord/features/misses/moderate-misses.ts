import type { MessageComponentInteraction } from 'discord.js';
import { shorten } from '../../../core/text/span.js';
import { escapeMarkdown } from '../../cards/markdown.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import type { Outcome } from '../../request/feature.js';
import { openIndex, type Request } from '../../request/request.js';
import { exportMisses } from './export-misses.js';
import { missTextsFor } from '../../texts/languages.js';
import { renderMisses, type ListNote, type ListPlace } from './list-card.js';
import { listMisses } from './list-misses.js';

const maxNotedLength = 100;

/** A page of the list, with a note on what has just been done. */
export async function showList(
  request: Request<unknown>,
  { period, page }: ListPlace,
  note: ListNote | null = null,
): Promise<Outcome> {
  const index = await openIndex(request);
  const list = await listMisses(guildOf(request), period, index, request.services.store);
  const card = renderMisses(list, { period, page }, index, request.texts, note);
  return { card, facts: { groups: list.groups.length } };
}

/** All of a period as a file. */
export async function exportList(request: Request<unknown>, { period }: ActionFields<'miss:export'>): Promise<Outcome> {
  const index = await openIndex(request);
  const list = await listMisses(guildOf(request), period, index, request.services.store);
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
  // Whatever the period: those of a group that were asked before it are meant as well.
  const { groups } = await listMisses(guildOf(request), 'all', await openIndex(request), store);
  const done: { readonly id: number; readonly question: string }[] = [];
  for (const id of missIds) {
    const question = await readMissed(request, id);
    if (question === null) continue;
    const group = groups.find(({ wordings }) => wordings.some((each) => each.id === id));
    const ids = group?.wordings.map((each) => each.id) ?? [];
    if ((await store.misses.dismiss(guildOf(request), ids, id)) > 0) done.push({ id, question });
  }
  const [first] = done;
  const line = !first ? own.gone : done.length > 1 ? own.dismissedSome(done.length) : own.dismissed(first.question);
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
  const done: string[] = [];
  for (const id of missIds) {
    const question = await readMissed(request, id);
    const count = question === null ? 0 : await request.services.store.misses.restore(guildOf(request), id);
    if (count > 0 && question !== null) done.push(question);
  }
  const [first] = done;
  const line = first === undefined ? own.gone : done.length > 1 ? own.restoredSome(done.length) : own.restored(first);
  return showList(request, place, { line, restores: [] });
}

/** The question in Markdown; null for one that is not of this guild, or no longer there. */
async function readMissed(request: Request<unknown>, missId: number): Promise<string | null> {
  const miss = await request.services.store.misses.find(missId);
  return miss?.guildId === guildOf(request) ? escapeMarkdown(shorten(miss.question, maxNotedLength)) : null;
}

function guildOf({ place }: Request<unknown>): string {
  return place.guildId ?? ''; // moderators are in a guild
}

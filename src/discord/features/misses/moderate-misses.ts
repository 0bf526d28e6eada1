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
export async function dismissMiss(
  request: Request<unknown>,
  { missId, ...place }: ActionFields<'miss:dismiss'>,
): Promise<Outcome> {
  const { store } = request.services;
  const own = missTextsFor(request.texts.locale);
  const question = await readMissed(request, missId);
  if (question === null) return showList(request, place, { line: own.gone, restores: null });
  // Whatever the period: those of the group that were asked before it are meant as well.
  const { groups } = await listMisses(guildOf(request), 'all', await openIndex(request), store);
  const group = groups.find(({ wordings }) => wordings.some(({ id }) => id === missId));
  const ids = group?.wordings.map(({ id }) => id) ?? [];
  const count = await store.misses.dismiss(guildOf(request), ids, missId);
  const note = count > 0 ? { line: own.dismissed(question), restores: missId } : { line: own.gone, restores: null };
  return showList(request, place, note);
}

/** Takes a group back into the list. */
export async function restoreMiss(
  request: Request<unknown>,
  { missId, ...place }: ActionFields<'miss:restore'>,
): Promise<Outcome> {
  const own = missTextsFor(request.texts.locale);
  const question = await readMissed(request, missId);
  const count = question === null ? 0 : await request.services.store.misses.restore(guildOf(request), missId);
  const line = count > 0 && question !== null ? own.restored(question) : own.gone;
  return showList(request, place, { line, restores: null });
}

/** The question in Markdown; null for one that is not of this guild, or no longer there. */
async function readMissed(request: Request<unknown>, missId: number): Promise<string | null> {
  const miss = await request.services.store.misses.find(missId);
  return miss?.guildId === guildOf(request) ? escapeMarkdown(shorten(miss.question, maxNotedLength)) : null;
}

function guildOf({ place }: Request<unknown>): string {
  return place.guildId ?? ''; // moderators are in a guild
}

import type { ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import { limitsOf } from '../../../app/shelf/server-limits.js';
import type { ShelvedSource } from '../../../app/shelf/shelved-source.js';
import { addressFault } from '../../../app/shelf/take-in.js';
import { VerbatimError } from '../../../core/errors.js';
import { shorten } from '../../../core/text/span.js';
import { renderNotice, type Card } from '../../cards/card.js';
import { escapeMarkdown } from '../../cards/markdown.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import type { RepliableInteraction } from '../../delivery/responder.js';
import type { Outcome } from '../../request/feature.js';
import type { Request } from '../../request/request.js';
import { libraryTextsFor } from '../../texts/languages.js';
import type { LibraryTexts } from '../../texts/library-texts.js';
import { describePlaces } from './collections.js';
import { followIndexing, followReading, isIndexed } from './follow.js';
import { renderList, type ListPlace } from './list-card.js';
import { describeFailure, renderConfirm, renderSource, showName } from './source-card.js';
import { actorOf, findSource, listSources, matchSources } from './sources.js';

const maxDetailLength = 300;

type Interaction = Request<RepliableInteraction>;
export type OnSource = ActionFields<'library:use'>;

/** A page of the list. */
export async function showList(request: Interaction, place: ListPlace): Promise<Card> {
  return renderList(await listSources(request), place, limitsOf(request.services.settings), request.texts);
}

/** The card of a source as it is now. */
export async function showSource(request: Interaction, source: ShelvedSource, note: string | null = null) {
  const { services, place, texts } = request;
  const table = await services.store.places.read();
  const own = libraryTextsFor(texts.locale);
  const asked = describePlaces(source.collection, place.guildId ?? '', table, own);
  return renderSource(source, { asked, isIndexed: isIndexed(source, services.library.current), note }, texts);
}

/** The card of the source that is named; a list where it may be several. */
export function showNamed(request: Request<ChatInputCommandInteraction>): Promise<Card | Outcome> {
  return withNamed(request, (source) => followed(request, source));
}

/** Asks whether the source that is named is to be taken out. */
export function confirmNamed(request: Request<ChatInputCommandInteraction>): Promise<Card | Outcome> {
  const isMeant = ({ state, serverId }: ShelvedSource): boolean =>
    state.kind === 'in-use' && serverId === request.place.guildId;
  return withNamed(request, (source) => Promise.resolve(confirm(request, source)), isMeant);
}

/** Looks again at the link that is named. */
export function refreshNamed(request: Request<ChatInputCommandInteraction>): Promise<Card | Outcome> {
  return withNamed(
    request,
    ({ id }) => refreshSource(request, { sourceId: id }),
    ({ refresh }) => refresh !== null,
  );
}

/** Brings back the source that is named, else the one that was taken out last. */
export async function undoNamed(request: Request<ChatInputCommandInteraction>): Promise<Card | Outcome> {
  const { source, place, texts } = request;
  const all = await listSources(request);
  const removed = all.filter(({ state, serverId }) => state.kind === 'removed' && serverId === place.guildId);
  const typed = source.options.getString('name');
  const [last] = typed === null ? removed.sort((a, b) => removedAt(b) - removedAt(a)) : matchSources(typed, removed);
  if (last) return undoRemoval(request, { sourceId: last.id });
  const own = libraryTextsFor(texts.locale);
  return renderNotice(typed === null || removed.length === 0 ? own.nothingToUndo : own.unknown(showName(typed)));
}

/** The card of the source that was chosen in a menu. */
export async function lookAtSource(request: Request<MessageComponentInteraction>): Promise<Card | Outcome> {
  const { source } = request;
  const id = source.isStringSelectMenu() ? (source.values[0] ?? '') : '';
  const found = await findSource(request, id);
  return found ? followed(request, found) : renderGone(request);
}

/** Puts a source in use; its card says when it can be asked. */
export function useSource(request: Interaction, { sourceId }: OnSource): Promise<Outcome> {
  return change(request, sourceId, 'use');
}

export function discardSource(request: Interaction, { sourceId }: OnSource): Promise<Outcome> {
  return change(request, sourceId, 'discard');
}

/** Asks whether it is to be taken out. */
export async function askToRemove(request: Interaction, { sourceId }: OnSource): Promise<Card> {
  const source = await findSource(request, sourceId);
  return source ? confirm(request, source) : renderGone(request);
}

export function removeSource(request: Interaction, { sourceId }: OnSource): Promise<Outcome> {
  return change(request, sourceId, 'remove');
}

/** Leaves it as it is. */
export async function keepSource(request: Interaction, { sourceId }: OnSource): Promise<Card | Outcome> {
  const source = await findSource(request, sourceId);
  const own = libraryTextsFor(request.texts.locale);
  if (!source) return renderGone(request);
  return showSource(request, source, source.state.kind === 'in-use' ? own.done.keep : null);
}

export function undoRemoval(request: Interaction, { sourceId }: OnSource): Promise<Outcome> {
  return change(request, sourceId, 'undo', libraryTextsFor(request.texts.locale).done.undo);
}

/** Looks again at a link. */
export async function refreshSource(request: Interaction, { sourceId }: OnSource): Promise<Card | Outcome> {
  const { services, texts } = request;
  const own = libraryTextsFor(texts.locale);
  const known = await findSource(request, sourceId);
  if (!known) return renderGone(request);
  if (await services.library.isOfOthers()) {
    return { card: await showSource(request, known, own.linkElsewhere), facts: { outcome: 'not done' } };
  }
  return unlessForbidden(request, async () => {
    const refreshed = await services.shelf.refresh(sourceId, await actorOf(request));
    if (!refreshed) return { card: renderGone(request) };
    const { source, outcome } = refreshed;
    const note = outcome === 'failed' ? null : own.refreshed[outcome]; // the card says why
    return { card: await showSource(request, source, note), facts: { outcome: `refresh ${outcome}` } };
  });
}

/** What `run` comes to; what the shelf does not take is told in its own words. */
export async function unlessForbidden(request: Interaction, run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    const refusal = describeRefusal(error, libraryTextsFor(request.texts.locale));
    if (refusal === null) throw error;
    return { card: renderNotice(refusal, 'warning'), facts: { outcome: 'not done' } };
  }
}

/** Why the shelf did not do something; null for a failure that is unexpected, or the store's. */
export function describeRefusal(error: unknown, own: LibraryTexts): string | null {
  if (!(error instanceof VerbatimError) || error.code.startsWith('store-')) return null;
  const fault = addressFault(error);
  if (fault) return own.failed(describeFailure(fault, own));
  const detail = error.publicMessage.replace(/^…: /, ''); // what it is about is known to whoever did it
  return own.notDone(escapeMarkdown(shorten(detail, maxDetailLength)));
}

async function change(
  request: Interaction,
  id: string,
  action: 'use' | 'discard' | 'remove' | 'undo',
  note: string | null = null,
): Promise<Outcome> {
  const known = await findSource(request, id);
  if (!known) return { card: renderGone(request) };
  if (known.serverId !== request.place.guildId) return { card: renderOfOperator(request) };
  if ((action === 'use' || action === 'undo') && (await request.services.library.isOfOthers())) {
    const { textsElsewhere } = libraryTextsFor(request.texts.locale);
    return { card: await showSource(request, known, textsElsewhere), facts: { outcome: 'not done' } };
  }
  return unlessForbidden(request, async () => {
    const actor = await actorOf(request);
    const source = await request.services.shelf[action](id, actor).catch((error: unknown) => sameFileOf(error));
    if (typeof source === 'string') {
      const own = libraryTextsFor(request.texts.locale);
      const same = own.sameAs(escapeMarkdown(shorten(source, maxDetailLength)));
      return { card: await showSource(request, known, same), facts: { outcome: 'not done' } };
    }
    if (!source) return { card: renderGone(request) };
    const { library } = request.services;
    if (source.path !== null) library.readmit(source.path);
    else if (known.path !== null) await library.withdraw(known.path);
    const shown = await followed(request, source, source.state.kind === 'in-use' ? note : null);
    return { ...shown, facts: { outcome: action, state: source.state.kind } };
  });
}

/** The file in use that is the same as one, which was not put in use for that; throws any other error. */
function sameFileOf(error: unknown): string {
  if (error instanceof VerbatimError && error.code === 'bad-input' && error.fields.detail) return error.fields.detail;
  throw error;
}

/** A source's card, which is brought up to date when it has been read, or when the index holds it. */
async function followed(request: Interaction, source: ShelvedSource, note: string | null = null): Promise<Outcome> {
  const { services } = request;
  const card = await showSource(request, source, note);
  const again = async (): Promise<Card> => {
    const now = await findSource(request, source.id);
    return now ? showSource(request, now, note) : renderGone(request);
  };
  const { state } = source;
  if (state.kind === 'queued' || state.kind === 'reading') {
    return { card, afterDelivery: () => followReading(request, [source.id], again) };
  }
  if (state.kind === 'in-use' && !state.isMissing && !isIndexed(source, services.library.current)) {
    return { card, afterDelivery: () => followIndexing(request, source, again) };
  }
  return { card };
}

function confirm(request: Interaction, source: ShelvedSource): Card {
  if (source.serverId !== request.place.guildId) return renderOfOperator(request);
  if (source.state.kind === 'in-use') return renderConfirm(source, request.texts);
  return renderNotice(libraryTextsFor(request.texts.locale).notInUse);
}

/** Runs for the source that is named; of several it is the one that is meant rather, else they are listed. */
async function withNamed(
  request: Request<ChatInputCommandInteraction>,
  run: (source: ShelvedSource) => Promise<Card | Outcome>,
  isMeant: (source: ShelvedSource) => boolean = () => true,
): Promise<Card | Outcome> {
  const typed = request.source.options.getString('name', true);
  const all = await listSources(request);
  const fitting = matchSources(typed, all);
  const meant = fitting.filter(isMeant);
  const found = meant.length > 0 ? meant : fitting;
  const [only] = found;
  if (!only) return renderNotice(libraryTextsFor(request.texts.locale).unknown(showName(typed)));
  return found.length === 1 ? run(only) : showList(request, { page: 0, search: typed });
}

function removedAt({ trail }: ShelvedSource): number {
  return Math.max(0, ...trail.filter(({ action }) => action === 'remove').map(({ atMs }) => atMs));
}

function renderGone({ texts }: Interaction): Card {
  return renderNotice(libraryTextsFor(texts.locale).gone, 'warning');
}

function renderOfOperator({ texts }: Interaction): Card {
  return renderNotice(libraryTextsFor(texts.locale).ofOperator);
}

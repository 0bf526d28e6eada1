import { PermissionFlagsBits, type BaseInteraction, type MessageComponentInteraction } from 'discord.js';
import type { ServerSettings } from '../../../core/collections/places.js';
import { heldByOthers } from '../../../app/shelf/collection-owners.js';
import type { Card } from '../../cards/card.js';
import { findLacking, neededToWrite } from '../../request/admission.js';
import { channelsOf } from '../../request/asking-place.js';
import type { Request } from '../../request/request.js';
import { settingsTextsFor } from '../../texts/languages.js';
import { listNames, pageOf, renderSettings, valueOf, type SettingsPlace } from './settings-card.js';

type Press = Request<MessageComponentInteraction>;

const maxRefusedNamed = 4;
const maxNameLength = 60;

/** What everybody is told who may not manage the server, by the permissions that came with what they did; null for the others. */
export function refuseOthers({ source, texts }: Request<BaseInteraction>): string | null {
  const mayManage = source.guildId !== null && source.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
  return mayManage ? null : settingsTextsFor(texts.locale).onlyManagers;
}

/** All that is set, as it is now; of the server as a whole where no place is named. */
export async function showSettings(
  request: Request<BaseInteraction>,
  at: SettingsPlace | null = null,
  note: string | null = null,
): Promise<Card> {
  const { services, texts } = request;
  const serverId = serverOf(request);
  const { current: table } = services.places;
  const shown = {
    ...(at ?? { placeId: serverId, page: 0 }),
    serverId,
    table,
    collections: listOffered(request),
    isForeign: await heldByOthers(services.shelf, serverId),
    channels: channelsOf(serverId, services),
    note,
  };
  return renderSettings(shown, settingsTextsFor(texts.locale));
}

/** Another page, or another place. */
export function turnTo(request: Press, at: SettingsPlace): Promise<Card> {
  return showSettings(request, at);
}

/** Chooses the place whose texts are shown and set; none means the server. */
export function choosePlace(request: Press): Promise<Card> {
  const [placeId = serverOf(request)] = valuesOf(request);
  return turnTo(request, { placeId, page: 0 });
}

/** Sets what a place asks: what is chosen on this page of the menu, and what is set of others; nothing means as the next larger place. */
export async function setTexts(request: Press, at: SettingsPlace): Promise<Card> {
  const { services, texts } = request;
  const own = settingsTextsFor(texts.locale);
  const serverId = serverOf(request);
  const page = pageOf(listOffered(request), at.page);
  const row = services.places.current.rows.find((each) => each.serverId === serverId && each.placeId === at.placeId);
  const kept = (row?.collections ?? []).filter((name) => !page.includes(name));
  const names = [...kept, ...chosenOf(request, page)];
  const isSet = await services.store.places.set(serverId, at.placeId, names.length === 0 ? null : names);
  return finish(request, at, isSet ? own.saved : own.notGiven);
}

/** Gives collections to the server alone, and back to all, but for those that others have put texts into. */
export async function setOwn(request: Press, at: SettingsPlace): Promise<Card> {
  const { services, texts } = request;
  const own = settingsTextsFor(texts.locale);
  const { places } = services.store;
  const serverId = serverOf(request);
  const isForeign = await heldByOthers(services.shelf, serverId);
  const page = pageOf(listOffered(request), at.page);
  const chosen = chosenOf(request, page);
  const refused: string[] = [];
  for (const name of page) {
    const isOwn = services.places.current.owners.get(name) === serverId;
    if (chosen.includes(name) && !isOwn && (isForeign(name) || !(await places.own(name, serverId)))) refused.push(name);
    if (!chosen.includes(name) && isOwn && !isForeign(name)) await places.disown(name, serverId);
  }
  return finish(
    request,
    at,
    refused.length > 0 ? own.notOwned(listNames(refused, maxRefusedNamed, maxNameLength, own)) : own.saved,
  );
}

/** Sets the channel that tells moderators. */
export async function setModerators(request: Press, at: SettingsPlace): Promise<Card> {
  const [channelId = null] = valuesOf(request);
  const note = channelId === null ? null : warnOfSilence(request, channelId);
  return configure(request, at, { moderatorChannel: channelId }, note);
}

/** Sets the channels in which questions are answered. */
export function setChannels(request: Press, at: SettingsPlace): Promise<Card> {
  return configure(request, at, { allowedChannels: valuesOf(request) });
}

/** Goes back to what the operator has set for the channels. */
export async function useDefaults(request: Press, at: SettingsPlace): Promise<Card> {
  await request.services.store.places.configure(serverOf(request), {});
  return finish(request, at);
}

async function configure(
  request: Press,
  at: SettingsPlace,
  change: ServerSettings,
  note: string | null = null,
): Promise<Card> {
  const serverId = serverOf(request);
  const before = request.services.places.current.servers.get(serverId) ?? {};
  await request.services.store.places.configure(serverId, { ...before, ...change });
  return finish(request, at, note ?? undefined);
}

/** The settings as they are after a change, of which whatever depends on them hears. */
async function finish(request: Press, at: SettingsPlace, note?: string): Promise<Card> {
  const { services, texts } = request;
  await services.places.refresh();
  services.recheck();
  return showSettings(request, at, note ?? settingsTextsFor(texts.locale).saved);
}

/** What a server may be given: all but what belongs to another; what is set and no more there can still be taken out. */
function listOffered(request: Request<BaseInteraction>): string[] {
  const { library, places } = request.services;
  const serverId = serverOf(request);
  const { rows, owners } = places.current;
  const set = rows.filter((each) => each.serverId === serverId).flatMap(({ collections }) => collections);
  const names = new Set([...(library.current?.collections ?? []), ...set, ...owners.keys()]);
  return [...names].filter((name) => (owners.get(name) ?? serverId) === serverId).sort((a, b) => (a < b ? -1 : 1));
}

function chosenOf(request: Press, page: readonly string[]): string[] {
  const values = valuesOf(request);
  return page.filter((name) => values.includes(valueOf(name)));
}

function valuesOf({ source }: Press): readonly string[] {
  return source.isAnySelectMenu() ? source.values : [];
}

function warnOfSilence({ source, texts }: Press, channelId: string): string | null {
  const { guild } = source;
  const channel = guild?.channels.cache.get(channelId);
  const me = guild?.members.me;
  if (!channel || !me) return null;
  const isSilent = findLacking(channel.permissionsFor(me), neededToWrite(channel.isThread())).length > 0;
  return isSilent ? settingsTextsFor(texts.locale).cannotWrite(`<#${channelId}>`) : null;
}

function serverOf({ place }: Request<unknown>): string {
  return place.guildId ?? ''; // whoever manages a server is in one
}

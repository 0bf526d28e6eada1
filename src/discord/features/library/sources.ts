import type { BaseInteraction } from 'discord.js';
import type { Actor, ShelvedSource } from '../../../app/shelf/shelved-source.js';
import type { Services } from '../../services.js';
import type { LibraryTexts } from '../../texts/library-texts.js';
import { fillInReadings } from './fill-in-readings.js';

/** What is needed to know who acts, and where. */
export interface Acting {
  readonly source: Pick<BaseInteraction, 'user' | 'member' | 'guildId'>;
  readonly services: Pick<Services, 'store' | 'shelf' | 'library'>;
}

/** A moderator as the shelf knows one; whether somebody is one was checked on arrival. */
export async function actorOf({ source, services }: Acting): Promise<Extract<Actor, { kind: 'member' }>> {
  const { user, member, guildId } = source;
  const name = member && 'displayName' in member ? member.displayName : user.displayName;
  return { kind: 'member', serverId: guildId ?? '', person: await services.store.hashPerson(user.id), name };
}

/** Whether a server is shown what a collection holds: its own, and what belongs to no server. */
export async function collectionsShown({ source, services }: Acting): Promise<(name: string) => boolean> {
  const { owners } = await services.store.places.read();
  return (name) => (owners.get(name) ?? source.guildId) === source.guildId;
}

/** As `collectionsShown`, and what the server has put in itself, also where it has given the collection away since. */
async function sourcesShown(acting: Acting): Promise<(source: ShelvedSource) => boolean> {
  const isShown = await collectionsShown(acting);
  return ({ serverId, collection }) => isShown(collection) || serverId === acting.source.guildId;
}

/** All that a server is shown, the latest first. */
export async function listSources(acting: Acting): Promise<ShelvedSource[]> {
  const { shelf, library } = acting.services;
  const isShown = await sourcesShown(acting);
  return fillInReadings((await shelf.list(await actorOf(acting))).filter(isShown), library.current);
}

/** Null for an id that is unknown, or of what the server is not shown. */
export async function findSource(acting: Acting, id: string): Promise<ShelvedSource | null> {
  const { shelf, library } = acting.services;
  const found = await shelf.get(id, await actorOf(acting));
  const isShown = await sourcesShown(acting);
  const [shown = null] = found && isShown(found) ? fillInReadings([found], library.current) : [];
  return shown;
}

/** Those that somebody may mean by what was typed: the one of this id or this very name, else all that it is a part of. */
export function matchSources(typed: string, sources: readonly ShelvedSource[]): ShelvedSource[] {
  const wanted = fold(typed);
  const same = sources.filter((source) => source.id === typed || namesOf(source).some((name) => fold(name) === wanted));
  if (same.length > 0) return same;
  return sources.filter((source) => {
    const { origin, collection } = source;
    const address = 'url' in origin ? (origin.url ?? '') : '';
    return [...namesOf(source), collection, address].some((part) => fold(part).includes(wanted));
  });
}

/** What a source is called. */
export function titleOf({ reading, name }: ShelvedSource): string {
  return reading?.title || name;
}

/** What tells a source from others of its title: its state, its collection, and its file's name where that is not the title. */
export function nameApart(source: ShelvedSource, own: LibraryTexts): string {
  const { state, collection, name } = source;
  const parts = [own.state[state.kind], collection, ...(name === titleOf(source) ? [] : [name])];
  return parts.filter((part) => part !== '').join(' · ');
}

function namesOf(source: ShelvedSource): string[] {
  return [titleOf(source), source.name];
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

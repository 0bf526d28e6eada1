import type {
  Attachment,
  ChatInputCommandInteraction,
  Message,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import { safeCollection } from '../../../app/shelf/file-names.js';
import { shelfLimits } from '../../../app/shelf/server-limits.js';
import { operator } from '../../../app/shelf/shelf-parts.js';
import type { AddRequest, ShelvedSource } from '../../../app/shelf/shelved-source.js';
import { renderNotice, type Card } from '../../cards/card.js';
import type { RepliableInteraction } from '../../delivery/responder.js';
import { nameMentionsIn } from '../../questions/name-mentions.js';
import { placeIdsOf } from '../../request/asking-place.js';
import type { Outcome } from '../../request/feature.js';
import type { Request } from '../../request/request.js';
import { libraryTextsFor } from '../../texts/languages.js';
import type { LibraryTexts } from '../../texts/library-texts.js';
import { claimCollection, suggestCollection } from './collections.js';
import { followReading } from './follow.js';
import { renderSeveral } from './list-card.js';
import { describeRefusal, showSource, unlessForbidden } from './moderate-sources.js';
import { showName } from './source-card.js';
import { actorOf, findSource } from './sources.js';

const bytesInMegabyte = 1024 * 1024;

/** Something to add, before it is known to which collection. */
type Wanted = AddRequest extends infer Each ? (Each extends AddRequest ? Omit<Each, 'collection'> : never) : never;

/** `/library add`: a link or a file. */
export async function addNamed(request: Request<ChatInputCommandInteraction>): Promise<Card | Outcome> {
  const { options } = request.source;
  const own = libraryTextsFor(request.texts.locale);
  const link = options.getString('link');
  const file = options.getAttachment('file');
  if ((link === null) === (file === null)) return renderNotice(own.linkOrFile);
  const wanted: Wanted[] = link === null ? [] : [{ kind: 'link', url: bareLink(link) }];
  return addAll(request, wanted, file === null ? [] : [file], options.getString('collection')?.trim() || null);
}

/** **Add to library**: what a message says, and its files. */
export async function addMessage(request: Request<MessageContextMenuCommandInteraction>): Promise<Card | Outcome> {
  const { targetMessage } = request.source;
  const { texts } = request;
  const own = libraryTextsFor(texts.locale);
  if (targetMessage.author.id === targetMessage.client.user.id) return renderNotice(own.ownMessage);
  const words = await readWords(targetMessage, request);
  const files = [...targetMessage.attachments.values()];
  if (words === '' && files.length === 0) return renderNotice(texts.noTextInMessage);
  return addAll(request, words === '' ? [] : [describeMessage(targetMessage, words, own)], files, null);
}

async function addAll(
  request: Request<RepliableInteraction>,
  wanted: readonly Wanted[],
  files: readonly Attachment[],
  named: string | null,
): Promise<Card | Outcome> {
  const { services, texts, place } = request;
  const own = libraryTextsFor(texts.locale);
  if (named !== null && !safeCollection(named)) return renderNotice(own.noSuchName(showName(named)), 'warning');
  if (await services.library.isOfOthers()) return renderNotice(own.textsElsewhere, 'warning');
  const { fileBytes } = shelfLimits;
  const large = files.find(({ size }) => size > fileBytes);
  if (large)
    return renderNotice(own.tooLarge(showName(large.name), Math.round(fileBytes / bytesInMegabyte)), 'warning');
  const { owners } = await services.store.places.read();
  const collection = await chooseCollection(request, named);
  if (collection === null)
    return renderNotice(own.collectionTaken(showName(named ?? request.source.guild?.name ?? '')), 'warning');
  return unlessForbidden(request, async () => {
    const actor = await actorOf(request);
    const all: Wanted[] = [...wanted, ...files.map(({ url, name }) => ({ kind: 'attachment' as const, url, name }))];
    const ids: string[] = [];
    let left: string | null = null; // why the rest was not added
    for (const each of all) {
      try {
        ids.push(await services.shelf.add({ ...each, collection }, actor));
      } catch (error) {
        left = describeRefusal(error, own);
        if (ids.length === 0 && !owners.has(collection)) await releaseUnused(request, collection);
        if (left === null || ids.length === 0) throw error;
        break;
      }
    }
    const render = () => renderAdded(request, ids, left);
    const facts = { outcome: 'added', sources: ids.length, guildId: place.guildId };
    return { card: await render(), facts, afterDelivery: () => followReading(request, ids, render) };
  });
}

/** The card of what was added, or of all of it. */
async function renderAdded(
  request: Request<RepliableInteraction>,
  ids: readonly string[],
  note: string | null,
): Promise<Card> {
  const found = await Promise.all(ids.map((id) => findSource(request, id)));
  const sources = found.filter((source): source is ShelvedSource => source !== null);
  const [only] = sources;
  if (!only) return renderNotice(libraryTextsFor(request.texts.locale).gone, 'warning');
  return sources.length === 1 ? showSource(request, only, note) : renderSeveral(sources, note, request.texts);
}

/** The collection that is named, or one of the server's own; null where nothing may be added to it from here. */
async function chooseCollection(request: Request<RepliableInteraction>, named: string | null): Promise<string | null> {
  const { services, source, place } = request;
  const serverId = place.guildId ?? ''; // moderators are in a guild
  const server = { id: serverId, name: source.guild?.name ?? '', placeIds: placeIdsOf(place) };
  const candidates = named === null ? suggestCollection(await services.store.places.read(), server) : [named];
  for (const name of candidates) {
    const claimed = await claimCollection(name, serverId, services);
    if (claimed !== null) return claimed;
  }
  return null;
}

/** Gives up a collection that was claimed for nothing, unless somebody else has put something in meanwhile. */
async function releaseUnused({ services, place }: Request<RepliableInteraction>, collection: string): Promise<void> {
  const all = await services.shelf.list(operator);
  if (all.every((source) => source.collection !== collection))
    await services.store.places.disown(collection, place.guildId ?? '');
}

/** A message as a document of its own: by its author's shown name, with its day and its address. */
function describeMessage(message: Message, words: string, own: LibraryTexts): Wanted {
  const author = message.member?.displayName ?? message.author.displayName;
  const date = message.createdAt.toISOString().slice(0, 10);
  return { kind: 'text', text: words, title: own.messageTitle(author, date), author, date, url: message.url };
}

/** The address as it was copied: Discord writes one between `<` and `>` whose page it is not to show. */
function bareLink(link: string): string {
  const typed = link.trim();
  return /^<([^<>]*)>$/.exec(typed)?.[1] ?? typed;
}

/** The words of a message with names in place of mentions, line by line. */
async function readWords({ content }: Message, request: Request<MessageContextMenuCommandInteraction>) {
  const lines: string[] = [];
  for (const line of content.split('\n')) lines.push(await nameMentionsIn(line, request));
  return lines.join('\n').trim();
}

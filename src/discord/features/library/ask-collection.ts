import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';
import { shorten } from '../../../core/text/span.js';
import { renderNotice, type Card } from '../../cards/card.js';
import { isModerator } from '../../request/admission.js';
import type { Outcome } from '../../request/feature.js';
import type { Request } from '../../request/request.js';
import type { Services } from '../../services.js';
import { libraryTextsFor } from '../../texts/languages.js';
import { listFillable, listOwnCollections } from './collections.js';
import { showName } from './source-card.js';
import { listSources, matchSources, nameApart, titleOf, type Acting } from './sources.js';

const maxChoices = 25;
const maxChoiceLength = 100;
const maxTitleLength = 50;
/** In place of a name, for what the rest of the server asks; no collection is called so, since a slash parts folders. */
const asServer = '/';

/** Lets the channel, or the thread, ask one collection only, or again what the rest of the server does. */
export async function askCollection(request: Request<ChatInputCommandInteraction>): Promise<Card | Outcome> {
  const { source, services, place, texts } = request;
  const own = libraryTextsFor(texts.locale);
  const wanted = source.options.getString('collection', true).normalize('NFC').trim();
  const serverId = place.guildId ?? ''; // moderators are in a guild
  const channel = `<#${place.channelId}>`;
  if (wanted === asServer) {
    await services.store.places.set(serverId, place.channelId, null);
    await hear(services);
    return { card: renderNotice(own.asksAsServer(channel), 'good'), facts: { outcome: 'asks as the server' } };
  }
  const known = await listOwnCollections(request);
  const isSet = known.includes(wanted) && (await services.store.places.set(serverId, place.channelId, [wanted]));
  const name = showName(wanted);
  if (!isSet) return renderNotice(own.unknownCollection(name));
  await hear(services);
  return { card: renderNotice(own.asksOnly(channel, name), 'good'), facts: { outcome: 'asks a collection' } };
}

/** Lets whatever depends on what places ask look again. */
async function hear({ places, recheck }: Services): Promise<void> {
  await places.refresh();
  recheck();
}

/** Suggests texts and collections while somebody types, those that the server is shown; nothing to others than moderators. */
export async function completeLibrary(
  interaction: AutocompleteInteraction,
  _: OpenIndex | null,
  services: Services,
): Promise<void> {
  const acting: Acting = { source: interaction, services };
  const choices = isModerator(interaction) ? await suggest(interaction, acting, services) : [];
  await interaction.respond(choices.slice(0, maxChoices));
}

async function suggest({ options, guildId, locale }: AutocompleteInteraction, acting: Acting, services: Services) {
  const { name: option, value } = options.getFocused(true);
  const subcommand = options.getSubcommand();
  const own = libraryTextsFor(locale);
  if (option === 'collection') {
    const fits = (name: string): boolean => name.toLowerCase().includes(value.trim().toLowerCase());
    const names =
      subcommand === 'add'
        ? listFillable(await services.store.places.read(), guildId ?? '')
        : await listOwnCollections(acting);
    const choices = names.filter((name) => fits(name) && name.length <= maxChoiceLength);
    const asRest = subcommand === 'use' ? [{ name: own.asServer, value: asServer }] : [];
    return [...choices.slice(0, maxChoices - asRest.length).map((name) => ({ name, value: name })), ...asRest];
  }
  const all = (await listSources(acting)).filter(({ state, origin, serverId }) => {
    if (subcommand === 'undo') return state.kind === 'removed';
    if (subcommand === 'remove') return state.kind === 'in-use' && serverId === guildId;
    if (subcommand === 'refresh') return state.kind === 'in-use' && origin.kind === 'link' && serverId === guildId;
    return true;
  });
  const found = value.trim() === '' ? all : matchSources(value, all);
  return found.map((source) => ({
    name: shorten(`${shorten(titleOf(source), maxTitleLength)} · ${nameApart(source, own)}`, maxChoiceLength),
    value: source.id,
  }));
}

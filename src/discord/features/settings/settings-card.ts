import {
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  type APIChannelSelectComponent,
  type APIComponentInContainer,
  type APIStringSelectComponent,
} from 'discord.js';
import type { PlaceTable, ServerSettings } from '../../../core/collections/places.js';
import { fingerprint } from '../../../core/text/fingerprint.js';
import { shorten } from '../../../core/text/span.js';
import { accents, button, container, firstFitting, row, text, turnButtons, type Card } from '../../cards/card.js';
import { escapeMarkdown } from '../../cards/markdown.js';
import { writeCustomId } from '../../custom-ids/custom-id.js';
import type { MenuTexts, SettingsTexts } from '../../texts/settings-texts.js';

/** Discord's own limit for a menu. */
export const maxOptions = 25;
/** How many collections are named of a place, how many places, and the longest name: the first of these with which the card fits. */
const amounts = [
  { maxNamed: 12, maxPlaces: 10, maxNameLength: 60 },
  { maxNamed: 4, maxPlaces: 10, maxNameLength: 40 },
  { maxNamed: 2, maxPlaces: 5, maxNameLength: 20 },
] as const;
type Amount = (typeof amounts)[number];

const textChannels = [ChannelType.GuildText, ChannelType.GuildAnnouncement];
const placeTypes = [
  ...textChannels,
  ChannelType.GuildCategory,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

/** The place whose texts are being chosen, and the page of the menu, from 0. */
export interface SettingsPlace {
  /** The server's own id for all of it. */
  readonly placeId: string;
  readonly page: number;
}

export interface ShownSettings extends SettingsPlace {
  readonly serverId: string;
  readonly table: PlaceTable;
  /** All collections that the server may be given, by name. */
  readonly collections: readonly string[];
  /** Whether others have put something into a collection, which the server can neither claim nor give back then. */
  readonly isForeign: (collection: string) => boolean;
  /** What holds for the server's channels. */
  readonly channels: Required<ServerSettings>;
  /** What has just been done, or why not; null for nothing. */
  readonly note: string | null;
}

/** How a collection is named in the value of a menu, whose length is limited. */
export function valueOf(collection: string): string {
  return fingerprint(collection);
}

/** Those of the collections that the menu shows on a page. */
export function pageOf(collections: readonly string[], page: number): readonly string[] {
  return collections.slice(page * maxOptions, (page + 1) * maxOptions);
}

function countPages(collections: readonly string[]): number {
  return Math.ceil(collections.length / maxOptions);
}

/** All that a server has set, and menus to change it. */
export function renderSettings(shown: ShownSettings, own: SettingsTexts): Card {
  const { serverId, placeId, table, collections, channels } = shown;
  const pages = countPages(collections);
  const at = { placeId, page: Math.min(shown.page, Math.max(0, pages - 1)) };
  const settings = table.servers.get(serverId) ?? {};
  const lines = [
    `### ${own.title}`,
    `-# ${own.line}`,
    ...(shown.note === null ? [] : [shown.note]),
    own.moderators(channels.moderatorChannel && mention(channels.moderatorChannel), !('moderatorChannel' in settings)),
    own.channels(channels.allowedChannels.map(mention), !('allowedChannels' in settings)),
  ];
  const isServer = placeId === serverId;
  const hasOwnSettings = Object.keys(settings).length > 0;
  const turn = (page: number): string => writeCustomId('settings:show', { placeId, page });
  const buttons = [
    ...(isServer ? [] : [button(writeCustomId('settings:show', { placeId: serverId, page: 0 }), own.button.server)]),
    ...turnButtons(at.page, pages, turn, { before: own.button.earlier, after: own.button.later }),
    ...(hasOwnSettings ? [button(writeCustomId('settings:defaults', at), own.button.defaults)] : []),
  ];
  return firstFitting(amounts, (amount) => ({
    components: [
      container(accents.neutral, [
        text([...lines, ...describePlaces(shown, amount, own)].join('\n')),
        ...(collections.length > 0 ? renderTextMenus(shown, at, own) : [text(own.noCollections)]),
        ...chooseChannels(writeCustomId('settings:moderators', at), own.menu.moderators, textChannels, 1, [
          ...(channels.moderatorChannel === null ? [] : [channels.moderatorChannel]),
        ]),
        ...chooseChannels(
          writeCustomId('settings:channels', at),
          own.menu.channels,
          placeTypes.filter((type) => type !== ChannelType.GuildCategory),
          maxOptions,
          channels.allowedChannels,
        ),
        ...(buttons.length > 0 ? [row(buttons)] : []),
      ]),
    ],
  }));
}

function describePlaces(
  { serverId, placeId, table, collections }: ShownSettings,
  { maxNamed, maxPlaces, maxNameLength }: Amount,
  own: SettingsTexts,
): string[] {
  const list = (names: readonly string[]): string => listNames(names, maxNamed, maxNameLength, own);
  const name = (names: readonly string[]): string => (names.length === 0 ? own.nothing : list(names));
  const rows = table.rows.filter((each) => each.serverId === serverId);
  const ofServer = rows.find((each) => each.placeId === serverId);
  const others = rows.filter((each) => each !== ofServer);
  const owned = collections.filter((collection) => table.owners.get(collection) === serverId);
  const isSet = rows.some((each) => each.placeId === placeId);
  return [
    ofServer ? own.asks(own.server, name(ofServer.collections)) : own.asksAll,
    ...others.slice(0, maxPlaces).map((each) => own.asks(mention(each.placeId), name(each.collections))),
    ...(others.length > maxPlaces ? [own.morePlaces(others.length - maxPlaces)] : []),
    ...(placeId === serverId || isSet ? [] : [own.asksAsAbove(mention(placeId))]),
    ...(owned.length > 0 ? [own.own(list(owned))] : []),
  ];
}

/** The choice of a place, of what it asks, and of what is the server's alone. */
function renderTextMenus(shown: ShownSettings, at: SettingsPlace, own: SettingsTexts) {
  const { serverId, placeId, table, collections } = shown;
  const isServer = placeId === serverId;
  const asked = table.rows.find((each) => each.serverId === serverId && each.placeId === placeId)?.collections ?? [];
  const options = pageOf(collections, at.page);
  const pages = countPages(collections);
  const claimable = options.filter((collection) => !shown.isForeign(collection));
  const choose = (
    customId: string,
    menu: MenuTexts,
    options: readonly string[],
    isChosen: (collection: string) => boolean,
  ) =>
    labelled(pages > 1 ? `${menu.label} ${own.pageOf(at.page + 1, pages)}` : menu.label, {
      type: ComponentType.StringSelect,
      custom_id: customId,
      placeholder: menu.none,
      min_values: 0,
      max_values: options.length,
      options: options.map((collection) => ({
        value: valueOf(collection),
        label: shorten(collection === '' ? own.noFolder : collection, 100),
        default: isChosen(collection),
      })),
    });
  const menu = isServer ? own.menu.serverTexts : own.menu.placeTexts(mention(placeId));
  return [
    ...chooseChannels(writeCustomId('settings:place', {}), own.menu.place, placeTypes, 1, isServer ? [] : [placeId]),
    ...choose(writeCustomId('settings:texts', at), menu, options, (collection) => asked.includes(collection)),
    ...(claimable.length === 0
      ? []
      : choose(
          writeCustomId('settings:own', at),
          own.menu.own,
          claimable,
          (collection) => table.owners.get(collection) === serverId,
        )),
  ];
}

function chooseChannels(
  customId: string,
  { label, none }: MenuTexts,
  types: readonly ChannelType[],
  most: number,
  chosen: readonly string[],
): APIComponentInContainer[] {
  const defaults = chosen.slice(0, most).map((id) => ({ id, type: SelectMenuDefaultValueType.Channel as const }));
  return labelled(label, {
    type: ComponentType.ChannelSelect,
    custom_id: customId,
    placeholder: none,
    channel_types: [...types],
    min_values: 0,
    max_values: most,
    ...(defaults.length > 0 && { default_values: defaults }),
  });
}

/** A menu below the line that says what is chosen in it. */
function labelled(
  label: string,
  menu: APIStringSelectComponent | APIChannelSelectComponent,
): APIComponentInContainer[] {
  return [text(`-# ${label}`), { type: ComponentType.ActionRow, components: [menu] }];
}

/** The first of some collections, in Markdown. */
export function listNames(
  names: readonly string[],
  maxNamed: number,
  maxNameLength: number,
  own: SettingsTexts,
): string {
  const shown = names
    .slice(0, maxNamed)
    .map((name) => (name === '' ? own.noFolder : `**${escapeMarkdown(shorten(name, maxNameLength))}**`));
  return [...shown, ...(names.length > maxNamed ? ['…'] : [])].join(', ');
}

function mention(id: string): string {
  return `<#${id}>`;
}

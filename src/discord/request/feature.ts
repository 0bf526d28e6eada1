import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Client,
  Guild,
  Message,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Card } from '../cards/card.js';
import type { ActionFields, ActionName } from '../custom-ids/custom-id.js';
import type { Visibility } from '../delivery/responder.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import type { Services } from '../services.js';
import type { Texts } from '../texts/texts.js';
import type { Request } from './request.js';

/** What holds for a request before the feature hears of it. */
export interface Rules<Source> {
  /** `allowed`: only in channels that the bot may answer in, and not while it is being stopped. */
  readonly place: 'allowed' | 'anywhere';
  /** What everybody else is told of something for moderators; null where it is for everybody. */
  readonly moderatorsOnly: ((texts: Texts) => string) | null;
  /** Whether there is a pause to keep between two of a person's, and of a channel's. */
  readonly countsForCooldown: boolean;
  /** Whether it is done in the queue of all requests, where people take turns, and which a shutdown waits for. */
  readonly takesTurn: boolean;
  /** Whether it may open a form, which can only be the first answer; so it is not acknowledged before, and takes no turn. */
  readonly opensForm: boolean;
  readonly visibility: Visibility | ((source: Source) => Visibility);
}

/** What most requests keep to. */
export const usualRules = {
  place: 'allowed',
  moderatorsOnly: null,
  countsForCooldown: false,
  takesTurn: true,
  opensForm: false,
  visibility: 'private',
} as const satisfies Rules<never>;

/** The usual rules, for moderators only; `textsFor` gives the feature's texts, with what everybody else is told. */
export function rulesForModerators(
  textsFor: (locale: string) => { readonly onlyModerators: string },
): Omit<typeof usualRules, 'moderatorsOnly'> & { readonly moderatorsOnly: (texts: Texts) => string } {
  return { ...usualRules, moderatorsOnly: ({ locale }) => textsFor(locale).onlyModerators };
}

/** What has come of a request. */
export interface Outcome {
  /** Null where there is nothing to show, or where it is shown already. */
  readonly card: Card | null;
  /** For the log; never holds what was asked. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Done after the turn, before the card is shown. */
  readonly beforeDelivery?: () => Promise<void>;
  /** Done once the card is shown; nothing waits for it, and it must not throw. */
  readonly afterDelivery?: () => Promise<void>;
}

/** One thing that a feature does: under these rules this is run. What it throws is logged and told as unexpected. */
export interface Route<Source, Fields> {
  readonly rules: Rules<Source>;
  /** A further reason not to do it, checked on arrival; null for none. */
  readonly refuse?: (request: Request<Source>, fields: Fields) => string | null | Promise<string | null>;
  /** Whether there is no pause to keep in spite of the rules, since nothing is looked for. */
  readonly asksNothing?: (request: Request<Source>) => boolean;
  /** What is done about the same thing is done, and shown, in the order of arrival. */
  readonly orderedBy?: (fields: Fields) => string;
  readonly run: (request: Request<Source>, fields: Fields) => Promise<Card | Outcome>;
}

export interface SlashCommand extends Route<ChatInputCommandInteraction, null> {
  readonly on: 'slash';
  readonly definition: RESTPostAPIApplicationCommandsJSONBody;
  /** Suggests values while somebody types. */
  readonly complete?: (
    interaction: AutocompleteInteraction,
    index: OpenIndex | null,
    services: Services,
  ) => Promise<void>;
}

/** A command in the menu of a message. */
export interface MenuCommand extends Route<MessageContextMenuCommandInteraction, null> {
  readonly on: 'menu';
  readonly definition: RESTPostAPIApplicationCommandsJSONBody;
}

/** A button or menu. */
interface PressRoute<Name extends ActionName> extends Route<MessageComponentInteraction, ActionFields<Name>> {
  readonly on: 'press';
}

/** A form sent in. */
interface FormRoute<Name extends ActionName> extends Route<ModalSubmitInteraction, ActionFields<Name>> {
  readonly on: 'form';
}

/** What serves each action that a custom id can name. */
export type ComponentRoutes = { readonly [Name in ActionName]: PressRoute<Name> | FormRoute<Name> };

export interface MessageRoute extends Route<Message, null> {
  /** Whether the message is its own; the first route that says so serves it. */
  readonly accepts: (message: Message) => boolean;
  /** The language that it is in, where the message itself tells; else that which its author spoke last holds, else the server's. */
  readonly localeOf?: (message: Message) => string | null;
}

/** A part of the bot: all that it serves, with its rules. */
export interface Feature {
  readonly name: string;
  readonly commands: readonly (SlashCommand | MenuCommand)[];
  readonly components: Partial<ComponentRoutes>;
  readonly messages: readonly MessageRoute[];
  /** Work to be done once the bot is connected and an index is in use, and again after each update of it. */
  readonly afterIndexing: ((client: Client<true>, services: Services) => Promise<void>) | null;
  /** What is done once where the bot has just been invited to; not for the servers that it is in when it starts. */
  readonly onJoin?: (guild: Guild, services: Services) => Promise<void>;
}

import type { AutocompleteInteraction, BaseInteraction, Interaction, Message } from 'discord.js';
import { nameCustomId, readCustomId, type Action, type ActionName } from '../custom-ids/custom-id.js';
import { MessageResponder } from '../delivery/message-responder.js';
import { InteractionResponder, type RepliableInteraction, type Visibility } from '../delivery/responder.js';
import { describeFailure } from '../failures.js';
import type { Services } from '../services.js';
import { textsFor } from '../texts/languages.js';
import { isModerator, refusePlace } from './admission.js';
import type { ComponentRoutes, Feature, MenuCommand, Route, SlashCommand } from './feature.js';
import { locateChannel, viewNow } from './asking-place.js';
import { refuse, serve } from './frame.js';
import { createRequestId, type Place, type Request } from './request.js';

/** Discord takes a first answer for 3 s; a retry that would come later is of no use. */
const acknowledgeWithinMs = 2_600;

/** All that the bot serves. */
export interface Served {
  readonly features: readonly Feature[];
  readonly componentRoutes: ComponentRoutes;
}

/** Takes every interaction to the route that serves it. Never throws. */
export async function receiveInteraction(
  interaction: Interaction,
  { features, componentRoutes }: Served,
  services: Services,
): Promise<void> {
  const placesRead = services.places.refresh();
  if (!(await services.claims.take('interaction', interaction.id, services))) return;
  await placesRead;
  const commands = features.flatMap((feature) => feature.commands);
  const findCommand = (name: string): SlashCommand | MenuCommand | null =>
    commands.find(({ definition }) => definition.name === name) ?? null;
  if (interaction.isAutocomplete()) {
    await complete(interaction, findCommand(interaction.commandName), services);
  } else if (interaction.isChatInputCommand()) {
    const command = findCommand(interaction.commandName);
    if (command?.on === 'slash') await start(interaction, command, null, services);
    else await refuseUnknown(interaction, services);
  } else if (interaction.isMessageContextMenuCommand()) {
    const command = findCommand(interaction.commandName);
    if (command?.on === 'menu') await start(interaction, command, null, services);
    else await refuseUnknown(interaction, services);
  } else if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
    const action = readCustomId(interaction.customId);
    if (action) await receiveAction(interaction, action, componentRoutes, services);
    else await refuseUnknown(interaction, services);
  } else {
    await refuseUnknown(interaction, services); // of another version, which had other kinds of commands
  }
}

/** Answers a message that speaks to the bot. Never throws. */
export async function receiveMessage(message: Message, { features }: Served, services: Services): Promise<void> {
  if (message.author.bot || message.system || message.webhookId !== null) return;
  const route = features.flatMap((feature) => feature.messages).find(({ accepts }) => accepts(message));
  if (!route) return;
  const placesRead = services.places.refresh();
  if (!(await services.claims.take('message', message.id, services))) return;
  await placesRead;
  const { author, channel, channelId, client, guildId } = message;
  const id = createRequestId();
  const log = services.log.child({ requestId: id, kind: 'message', guildId, channelId });
  const spoken = route.localeOf?.(message) ?? null;
  if (spoken !== null) services.spoken.note(author.id, spoken);
  const texts = textsFor(spoken ?? services.spoken.of(author.id) ?? message.guild?.preferredLocale);
  const place: Place = { userId: author.id, guildId, ...(await locateChannel(client, channelId, channel)) };
  const responder = new MessageResponder(message, {
    takesLong: route.rules.takesTurn,
    mayReply: refusePlace(place, services, texts) === null,
    requestId: id,
    log,
    texts,
  });
  await serve(
    {
      id,
      source: message,
      place,
      isByModerator: false,
      services,
      log,
      texts,
      acknowledgeByMs: null,
      responder,
    },
    route,
    null,
  );
}

/** Serves a press or a form; one that is sent as the other comes from another version. */
async function receiveAction<Name extends ActionName>(
  interaction: Extract<RepliableInteraction, { customId: string }>,
  action: Action<Name>,
  routes: ComponentRoutes,
  services: Services,
): Promise<void> {
  const route: ComponentRoutes[Name] = routes[action.name];
  if (route.on === 'press' && interaction.isMessageComponent()) {
    await start(interaction, route, action.fields, services);
  } else if (route.on === 'form' && interaction.isModalSubmit()) {
    await start(interaction, route, action.fields, services);
  } else {
    await refuseUnknown(interaction, services);
  }
}

async function start<Source extends RepliableInteraction, Fields>(
  interaction: Source,
  route: Route<Source, Fields>,
  fields: Fields,
  services: Services,
): Promise<void> {
  const { visibility } = route.rules;
  const request = await readRequest(
    interaction,
    typeof visibility === 'function' ? visibility(interaction) : visibility,
    services,
  );
  await serve(request, route, fields);
}

async function refuseUnknown(interaction: RepliableInteraction, services: Services): Promise<void> {
  const request = await readRequest(interaction, 'private', services);
  await refuse(request, request.texts.unknownAction);
}

async function readRequest<Source extends RepliableInteraction>(
  source: Source,
  visibility: Visibility,
  services: Services,
): Promise<Request<Source>> {
  const { user, guildId, locale } = source;
  const channelId = source.channelId ?? ''; // only a form that hangs on nothing has none
  const id = createRequestId();
  const log = services.log.child({ requestId: id, kind: kindOf(source), guildId, channelId });
  services.spoken.note(user.id, locale);
  const texts = textsFor(locale);
  const acknowledgeByMs = source.createdTimestamp + acknowledgeWithinMs;
  const reply = { visibility, acknowledgeByMs, requestId: id, log, texts };
  return {
    id,
    source,
    place: await readPlace(source),
    isByModerator: isModerator(source),
    services,
    log,
    texts,
    acknowledgeByMs,
    responder: new InteractionResponder(source, reply),
  };
}

async function readPlace({ client, user, guildId, channelId, channel }: BaseInteraction): Promise<Place> {
  return { userId: user.id, guildId, ...(await locateChannel(client, channelId ?? '', channel)) };
}

async function complete(
  interaction: AutocompleteInteraction,
  command: SlashCommand | MenuCommand | null,
  services: Services,
): Promise<void> {
  const { log } = services;
  try {
    const index = await viewNow(await readPlace(interaction), services);
    if (command?.on === 'slash' && command.complete) await command.complete(interaction, index, services);
    else await interaction.respond([]); // of another version
  } catch (error) {
    log.error({ ...describeFailure(error), kind: 'autocomplete' }, 'nothing could be suggested');
  }
}

function kindOf(interaction: RepliableInteraction): string {
  if (interaction.isCommand()) return interaction.commandName;
  const kind = interaction.isModalSubmit() ? 'form' : interaction.isButton() ? 'button' : 'menu';
  return `${kind} ${nameCustomId(interaction.customId)}`;
}

import { MessageFlags } from 'discord-api-types/v10';
import type { CallbackBody, MessageBody } from './bodies.js';
import type { Context } from './context.js';
import { DiscordError } from './errors.js';
import type { Answer, UploadedFile } from './http.js';
import type { Interaction } from './interactions.js';
import { checkCallbackLimits } from './limits.js';
import { createMessage, editMessage } from './messages.js';
import { refuseBadMessage } from './message-refusal.js';
import { noteOpenMentions } from './open-mentions.js';
import { isEphemeral, renderMessage } from './message-payloads.js';
import { refuse } from './problems.js';
import type { MessageRecord } from './records.js';
import { defineBodyRoute, type RestRequest, type Route } from './router.js';
import { checkCallback } from './schemas.js';

/** Callback types that fit each type of interaction: command, component, autocomplete, modal. */
const FITTING: Record<number, readonly number[]> = { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8], 5: [4, 5, 6, 7] };

const KEPT_FLAGS = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds;

export function listInteractionRoutes(context: Context): Route[] {
  const check = (body: unknown) => {
    const problems = checkCallback(body);
    return problems.length > 0 ? problems : checkCallbackLimits(body);
  };
  const answer = (request: RestRequest, body: CallbackBody) => answerInteraction(context, request, body);
  return [defineBodyRoute<CallbackBody>('POST', '/interactions/:id/:token/callback', check, answer, { open: true })];
}

function answerInteraction(context: Context, request: RestRequest, { type, data }: CallbackBody): Answer {
  const interaction = context.interactions.requireUnanswered(request.param('id'), request.param('token'));
  const { options } = interaction;
  const fits = FITTING[options.type]?.includes(type) ?? false;
  const needsSource = type === 6 || type === 7;
  if (!fits || (needsSource && options.sourceMessageId === null)) {
    throw new DiscordError(
      50035,
      refuse('type', `Callback type ${type} does not fit an interaction of type ${options.type}.`),
    );
  }
  if (type === 7) refuseBadMessage(context.journal, request, data ?? {}, findSource(context, interaction));
  if (type === 4 || type === 7) noteOpenMentions(context.journal, request, data ?? {});
  const message = applyCallback(context, interaction, { type, data: data ?? {} }, request.files);
  interaction.acknowledge(type, data?.flags ?? 0);
  if (message !== null && (type === 4 || type === 7)) interaction.settleResponse(renderMessage(context.world, message));
  if (request.query.get('with_response') !== 'true') return { status: 204 };
  return { status: 200, body: renderCallback(context, interaction, type, message) };
}

function applyCallback(
  context: Context,
  interaction: Interaction,
  { type, data }: Required<CallbackBody>,
  files: readonly UploadedFile[],
): MessageRecord | null {
  switch (type) {
    case 4:
    case 5: {
      const deferred: MessageBody = { flags: MessageFlags.Loading | ((data?.flags ?? 0) & MessageFlags.Ephemeral) };
      const body = type === 5 ? deferred : { ...data, flags: (data?.flags ?? 0) & KEPT_FLAGS };
      const message = createAnswer(context, interaction, body, files);
      interaction.originalMessageId = message.id;
      return message;
    }
    case 6:
    case 7: {
      const message = findSource(context, interaction);
      interaction.originalMessageId = message.id;
      if (type === 7) editMessage(context, message, data ?? {}, files);
      return message;
    }
    case 8:
      interaction.settleChoices(data?.choices ?? []);
      return null;
    default:
      interaction.settleModal({
        custom_id: data?.custom_id ?? '',
        title: data?.title ?? '',
        components: data?.components ?? [],
      });
      return null;
  }
}

/** A message of the bot in answer to an interaction; it needs no permission in the channel. */
export function createAnswer(
  context: Context,
  interaction: Interaction,
  body: MessageBody,
  files: readonly UploadedFile[],
): MessageRecord {
  const { channelId, userId, type, name } = interaction.options;
  return createMessage(context, body, {
    channel: context.world.requireChannel(channelId),
    authorId: context.world.bot.id,
    interaction: { id: interaction.id, type, userId, name },
    files,
    ...(((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0 && { visibleTo: userId }),
  });
}

function findSource({ world }: Context, { options }: Interaction): MessageRecord {
  return world.requireMessage(world.requireChannel(options.channelId), options.sourceMessageId ?? '');
}

function renderCallback({ world }: Context, interaction: Interaction, type: number, message: MessageRecord | null) {
  return {
    interaction: {
      id: interaction.id,
      type: interaction.options.type,
      ...(message !== null && {
        response_message_id: message.id,
        response_message_loading: (message.flags & MessageFlags.Loading) !== 0,
        response_message_ephemeral: isEphemeral(message),
      }),
    },
    resource: { type, ...(message !== null && type !== 6 && { message: renderMessage(world, message) }) },
  };
}

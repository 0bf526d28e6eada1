import { MessageFlags } from 'discord-api-types/v10';
import type { MessageBody } from './bodies.js';
import type { Context } from './context.js';
import { DiscordError } from './errors.js';
import type { Answer } from './http.js';
import { createAnswer } from './interaction-routes.js';
import type { Interaction } from './interactions.js';
import { deleteMessage, editMessage } from './messages.js';
import { refuseBadMessage } from './message-refusal.js';
import { noteOpenMentions } from './open-mentions.js';
import { renderMessage } from './message-payloads.js';
import type { MessageRecord } from './records.js';
import { defineBodyRoute, defineRoute, type RestRequest, type Route } from './router.js';
import { checkWebhookCreate, checkWebhookEdit } from './schemas.js';

const MESSAGES = '/webhooks/:applicationId/:token';
const MESSAGE = `${MESSAGES}/messages/:messageId`;
const ALLOWED_FLAGS = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds;

/** Answers after the first, by the interaction's token. */
export function listWebhookRoutes(context: Context): Route[] {
  const open = { open: true };
  return [
    defineBodyRoute<MessageBody>('POST', MESSAGES, checkWebhookCreate, (r, body) => followUp(context, r, body), open),
    defineBodyRoute<MessageBody>('PATCH', MESSAGE, checkWebhookEdit, (r, body) => edit(context, r, body), open),
    defineRoute(
      'GET',
      MESSAGE,
      (r) => ({ status: 200, body: renderMessage(context.world, find(context, r).message) }),
      open,
    ),
    defineRoute(
      'DELETE',
      MESSAGE,
      (request) => {
        const { interaction, message } = find(context, request);
        if (message.id === interaction.originalMessageId) interaction.settleDeleted();
        deleteMessage(context, message);
        return { status: 204 };
      },
      open,
    ),
  ];
}

function followUp(context: Context, request: RestRequest, body: MessageBody): Answer {
  const interaction = requireInteraction(context, request);
  const original = findOriginal(context, interaction);
  // Right after a deferral Discord edits the placeholder instead of adding a message.
  if (original !== null && isLoading(original)) return finishEdit(context, request, interaction, original, body);
  refuseBadMessage(context.journal, request, body);
  noteOpenMentions(context.journal, request, body);
  const message = createAnswer(
    context,
    interaction,
    { ...body, flags: (body.flags ?? 0) & ALLOWED_FLAGS },
    request.files,
  );
  const payload = renderMessage(context.world, message);
  interaction.addFollowUp(payload);
  return { status: 200, body: payload };
}

function edit(context: Context, request: RestRequest, body: MessageBody): Answer {
  const { interaction, message } = find(context, request);
  return finishEdit(context, request, interaction, message, body);
}

function finishEdit(
  context: Context,
  request: RestRequest,
  interaction: Interaction,
  message: MessageRecord,
  body: MessageBody,
): Answer {
  refuseBadMessage(context.journal, request, body, message);
  noteOpenMentions(context.journal, request, body);
  editMessage(context, message, body, request.files);
  const payload = renderMessage(context.world, message);
  if (message.id === interaction.originalMessageId) interaction.settleResponse(payload);
  return { status: 200, body: payload };
}

function find(context: Context, request: RestRequest): { interaction: Interaction; message: MessageRecord } {
  const interaction = requireInteraction(context, request);
  const id = request.param('messageId');
  const message = id === '@original' ? findOriginal(context, interaction) : findOwn(context, interaction, id);
  if (message === null) throw new DiscordError(10008);
  return { interaction, message };
}

function requireInteraction({ interactions, world }: Context, request: RestRequest): Interaction {
  if (request.param('applicationId') !== world.applicationId) throw new DiscordError(10015);
  return interactions.requireAnswered(request.param('token'));
}

function findOriginal(context: Context, interaction: Interaction): MessageRecord | null {
  const id = interaction.originalMessageId;
  return id === null ? null : findOwn(context, interaction, id);
}

function findOwn({ world }: Context, { options }: Interaction, id: string): MessageRecord | null {
  const message = world.channels.get(options.channelId)?.messages.find((each) => each.id === id);
  return message?.authorId === world.bot.id ? message : null;
}

function isLoading(message: MessageRecord): boolean {
  return (message.flags & MessageFlags.Loading) !== 0;
}

import type { Context } from './context.js';
import { findMessage } from './message-routes.js';
import { renderUser } from './payloads.js';
import { requireAccess, type PermissionName } from './permissions.js';
import { addReaction, findReaction, removeReaction } from './reactions.js';
import { defineRoute, type RestRequest, type Route } from './router.js';

const REACTIONS = '/channels/:channelId/messages/:messageId/reactions';

export function listReactionRoutes(context: Context): Route[] {
  const { world } = context;
  const find = (request: RestRequest, ...permissions: readonly PermissionName[]) => {
    const channel = requireAccess(world, request.param('channelId'), ...permissions);
    return findMessage(context, channel, request.param('messageId'));
  };
  const removeAll = (request: RestRequest, wanted: (emoji: string) => boolean) => {
    const message = find(request, 'ManageMessages');
    for (const { emoji, userIds } of [...message.reactions]) {
      if (!wanted(emoji.name)) continue;
      for (const userId of [...userIds]) removeReaction(context, message, userId, emoji.name);
    }
    return { status: 204 };
  };
  return [
    defineRoute('PUT', `${REACTIONS}/:emoji/@me`, (request) => {
      const message = find(request, 'ReadMessageHistory');
      // Only the first reaction with an emoji needs the permission.
      if (findReaction(message, request.param('emoji')) === undefined) find(request, 'AddReactions');
      addReaction(context, message, world.bot.id, request.param('emoji'));
      return { status: 204 };
    }),
    defineRoute('DELETE', `${REACTIONS}/:emoji/@me`, (request) => {
      removeReaction(context, find(request), world.bot.id, request.param('emoji'));
      return { status: 204 };
    }),
    defineRoute('DELETE', `${REACTIONS}/:emoji/:userId`, (request) => {
      removeReaction(context, find(request, 'ManageMessages'), request.param('userId'), request.param('emoji'));
      return { status: 204 };
    }),
    defineRoute('DELETE', `${REACTIONS}/:emoji`, (request) => {
      return removeAll(request, (name) => name === request.param('emoji'));
    }),
    defineRoute('DELETE', REACTIONS, (request) => removeAll(request, () => true)),
    defineRoute('GET', `${REACTIONS}/:emoji`, (request) => {
      const reaction = findReaction(find(request), request.param('emoji'));
      return { status: 200, body: (reaction?.userIds ?? []).map((id) => renderUser(world.requireUser(id))) };
    }),
  ];
}

import type { MessageBody } from './bodies.js';
import type { Journal } from './journal.js';

/** Records a message of the bot unless it tells Discord to parse no mentions at all. */
export function noteOpenMentions(
  journal: Journal,
  { method, path }: { method: string; path: string },
  body: MessageBody,
): void {
  const allowedMentions = body.allowed_mentions ?? null;
  if (allowedMentions?.parse?.length === 0) return;
  const hasText = [body.content, body.components, body.embeds].some((part) => part !== undefined && part !== null);
  if (hasText) journal.openMentions.push({ method, path, allowedMentions, body });
}

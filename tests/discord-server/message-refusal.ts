import type { MessageBody } from './bodies.js';
import { DiscordError } from './errors.js';
import { checkFileReferences } from './file-references.js';
import type { Journal } from './journal.js';
import { checkMessage, type EditedMessage } from './limits.js';
import type { RestRequest } from './router.js';

/** Refuses a message that breaks a limit; recorded like a body that breaks the schema. */
export function refuseBadMessage(
  journal: Journal,
  { method, route, path, body: sent, files }: RestRequest,
  body: MessageBody,
  edited: EditedMessage | null = null,
): void {
  const problems = [...checkMessage(body, edited), ...checkFileReferences(body, files, edited)];
  if (problems.length === 0) return;
  journal.invalid.push({ method, route, path, body: sent, problems });
  throw new DiscordError(50035, problems);
}

import { DiscordAPIError, DiscordjsError, DiscordjsTypeError, HTTPError } from 'discord.js';
import { describeError } from '../app/log.js';

/** Discord's error codes that are dealt with by name (https://discord.com/developers/docs/topics/opcodes-and-status-codes). */
export const discordCodes = {
  unknownChannel: 10_003,
  unknownMessage: 10_008,
  unknownInteraction: 10_062,
  tooManyPins: 30_003,
  tooManyEdits: 30_046,
  alreadyAcknowledged: 40_060,
  missingAccess: 50_001,
  cannotSendToUser: 50_007,
  missingPermissions: 50_013,
  invalidBody: 50_035,
  noHistoryForReply: 160_002,
  threadExists: 160_004,
  tooManyThreads: 160_006,
} as const;

/** Discord's code of an error, null for an error that is not Discord's answer. */
export function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : null;
}

/** Whether the same call may well succeed in a moment: no answer, or one that says that Discord itself has failed. */
export function isTransient(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status >= 500;
  if (error instanceof HTTPError) return error.status >= 500;
  if (error instanceof DiscordjsError || error instanceof DiscordjsTypeError) return false;
  return (
    error instanceof Error && ('code' in error || error.name === 'AbortError' || /fetch|socket/i.test(error.message))
  );
}

/** What a log may hold of an error: no address, since tokens of interactions are part of it, and no content. */
export function describeFailure(error: unknown): Record<string, unknown> {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    const { name, status, method } = error;
    return {
      error: name,
      status,
      method,
      ...(error instanceof DiscordAPIError && { code: error.code, text: error.message }),
    };
  }
  return describeError(error);
}

/** Calls until it succeeds, with these pauses between the attempts; gives up at an error that would come again. */
export async function retryCall<T>(call: () => Promise<T>, pausesMs: readonly number[]): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await call();
    } catch (error) {
      if (!isTransient(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return call();
}

import { Events, GatewayCloseCodes, type Client } from 'discord.js';
import type { Log } from '../app/log.js';
import type { BotSettings } from '../app/settings.js';
import { VerbatimError } from '../core/errors.js';
import { describeFailure, isTransient } from './failures.js';
import { explainFatalClose } from './fatal-close.js';

const loginPausesMs = [1_000, 2_000, 5_000, 10_000];

interface LoginHooks {
  /** Comes before each attempt, and may fail like it. */
  readonly prepare: () => Promise<void>;
  /** Hears it when Discord closes the connection for good later. */
  readonly onEnd: (reason: VerbatimError) => void;
}

/** Tries again while Discord cannot be reached; says what to do where trying again is no use, also when that turns out later. */
export async function logIn(
  client: Client,
  { token, apiUrl }: BotSettings,
  log: Log,
  { prepare, onEnd }: LoginHooks,
): Promise<void> {
  let isIn = false;
  const reasons: VerbatimError[] = [];
  client.on(Events.ShardDisconnect, ({ code }) => {
    const reason = explainFatalClose(code);
    reasons.push(reason);
    if (isIn) onEnd(reason);
  });
  for (const pauseMs of [...loginPausesMs, null]) {
    try {
      await prepare();
      await client.login(token);
      isIn = true;
      return;
    } catch (error) {
      if (isRefusal(error)) throw explainFatalClose(GatewayCloseCodes.AuthenticationFailed);
      if (reasons[0]) throw reasons[0];
      if (error instanceof VerbatimError) throw error;
      if (pauseMs === null || !isTransient(error)) {
        const detail = error instanceof Error ? error.message : String(error);
        throw new VerbatimError('bad-input', `Discord cannot be reached at ${apiUrl ?? 'its own address'}: ${detail}`, {
          cause: error,
        });
      }
      log.warn(describeFailure(error), 'login failed; trying again');
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** Whether Discord does not take the token. */
function isRefusal(error: unknown): boolean {
  const { code, status } = Object(error) as { readonly code?: unknown; readonly status?: unknown };
  return code === 'TokenInvalid' || String(code) === '401' || status === 401;
}

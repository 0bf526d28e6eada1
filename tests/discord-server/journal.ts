import type { AllowedMentionsJson } from './bodies.js';
import type { Problem } from './errors.js';
import type { UploadedFile } from './http.js';

/** One request as it arrived. */
export interface Call {
  /** Milliseconds since 1970. */
  at: number;
  method: string;
  /** Template of the route, such as `/channels/:channelId/messages`; the path when none fits. */
  route: string;
  /** Path without `/api/v10` and query. */
  path: string;
  query: Record<string, string>;
  body: unknown;
  files: UploadedFile[];
  headers: Record<string, string | string[] | undefined>;
  /** Status of the answer; 0 for none (cut off, or still under way). */
  status: number;
}

/** A request body that Discord would refuse, or accept with a warning from a test's point of view. */
export interface InvalidBody {
  method: string;
  route: string;
  path: string;
  body: unknown;
  problems: readonly Problem[];
}

/** A message of the bot that lets Discord look for mentions in its text. */
export interface OpenMentions {
  method: string;
  path: string;
  allowedMentions: AllowedMentionsJson | null;
  body: unknown;
}

/** Whom a message of the bot would notify, were it permitted to. */
export interface Ping {
  messageId: string;
  channelId: string;
  users: string[];
  roles: string[];
  everyone: boolean;
}

/** All that a test may want to assert on afterwards. */
export class Journal {
  readonly calls: Call[] = [];
  readonly invalid: InvalidBody[] = [];
  readonly openMentions: OpenMentions[] = [];
  readonly pings: Ping[] = [];
  /** Requests for routes that the server does not have. */
  readonly unexpected: Call[] = [];
  /** Exceptions of the server itself: a bug in it, not in the bot. */
  readonly failures: Error[] = [];
}

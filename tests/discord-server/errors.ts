/** One thing that Discord would refuse in a request body. */
export interface Problem {
  /** Dotted place in the body, empty for the body itself. */
  path: string;
  /** Discord's name of the kind of fault, such as BASE_TYPE_MAX_LENGTH. */
  code: string;
  message: string;
}

const KNOWN_ERRORS: Record<number, [status: number, message: string]> = {
  0: [401, '401: Unauthorized'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  30003: [400, 'Maximum number of pins reached (250)'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
};

/** An answer of Discord that is not a success; `code` is its JSON error code. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];

  constructor(code: number, problems: readonly Problem[] = []) {
    const [status, message] = KNOWN_ERRORS[code] ?? [400, `Error ${code}`];
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  /** The JSON body that Discord would send. */
  toBody(): Record<string, unknown> {
    const body: Record<string, unknown> = { message: this.message, code: this.code };
    if (this.problems.length > 0) body['errors'] = nestProblems(this.problems);
    return body;
  }
}

/** The status and text that go with one of Discord's JSON error codes. */
export function describeError(code: number): { status: number; message: string } {
  const { status, message } = new DiscordError(code);
  return { status, message };
}

interface ErrorTree {
  _errors?: { code: string; message: string }[];
  [key: string]: ErrorTree | { code: string; message: string }[] | undefined;
}

function nestProblems(problems: readonly Problem[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, code, message } of problems) {
    let node = root;
    for (const key of path === '' ? [] : path.split('.')) {
      const child = node[key];
      const next: ErrorTree = child === undefined || Array.isArray(child) ? {} : child;
      node[key] = next;
      node = next;
    }
    (node._errors ??= []).push({ code, message });
  }
  return root;
}

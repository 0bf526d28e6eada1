/** Discord's published schemas for request bodies; the only file that knows where they come from. */
import * as spec from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import type { Problem } from './errors.js';
import { prefixProblems } from './problems.js';
import type { Check } from './router.js';

type Issue = NonNullable<ReturnType<ZodMiniType['safeParse']>['error']>['issues'][number];

export const checkMessageCreate = checkWith(spec.MessageCreateRequestSchema);
export const checkMessageEdit = checkWith(spec.MessageEditRequestPartialSchema);
export const checkWebhookCreate = checkWith(spec.IncomingWebhookRequestPartialSchema);
export const checkWebhookEdit = checkWith(spec.IncomingWebhookUpdateRequestPartialSchema);
export const checkPrivateChannel = checkWith(spec.CreatePrivateChannelRequestSchema);
export const checkThreadWithMessage = checkWith(spec.CreateTextThreadWithMessageRequestSchema);
export const checkThreadAlone = checkWith(spec.CreateTextThreadWithoutMessageRequestSchema);
export const checkThreadEdit = checkWith(spec.UpdateThreadRequestPartialSchema);

const checkOneCommandOfMany = checkWith(spec.ApplicationCommandUpdateRequestSchema);
export const checkCommandCreate: Check = (body) => checkWith(spec.ApplicationCommandCreateRequestSchema)(repair(body));
export const checkCommandEdit: Check = (body) =>
  checkWith(spec.ApplicationCommandPatchRequestPartialSchema)(repair(body));

/** The whole list of commands at once. */
export const checkCommandList: Check = (body) => {
  if (!Array.isArray(body)) return [{ path: '', code: 'BASE_TYPE_BAD_TYPE', message: 'Must be a list.' }];
  return body.flatMap((command: unknown, index) =>
    prefixProblems(String(index), checkOneCommandOfMany(repair(command))),
  );
};

const CALLBACK_CHECKS: Record<number, Check> = {
  4: checkWith(spec.CreateMessageInteractionCallbackRequestSchema),
  5: checkWith(spec.CreateMessageInteractionCallbackRequestSchema),
  6: checkWith(spec.UpdateMessageInteractionCallbackRequestSchema),
  7: checkWith(spec.UpdateMessageInteractionCallbackRequestSchema),
  8: checkWith(spec.ApplicationCommandAutocompleteCallbackRequestSchema),
  9: checkWith(spec.ModalInteractionCallbackRequestSchema),
};

/** An interaction callback, by its type: the schema's union of all types would only say that none fits. */
export const checkCallback: Check = (body) => {
  const type = isObject(body) ? body['type'] : undefined;
  const check = typeof type === 'number' ? CALLBACK_CHECKS[type] : undefined;
  return check?.(body) ?? [{ path: 'type', code: 'BASE_TYPE_CHOICES', message: 'Must be one of 4 to 9.' }];
};

// The schema knows only numbers for default_member_permissions, Discord and discord.js use decimal strings.
function repair(command: unknown): unknown {
  if (!isObject(command) || typeof command['default_member_permissions'] !== 'string') return command;
  return { ...command, default_member_permissions: Number(command['default_member_permissions']) };
}

function checkWith(schema: ZodMiniType): Check {
  return (body) => {
    const result = schema.safeParse(body ?? {});
    return result.success ? [] : result.error.issues.flatMap((issue) => toProblems(issue, []));
  };
}

function toProblems(issue: Issue, parents: readonly PropertyKey[]): Problem[] {
  const path = [...parents, ...issue.path];
  if (issue.code === 'invalid_union') {
    const branch = pickBranch(issue.errors);
    if (branch !== null) return branch.flatMap((inner) => toProblems(inner, path));
  }
  const found = 'input' in issue && issue.input !== undefined ? ` (got ${JSON.stringify(issue.input)})` : '';
  return [{ path: path.join('.'), code: `SCHEMA_${issue.code.toUpperCase()}`, message: issue.message + found }];
}

/** The branch of a union that was meant: the one whose `type` fits. */
function pickBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const fitting = branches.filter((issues) => !issues.some(({ path }) => path.at(-1) === 'type' || path.length === 0));
  return fitting[0] ?? null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

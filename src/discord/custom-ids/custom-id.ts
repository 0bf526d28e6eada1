import { fingerprint } from '../../core/text/fingerprint.js';
import type { Quote } from '../../core/search/quote.js';
import { actions } from './actions.js';
import type { Field, QuoteReference } from './fields.js';

export type ActionName = keyof typeof actions;

/** What a custom id says about an action of this name. */
export type ActionFields<Name extends ActionName> = {
  readonly [Key in keyof (typeof actions)[Name]]: (typeof actions)[Name][Key] extends Field<infer Value>
    ? Value
    : never;
};

/** All that a component needs to know; nothing about it is kept in memory. */
export type Action<Name extends ActionName = ActionName> = {
  [Each in Name]: { readonly name: Each; readonly fields: ActionFields<Each> };
}[Name];

const maxLength = 100;

/** The custom id of a component or form, at most 100 characters: the action's name, then its fields. */
export function writeCustomId<Name extends ActionName>(name: Name, fields: ActionFields<Name>): string {
  const given: Readonly<Record<string, unknown>> = fields;
  const parts = listFields(name).flatMap(([key, field]) => field.write(given[key]));
  while (parts.at(-1) === '') parts.pop();
  const customId = [name, ...parts].join(':');
  if (customId.length > maxLength) throw new Error(`the custom id of ${name} is longer than ${maxLength} characters`);
  return customId;
}

/** Null for a custom id that is not, or no longer, of this bot's making. */
export function readCustomId(customId: string): Action | null {
  const name = findName(customId);
  if (name === null) return null;
  const parts = customId.slice(name.length + 1).split(':');
  const fields: Record<string, unknown> = {};
  let at = 0;
  for (const [key, field] of listFields(name)) {
    const value = field.read(parts.slice(at, at + field.size));
    if (value === undefined) return null;
    fields[key] = value;
    at += field.size;
  }
  return { name, fields } as Action; // just read by the fields of that name
}

/** The action of a custom id, for logs, which say nothing of what it is about. */
export function nameCustomId(customId: string): string {
  return findName(customId) ?? 'unknown';
}

/** Where a quote stands, for its buttons. */
export function referTo({ document, start, end, exact }: Quote): QuoteReference {
  return { documentId: document.id, start, end, mark: fingerprint(exact) };
}

function findName(customId: string): ActionName | null {
  const [first = '', second = ''] = customId.split(':');
  const isName = (name: string): name is ActionName => Object.hasOwn(actions, name);
  return [`${first}:${second}`, first].find(isName) ?? null;
}

function listFields(name: ActionName): [string, Field<unknown>][] {
  return Object.entries<Field<unknown>>(actions[name]);
}

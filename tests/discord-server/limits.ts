/** Limits of messages and modals that Discord enforces and its published schemas leave out. */
import { MessageFlags } from 'discord-api-types/v10';
import type { CallbackBody, EmbedJson, MessageBody } from './bodies.js';
import { listComponents } from './component-tree.js';
import { checkComponents, checkCustomIds } from './component-limits.js';
import type { Problem } from './errors.js';
import { prefixProblems, refuse, tooLong } from './problems.js';
import type { Check } from './router.js';

const MAX_CONTENT = 2_000;
const MAX_EMBEDS = 10;
const MAX_EMBED_TOTAL = 6_000;
const MAX_MODAL_COMPONENTS = 5;
const MAX_CHOICES = 25;
const MAX_CHOICE_LENGTH = 100;

const EMBED_LIMITS = { title: 256, description: 4_096 } as const;
const FLAGS_OF_CREATION =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.Ephemeral |
  MessageFlags.IsVoiceMessage |
  MessageFlags.IsComponentsV2;

/** What a body meets: the flag IS_COMPONENTS_V2 cannot be taken off, and cannot be set beside what the message keeps. */
export interface EditedMessage {
  flags: number;
  content: string;
  embeds: readonly unknown[];
}

/** A message's body; `edited` is the message as it was, null for a new one. */
export function checkMessage(body: MessageBody, edited: EditedMessage | null = null): Problem[] {
  const flags = body.flags ?? 0;
  const wasV2 = ((edited?.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const isV2 = wasV2 || (flags & MessageFlags.IsComponentsV2) !== 0;
  const components = body.components ?? [];
  const problems = [
    ...tooLong('content', body.content, MAX_CONTENT),
    ...checkEmbeds(body.embeds ?? []),
    ...checkComponents(components, isV2),
    ...checkNonce(body.nonce),
    ...((flags & ~FLAGS_OF_CREATION) === 0 ? [] : refuse('flags', `Flags ${flags} cannot be set.`)),
  ];
  return isV2 ? [...problems, ...checkComponentsV2(body, edited)] : problems;
}

function checkComponentsV2(
  { content, embeds, poll, components }: MessageBody,
  edited: EditedMessage | null,
): Problem[] {
  const message = 'Not allowed with IS_COMPONENTS_V2.';
  // What an edit leaves out stays, null takes it away.
  const text = content === undefined ? edited?.content : content;
  const cards = embeds === undefined ? edited?.embeds : embeds;
  const isEmpty = components === undefined || components === null || components.length === 0;
  return [
    ...((text ?? '') === '' ? [] : refuse('content', message)),
    ...((cards ?? []).length === 0 ? [] : refuse('embeds', message)),
    ...((poll ?? null) === null ? [] : refuse('poll', message)),
    ...(isEmpty && edited === null ? refuse('components', 'Must not be empty.') : []),
  ];
}

/** What an interaction callback carries, by its type; updates are left out, since they depend on their message. */
export const checkCallbackLimits: Check = (body) => {
  // The schema has been applied before.
  const { type, data } = body as CallbackBody;
  if (data === undefined || data === null) return [];
  switch (type) {
    case 4:
      return prefixProblems('data', checkMessage(data));
    case 5: {
      const other = (data.flags ?? 0) & ~MessageFlags.Ephemeral;
      return other === 0 ? [] : refuse('data.flags', 'Only EPHEMERAL can be set on a deferred answer.');
    }
    case 8:
      return prefixProblems('data', checkChoices(data.choices ?? []));
    case 9:
      return prefixProblems('data', checkModal(data));
    default:
      return [];
  }
};

function checkEmbeds(embeds: readonly EmbedJson[]): Problem[] {
  const total = embeds.reduce((sum, embed) => sum + countEmbed(embed), 0);
  return [
    ...(embeds.length > MAX_EMBEDS ? refuse('embeds', `Must be ${MAX_EMBEDS} or fewer.`) : []),
    ...(total > MAX_EMBED_TOTAL ? refuse('embeds', `Embed size exceeds ${MAX_EMBED_TOTAL} (is ${total}).`) : []),
    ...embeds.flatMap((embed, index) => prefixProblems(`embeds.${index}`, checkEmbed(embed))),
  ];
}

function checkEmbed(embed: EmbedJson): Problem[] {
  const fields = embed.fields ?? [];
  return [
    ...tooLong('title', embed.title, EMBED_LIMITS.title),
    ...tooLong('description', embed.description, EMBED_LIMITS.description),
    ...tooLong('footer.text', embed.footer?.text, 2_048),
    ...tooLong('author.name', embed.author?.name, 256),
    ...(fields.length > 25 ? refuse('fields', 'Must be 25 or fewer.') : []),
    ...fields.flatMap(({ name, value }, index) => [
      ...tooLong(`fields.${index}.name`, name, 256),
      ...tooLong(`fields.${index}.value`, value, 1_024),
      ...(name === '' || value === '' ? refuse(`fields.${index}`, 'Name and value are required.') : []),
    ]),
    ...(countEmbed(embed) === 0 && Object.keys(embed).length === 0 ? refuse('', 'An embed must not be empty.') : []),
  ];
}

function countEmbed({ title, description, fields, footer, author }: EmbedJson): number {
  const texts = [title, description, footer?.text, author?.name, ...(fields ?? []).flatMap((f) => [f.name, f.value])];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function checkNonce(nonce: string | number | null | undefined): Problem[] {
  return typeof nonce === 'string' ? tooLong('nonce', nonce, 25) : [];
}

function checkChoices(choices: readonly { name: string; value: string | number }[]): Problem[] {
  return [
    ...(choices.length > MAX_CHOICES ? refuse('choices', `Must be ${MAX_CHOICES} or fewer in length.`) : []),
    ...choices.flatMap(({ name, value }, index) => [
      ...tooLong(`choices.${index}.name`, name, MAX_CHOICE_LENGTH),
      ...(name === '' ? refuse(`choices.${index}.name`, 'This field is required.') : []),
      ...(typeof value === 'string' ? tooLong(`choices.${index}.value`, value, MAX_CHOICE_LENGTH) : []),
      ...(value === '' ? refuse(`choices.${index}.value`, 'This field is required.') : []),
    ]),
  ];
}

function checkModal({ custom_id, title, components }: NonNullable<CallbackBody['data']>): Problem[] {
  const top = components ?? [];
  return [
    ...tooLong('title', title, 45),
    ...tooLong('custom_id', custom_id, 100),
    ...(top.length < 1 || top.length > MAX_MODAL_COMPONENTS
      ? refuse('components', `Must be between 1 and ${MAX_MODAL_COMPONENTS} in length.`)
      : []),
    ...checkCustomIds(listComponents(top)),
    ...listComponents(top).flatMap(({ path, component }) => [
      ...tooLong(`${path}.label`, component.label, 45),
      ...tooLong(`${path}.description`, component.description, 100),
      ...tooLong(`${path}.placeholder`, component.placeholder, 100),
      ...tooLong(`${path}.value`, component.value, 4_000),
    ]),
  ];
}

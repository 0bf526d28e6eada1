/** How tests read a message: its text, its buttons. */
import { ComponentType } from 'discord-api-types/v10';
import type { ComponentJson, MessageBody } from './bodies.js';
import { listComponents, listTexts } from './component-tree.js';

type Viewed = Pick<MessageBody, 'content' | 'components'> & { embeds?: MessageBody['embeds'] };

/** All text that a reader sees, in order, by paragraph. */
export function readText(message: Viewed): string {
  const embeds = (message.embeds ?? []).flatMap(({ title, description, fields, footer }) => [
    title,
    description,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  return [...listTexts(message), ...embeds.filter((text) => typeof text === 'string')].join('\n\n');
}

/** The buttons and link buttons, in order. */
export function listButtons({ components }: Pick<Viewed, 'components'>): ComponentJson[] {
  return listOfType(components ?? [], ComponentType.Button);
}

/** The containers of a Components V2 message, each with its accent colour and children. */
export function listContainers({ components }: Pick<Viewed, 'components'>): ComponentJson[] {
  return listOfType(components ?? [], ComponentType.Container);
}

/** The component with this custom id or label, or whose custom id matches the pattern; throws when there is none. */
export function findComponent({ components }: Pick<Viewed, 'components'>, wanted: string | RegExp): ComponentJson {
  const all = listComponents(components ?? []).map(({ component }) => component);
  const found = all.find(({ custom_id, label }) => {
    if (typeof wanted === 'string') return custom_id === wanted || (label === wanted && custom_id !== undefined);
    return wanted.test(custom_id ?? '');
  });
  if (found !== undefined) return found;
  const ids = all.flatMap(({ custom_id, label }) => (custom_id ? [`${custom_id} (${label ?? ''})`] : []));
  throw new Error(`No component ${String(wanted)}; there are: ${ids.join(', ')}`);
}

function listOfType(components: readonly ComponentJson[], type: ComponentType): ComponentJson[] {
  return listComponents(components)
    .map(({ component }) => component)
    .filter((component) => component.type === type);
}

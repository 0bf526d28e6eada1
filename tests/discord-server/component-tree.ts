import { ComponentType } from 'discord-api-types/v10';
import type { ComponentJson, MessageBody } from './bodies.js';

/** A component with its place, such as `components.0.accessory`. */
export interface PlacedComponent {
  path: string;
  component: ComponentJson;
}

/** Every component of a message or modal, nested ones after what holds them. */
export function listComponents(components: readonly ComponentJson[], prefix = 'components'): PlacedComponent[] {
  return components.flatMap((component, index) => listOne(component, `${prefix}.${index}`));
}

function listOne(component: ComponentJson, path: string): PlacedComponent[] {
  return [
    { path, component },
    ...listComponents(component.components ?? [], `${path}.components`),
    ...(component.accessory === undefined ? [] : listOne(component.accessory, `${path}.accessory`)),
    ...(component.component === undefined ? [] : listOne(component.component, `${path}.component`)),
  ];
}

/** The texts of a message that Discord looks for mentions in: content and text displays. */
export function listTexts({ content, components }: Pick<MessageBody, 'content' | 'components'>): string[] {
  const displays = listComponents(components ?? [])
    .filter(({ component }) => component.type === ComponentType.TextDisplay)
    .map(({ component }) => component.content ?? '');
  return [content ?? '', ...displays].filter((text) => text !== '');
}

/** Copies with an id on each component, as Discord gives them back: own ids stay, the rest are counted from 1. */
export function numberComponents(components: readonly ComponentJson[]): ComponentJson[] {
  const copies = structuredClone([...components]);
  const all = listComponents(copies).map(({ component }) => component);
  const taken = new Set(all.map(({ id }) => id).filter((id) => id !== undefined && id !== null && id !== 0));
  let next = 1;
  for (const component of all) {
    if (component.id !== undefined && component.id !== null && component.id !== 0) continue;
    while (taken.has(next)) next += 1;
    component.id = next;
    taken.add(next);
  }
  return copies;
}

import type { Message } from 'discord.js';

/** A component of a message as it travels in JSON. */
type Component = object;

interface Found {
  readonly component: Component;
  /** The component of the message itself that holds it, or that it is. */
  readonly top: Component;
}

/** All components in the order in which they are shown, each before those inside it. */
export function* walkComponents(components: readonly Component[], top: Component | null = null): Generator<Found> {
  for (const component of components) {
    const own = top ?? component;
    yield { component, top: own };
    if ('components' in component && isList(component.components)) yield* walkComponents(component.components, own);
    if ('accessory' in component && isComponent(component.accessory)) yield* walkComponents([component.accessory], own);
  }
}

/** The components of a message that Discord has sent. */
export function componentsOf({ components }: Pick<Message, 'components'>): Component[] {
  return components.map((component) => component.toJSON());
}

export function isText(component: Component): component is { content: string } {
  return 'content' in component && typeof component.content === 'string';
}

/** Null for a component that nothing can be done with. */
export function customIdOf(component: Component): string | null {
  return 'custom_id' in component && typeof component.custom_id === 'string' ? component.custom_id : null;
}

function isComponent(value: unknown): value is Component {
  return typeof value === 'object' && value !== null;
}

function isList(value: unknown): value is Component[] {
  return Array.isArray(value) && value.every(isComponent);
}

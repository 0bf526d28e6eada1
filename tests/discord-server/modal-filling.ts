import { ComponentType } from 'discord-api-types/v10';
import type { ComponentJson } from './bodies.js';

/** What a member fills into a form, by custom id: text, or the values chosen. */
export type ModalValues = Record<string, string | readonly string[]>;

/** The components of a submitted form: those of the form with values in place of labels and settings. */
export function fillModal(components: readonly ComponentJson[], values: ModalValues): object[] {
  let id = 0;
  const fill = (component: ComponentJson): object => {
    id += 1;
    const { type, custom_id } = component;
    const own = { type, id };
    if (component.component !== undefined) return { ...own, component: fill(component.component) };
    if (component.components !== undefined) return { ...own, components: component.components.map(fill) };
    if (type === ComponentType.TextDisplay) return own;
    const value = values[custom_id ?? ''];
    if (type === ComponentType.TextInput) {
      if (value === undefined && component.required !== false) throw new Error(`${custom_id ?? ''} is required`);
      return { ...own, custom_id, value: value ?? '' };
    }
    return { ...own, custom_id, values: value ?? [] };
  };
  return components.map(fill);
}

import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { ComponentJson } from './bodies.js';
import { listComponents, type PlacedComponent } from './component-tree.js';
import type { Problem } from './errors.js';
import { refuse, tooLong } from './problems.js';

const MAX_COMPONENTS = 40;
const MAX_ROWS = 5;
const MAX_TEXT = 4_000;
// Not documented; longer messages of other scripts than Latin have been seen to fail.
const MAX_TEXT_BYTES = 10_000;
const MAX_BUTTONS = 5;
const MAX_OPTIONS = 25;

const SELECTS: readonly ComponentType[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

const TOP_LEVEL: readonly ComponentType[] = [
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
  ComponentType.Container,
];

/** The components of a message, with or without IS_COMPONENTS_V2. */
export function checkComponents(components: readonly ComponentJson[], isV2: boolean): Problem[] {
  const all = listComponents(components);
  return [
    ...(isV2 ? checkTotals(all) : checkLegacyRows(components)),
    ...components.flatMap(({ type }, index) =>
      TOP_LEVEL.includes(type) ? [] : refuse(`components.${index}.type`, `Type ${type} cannot stand alone.`),
    ),
    ...all.flatMap((placed) => checkOne(placed)),
    ...checkCustomIds(all),
  ];
}

/** Custom ids are the handle of an interaction: two equal ones are refused. */
export function checkCustomIds(all: readonly PlacedComponent[]): Problem[] {
  const seen = new Set<string>();
  return all.flatMap(({ path, component: { custom_id } }) => {
    if (custom_id === undefined || custom_id === null) return [];
    const repeated = seen.has(custom_id);
    seen.add(custom_id);
    return [
      ...tooLong(`${path}.custom_id`, custom_id, 100),
      ...(custom_id === '' ? refuse(`${path}.custom_id`, 'Must be between 1 and 100 in length.') : []),
      ...(repeated ? refuse(`${path}.custom_id`, 'Component custom id cannot be duplicated.') : []),
    ];
  });
}

function checkLegacyRows(components: readonly ComponentJson[]): Problem[] {
  return [
    ...(components.length > MAX_ROWS ? refuse('components', `Must be ${MAX_ROWS} or fewer in length.`) : []),
    ...components.flatMap(({ type }, index) =>
      type === ComponentType.ActionRow ? [] : refuse(`components.${index}.type`, 'Needs the flag IS_COMPONENTS_V2.'),
    ),
  ];
}

function checkTotals(all: readonly PlacedComponent[]): Problem[] {
  const text = all
    .map(({ component }) => (component.type === ComponentType.TextDisplay ? component.content : ''))
    .join('');
  const bytes = Buffer.byteLength(text);
  return [
    ...(all.length > MAX_COMPONENTS
      ? refuse('components', `At most ${MAX_COMPONENTS} components, nested ones counted (are ${all.length}).`)
      : []),
    ...(text.length > MAX_TEXT
      ? refuse('components', `Texts exceed ${MAX_TEXT} characters in all (are ${text.length}).`)
      : []),
    ...(bytes > MAX_TEXT_BYTES ? refuse('components', `Texts exceed ${MAX_TEXT_BYTES} bytes (are ${bytes}).`) : []),
  ];
}

const CHECKS: Partial<Record<ComponentType, (path: string, component: ComponentJson) => Problem[]>> = {
  [ComponentType.ActionRow]: (path, { components }) => checkRow(path, components ?? []),
  [ComponentType.Button]: checkButton,
  [ComponentType.Section]: checkSection,
  [ComponentType.TextDisplay]: (path, { content }) =>
    (content ?? '').trim() === '' ? refuse(`${path}.content`, 'This field is required.') : [],
  [ComponentType.Container]: (path, { components }) => checkContainer(path, components ?? []),
  ...Object.fromEntries(SELECTS.map((type) => [type, checkSelect])),
};

function checkOne({ path, component }: PlacedComponent): Problem[] {
  return CHECKS[component.type]?.(path, component) ?? [];
}

function checkRow(path: string, children: readonly ComponentJson[]): Problem[] {
  const buttons = children.filter(({ type }) => type === ComponentType.Button).length;
  const selects = children.filter(({ type }) => SELECTS.includes(type)).length;
  const fits = buttons + selects === children.length && (buttons > 0 && buttons <= MAX_BUTTONS) !== (selects === 1);
  return fits && (selects === 0 || buttons === 0)
    ? []
    : refuse(`${path}.components`, `A row holds 1 to ${MAX_BUTTONS} buttons or one select.`);
}

function checkButton(path: string, { style, label, emoji, custom_id, url, sku_id }: ComponentJson): Problem[] {
  const isLink = style === ButtonStyle.Link;
  const isPremium = style === ButtonStyle.Premium;
  const isEmpty = (label ?? '') === '' && (emoji ?? null) === null;
  return [
    ...tooLong(`${path}.label`, label, 80),
    ...(isEmpty && !isPremium ? refuse(`${path}.label`, 'A button needs a label or an emoji.') : []),
    ...(isLink === ((url ?? null) !== null) ? [] : refuse(`${path}.url`, 'A link button, and only it, has a URL.')),
    ...((isLink || isPremium) === ((custom_id ?? null) === null)
      ? []
      : refuse(`${path}.custom_id`, 'A button needs a custom id unless it is a link or premium.')),
    ...(isPremium === ((sku_id ?? null) !== null) ? [] : refuse(`${path}.sku_id`, 'For premium buttons only.')),
    ...(isLink && !/^(https?|discord):\/\//.test(url ?? '')
      ? refuse(`${path}.url`, 'Scheme must be http or https.')
      : []),
  ];
}

function checkSection(path: string, { components = [], accessory }: ComponentJson): Problem[] {
  const texts = components.every(({ type }) => type === ComponentType.TextDisplay);
  const beside = accessory?.type === ComponentType.Button || accessory?.type === ComponentType.Thumbnail;
  return [
    ...(texts && components.length >= 1 && components.length <= 3
      ? []
      : refuse(`${path}.components`, 'A section holds 1 to 3 text displays.')),
    ...(beside ? [] : refuse(`${path}.accessory`, 'A section needs a button or a thumbnail.')),
  ];
}

function checkContainer(path: string, children: readonly ComponentJson[]): Problem[] {
  if (children.length === 0) return refuse(`${path}.components`, 'Must not be empty.');
  return children.flatMap(({ type }, index) =>
    type === ComponentType.Container || !TOP_LEVEL.includes(type)
      ? refuse(`${path}.components.${index}.type`, `Type ${type} cannot be inside a container.`)
      : [],
  );
}

function checkSelect(path: string, { type, options, placeholder, min_values, max_values }: ComponentJson): Problem[] {
  const list = options ?? [];
  const problems = [
    ...tooLong(`${path}.placeholder`, placeholder, 150),
    ...((min_values ?? 1) > (max_values ?? 1) ? refuse(`${path}.min_values`, 'Must not exceed max_values.') : []),
  ];
  if (type !== ComponentType.StringSelect) return problems;
  const values = new Set(list.map(({ value }) => value));
  return [
    ...problems,
    ...(list.length < 1 || list.length > MAX_OPTIONS
      ? refuse(`${path}.options`, `Must be between 1 and ${MAX_OPTIONS} in length (is ${list.length}).`)
      : []),
    ...(values.size < list.length ? refuse(`${path}.options`, 'The option values must be unique.') : []),
    ...((max_values ?? 1) > list.length ? refuse(`${path}.max_values`, 'Exceeds the number of options.') : []),
    ...list.flatMap(({ label, value, description }, index) => [
      ...tooLong(`${path}.options.${index}.label`, label, 100),
      ...tooLong(`${path}.options.${index}.value`, value, 100),
      ...tooLong(`${path}.options.${index}.description`, description, 100),
    ]),
  ];
}

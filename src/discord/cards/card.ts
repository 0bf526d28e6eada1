import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIFileComponent,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
} from 'discord.js';
import { isText, walkComponents } from './components.js';

/** A message in Components V2, as Discord's interface takes it. */
export interface Card {
  readonly components: APIMessageTopLevelComponent[];
  /** Shown by `fileComponent`. */
  readonly files?: readonly CardFile[];
}

interface CardFile {
  readonly name: string;
  /** Written in UTF-8. */
  readonly content: string;
}

type ButtonRow = APIActionRowComponent<APIButtonComponent>;

/** Never the only sign of a lane: each container also says what it is. */
const laneAccents = { reported: 0x2f6fb0, attributed: 0xb7791f, opinion: 0x8a4fbf } as const;
export const accents = { ...laneAccents, neutral: 0x8a9099, good: 0x2f8f5b, warning: 0xc05621 } as const;

/** Discord counts texts of all Text Displays together; a little is kept back. */
const maxTextLength = 3_900;
const maxTextBytes = 9_500;
const maxComponents = 40;
const maxLinkLength = 512;

export function text(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

export function container(accent: number, components: readonly APIComponentInContainer[]): APIContainerComponent {
  return { type: ComponentType.Container, accent_color: accent, components: [...components] };
}

/** A file of the same card, by its name. */
export function fileComponent(name: string): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

export function row(buttons: readonly APIButtonComponent[]): ButtonRow {
  return { type: ComponentType.ActionRow, components: [...buttons] };
}

export function button(customId: string, label: string, emoji?: string): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: customId,
    label,
    ...(emoji === undefined ? {} : { emoji: { name: emoji } }),
  };
}

/** Buttons to the page before and the one after, as far as there are; `page` from 0, `to` gives the custom id for a page. */
export function turnButtons(
  page: number,
  pages: number,
  to: (page: number) => string,
  labels: { readonly before: string; readonly after: string },
): APIButtonComponent[] {
  return [
    ...(page > 0 ? [button(to(page - 1), labels.before, '◀️')] : []),
    ...(page < pages - 1 ? [button(to(page + 1), labels.after, '▶️')] : []),
  ];
}

/** A link button; none for an address that Discord would refuse. */
export function linkButtons(url: string | null, label: string): APIButtonComponent[] {
  if (url === null || url.length > maxLinkLength || !/^https?:\/\//i.test(url)) return [];
  return [{ type: ComponentType.Button, style: ButtonStyle.Link, url, label }];
}

/** A short message of the bot's own; `content` is Markdown. */
export function renderNotice(content: string, accent: keyof typeof accents = 'neutral'): Card {
  return { components: [container(accents[accent], [text(content)])] };
}

/** The card with a small line of the bot's own in its first text, so that it needs no further component. */
export function addLine(card: Card, line: string): Card {
  const components = structuredClone(card.components);
  for (const { component } of walkComponents(components)) {
    if (!isText(component)) continue;
    component.content += `\n-# ${line}`;
    break;
  }
  return { ...card, components };
}

/** Whether Discord takes the card: its texts and the number of its components, nested ones counted. */
export function fits({ components }: Card): boolean {
  const all = [...walkComponents(components)].map(({ component }) => component);
  const texts = all
    .filter(isText)
    .map(({ content }) => content)
    .join('');
  return all.length <= maxComponents && texts.length <= maxTextLength && Buffer.byteLength(texts) <= maxTextBytes;
}

/** The first of the cards that Discord takes, or the last one. */
export function firstFitting<T>(attempts: readonly T[], render: (attempt: T) => Card): Card {
  let card: Card = { components: [] };
  for (const attempt of attempts) {
    card = render(attempt);
    if (fits(card)) break;
  }
  return card;
}

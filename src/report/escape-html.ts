import { showControls } from '../core/text/show-controls.js';

/** HTML that is safe to put into a page; made by `element` only, so that no text gets in without being escaped. */
export class Html {
  constructor(readonly source: string) {}
}

type Part = string | number | Html | null | readonly Html[];

/** Puts parts into a template: text is escaped, HTML made by this function is not, null is nothing. */
export function element(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let source = strings[0] ?? '';
  for (const [i, part] of parts.entries()) source += toSource(part) + (strings[i + 1] ?? '');
  return new Html(source);
}

function toSource(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.source;
  if (typeof part === 'object') return part.map(({ source }) => source).join('');
  return escapeText(String(part));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/** Text for an element or a quoted attribute. */
export function escapeText(text: string): string {
  return showControls(text).replace(/[&<>"'\r]/g, (character) => entities[character] ?? character);
}

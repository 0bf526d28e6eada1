/** The only file that knows Hono's templates. They escape every text that is put in; here it also gets no further type. */
import { html as template } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { showControls } from '../core/text/show-controls.js';

/** HTML that is safe to put into a page; made by `html` only. */
export type Html = HtmlEscapedString;

type Part = string | number | Html | null | readonly Part[];

/** Puts parts into a template: text is escaped, and control characters become pictures of themselves; null is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return template(strings, ...parts.map(prepare)) as Html; // a promise only where a part is one
}

function prepare(part: Part): unknown {
  if (isList(part)) return part.map(prepare);
  return typeof part === 'string' ? showControls(part) : part;
}

function isList(part: Part): part is readonly Part[] {
  return Array.isArray(part);
}

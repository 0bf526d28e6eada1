/** The only file that knows linkedom: pages and XML as trees. Entities that a file declares itself are never resolved. */
import { DOMParser, parseHTML } from 'linkedom';
import { VerbatimError } from '../../core/errors.js';
import type { HtmlNode } from '../../core/formats/html-tree.js';

/** A parsed page with what is asked of it; also what Readability works on. */
export interface PageDocument {
  readonly title: string;
  readonly documentElement: HtmlNode | null;
  readonly body: HtmlNode | null;
  querySelector(selector: string): HtmlNode | null;
  querySelectorAll(selector: string): Iterable<HtmlNode>;
}

/** No page that people write is nested so deep; the parser takes quadratic time for it. */
const maxNesting = 1_000;
const xmlTags = /<(\/?)[\w:.-]+(?:\s[^<>]*?)?(\/?)>/g;
const nesting =
  /<(\/?)(?:div|span|section|article|ul|ol|dl|table|blockquote|font|b|i|em|strong|center|small|big|u|a)\b/gi;

/** Throws `bad-input` for a page that is nested too deep to be read. */
export function parsePage(html: string): PageDocument {
  checkNesting(html, nesting);
  // A piece of a page without these elements would have no body.
  const whole = /<(?:html|body)\b/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(whole) as { document: PageDocument }; // its own types are those of a browser
  return document;
}

function checkNesting(text: string, tags: RegExp): void {
  let depth = 0;
  for (const [, closes, isEmpty] of text.matchAll(tags)) {
    if (isEmpty === '/') continue;
    depth = closes === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > maxNesting)
      throw new VerbatimError('bad-input', `its elements are nested more than ${maxNesting} deep`);
  }
}

/** The root element of an XML file. Throws `bad-input` for one that declares entities, and for what is no XML. */
export function parseXml(xml: string): HtmlNode {
  if (/<!ENTITY/i.test(xml.slice(0, 100_000)))
    throw new VerbatimError('bad-input', 'it declares entities of its own, which are not read');
  checkNesting(xml, xmlTags);
  const { documentElement } = new DOMParser().parseFromString(xml.replace(/^\ufeff/, ''), 'text/xml');
  const root = documentElement as unknown as HtmlNode | null;
  if (!root) throw new VerbatimError('bad-input', 'it is not XML');
  return root;
}

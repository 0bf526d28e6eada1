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
const pageTags = /<(\/?)([a-z][a-z\d]*)\b/gi;
/** Elements that hold others, and those of them that end a paragraph where they begin. */
const endsParagraph = new Set(
  (
    'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
    'main nav ol p pre section table ul'
  ).split(' '),
);
const holders = new Set([
  ...endsParagraph,
  ...'span font b i em strong center small big u a li dt dd tr td th tbody thead tfoot label sup sub code s'.split(' '),
]);
/** What comes before the words of a page. */
const headParts =
  /^(?:\s+|<[!?](?!--)[^>]*>|<!--[\s\S]*?-->|<\/?(?:html|head|meta|link|base)\b[^>]*>|<(title|script|style)\b[^>]*>[\s\S]*?<\/\1>)*/i;

/** Throws `bad-input` for a page that is nested too deep to be read. */
export function parsePage(html: string): PageDocument {
  checkPageNesting(
    withoutParts(html, [
      ['<!--', '-->'],
      ['<script', '</script'],
      ['<style', '</style'],
    ]),
  );
  const { document } = parseHTML(wholePage(html)) as { document: PageDocument }; // its own types are those of a browser
  return document;
}

/** A page with a head and a body, which both may be left out. */
function wholePage(html: string): string {
  if (/<body\b/i.test(html)) return html;
  const [before = ''] = headParts.exec(html) ?? [];
  const head = before.replace(/<[!?](?!--)[^>]*>|<\/?(?:html|head)\b[^>]*>/gi, '');
  return `<html><head>${head}</head><body>${html.slice(before.length)}</body></html>`;
}

/** The text without its parts between two marks; a part without an end stays. */
function withoutParts(text: string, marks: readonly (readonly [string, string])[]): string {
  let rest = text;
  for (const [open, close] of marks) {
    const small = rest.toLowerCase();
    if (small.length !== rest.length) return rest; // letters that change their length
    const pieces: string[] = [];
    let at = 0;
    for (;;) {
      const start = small.indexOf(open, at);
      const end = start < 0 ? -1 : small.indexOf(close, start + 2);
      if (end < 0) break;
      pieces.push(rest.slice(at, start));
      at = end + close.length;
    }
    rest = pieces.join('') + rest.slice(at);
  }
  return rest;
}

/** Elements end with the one that they stand in, and paragraphs, items and cells where the next begins, too. */
function checkPageNesting(html: string): void {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const pop = (): string => {
    const name = open.pop() ?? '';
    counts.set(name, (counts.get(name) ?? 0) - 1);
    return name;
  };
  for (const [, closes, written = ''] of html.matchAll(pageTags)) {
    const name = written.toLowerCase();
    if (!holders.has(name)) continue;
    if (closes === '/') {
      if ((counts.get(name) ?? 0) > 0) while (pop() !== name);
      continue;
    }
    const last = open.at(-1) ?? '';
    if ((last === 'p' && endsParagraph.has(name)) || (last === name && /^(?:li|d[td]|t[drh])$/.test(name))) pop();
    open.push(name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    refuseDeep(open.length);
  }
}

function checkXmlNesting(xml: string): void {
  let depth = 0;
  for (const [, closes, isEmpty] of xml.matchAll(xmlTags)) {
    if (isEmpty === '/') continue;
    depth = closes === '/' ? Math.max(0, depth - 1) : depth + 1;
    refuseDeep(depth);
  }
}

function refuseDeep(depth: number): void {
  if (depth > maxNesting) throw new VerbatimError('bad-input', `its elements are nested more than ${maxNesting} deep`);
}

/** The root element of an XML file. Throws `bad-input` for one that declares entities, and for what is no XML. */
export function parseXml(xml: string): HtmlNode {
  if (/<!ENTITY/i.test(xml.slice(0, 100_000)))
    throw new VerbatimError('bad-input', 'it declares entities of its own, which are not read');
  checkXmlNesting(
    withoutParts(xml, [
      ['<![cdata[', ']]>'],
      ['<!--', '-->'],
    ]),
  );
  const { documentElement } = new DOMParser().parseFromString(xml, 'text/xml');
  const root = documentElement as unknown as HtmlNode | null;
  if (!root) throw new VerbatimError('bad-input', 'it is not XML');
  return root;
}

import type { DerivedMetadata, DerivedText } from '../../core/formats/derived-document.js';
import { childrenOf, readHtmlTree, type HtmlNode } from '../../core/formats/html-tree.js';
import { TextBuilder } from '../../core/formats/text-builder.js';
import { VerbatimError } from '../../core/errors.js';
import { decodeMarkup } from './decode-markup.js';
import { parsePage, type PageDocument } from './linkedom-dom.js';
import { findArticle } from './readability-article.js';

/** What stands around an article on a page, and never in a text that was only saved as HTML. */
const surroundings = 'nav, aside, header, footer, form, [role=navigation], [role=banner], [role=contentinfo]';

/** Reads a saved web page, or a text that was saved as HTML: its article, without menus and the like. */
export function readHtmlPage(bytes: Uint8Array): DerivedText {
  const html = decodeMarkup(bytes);
  const page = parsePage(html);
  const metadata = readMetadata(page, html);
  const builder = new TextBuilder();
  unwrapForms(page);
  const { root, byline } = chooseRoot(page);
  if (root) readHtmlTree(root, builder);
  if (builder.isEmpty && page.body) readHtmlTree(page.body, builder);
  if (builder.isEmpty) throw new VerbatimError('bad-input', 'no text in it');
  const author = metadata.author ?? byline?.replace(/^by\s+/i, '').trim();
  return builder.finish({ ...metadata, ...(author ? { author } : {}) });
}

/** A form that most of a page stands in, as some servers write it, is none to fill in. */
function unwrapForms(page: PageDocument): void {
  for (const form of page.querySelectorAll('form')) {
    const element = form as unknown as { replaceWith(...nodes: readonly HtmlNode[]): void };
    if (page.body && 2 * wordCount(form) > wordCount(page.body)) element.replaceWith(...childrenOf(form));
  }
}

/**
 * The part of a page that is its text: the only `main` or `article`; of several articles, or where nothing stands around, the
 * whole; else what stands out.
 */
function chooseRoot(page: PageDocument): { root: HtmlNode | null; byline: string | null } {
  for (const selector of ['main, [role=main]', 'article:not(article article)']) {
    const [only, ...others] = [...page.querySelectorAll(selector)];
    if (only && others.length === 0 && wordCount(only) > 20) return { root: withoutSurroundings(only), byline: null };
    if (only && others.length > 0 && selector.startsWith('article') && page.body)
      return { root: withoutSurroundings(page.body, ', header:not(article header), [role=banner]'), byline: null };
  }
  const isPlain = page.querySelector(surroundings) === null;
  const article = isPlain ? null : findArticle(page);
  return article ?? { root: page.body, byline: null };
}

/** Menus and the like may stand inside of the article, too; its own header has the title. */
function withoutSurroundings(root: HtmlNode, more = ''): HtmlNode {
  const element = root as unknown as { querySelectorAll(selector: string): Iterable<{ remove(): void }> };
  for (const around of element.querySelectorAll(`nav, aside, footer, form, [role=navigation]${more}`)) around.remove();
  return root;
}

function wordCount(node: HtmlNode): number {
  return (node.textContent ?? '').split(/\s+/).length;
}

/** What the head of a page and the program that saved it say. */
function readMetadata(page: PageDocument, html: string): DerivedMetadata {
  const meta = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const found = page.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`);
      const content = found?.getAttribute?.('content')?.trim();
      if (content) return content;
    }
    return null;
  };
  const [saved = ''] = /<!--[\s\S]{0,400}?saved[\s\S]{0,1000}?-->/i.exec(html.slice(0, 5_000)) ?? [];
  const address = /(?:url:\s*|url=\(\d+\))(https?:\/\/\S+)/i.exec(saved)?.[1];
  const canonical = page.querySelector('link[rel=canonical]')?.getAttribute?.('href');
  const heading = page.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim();
  const title = meta('og:title', 'twitter:title') ?? (page.title.trim() || heading);
  const author = meta('author', 'article:author', 'dc.creator');
  const url = [canonical, address, meta('og:url')].find((one) => one && /^https?:\/\/\S+$/i.test(one));
  const date = dayOf(meta('article:published_time', 'datePublished', 'date', 'dc.date', 'pubdate') ?? findTime(page));
  const savedOn = dayOf(/saved date:\s*([^\n]+)/i.exec(saved)?.[1] ?? null);
  const publication = meta('og:site_name');
  return {
    ...(title ? { title } : {}),
    ...(author && !/^https?:/.test(author) ? { author } : {}),
    ...(publication ? { publication } : {}),
    ...(date ? { date } : {}),
    ...(url ? { url } : {}),
    ...(savedOn ? { savedOn } : {}),
  };
}

function findTime(page: PageDocument): string | null {
  const times = [...page.querySelectorAll('time[datetime]')];
  return times.length === 1 ? (times[0]?.getAttribute?.('datetime') ?? null) : null;
}

/** `YYYY-MM-DD` of a date in any form that is plain; null else. The day is the one that is written, whatever the zone. */
export function dayOf(written: string | null): string | null {
  if (written === null) return null;
  const iso = /^\s*(\d{4})-(\d\d)(?:-(\d\d))?/.exec(written);
  if (iso) return [iso[1], iso[2], iso[3]].filter((part) => part !== undefined).join('-');
  const named = /(\d{1,2}) (\w{3})\w* (\d{4})/.exec(written) ?? /(\w{3})\w*\.? (\d{1,2}),? (\d{4})/.exec(written);
  if (!named) return /^\d{4}$/.test(written.trim()) ? written.trim() : null;
  const [, first = '', second = '', year = ''] = named;
  const [day, name] = /^\d/.test(first) ? [first, second] : [second, first];
  const month = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(name.toLowerCase()) + 1;
  return month === 0 ? null : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

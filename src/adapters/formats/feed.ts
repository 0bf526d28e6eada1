import { createHash } from 'node:crypto';
import type { DerivedMetadata, DerivedText } from '../../core/formats/derived-document.js';
import { readHtmlTree, type HtmlNode } from '../../core/formats/html-tree.js';
import { TextBuilder } from '../../core/formats/text-builder.js';
import { allElements, elementAt, elementsOf, nameOf, wordsOf } from '../../core/formats/xml-tree.js';
import { VerbatimError } from '../../core/errors.js';
import { decodeMarkup } from './decode-markup.js';
import { dayOf } from './html-page.js';
import { parsePage, parseXml } from './linkedom-dom.js';

const maxPartLength = 40;
/** Names that RSS takes from other vocabularies, whatever their prefix. */
const borrowed = new Set(['encoded', 'creator', 'date']);

/** Reads a feed (RSS, Atom): each entry a document. Throws `bad-input` for what is none, and for one without any words. */
export function readFeed(bytes: Uint8Array): DerivedText[] {
  const root = parseXml(decodeMarkup(bytes));
  const kind = nameOf(root).toLowerCase();
  if (kind !== 'rss' && kind !== 'feed' && kind !== 'rdf')
    throw new VerbatimError('bad-input', 'it is no feed (RSS or Atom)');
  const channel = kind === 'feed' ? root : elementAt(root, 'channel');
  const publication = wordsOf((channel && ownElements(channel, 'title')[0]) ?? null);
  const entries = allElements(root, kind === 'feed' ? 'entry' : 'item');
  const texts = entries.flatMap((entry) => readEntry(entry, publication) ?? []);
  if (texts.length === 0) throw new VerbatimError('bad-input', 'no text in it');
  const parts = new Map<string, number>();
  return texts.map((text) => {
    const part = text.part ?? '';
    const count = (parts.get(part) ?? 0) + 1;
    parts.set(part, count);
    return count === 1 ? text : { ...text, part: `${part}-${count}` };
  });
}

function readEntry(entry: HtmlNode, publication: string | null): DerivedText | null {
  const builder = new TextBuilder();
  const content = ['encoded', 'content', 'description', 'summary']
    .flatMap((name) => ownElements(entry, name))
    .find(wordsOf);
  if (!content) return null;
  // Its own elements where it is XHTML, else the source of a page or plain words.
  const isTree = elementsOf(content).length > 0;
  const body = isTree ? content : parsePage(content.textContent ?? '').body;
  if (body) readHtmlTree(body, builder);
  if (builder.isEmpty) return null;
  const title = ownElements(entry, 'title')[0]?.textContent ?? '';
  const plain = (/[<&]/.test(title) ? wordsOf(parsePage(title).body) : title.replace(/\s+/g, ' ').trim()) ?? '';
  const links = ownElements(entry, 'link');
  const link = links.find((one) => (one.getAttribute?.('rel') ?? 'alternate') === 'alternate') ?? links[0];
  const url = link?.getAttribute?.('href') ?? wordsOf(link ?? null);
  const field = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const words = wordsOf(ownElements(entry, name)[0] ?? null);
      if (words) return words;
    }
    return null;
  };
  const author = wordsOf(elementAt(ownElements(entry, 'author')[0] ?? null, 'name')) ?? field('creator', 'author');
  const date = dayOf(field('published', 'pubDate', 'date', 'updated'));
  const metadata: DerivedMetadata = {
    ...(plain === '' ? {} : { title: plain }),
    ...(author === null ? {} : { author }),
    ...(publication === null ? {} : { publication }),
    ...(date === null ? {} : { date }),
    ...(url !== null && /^https?:\/\/\S+$/i.test(url) ? { url } : {}),
  };
  const identity = field('guid', 'id') ?? url ?? plain;
  return builder.finish(metadata, { part: namePart(plain, identity) });
}

/** Of an entry's elements of a name those that are no other vocabulary's: not `media:content`, though the words of a page are `content:encoded`. */
function ownElements(entry: HtmlNode, name: string): HtmlNode[] {
  const own = prefixOf(entry);
  return elementsOf(entry, name).filter((one) => borrowed.has(name) || prefixOf(one) === own);
}

function prefixOf({ localName }: HtmlNode): string {
  return localName?.includes(':') === true ? localName.slice(0, localName.indexOf(':')) : '';
}

/** The words of the title, and digits that tell entries of one title apart. */
function namePart(title: string, identity: string): string {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const digits = createHash('sha256').update(identity).digest('hex').slice(0, 6);
  return `${words.slice(0, maxPartLength).replace(/-$/, '') || 'entry'}-${digits}`;
}

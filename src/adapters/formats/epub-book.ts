import type { DerivedMetadata, DerivedText } from '../../core/formats/derived-document.js';
import { readHtmlTree, type HtmlNode } from '../../core/formats/html-tree.js';
import { TextBuilder } from '../../core/formats/text-builder.js';
import { allElements, attributeOf, elementAt, elementsOf, wordsOf } from '../../core/formats/xml-tree.js';
import { VerbatimError } from '../../core/errors.js';
import { Archive } from './fflate-archive.js';
import { parsePage, parseXml } from './linkedom-dom.js';

/** A file of the book, by its name in the archive. */
interface Item {
  readonly file: string;
  readonly isPage: boolean;
  readonly isContents: boolean;
}

/**
 * Reads a book (EPUB 2 and 3), chapter by chapter in the order of its spine. Throws `bad-input` for one that is protected or damaged.
 * Paths that lead out of the archive are not followed.
 */
export function readEpub(bytes: Uint8Array): DerivedText {
  const archive = new Archive(bytes);
  const container = archive.readText('META-INF/container.xml');
  const rootfile = container === null ? null : allElements(parseXml(container), 'rootfile')[0];
  const packageFile = attributeOf(rootfile ?? null, 'full-path');
  const text = packageFile === null ? null : archive.readText(packageFile);
  if (packageFile === null || text === null) throw new VerbatimError('bad-input', 'it is no book (EPUB)');
  const book = parseXml(text);
  const items = readManifest(book, packageFile);
  if (isProtected(archive, items)) throw new VerbatimError('bad-input', 'it is protected against being read (DRM)');
  const chapters = readContents(archive, book, items);
  const builder = new TextBuilder();
  for (const ref of allElements(book, 'itemref')) {
    const item = items.get(attributeOf(ref, 'idref') ?? '');
    if (!item?.isPage || item.isContents) continue;
    const page = archive.readText(item.file);
    if (page === null) builder.doubt('left-out');
    else readChapter(page, chapters.get(item.file) ?? null, builder);
  }
  if (builder.isEmpty) throw new VerbatimError('bad-input', 'no text in it');
  return builder.finish(readMetadata(book));
}

/** A chapter without a heading of its own is named by the table of contents. */
function readChapter(page: string, title: string | null, builder: TextBuilder): void {
  const { body } = parsePage(page);
  if (!body) return;
  const hasHeading = ['h1', 'h2', 'h3'].some((name) => allElements(body, name).length > 0);
  builder.markPlace(title !== null && !hasHeading ? { kind: 'chapter', title } : null);
  readHtmlTree(body, builder);
}

function readManifest(book: HtmlNode, packageFile: string): Map<string, Item> {
  return new Map(
    allElements(book, 'item').map((item) => {
      const type = attributeOf(item, 'media-type') ?? '';
      const isContents = /(?:^|\s)nav(?:\s|$)/.test(attributeOf(item, 'properties') ?? '');
      const file = resolvePath(packageFile, attributeOf(item, 'href') ?? '') ?? '';
      return [attributeOf(item, 'id') ?? '', { file, isPage: /html/.test(type), isContents }];
    }),
  );
}

/** A path beside a file of the archive, without the place in the page; null where it leads out of the archive. */
function resolvePath(from: string, href: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(href.replace(/#.*$/, ''));
  } catch {
    return null;
  }
  if (/^[a-z][a-z\d+.-]*:|^\//i.test(path)) return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Whether pages are encrypted; of fonts it does not matter. */
function isProtected(archive: Archive, items: ReadonlyMap<string, Item>): boolean {
  const text = archive.readText('META-INF/encryption.xml');
  if (text === null) return false;
  const locked = new Set(allElements(parseXml(text), 'CipherReference').map((one) => one.getAttribute?.('URI') ?? ''));
  return [...items.values()].some(({ file, isPage }) => isPage && locked.has(file));
}

/** What the table of contents calls each file: that of EPUB 3, else of EPUB 2. */
function readContents(archive: Archive, book: HtmlNode, items: ReadonlyMap<string, Item>): Map<string, string> {
  const names = new Map<string, string>();
  const add = (from: string, href: string | null, title: string | null): void => {
    const file = href === null ? null : resolvePath(from, href);
    if (file !== null && title !== null && !names.has(file)) names.set(file, title);
  };
  const contents = [...items.values()].find(({ isContents }) => isContents)?.file;
  const page = contents === undefined ? null : archive.readText(contents);
  const body = page === null ? null : parsePage(page).body;
  if (contents !== undefined && body)
    for (const link of allElements(body, 'a')) add(contents, link.getAttribute?.('href') ?? null, wordsOf(link));
  const old = items.get(attributeOf(allElements(book, 'spine')[0] ?? null, 'toc') ?? '')?.file;
  const list = old === undefined ? null : archive.readText(old);
  if (old !== undefined && list !== null)
    for (const point of allElements(parseXml(list), 'navPoint')) {
      const source = elementAt(point, 'content')?.getAttribute?.('src') ?? null;
      add(old, source, wordsOf(elementAt(point, 'navLabel', 'text')));
    }
  return names;
}

function readMetadata(book: HtmlNode): DerivedMetadata {
  const data = elementAt(book, 'metadata');
  const all = (name: string): string[] => (data ? elementsOf(data, name).flatMap((field) => wordsOf(field) ?? []) : []);
  const [title] = all('title');
  const author = all('creator').join(', ');
  const [publication] = all('publisher');
  const day = /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(all('date')[0] ?? '')?.[0];
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === '' ? {} : { author }),
    ...(publication === undefined ? {} : { publication }),
    ...(day === undefined ? {} : { date: day }),
  };
}

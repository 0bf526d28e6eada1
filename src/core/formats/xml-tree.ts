import { childrenOf, type HtmlNode } from './html-tree.js';
import type { BlockWords } from './text-builder.js';

/** The name of an element without its prefix: `p` of `w:p`. */
export function nameOf({ localName }: HtmlNode): string {
  return localName?.slice(localName.indexOf(':') + 1) ?? '';
}

/** The child elements of a node, those of one name where it is given. */
export function elementsOf(node: HtmlNode, name?: string): HtmlNode[] {
  return childrenOf(node).filter((child) => child.nodeType === 1 && (name === undefined || nameOf(child) === name));
}

/** The first element below a node along a path of names; null where there is none. */
export function elementAt(node: HtmlNode | null, ...path: readonly string[]): HtmlNode | null {
  return path.reduce<HtmlNode | null>((at, name) => (at && elementsOf(at, name)[0]) ?? null, node);
}

/** All elements of a name below a node, in text order. */
export function allElements(node: HtmlNode, name: string): HtmlNode[] {
  return elementsOf(node).flatMap((child) => [...(nameOf(child) === name ? [child] : []), ...allElements(child, name)]);
}

/** An attribute by its name without the prefix, which the usual ones are tried for. */
export function attributeOf(node: HtmlNode | null, name: string): string | null {
  if (!node?.getAttribute) return null;
  for (const prefix of ['', 'w:', 'text:', 'style:', 'table:', 'xlink:', 'opf:']) {
    const value = node.getAttribute(`${prefix}${name}`);
    if (value !== null) return value;
  }
  return null;
}

/** The words of an element on one line; null where there are none. */
export function wordsOf(node: HtmlNode | null): string | null {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim() || null;
}

/** The words of the paragraphs (`p`) of a cell, as their format has them, on one line. */
export function wordsOfCell(cell: HtmlNode, wordsOfParagraph: (paragraph: HtmlNode) => BlockWords): string {
  return allElements(cell, 'p')
    .map((paragraph) => wordsOfParagraph(paragraph).words.replace(/\s+/g, ' '))
    .join(' ')
    .trim();
}

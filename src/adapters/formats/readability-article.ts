/** The only file that knows @mozilla/readability: the article of a page among its menus, banners and footers. */
import { Readability } from '@mozilla/readability';
import type { HtmlNode } from '../../core/formats/html-tree.js';
import type { PageDocument } from './linkedom-dom.js';

/** A page with more elements is read whole: choosing among them would take too long. */
const maxElements = 30_000;

interface Article {
  readonly root: HtmlNode;
  readonly byline: string | null;
}

/** The element with the article; null where none stands out. Changes the page. */
export function findArticle(page: PageDocument): Article | null {
  try {
    const article = new Readability<HtmlNode>(page, {
      maxElemsToParse: maxElements,
      serializer: (element: HtmlNode) => element,
    }).parse();
    if (!article?.content) return null;
    return { root: article.content, byline: article.byline ?? null };
  } catch {
    return null; // too many elements, or too deep
  }
}

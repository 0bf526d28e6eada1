import { blankMarkup } from './document.js';
/** A quote of more words than this is named by its first and last words. */
const maxWords = 12;
const endWords = 5;
/**
 * The address of a quote in its source, with a text fragment (https://wicg.github.io/scroll-to-text-fragment/) that makes
 * browsers scroll to the words. Null where the document has no address. `markup` is the document's notation.
 */
export function sourceLink({ document, exact, start }, markup) {
    if (document.url === null || !URL.canParse(document.url))
        return null;
    const inside = markup
        .filter((span) => span.start >= start && span.end <= start + exact.length)
        .map((span) => ({ start: span.start - start, end: span.end - start }));
    const words = blankMarkup(exact, inside)
        .split(/\s+/)
        .filter((word) => word !== '');
    const encode = (part) => encodeURIComponent(part.join(' ')).replace(/-/g, '%2D');
    const target = words.length > maxWords ? `${encode(words.slice(0, endWords))},${encode(words.slice(-endWords))}` : encode(words);
    const url = new URL(document.url);
    const hash = url.hash === '' ? '#' : url.hash;
    url.hash = '';
    return `${url.href}${hash}:~:text=${target}`;
}
//# sourceMappingURL=source-link.js.map
import { collectionOf, isAsked, type CollectionScope } from '../collections/collection.js';
import { noScore, type Quote } from '../search/quote.js';
import { listQuotes, type BriefContent, type QuotePair } from './brief-content.js';

/** Whether a quote is of a collection that is not asked in some place. */
export function isWithheld({ document }: Quote, scope: CollectionScope): boolean {
  return !isAsked(collectionOf(document.path), scope);
}

/** What a brief or draft is made of, with `words` in place of each quote that is withheld, and nothing of its source. */
export function withholdQuotes<Content extends BriefContent>(
  content: Content,
  scope: CollectionScope,
  words: string,
): Content {
  const all = listQuotes(content);
  if (!all.some((quote) => isWithheld(quote, scope))) return content;
  const hide = (quote: Quote): Quote => (isWithheld(quote, scope) ? blank(quote, words) : quote);
  const pairs = content.pairs.map((pair): QuotePair => {
    const [first, second] = [hide(pair.quotes[0]), hide(pair.quotes[1])];
    const spanOf = (side: 0 | 1, quote: Quote) => (quote === pair.quotes[side] ? pair.spans[side] : quote);
    return { quotes: [first, second], spans: [spanOf(0, first), spanOf(1, second)] };
  });
  const isOfOne = content.documentId !== null && all.every((quote) => isWithheld(quote, scope));
  return {
    ...content,
    quotes: content.quotes.map(hide),
    pairs,
    ...(isOfOne && { title: null, topic: content.topic ?? words, documentTitle: null }),
  };
}

/** A quote that keeps only where it was shown: its lane, and the id of its document. */
function blank({ document: { id }, label }: Quote, words: string): Quote {
  const unknown = { author: null, publication: null, date: null, url: null, genre: null };
  return {
    exact: words,
    start: 0,
    end: words.length,
    prefix: '',
    suffix: '',
    document: { ...unknown, id, path: '…', title: '…' },
    section: [],
    paragraph: 1,
    unit: 'sentences',
    continues: false,
    context: [],
    above: [],
    answer: null,
    label,
    step: 'clear',
    labelledBy: 'labeller',
    attributedTo: null,
    spans: [],
    ...noScore,
  };
}

import { noScore, type Quote } from '#verbatim/core/search/quote.js';

const document = {
  id: 'abcdef012345',
  path: 'a.txt',
  title: 'A title',
  author: null,
  publication: null,
  date: null,
  url: null,
  genre: null,
};

/** A quote as an index would give it, reported, clear, and alone in its document. */
export function makeQuote(exact: string, { start = 10, ...values }: Partial<Quote> = {}): Quote {
  return {
    ...noScore,
    exact,
    prefix: '',
    suffix: '',
    start,
    end: start + exact.length,
    document,
    paragraph: 2,
    answer: null,
    section: [],
    unit: 'sentences',
    continues: false,
    context: [],
    above: [],
    label: 'reported',
    step: 'clear',
    labelledBy: 'labeller',
    attributedTo: null,
    spans: [],
    alsoIn: [],
    ...values,
  };
}

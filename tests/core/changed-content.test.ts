import { describe, expect, it } from 'vitest';
import { createContent, listTerms, type IndexContent } from '#verbatim/core/search/index-content.js';
import { finish } from '#verbatim/core/steps.js';
import { indexDocument } from '../helpers/index-of-texts.js';

const makeText = (number: number): string =>
  `# House ${number}\n\nThe house is made of oak. It has ${number} rooms and a clock.\n\n- a bell\n- a stove\n`;
const documents = Array.from({ length: 9 }, (_, number) => indexDocument(`${number}.md`, makeText(number)));
const longer = indexDocument('4.md', `${makeText(4)}\n## The yard\n\nThe yard has a well. Ines keeps the key.\n`);
const [first = longer, ...others] = documents;

/** All that is searched, by the words of terms, since their numbers may be others. */
function spell({ rows, sentenceTerms, passageTerms, documentTerms, known }: IndexContent, terms: readonly string[]) {
  const lexical = [sentenceTerms, passageTerms, documentTerms];
  return {
    rows: Array.from(rows.keys(), (row) => rows.at(row)),
    passages: Array.from({ length: rows.passageCount }, (_, number) => rows.passageAt(number)),
    postings: terms.map((term) =>
      lexical.map((index) => {
        const posting = index.posting(known.vocabulary.numberOf(term) ?? -1);
        return Array.from(posting.units, (unit, at) => [unit, posting.weightAt(at)]);
      }),
    ),
    counts: lexical.map((index) => [index.unitCount, index.idf(1)]),
  };
}

describe('what is searched of texts', () => {
  it.each([
    ['one of them was changed', documents, documents.with(4, longer)],
    ['the first one has come', others, documents],
    ['the first one is gone', documents, others],
    ['the last one is gone', documents, documents.slice(0, -1)],
    ['two have changed places', documents, [others[0] ?? first, first, ...others.slice(1)]],
    ['nothing has changed', documents, documents],
    ['most are gone', documents, documents.slice(0, 2)],
    ['all are new', [first], others],
    ['there was none before', [], documents],
  ])('is the same as made anew where %s', (_, before, now) => {
    const like = finish(createContent(before));
    const anew = finish(createContent(now));
    const terms = [...listTerms(now, anew.known), ...listTerms(before, like.known)];
    expect(spell(finish(createContent(now, like)), terms)).toEqual(spell(anew, terms));
  });
});

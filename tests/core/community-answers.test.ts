import { describe, expect, it } from 'vitest';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import { termsOf } from '#verbatim/core/english/terms.js';
import { adaptToIndex, readQuestion } from '#verbatim/core/question/read-question.js';
import { answerDefaults, answerQuestion } from '#verbatim/core/search/answer.js';
import type { Quote } from '#verbatim/core/search/quote.js';
import { analyser } from '../helpers/analyse.js';
import { indexWithWordVectors, vectorOfTerms } from '../helpers/index-of-texts.js';
import type { Files } from '../helpers/write-files.js';

const equivalents = createEquivalents(analyser);

/** The quotes about a question; a sentence is as near to it as their words are alike. */
function quotesOf(files: Files, text: string): readonly Quote[] {
  const index = indexWithWordVectors(files);
  const question = adaptToIndex(readQuestion(text, analyser, equivalents), index);
  const vector = vectorOfTerms(termsOf(analyser.analyse(text).tokens));
  const { quotes } = answerQuestion(question, vector, index, { ...answerDefaults, threshold: 0 });
  for (const { exact, start, end, document, context } of quotes) {
    const source = String(files[document.path]);
    expect(source.slice(start, end)).toBe(exact);
    for (const above of context) expect(source.slice(above.start, above.end)).not.toBe('');
  }
  return quotes;
}

function firstQuote(files: Files, text: string): Quote {
  const [first] = quotesOf(files, text);
  if (!first) throw new Error(`no quote for "${text}"`);
  return first;
}

describe('the first quote', () => {
  it.each([
    ['a.txt', 'Q: When does the market open?\nA: At seven.\n', 'When does the market open?', 'At seven.'],
    [
      'a.md',
      '**When does the hall close?**\n\nThe hall closes at ten.\n',
      'When does the hall close?',
      'The hall closes at ten.',
    ],
    ['a.md', '*Are dogs welcome?* Only on a lead.\n', 'Are dogs allowed?', 'Only on a lead.'],
    ['a.md', '- How do I join?\n  - Write to the secretary.\n', 'How do I join?', 'Write to the secretary.'],
    ['a.txt', 'Can I bring a guest?\nYes, one guest a month.\n', 'Can I bring a guest?', 'Yes, one guest a month.'],
    [
      'a.md',
      '## How can I support the choir?\n\nWe take gifts at the door on Sundays.\n\n## Parking\n\nThe choir does not support this.\n',
      'How can I support the choir?',
      'We take gifts at the door on Sundays.',
    ],
    ['a.md', '**Do you regret it?** No. I would do it again.\n', 'Do you regret it?', 'No. I would do it again.'],
    ['a.md', 'Fee: 12 euros\n', 'What is the fee?', 'Fee: 12 euros'],
    ['a.txt', 'Fee\n: 12 euros\n', 'What is the fee?', 'Fee\n: 12 euros'],
    [
      'a.txt',
      'The mill is old. Who has the key? The key is at the mill.\n',
      'Who has the key?',
      'The key is at the mill.',
    ],
  ])('in %s is the answer, never the question: %j', (name, text, question, expected) => {
    const quote = firstQuote({ [name]: text }, question);
    expect(quote.exact).toContain(expected);
    expect(quote.exact).not.toContain('?');
    expect(quote.attributedTo).toBeNull();
  });

  it('stands in the section that the question names, and is cited with it', () => {
    const text = '# Handbook\n\n## Staff\n\nBreakfast is at seven.\n\n## Guests\n\nBreakfast is at seven.\n';
    expect(firstQuote({ 'a.md': text }, 'When is breakfast for guests?')).toMatchObject({
      exact: 'Breakfast is at seven.',
      section: ['Guests'],
      document: { title: 'Handbook' },
    });
  });

  it('of a changelog is cited with its version', () => {
    const text = '## 2.1.0 (2024-05-01)\n- Fix the door.\n## 2.0.0\n- Add a boat list.\n';
    expect(firstQuote({ 'CHANGES.md': text }, 'Which version added the boat list?')).toMatchObject({
      exact: 'Add a boat list.',
      section: ['2.0.0'],
      document: { title: 'CHANGES.md' },
    });
  });

  it('about a list is the lead-in with its items', () => {
    const text = 'The committee has five members:\n- Ada Holm\n- Bo Lind\n- Carl Ek\n- Dora Ask\n- Eva Rim\n';
    expect(firstQuote({ 'a.md': text }, 'Who is on the committee?')).toMatchObject({
      exact: text.trimEnd(),
      unit: 'list',
      continues: false,
    });
  });

  it('about a long list is cut at an item, and says so', () => {
    const items = Array.from({ length: 40 }, (_, i) => `- Person ${i} of the old guild\n`).join('');
    const quote = firstQuote({ 'a.md': `The committee has many members:\n${items}` }, 'Who is on the committee?');
    expect(quote).toMatchObject({ unit: 'list', continues: true });
    expect(quote.exact).toMatch(/^The committee has many members:\n- Person 0 [^]*guild$/);
    expect(quote.exact.length).toBeLessThanOrEqual(500);
  });

  it('about a command is the line that leads in with the code', () => {
    const text = 'The lock is old.\n\nTo open the lock, run this command:\n\n```sh\nlock --open 4\n```\n';
    expect(firstQuote({ 'a.md': text }, 'How do I open the lock?')).toMatchObject({
      exact: 'To open the lock, run this command:\n\n```sh\nlock --open 4\n```',
      unit: 'code',
    });
  });

  it('about code without a sentence has the heading above it', () => {
    const text = '## Install\n\n```\nnpm i lock\n```\n\n## Remove\n\nNothing to say here.\n';
    const quote = firstQuote({ 'a.md': text }, 'How do I install it?');
    expect(quote).toMatchObject({ unit: 'code', section: ['Install'] });
    expect(quote.exact).toContain('npm i lock');
    expect(quote.context.map(({ start, end }) => text.slice(start, end))).toEqual(['Install']);
  });

  it('about a table is the row, under its header cells', () => {
    const text = '| Room | Seats | Price |\n|---|---|---|\n| Oak | 40 | 90 euros |\n| Ash | 12 | 30 euros |\n';
    const quote = firstQuote({ 'a.md': text }, 'How many seats has Oak?');
    expect(quote.exact).toContain('Oak | 40 | 90 euros');
    expect(quote.context.map(({ start, end }) => text.slice(start, end))).toEqual(['Room', 'Seats', 'Price']);
  });

  it('of a transcript is said by whose turn it is', () => {
    const text = 'LUND: Thank you.\n\nThe second thing is the soil. The council banned metal pellets in 2019.\n';
    const quote = firstQuote({ 'a.txt': text }, 'What was banned in 2019?');
    expect(quote).toMatchObject({ label: 'attributed', attributedTo: 'LUND', unit: 'turn' });
    expect(quote.exact).toContain('The council banned metal pellets in 2019.');
  });

  it('is no turn that says nothing', () => {
    const text = 'Anna: Who has the key?\nOlof Brand: Yes.\nPer: The key is at the mill.\n';
    expect(firstQuote({ 'a.txt': text }, 'Where is the key?')).toMatchObject({
      exact: 'The key is at the mill.',
      attributedTo: 'Per',
    });
  });

  it('is of the newest date where the same rule was changed', () => {
    const minutes = (fee: number): string =>
      `# Minutes\n\nThe committee met in the hall.\n\nThe fee is ${fee} euros a year.\n`;
    const files = {
      'minutes-2022-03-01.md': minutes(10),
      'minutes-2024-03-01.md': minutes(15),
      'minutes-2023-03-01.md': minutes(12),
    };
    const quotes = quotesOf(files, 'What is the fee now?');
    expect(quotes[0]).toMatchObject({ exact: 'The fee is 15 euros a year.', document: { date: '2024-03-01' } });
    expect(quotes.slice(1).every(({ document }) => (document.date ?? '') < '2024')).toBe(true);
  });
});

describe('nobody is named as the source', () => {
  it('of a quotation that a paragraph without a name leads in to', () => {
    const text =
      '"Shut the gate," said the porter.\nThen the old sailor began his tale.\n\n"I left Bergen in May and saw the ice."\n';
    const quote = quotesOf({ 'a.txt': text }, 'When did he leave Bergen?')[0];
    expect(quote?.exact).toContain('I left Bergen');
    expect(quote?.attributedTo).not.toBe('the porter');
  });

  it('after a footnote', () => {
    const text = '[Footnote: It may be so.] The far end of the hall was dark. I walked on.\n';
    expect(firstQuote({ 'a.txt': text }, 'Was the far end of the hall dark?').attributedTo).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import { termsOf } from '#verbatim/core/english/terms.js';
import { resolveFollowUp } from '#verbatim/core/question/follow-up.js';
import { readQuestion } from '#verbatim/core/question/read-question.js';
import { matchAnswer } from '#verbatim/core/search/answer-match.js';
import { continueQuote } from '#verbatim/core/search/continue-quote.js';
import { analyser } from '../helpers/analyse.js';
import { askTexts, firstQuoteOf } from '../helpers/ask-texts.js';
import { indexWithWordVectors } from '../helpers/index-of-texts.js';

const equivalents = createEquivalents(analyser);

const chat = `**Kofi** — 05:44
anyone awake? the kiln says E-14 and beeps

**Marisol** — 05:51
that's the door switch. push the door in until it clicks

**Kofi** — 05:58
works!! you're a star

**Sami** — 12:20
Who borrowed the torque wrench? It's not on the board. I need it for the van.

**Tomasz** — 12:24
I lent it to the choir people. They bring it back on Thursday.

**Lieselotte** — 12:41
yay
`;

const interview = `# "The lathe does not care"

*Odile Marchetti has taught 143 people to turn wood. We asked her how it began.*

*Interview: Sami Rahal. March 2025.*

**What did you do before?**

I drove trams for nineteen years. When my back gave up, I lasted a week in the control room.

**What was the first thing you made?**

A spoon that looked like an accident. I still have it.

**Is it true that you want to stop?**

In the summer of 2026. My knees say so.
`;

describe('in a chat', () => {
  it('a turn is found by the question in the turn before, wherever in it that stands', () => {
    expect(firstQuoteOf({ 'chat.md': chat }, 'What does E-14 on the kiln mean?').exact).toContain('door switch');
    expect(firstQuoteOf({ 'chat.md': chat }, 'Who borrowed the torque wrench?')).toMatchObject({
      unit: 'turn',
      attributedTo: 'Tomasz',
    });
  });

  it('a turn that only reacts is no first quote', () => {
    for (const question of ['Who has the torque wrench?', 'Does the kiln work?']) {
      expect(firstQuoteOf({ 'chat.md': chat }, question).exact).not.toMatch(/^(?:yay|works)/);
    }
  });

  it('no quote goes on into the words of somebody else', () => {
    for (const { exact } of askTexts({ 'chat.md': chat }, 'What happened with the torque wrench and the kiln?')
      .quotes) {
      expect(exact).not.toContain('—');
    }
  });
});

describe('in an interview', () => {
  it('whoever was asked is the source, not who asked', () => {
    const quote = firstQuoteOf({ 'talk.md': interview }, 'What was the first thing she made?');
    expect(quote.exact).toContain('A spoon');
    expect(quote.attributedTo).toBe('Odile Marchetti');
  });

  it('questions and answers without an “I” have no source', () => {
    const faq = interview.replace(/\bI\b|\bMy\b/g, 'They');
    expect(firstQuoteOf({ 'faq.md': faq }, 'What was the first thing?').attributedTo).not.toBe('Odile Marchetti');
  });
});

describe('of a list', () => {
  it('an item of several sentences is quoted whole', () => {
    const rules =
      '# Rules\n\n- **Red**: after a lesson. Table saw, lathe, planer.\n- **Green**: use them. Hand tools.\n';
    expect(firstQuoteOf({ 'rules.md': rules }, 'Which machines are red?').exact).toBe(
      '**Red**: after a lesson. Table saw, lathe, planer.',
    );
  });

  it('a quote that is cut says so, and what follows it is its rest', () => {
    const items = Array.from({ length: 60 }, (_, i) => `- Number ${i} with a name of its own`).join('\n');
    const files = { 'boats.md': `The club has these boats:\n\n${items}\n` };
    const quote = firstQuoteOf(files, 'Which boats has the club?');
    expect(quote.continues).toBe(true);
    const rest = continueQuote(quote, indexWithWordVectors(files));
    expect(rest?.start).toBeGreaterThanOrEqual(quote.end);
    expect(files['boats.md'].slice(quote.end, rest?.start).trim()).toMatch(/^-?$/);
    expect(rest?.continues).toBe(true);
  });

  it('a row is shown with its header cells above it, and does not go on', () => {
    const table = '| Room | Seats | Price |\n|---|---|---|\n| Oak | 40 | 90 euros |\n| Elm | 12 | 30 euros |\n';
    const quote = firstQuoteOf({ 'rooms.md': table }, 'How many seats has Oak?');
    expect(quote).toMatchObject({ unit: 'row', continues: false, above: ['Room | Seats | Price'] });
    expect(quote.exact).not.toContain('Elm');
  });
});

describe('words in quotation marks', () => {
  const files = { 'a.md': 'The open stage is on Monday. The open stage night is on Friday at the mill.\n' };

  it('stand in the quote', () => {
    expect(firstQuoteOf(files, 'When is the "open stage night"?').exact).toContain('open stage night');
  });

  it('that stand nowhere are named, and nothing is answered', () => {
    expect(askTexts(files, 'When is the "closed stage night"?', null)).toMatchObject({
      status: 'not-found',
      missing: [{ kind: 'phrase', text: 'closed stage night' }],
    });
  });
});

describe('a date', () => {
  it.each([
    ['released 2022-11-04.', ['releas', '2022-11-04', '4', 'novemb', '2022']],
    ['on Nov. 4, 2022', ['nov', '4', '2022', 'novemb']],
    ['2022-Nov-04', ['2022', 'nov-04', '4', 'novemb']],
    ['22-Jul-2001', ['22', 'jul-2001', 'juli', '2001']],
    ['04.11.2022', ['04.11.2022', '4', 'novemb', '2022']],
    ['the 4th of November', ['4th', 'novemb', '4']],
    ['11/04/2022', ['11/04/2022']],
    ['it may 10 times', ['10', 'time']],
    ['a ratio of 2022-44-99', ['ratio', '2022-44-99']],
  ])('is found by its words however it is written: %s', (text, terms) => {
    expect(termsOf(analyser.analyse(text).tokens)).toEqual(terms);
  });

  it.each(Array.from({ length: 12 }, (_, i) => i))('has the terms of its month in words, number %d', (month) => {
    const name = new Date(2022, month, 4).toLocaleString('en', { month: 'long' });
    const [, spoken] = termsOf(analyser.analyse(`4 ${name} 2022`).tokens);
    const written = termsOf(analyser.analyse(`2022-${`${month + 1}`.padStart(2, '0')}-04`).tokens)[2];
    expect(written).toBe(name === 'May' ? 'may' : spoken);
  });

  const files = {
    'minutes.md':
      '# Stewards\n\n| Steward | Date |\n| --- | --- |\n| Ines | 2022-Sep-22 |\n| Rolf | 2021-Nov-14 |\n| Juan | 2022-Nov-04 |\n',
  };

  it.each(['Who was the steward of 4 November 2022?', 'Who was steward on 2022-11-04?', 'steward on Nov 4th, 2022?'])(
    'of a question finds the row of a table that has it in another form: %s',
    (question) => {
      expect(firstQuoteOf(files, question).exact).toContain('Juan');
    },
  );
});

describe('a sentence answers', () => {
  it.each([
    ['When is the shop open?', 'It opens on Tuesdays.', 1],
    ['When is the shop open?', 'Open 9–5.', 1],
    ['When does the market open?', 'At seven.', 1],
    ['When is it open?', 'Mon–Fri', 1],
    ['How warm is the pool?', 'The water has 28 °C.', 1],
    ['How many lifeguards are there?', 'The beach has no lifeguard.', 1],
    ['How much paid vacation do I get?', 'You get 25 days a year.', 1],
    ['How much paid vacation do I get?', 'It costs 25 euros.', 0],
    ['How fast is the ferry?', 'It goes 18 km/h.', 1],
    ['Who has the key?', 'On Monday it is closed.', 0],
    ['Which version has it?', 'It came with 2.1.0.', 1],
  ])('%s with “%s”: %d', (question, sentence, expected) => {
    expect(matchAnswer(readQuestion(question, analyser, equivalents), sentence)).toBe(expected);
  });
});

describe('a follow-up keeps what it does not replace', () => {
  it.each([
    ['and in 2023?', 'How many members did the club have in 2019?', 'How many members did the club have in 2023?'],
    ['for students?', 'How much is the fee for adults?', 'How much is the fee for students?'],
    ['and for students?', 'What is the fee?', 'What is the fee for students?'],
    ['and cats?', 'Are dogs allowed in the hall?', 'Are cats allowed in the hall?'],
    ['and in 2.0.0?', 'What changed in 2.1.0?', 'What changed in 2.0.0?'],
    ['on Sundays?', 'When does the hall open?', 'When does the hall open on Sundays?'],
    ['why not?', 'Are dogs allowed in the hall?', 'Why are dogs not allowed in the hall?'],
    ['who says so?', 'Is the fee going up?', 'Who says that the fee is going up?'],
    ['since when?', 'Is the lift broken?', 'Since when is the lift broken?'],
  ])('%s after “%s”', (text, previous, expected) => {
    expect(resolveFollowUp(text, previous, analyser)).toBe(expected);
  });

  it('tell me more asks about the same subject', () => {
    expect(resolveFollowUp('tell me more', 'How old is the mill of Arn?', analyser)).toContain('the mill of Arn');
  });
});

import { describe, expect, it } from 'vitest';
import { asksUnmarked } from '#verbatim/core/text/asking.js';
import { onlyReacts } from '#verbatim/core/search/quote-unit.js';
import { indexTexts } from '../helpers/index-of-texts.js';
import { placesOf } from '../helpers/places-of.js';
import { readTexts, shownOf } from '../helpers/read-texts.js';

const chat = [
  '#studio',
  '--- Tuesday, 4 March ---',
  '[19:02] mira_k: is the kiln free tonight',
  '[19:03] bo_lind: yes until nine, then Anna fires the bowls',
  '[19:05] mira_k: thanks',
  '2025-03-05',
  '[08:10] bo_lind: the blue glaze is used up',
  '[08:12] mira_k: I will bring some on Friday',
  '#firing',
  '[08:20] anna.w: cone six takes nine hours',
  '[08:21] mira_k: which shelf do you use for the plates',
  '[08:22] anna.w: always the third one from below',
].join('\n');

describe('words ask without a question mark', () => {
  it.each([
    'does anyone know when the gate opens',
    'is the kiln free tonight',
    'also is the code the same as in summer',
    'hi, sorry if this was asked before, what’s the best clay for plates',
    'which glaze would you use',
    'evening all. is anyone up there',
    'anyone got a spare key',
    'who do I pay for the mug',
    'does plate clay go on shelf 3 or 4',
    'any idea why it cracks',
  ])('in a chat: %s', (words) => {
    expect(asksUnmarked(words)).toBe(true);
  });

  it.each([
    'yes until nine',
    'what we need is more sand',
    'have a look at the third shelf',
    'do it at night',
    'who is on the rota opens the gate.',
    'the key is where it always was',
    'is open from nine to five every day',
    'when the bell rings, come in',
  ])('but not: %s', (words) => {
    expect(asksUnmarked(words)).toBe(false);
  });
});

describe.each(['chat.txt', 'chat.md'])('a pasted chat, %s,', (name) => {
  const places = placesOf(name, chat);

  it('has its channels and days as headings, and they are nobody’s words', () => {
    expect(places.map(({ section, text }) => [...section, text])).toEqual([
      ['#studio', 'Tuesday, 4 March', 'is the kiln free tonight'],
      ['#studio', 'Tuesday, 4 March', 'yes until nine, then Anna fires the bowls'],
      ['#studio', 'Tuesday, 4 March', 'thanks'],
      ['#studio', '2025-03-05', 'the blue glaze is used up'],
      ['#studio', '2025-03-05', 'I will bring some on Friday'],
      ['#firing', 'cone six takes nine hours'],
      ['#firing', 'which shelf do you use for the plates'],
      ['#firing', 'always the third one from below'],
    ]);
    expect(places.find(({ text }) => text.startsWith('the blue'))?.date).toBe('2025-03-05');
  });

  it('has an answer below what asks without a mark', () => {
    const answer = places.find(({ text }) => text.startsWith('always'));
    expect(answer?.speaker).toBe('anna.w');
    expect(answer?.context).toEqual(['which shelf do you use for the plates']);
  });
});

describe('an answer from a chat', () => {
  it('is never the question, though the reader marks it', () => {
    const answer = readTexts({ 'chat.txt': chat }, 'Which shelf is used for the plates?', [
      'which shelf do you use for the plates',
      'third one',
    ]);
    expect(answer.quotes[0]?.exact).toBe('always the third one from below');
  });

  it('is a question where a question is asked for', () => {
    const answer = readTexts({ 'chat.txt': chat }, 'What did mira ask about the plates?', ['which shelf do you use']);
    expect(answer.quotes[0]?.exact).toBe('which shelf do you use for the plates');
  });

  it('is found by the name that a nick is made of, and what else the question speaks of', () => {
    const answer = readTexts({ 'chat.txt': chat }, 'What did Lind say about the glaze?', []);
    expect(answer.status).toBe('answered');
    expect(shownOf(answer)[0]).toBe('the blue glaze is used up');
    expect(readTexts({ 'chat.txt': chat }, 'What did Lind say about the shelf?', []).status).toBe('not-found');
    expect(readTexts({ 'chat.txt': chat }, 'What did Mira say about the glaze?', []).status).toBe('not-found');
  });

  it('is not what whoever leads a meeting calls its points', () => {
    const log = [
      '<ann> 3) Glaze prices',
      '<bo> they go up by a tenth in May',
      '<ann> ok, moving on to 4) clay',
      '<bo> the price in 4) is mine',
    ];
    const index = indexTexts({ 'log.txt': log.join('\n') });
    expect(Array.from(index.rows.keys(), (row) => onlyReacts(index, row))).toEqual([true, false, true, false]);
  });
});

describe('a log that a program for chats has kept', () => {
  const log = [
    '--- Log opened Sat Mar 01 18:02:11 2025',
    '18:02 -!- bo [~bo@host] has joined #kiln',
    '18:02 <bo> evening. is the kiln free',
    '18:04 <@mira> till nine',
    '18:05 * mira waves at bo',
    '18:05 -!- anna [~anna@host] has joined #kiln',
    '18:06 * anna has joined #kiln',
    '18:06 *** Quits: lee (gone)',
    '18:07 <bo> then I fire the bowls',
    '18:07 -!- bo [~bo@host] has quit [Quit: tea]',
    '--- Log closed Sat Mar 01 18:51:00 2025',
    '--- Log opened Tue Mar 04 20:58:30 2025',
    '20:58 -!- anna [~anna@host] has joined #kiln',
    '20:59 <anna> the blue glaze is used up',
    '21:00 <bo> I will bring some',
    '--- Day changed Wed Mar 05 2025',
    '08:10 <mira> the shelf is dry',
    '--- Log closed Wed Mar 05 21:40:12 2025',
  ];

  it.each([
    ['as it is', log.join('\n')],
    ['with blank lines', log.join('\n').replaceAll('\n---', '\n\n---')],
  ])('has each day as a heading and no line of the program as words, %s', (_, text) => {
    expect(placesOf('kiln.txt', text).map(({ date, speaker, unit }) => [date, speaker, unit])).toEqual([
      ['2025-03-01', 'bo', 'evening. is the kiln free'],
      ['2025-03-01', 'mira', 'till nine'],
      ['2025-03-01', 'mira', 'waves at bo'],
      ['2025-03-01', 'bo', 'then I fire the bowls'],
      ['2025-03-04', 'anna', 'the blue glaze is used up'],
      ['2025-03-04', 'bo', 'I will bring some'],
      ['2025-03-05', 'mira', 'the shelf is dry'],
    ]);
  });

  it('keeps a list of what people did among their words', () => {
    const text = '18:02 <bo> news:\n* Ann has joined the board\n18:04 <mira> I see\n18:05 <bo> yes\n';
    expect(placesOf('kiln.txt', text).map(({ text: own }) => own)).toContain('Ann has joined the board');
  });
});

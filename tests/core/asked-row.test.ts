import { describe, expect, it } from 'vitest';
import { readTexts, shownOf } from '../helpers/read-texts.js';

const rows = [
  'Day          Workshop          Library         Who has the key',
  '---------    --------------    ------------    ---------------',
  'Monday       closed            closed          nobody',
  'Tuesday      closed            7 - 9 pm        Moll',
  'Wednesday    6.30 - 8 pm       closed          Kern',
  'Saturday     8 - 9 am          10 - 12         Ravn',
];
const files = { 'times.txt': `The barn\n\n${rows.join('\n')}\n\nRing the bell of the library twice.\n` };

describe('the row of a table that a question names by its first cell', () => {
  it.each([
    ['another row', 'When is the library open on Tuesdays?', '6.30 - 8 pm', 'Tuesday'],
    ['another row, too', 'When is the library open on Tuesdays?', '7 - 9 pm        Moll\nWednesday', 'Tuesday'],
    ['another row', 'Who has the key on Saturdays?', 'Kern', 'Saturday'],
    ['its own', 'Who has the key on Saturday?', 'Ravn', 'Saturday'],
  ])('answers though the reader marks %s: %s', (_, question, marked, day) => {
    expect(shownOf(readTexts(files, question, [marked]))[0]?.startsWith(day)).toBe(true);
  });

  it('gives way to the marked one where the question names none', () => {
    expect(shownOf(readTexts(files, 'What does the key of Kern open?', ['6.30 - 8 pm']))[0]).toBe(rows[4]);
  });
});

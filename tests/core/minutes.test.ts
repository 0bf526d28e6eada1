import { describe, expect, it } from 'vitest';
import { readDateLine, readMeetingDate } from '#verbatim/core/text/read-date.js';
import { placesOf } from '../helpers/places-of.js';

const items = [
  '1. Last minutes: approved.\n',
  '2. Kiln roof. Two offers are in. The board\nwants a third one before it pays.\nACTION: Ines to ask the mill by 31/3.\n',
  '3. Matters arising\n   a) The sign is up.\n   b) The shelf is dry.\n',
  '4. Clay Pit. Nobody digs there\nany more, says Mr. Rowe.\n',
];

function meeting(head: string, present = 'Present: Ines Bell (chair), Leif Ek, Ada Rowe'): string {
  return `${head}\n\n${present}\n\n${items.join('\n')}\nClosed at nine.\n`;
}

const rule = '\n--------------------------------\n\n';

describe('the minutes of several meetings in one text', () => {
  it.each([
    ['capitals above', 'KILN CLUB - BOARD\n', 'KILN CLUB - BOARD\n'],
    ['words above', 'Kiln Club Board\n', 'Kiln Club Board (extraordinary)\n'],
    ['nothing above', '', ''],
  ])('have each its date, with %s', (_, first, second) => {
    const text = [
      meeting(`${first}Minutes of the meeting held Tues 11 March 2025, back room of the Mill, 8pm`),
      meeting(`${first}Minutes of the meeting held Tues 9 September 2025, Mill Lane Hall, 7.30pm`),
      meeting(`${second}Minutes of the meeting held Thurs 4 December 2025 by phone`, 'On the call: Ines Bell, Leif Ek'),
    ].join(rule);
    const places = placesOf('minutes.txt', text);
    const dates = (words: string): (string | null)[] =>
      places.filter((place) => place.text === words).map(({ date }) => date);
    expect(dates('Two offers are in.')).toEqual(['2025-03-11', '2025-09-09', '2025-12-04']);
    expect(dates('Closed at nine.')).toEqual(['2025-03-11', '2025-09-09', '2025-12-04']);
  });

  it('name the item that something was said under', () => {
    const text = meeting('KILN CLUB - BOARD\nMinutes of the meeting held on 4 December 2025 by phone');
    const places = placesOf('minutes.txt', text).map(({ section, text: own }) => [section[1] ?? null, own]);
    expect(places).toContainEqual(['Last minutes', 'Last minutes: approved.']);
    expect(places).toContainEqual(['Kiln roof', 'Two offers are in.']);
    expect(places).toContainEqual(['Kiln roof', 'ACTION: Ines to ask the mill by 31/3.']);
    expect(places).toContainEqual(['Matters arising', 'The shelf is dry.']);
    expect(places).toContainEqual(['Clay Pit', 'Nobody digs there\nany more, says Mr. Rowe.']);
    expect(places).toContainEqual([null, 'Closed at nine.']);
  });
});

describe('the items of a list', () => {
  it('head nothing where nobody is said to have been there', () => {
    const text = meeting('KILN CLUB - BOARD\nPlans for the year', 'A list of what we want.');
    expect(new Set(placesOf('plans.txt', text).map(({ section }) => section.join()))).not.toContain('Kiln roof');
  });
});

describe('the line that opens minutes', () => {
  it.each([
    ['Minutes of the meeting held Tues 9 September 2025, Mill Lane Hall, 7.30pm', '2025-09-09'],
    ['Draft minutes of the Annual General Meeting held on 4 Oct 2025 (by phone)', '2025-10-04'],
    ['Notes from the board call, 2025-03-01 at 8pm, hosted by Ines', '2025-03-01'],
  ])('has a date: %s', (line, date) => {
    expect(readMeetingDate(line)).toBe(date);
    expect(readDateLine(line)).toBe(date);
  });

  it.each([
    'Minutes of the meeting held on 9 September 2025 were approved',
    'Minutes of the meeting of 9 September 2025, approved as a true record',
    'The minutes of the meeting on 9 September 2025. Nobody asked for a change',
    'Minutes of the meeting',
    'The roof was mended on 9 September 2025, in the rain',
  ])('is none: %s', (line) => {
    expect(readMeetingDate(line)).toBeNull();
  });
});

describe('numbered items with a wide gap behind their numbers', () => {
  it('are items that go on below, and no rows of a table', () => {
    const text =
      'Board 4.12.2025\n\n2.  Matters arising\n    2.1  Kiln: the mill rang. They said that it can wait.\n    2.2  Sign: mended by Ines.\n    2.3  Roof: the board took the second offer. It comes off on\n         3 May, back expected in June.\n\n3.  Fair\n    Leif and Ada were thanked for it and will hold a\n    second one in May.\n\n4.  Sand\n    It is dry.\n';
    const places = placesOf('minutes.txt', text);
    expect(places.map(({ text: own }) => own)).toContain('It comes off on\n         3 May, back expected in June.');
    expect(places.map(({ kind }) => kind)).not.toContain('row');
    for (const head of ['Matters arising', 'Fair', 'Sand'])
      expect(places.map(({ section }) => section.at(-1))).toContain(head);
  });
});

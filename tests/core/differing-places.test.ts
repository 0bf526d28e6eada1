import { describe, expect, it } from 'vitest';
import { readTexts, shownOf } from '../helpers/read-texts.js';

const rules = '# Rules\n\nThe registration fee is £40 per team. Each team has four rowers.\n';

describe('two places that say different figures for the same thing', () => {
  it('are both quoted, of two texts', () => {
    const files = {
      'rules.md': rules,
      'how.md': '# How to enter\n\nTeams pay a registration fee of £50, due by 1 March.\n',
    };
    const answer = readTexts(files, 'How much is the registration fee?', ['£40']);
    expect(shownOf(answer)).toEqual([
      'The registration fee is £40 per team.',
      'Teams pay a registration fee of £50, due by 1 March.',
    ]);
    expect(answer.differing).toEqual({ figures: ['£40', '£50'], isNewerFirst: false });
  });

  it('are both quoted, of one text', () => {
    const filler = 'The boats lie in the shed behind the mill, and the oars hang on the wall beside the door. '.repeat(
      8,
    );
    const files = {
      'rules.md': `${rules}\n## Boats\n\n${filler}\n\n## Paying\n\nThe registration fee is £45 for a team.\n`,
    };
    const { differing } = readTexts(files, 'How much is the registration fee?', ['£40']);
    expect(differing).toEqual({ figures: ['£40', '£45'], isNewerFirst: false });
  });

  it('are told of times of the day, too', () => {
    const files = {
      'a.md': '# A\n\nThe boathouse opens at 8:00 on race day.\n',
      'b.md': '# B\n\nPlease note that on race day the boathouse opens at 7.30 am in the morning.\n',
    };
    const { differing } = readTexts(files, 'When does the boathouse open?', ['8:00']);
    expect(differing?.figures).toEqual(['8:00', '7.30 am']);
  });

  it('stand in the order of their dates, the newer first', () => {
    const dated = (year: number, sum: string) =>
      `---\ndate: ${year}-02-01\n---\n\n# Handbook\n\nThe yearly subscription is ${sum}.\n`;
    const files = { 'old.md': dated(2024, '60 euros'), 'new.md': dated(2026, '72 euros') };
    const answer = readTexts(files, 'How much is the yearly subscription?', ['60 euros']);
    expect(shownOf(answer)).toEqual(['The yearly subscription is 72 euros.', 'The yearly subscription is 60 euros.']);
    expect(answer.differing).toEqual({ figures: ['72 euros', '60 euros'], isNewerFirst: true });
  });
});

describe('nothing differs', () => {
  it('where a sentence without a verb takes what it prices from the sentence before', () => {
    const text = '# Jumpers\n\nUpdate: caps are back! £12, navy only.\n\nA jumper costs £34.\n';
    const answer = readTexts({ 'jumpers.md': text }, 'How much is a jumper?', ['£34']);
    expect(answer.differing).toBeNull();
    expect(shownOf(answer)[0]).toBe('A jumper costs £34.');
  });

  it.each([
    [
      'in a list of prices',
      'The barbecue costs £5 for adults. The barbecue costs £3 for children.',
      'the barbecue',
      '£5',
    ],
    ['by who pays', 'Adults pay £5 for the barbecue. Children pay £3 for the barbecue.', 'the barbecue', '£5'],
    ['between items', 'Prices:\n\n- Locker: £2 a day\n- Locker, large: £4 a day', 'a locker', '£2'],
    ['between rows', '| Pass | Price |\n| --- | --- |\n| Day pass | £12 |\n| Day pass | £6 |', 'a day pass', '£12'],
    ['by the season', 'A boat costs £9 an hour. In winter a boat costs £6 an hour.', 'a boat', '£9'],
    ['by the time that is paid for', 'A boat costs £9 an hour. A boat costs £40 a day.', 'a boat', '£9'],
    ['by what no longer holds', 'A boat costs £9 an hour. A boat originally cost £6 an hour.', 'a boat', '£9'],
    ['where it is the same sum', 'A boat costs £9 an hour. For £9 an hour you get a boat.', 'a boat', '£9'],
    ['where one is a limit', 'A boat costs £9 an hour. A boat costs at most £12 an hour.', 'a boat', '£9'],
  ])('%s', (_, text, thing, marked) => {
    expect(readTexts({ 'a.md': `# Club\n\n${text}\n` }, `How much is ${thing}?`, [marked]).differing).toBeNull();
  });

  it('where the question names what one place is about', () => {
    const files = {
      'a.md': '# A\n\nThe registration fee is £65 for late teams.\n',
      'b.md': '# B\n\nThe registration fee is £40.\n',
    };
    expect(readTexts(files, 'How much is the registration fee for late teams?', ['£65']).differing).toBeNull();
  });
});

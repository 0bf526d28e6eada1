import { describe, expect, it } from 'vitest';
import { placesOf } from '../helpers/places-of.js';

describe('a question with its answer', () => {
  it.each([
    ['Q and A', 'a.txt', 'Q: When does it open?\nA: At seven.\n', 'When does it open?', 'At seven.'],
    ['Q and A in Markdown', 'a.md', 'Q: When does it open?\nA: At seven.\n', 'When does it open?', 'At seven.'],
    [
      'a bold line',
      'a.md',
      '**When does it close?**\n\nIt closes at ten.\n',
      'When does it close?',
      'It closes at ten.',
    ],
    ['a bold beginning', 'a.md', '*Are dogs welcome?* Only on a lead.\n', 'Are dogs welcome?', 'Only on a lead.'],
    ['a bold line above', 'a.md', '**#4: May I kneel?**\nNo, never.\n', '#4: May I kneel?', 'No, never.'],
    ['a list item', 'a.md', '- How do I join?\n  - Write to us.\n', 'How do I join?', 'Write to us.'],
    ['a bare line', 'a.txt', 'Can I bring a guest?\nYes, one a month.\n', 'Can I bring a guest?', 'Yes, one a month.'],
    ['a heading', 'a.md', '## How do I pay?\n\nIn coins.\n', 'How do I pay?', 'In coins.'],
    ['a line in capitals', 'a.txt', 'WHO MAY COME?\nAll may come.\n', 'WHO MAY COME?', 'All may come.'],
    ['a summary', 'a.md', '<details><summary>Is it free?</summary>\nIt is.\n</details>\n', 'Is it free?', 'It is.'],
  ])('is found under %s', (_, name, text, question, answer) => {
    expect(placesOf(name, text)).toMatchObject([{ text: answer, kind: 'answer', unit: answer, context: [question] }]);
  });

  it('ends where the next question begins, over paragraphs and lists', () => {
    const places = placesOf(
      'a.md',
      '**One?**\n\nFirst.\n\n- second\n\n**Two?**\n\nThird.\n\n**Three?**\n\nFourth.\n\nFifth.\n',
    );
    expect(places.map(({ text, context }) => [text, ...context.map((span) => span.replace(/\*/g, ''))])).toEqual([
      ['First.', 'One?'],
      ['second', 'One?'],
      ['Third.', 'Two?'],
      ['Fourth.', 'Three?'],
      ['Fifth.', 'Three?'],
    ]);
  });

  it('is found in numbered items with the answer further in', () => {
    const text = [
      'Questions about the kiln',
      '',
      ' 1. Is the kiln hot all week?',
      '',
      "    No. It doesn't fire on Sundays.",
      '',
      ' 2. Where do I leave pots for the',
      '    next firing?',
      '',
      '    On the low shelf.  Two lists hang',
      '    beside it:',
      '      * glazed',
      '      * plain',
      '',
      ' 3. The door sticks.',
      '',
      '    Lift it a little.',
      '',
    ].join('\n');
    const seen = placesOf('a.txt', text).map(({ kind, context, text: own }) => [kind, context.join(), own]);
    expect(seen.slice(0, 2)).toEqual([
      ['answer', 'Is the kiln hot all week?', 'No.'],
      ['answer', 'Is the kiln hot all week?', "It doesn't fire on Sundays."],
    ]);
    expect(seen.map(([, , own]) => own)).not.toContain('Is the kiln hot all week?');
    expect(seen.find(([, , own]) => own === 'plain')?.[1]).toContain('next firing?');
  });

  it('is found behind the number of its section', () => {
    const text = '1.1. What is a bisque?\n\n  The first firing.\n\n1.2. Why twice?\n\n  Glaze needs a porous pot.\n';
    expect(placesOf('a.txt', text).map(({ context }) => context)).toEqual([
      ['1.1. What is a bisque?'],
      ['1.2. Why twice?'],
    ]);
  });

  it('is no question in running prose', () => {
    expect(placesOf('a.txt', 'The hall is old. Who built it? Nobody knows.\n').map(({ kind }) => kind)).toEqual([
      'sentences',
      'sentences',
      'sentences',
    ]);
  });
});

describe('a section', () => {
  it('is named by the words of its heading, without the attributes behind them', () => {
    const text = '# Hall\n\n## Fees {#fees .wide}\n\nTwo crowns.\n\n## A {brace}\n\nOne crown.\n';
    expect(placesOf('a.md', text).map(({ section }) => section)).toEqual([['Fees'], ['A {brace}']]);
  });

  it('is named by the path of headings, without the title', () => {
    const text = '# The club\n\nWe row.\n\n## Rules\n\n### Boats\n\nNo dogs.\n\n## Fees\n\nNone.\n';
    expect(placesOf('a.md', text).map(({ text: own, section }) => [own, ...section])).toEqual([
      ['We row.'],
      ['No dogs.', 'Rules', 'Boats'],
      ['None.', 'Fees'],
    ]);
  });

  it.each([
    ['numbers', '1. Rules\n\nText one.\n\n1.1 Boats\n\nNo dogs.\n\n2. Fees\n\nNone.\n', ['1. Rules', '1.1 Boats']],
    ['capitals', 'CLUB\n\nWe row.\n\nBOATS\nNo dogs.\n', ['BOATS']],
    ['underlines', 'The club\n========\n\nWe row.\n\nBoats\n-----\n\nNo dogs.\n', ['Boats']],
  ])('of plain text shows by %s', (_, text, section) => {
    expect(placesOf('a.txt', text).find((place) => place.text === 'No dogs.')?.section).toEqual(section);
  });

  it('has the date of its heading or of the first line under it', () => {
    const text = '## 2.1.0 (2024-05-01)\n- A door.\n\n## Meeting\n\n12 March 2023\n\nWe met.\n\n## Old\n\nNo date.\n';
    expect(placesOf('a.md', text).map(({ text: own, date }) => [own, date])).toEqual([
      ['A door.', '2024-05-01'],
      ['12 March 2023', '2023-03-12'],
      ['We met.', '2023-03-12'],
      ['No date.', null],
    ]);
  });

  it.each([
    ['with its hour and place', 'Thursday 11 September 2025, 7.30 pm, in the hut', '2025-09-11'],
    ['with a label', 'Release date: 2024-05-01', '2024-05-01'],
    ['below another label', 'Author: Ines\n\n**Date:** May 3rd, 2024', '2024-05-03'],
    ['as an item with a label', '- Release date: 2024-05-01\n- A door.', '2024-05-01'],
    ['of a meeting', 'Minutes of the general meeting, 4 October 2025', '2025-10-04'],
    ['with the hour alone', '_2024-05-01 18:00_', '2024-05-01'],
    ['as a program writes it', 'Date: Sat Mar 1 18:02:11 2025', '2025-03-01'],
    ['but not in a sentence', 'The service is due on 2 February 2027.', null],
    ['but not of the next meeting', 'Next meeting: 13 November 2025 at 7.30 pm', null],
    ['but not in its first item', '- 3 March 2025: bisque firing\n- 9 May 2025: glaze firing', null],
  ])('has the date in a line below its heading %s', (_, below, date) => {
    const places = placesOf('a.md', `## Log\n\n${below}\n\nWe met.\n`);
    expect(places.find(({ text }) => text === 'We met.')?.date).toBe(date);
  });
});

describe('a table of contents', () => {
  const body = 'Sending Pots\n\nWrap them twice.\n\nFiring Days\n\nTuesday only.\n\nWho may fire?\n\nAnybody.\n';
  it.each([
    ['lines', 'CONTENTS\n\nSending Pots\nFiring Days\nWho may fire?\n\n'],
    ['numbers and pages', '1. Sending Pots ..... 2\n2. Firing Days ..... 3\n3. Who may fire? ..... 5\n\n'],
  ])('of %s is never quoted', (_, contents) => {
    expect(placesOf('a.txt', contents + body).map(({ text }) => text)).toEqual([
      'Wrap them twice.',
      'Tuesday only.',
      'Anybody.',
    ]);
  });

  it('of links is never quoted', () => {
    const names = ['Sending pots', 'Firing days', 'Glazes'];
    const contents = names.map((name) => `- [${name}](#${name.toLowerCase().replace(' ', '-')})`).join('\n');
    const sections = names.map((name) => `## ${name}\n\nText of ${name}.\n`).join('\n');
    expect(placesOf('a.md', `# Kiln\n\n${contents}\n\n${sections}`).map(({ text }) => text)).toEqual(
      names.map((name) => `Text of ${name}.`),
    );
  });

  it('is not what repeats a heading once', () => {
    const text = '## Fixed\n\n- Glazes\n- The door\n\n## Glazes\n\nBlue.\n';
    expect(placesOf('a.md', text).map(({ text: own }) => own)).toEqual(['Glazes', 'The door', 'Blue.']);
  });
});

describe('a list of definitions', () => {
  it('has each term as the heading of what it means', () => {
    const text = [
      'Groups',
      '',
      'Who may do what:',
      '',
      '  dialout',
      '        Full access to the serial ports.',
      '        Members may dial anywhere.',
      '  ',
      '  fax',
      '        Allows members to send a fax.',
      '',
      '  kiln, oven',
      '        Fires on Tuesdays.',
      '',
    ].join('\n');
    const sections = placesOf('a.txt', text).map(({ section, text: own }) => [own, section.at(-1)]);
    expect(sections).toContainEqual(['Members may dial anywhere.', 'dialout']);
    expect(sections).toContainEqual(['Fires on Tuesdays.', 'kiln, oven']);
  });
});

describe('a list', () => {
  const items = (count: number): string =>
    Array.from({ length: count }, (_, i) => `- Member number ${i} of the guild\n`).join('');

  it('goes with the line that leads in to it, as one slice', () => {
    const text = `We are two:\n${items(2)}\nThat is all.\n`;
    const places = placesOf('a.md', text);
    expect(places.slice(0, 3).map(({ unit }) => unit)).toEqual(Array(3).fill(text.slice(0, text.indexOf('\n\n'))));
    expect(places[3]).toMatchObject({ kind: 'sentences', context: [] });
  });

  it('goes with what announces it, whatever is said after that', () => {
    const text =
      'The ferry runs. The letter names the following two as heirs. It says that they are twins.\n\n- Anna\n- Bo\n';
    const places = placesOf('a.md', text);
    expect(places[0]).toMatchObject({ text: 'The ferry runs.', kind: 'sentences' });
    expect(places.at(-1)).toMatchObject({ text: 'Bo', unit: text.slice(text.indexOf('The letter')).trim() });
  });

  it('of many items has units of its own under its lead-in', () => {
    const places = placesOf('a.md', `They are many:\n${items(40)}`);
    expect(places[0]?.unit).toContain('number 39');
    expect(places[7]).toMatchObject({ unit: 'Member number 6 of the guild', context: ['They are many:'] });
  });

  it('without a lead-in has items that stand for themselves', () => {
    expect(placesOf('a.md', '## 2.0.0\n- Add a boat.\n- Fix a door.\n')).toMatchObject([
      { text: 'Add a boat.', kind: 'sentences', section: ['2.0.0'] },
      { text: 'Fix a door.', kind: 'sentences', section: ['2.0.0'] },
    ]);
  });
});

describe('code', () => {
  it('goes with the line that leads in to it', () => {
    const text = 'Old text. To open it, run this:\n\n```sh\nlock --open 4\n```\n\nThen go.\n';
    const unit = 'To open it, run this:\n\n```sh\nlock --open 4\n```';
    expect(placesOf('a.md', text).slice(1, 3)).toMatchObject([
      { text: 'To open it, run this:', kind: 'code', unit },
      { text: 'lock --open 4', kind: 'code', unit },
    ]);
  });

  it('has its heading above it where no sentence leads in', () => {
    expect(placesOf('a.md', '## Install\n\n```\nnpm i lock\n```\n')).toMatchObject([
      { text: 'npm i lock', kind: 'code', context: ['Install'] },
    ]);
  });
});

describe('a row of a table', () => {
  it('has the cells of the head above it', () => {
    const text = '| Room | Seats | Price |\n|---|---|---|\n| Oak | 40 | 90 euros |\n| Ash. | 12 | 5. |\n';
    expect(placesOf('a.md', text)).toMatchObject([
      { text: 'Oak | 40 | 90 euros', kind: 'row', context: ['Room', 'Seats', 'Price'] },
      { text: 'Ash. | 12 | 5.', kind: 'row', context: ['Room', 'Seats', 'Price'] },
    ]);
  });

  it('is read in HTML and in columns of spaces, too', () => {
    const html = '<table><tr><th>Room</th><th>Seats</th></tr>\n<tr><td>Oak</td><td>40</td></tr></table>\n';
    expect(placesOf('a.md', html)).toMatchObject([{ kind: 'row', context: ['Room', 'Seats'] }]);
    const columns = 'room    seats\nOak     40\nAsh     12\n';
    expect(placesOf('a.txt', columns)).toMatchObject([
      { text: 'Oak     40', kind: 'row', context: ['room', 'seats'] },
      { text: 'Ash     12', kind: 'row', context: ['room', 'seats'] },
    ]);
  });
});

describe('the head of a table in columns of spaces', () => {
  it.each([
    ['a rule under each word', '  ----       --------    ---'],
    ['one rule', '  ----------------------------'],
    ['a double rule', '  ====       ========    ==='],
  ])('is above %s and no heading', (_, rule) => {
    const rows = ['  Day        Workshop    Key', rule, '  Monday     closed      -', '  Tuesday    7 - 9 pm    Ines'];
    for (const above of ['Hours\n\n', '', '  Opening hours\n']) {
      const places = placesOf('a.txt', `${above}${rows.join('\n')}\n\n  Ring twice.\n`);
      expect(places.filter(({ kind }) => kind === 'row')).toMatchObject([
        { text: 'Monday     closed      -', context: ['Day', 'Workshop', 'Key'] },
        { text: 'Tuesday    7 - 9 pm    Ines', context: ['Day', 'Workshop', 'Key'] },
      ]);
      expect(places.flatMap(({ section }) => section)).not.toContain('Day        Workshop    Key');
    }
  });
});

describe('a turn', () => {
  it.each([
    ['LUND: I think so, yes.', 'LUND'],
    ['Will Reed: I think so, yes.', 'Will Reed'],
    ['Sue Park: I think so, yes.', 'Sue Park'],
    ['SPEAKER 1: I think so, yes.', 'SPEAKER 1'],
    ['Speaker 2 [00:01:23]: I think so, yes.', 'Speaker 2'],
    ['[00:12:40] Anna Berg: I think so, yes.', 'Anna Berg'],
    ['Anna Berg (chair): I think so, yes.', 'Anna Berg'],
    ['THE CHAIRMAN: I think so, yes.', 'THE CHAIRMAN'],
    ['<anna> I think so, yes.', 'anna'],
    ['**Anna Berg:** I think so, yes.', 'Anna Berg'],
    ['anna — Today at 14:03\nI think so, yes.', 'anna'],
  ])('is opened by %j', (text, speaker) => {
    for (const name of ['a.md', 'a.txt']) {
      expect(placesOf(name, `${text}\n`)).toMatchObject([{ text: 'I think so, yes.', kind: 'turn', speaker }]);
    }
  });

  it('lasts until the next speaker, over paragraphs', () => {
    const text = 'LUND: Thank you.\n\nThe next thing is the soil.\n\nOLIN: We disagree with you.\n';
    expect(placesOf('a.txt', text).map(({ text: own, speaker }) => [own, speaker])).toEqual([
      ['Thank you.', 'LUND'],
      ['The next thing is the soil.', 'LUND'],
      ['We disagree with you.', 'OLIN'],
    ]);
  });

  it('of a mail that is quoted lasts to the last quoted line', () => {
    const text = 'On Mon, Bo Lind wrote:\n> The hall is shut.\n> It opens in May.\n\nThanks for that.\n';
    for (const name of ['a.md', 'a.txt']) {
      expect(placesOf(name, text).map(({ speaker }) => speaker)).toEqual(['Bo Lind', 'Bo Lind', null]);
    }
  });

  it('opens in a log of a chat as a page of the web has it', () => {
    const text = '<div>\n13:01 &lt;ann&gt; The hall is shut.\n13:02 &lt;@bo&gt; It opens in May.\n</div>\n';
    expect(placesOf('a.md', text)).toMatchObject([
      { text: 'The hall is shut.', speaker: 'ann' },
      { text: 'It opens in May.', speaker: 'bo' },
    ]);
  });

  it('has the question of the turn before it above it', () => {
    const text = 'Anna: Who has the key?\nOlof Brand: Yes.\nPer: The key is at the mill.\n';
    expect(placesOf('a.txt', text)).toMatchObject([
      { text: 'Yes.', speaker: 'Olof Brand', context: ['Who has the key?'] },
      { text: 'The key is at the mill.', speaker: 'Per', context: ['Who has the key?'] },
    ]);
  });

  it('has the question above it, too, where somebody says something else meanwhile, until whoever asked speaks again', () => {
    const text =
      '[18:04] nadia: when does the hall open on sundays?\n[18:05] per: i think the lamp is broken\n' +
      '[18:09] olu: noon, but only with a key\n[18:10] nadia: thanks to all of you\n[18:12] per: the lamp is in the cupboard\n';
    expect(placesOf('a.txt', text).map(({ context }) => context)).toEqual([
      ['when does the hall open on sundays?'],
      ['when does the hall open on sundays?'],
      [],
      [],
    ]);
    const spoken = text.replace(/\[.*?\] (\w)(?=\w+:)/g, (_, initial: string) => initial.toUpperCase());
    expect(placesOf('a.txt', spoken)[1]).toMatchObject({ text: 'noon, but only with a key', context: [] });
  });

  it('has no question above it that somebody has answered at length', () => {
    const speech = 'We have talked about that for a long time in the board, and none of us is happy with it. '.repeat(
      4,
    );
    const text = `Anna: Who has the key?\nOlof: ${speech}\nPer: The hall is cold in winter.\n`;
    expect(placesOf('a.txt', text).at(-1)).toMatchObject({ text: 'The hall is cold in winter.', context: [] });
  });

  it.each([
    'Some questions that are answered in the chapter:\n',
    'Note: the hall is shut.',
    'NB: bring a coat.',
    'TODO: paint the door.',
    'Photo: the mill in May.',
    'Default: 12 seconds.',
    'Release Date: 12 May 2024.',
    'Presenter: Ottoline Dray.',
    '**Contributors**: Anna and Bo.',
    '**Train**: from the north at nine.',
    'Q: When?\nA: At ten.',
    '[Footnote: It may be so.] The hall was dark.',
    '!!! tip "Bring a coat"\n    The hall is cold.',
    'Fee: 12 euros',
    'Fee\n: 12 euros',
    'Shops: yes, but prices begin at zero.\n\nPets: only small ones.',
  ])('is not opened by %j', (text) => {
    for (const name of ['a.md', 'a.txt']) {
      expect(placesOf(name, `${text}\n`).filter(({ speaker }) => speaker !== null)).toEqual([]);
    }
  });
});

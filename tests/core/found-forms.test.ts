import { describe, expect, it } from 'vitest';
import { placesOf } from '../helpers/places-of.js';

const turnsOf = (text: string) => placesOf('a.txt', text).map(({ speaker, text: said }) => [speaker, said]);

describe('a chat with a time before each name', () => {
  const chat = [
    '[04/06/2025 20:11] pim_r: is the gate still locked',
    '[04/06/2025 20:12] oda: yes, code first',
    '[04/06/2025 20:13] pim_r: ok',
    '[04/06/2025 20:14] oda: sorry',
    '[04/06/2025 20:15] lars_w: the code is on the blue card',
    '[04/06/2025 20:16] pim_r: THANK YOU',
    '[04/06/2025 20:17] oda: np',
  ].join('\n');

  it('lets a name open a turn that stands there once, where others come again', () => {
    expect(turnsOf(chat)).toContainEqual(['lars_w', 'the code is on the blue card']);
    expect(turnsOf(chat)).toContainEqual(['oda', 'sorry']);
  });

  it('has no heading in what somebody shouts', () => {
    expect(turnsOf(chat)).toContainEqual(['pim_r', 'THANK YOU']);
    expect(placesOf('a.txt', chat).flatMap(({ section }) => section)).toEqual([]);
  });
});

describe('mails of a thread', () => {
  const mail = (from: string, day: number, body: string): string =>
    `From: ${from} <x@club.example>\nTo: all@club.example\nDate: Mon, ${day} Mar 2025 09:00:00 +0000\n` +
    `Subject: Re: The boiler\n\n${body}\n`;
  const thread = [
    mail('Ines Moll', 3, 'The boiler has to go before winter. I want a quote by May.'),
    mail(
      'Bo Ravn',
      4,
      'Ines Moll wrote:\n> The boiler has to go before winter.\n\nI would rather mend it. It has a leak.',
    ),
    mail(
      'Uta Kern',
      5,
      'Bo Ravn wrote:\n> I would rather mend it.\n\nI agree with neither.\n\n> It has a leak.\n\nIt has two.',
    ),
  ].join('\n');

  it('are no records; their heads are nobody’s words', () => {
    const places = placesOf('a.txt', thread);
    expect(places.filter(({ kind }) => kind === 'row')).toEqual([]);
    expect(places.some(({ text }) => /^(?:To|Date|Subject):/.test(text))).toBe(false);
  });

  it('go on in the name of whoever writes below what they quote', () => {
    const said = turnsOf(thread);
    expect(said).toContainEqual(['Ines Moll', 'I want a quote by May.']);
    expect(said).toContainEqual(['Ines Moll', 'The boiler has to go before winter.']);
    expect(said).toContainEqual(['Bo Ravn', 'It has a leak.']);
    expect(said).toContainEqual(['Uta Kern', 'I agree with neither.']);
    expect(said).toContainEqual(['Uta Kern', 'It has two.']);
  });

  it.each(['On 4 Mar 2025, at 09:00, Bo Ravn wrote:\n', 'Bo Ravn wrote:\n', ''])(
    'keep a quoted question apart from the answer below it: %s',
    (wrote) => {
      const asked = mail('Bo Ravn', 4, 'Before we buy: could we mend the old boiler first?\n\nIt is not so bad.');
      const answer = `${wrote}> could we mend the old boiler first?\n\nWho pays? It was 1,350 in May.\n\nThe law asks for it.`;
      const said = turnsOf([asked, mail('Uta Kern', 5, answer)].join('\n'));
      expect(said.filter(([speaker]) => speaker === 'Bo Ravn')).toEqual([['Bo Ravn', 'It is not so bad.']]);
      expect(said).toContainEqual(['Uta Kern', 'It was 1,350 in May.']);
      expect(said).toContainEqual(['Uta Kern', 'The law asks for it.']);
    },
  );

  it('give words quoted without a name to whoever has said them, or to nobody', () => {
    const said = turnsOf(
      [thread, mail('Ines Moll', 6, '> I agree with neither.\n\nThat helps.\n\n> Call Mrs Lund.\n\nShe is ill.')].join(
        '\n',
      ),
    );
    expect(said.filter(([, words]) => words === 'I agree with neither.')).toEqual([
      ['Uta Kern', 'I agree with neither.'],
      ['Uta Kern', 'I agree with neither.'],
    ]);
    expect(said).toContainEqual([null, 'Call Mrs Lund.']);
    expect(said).toContainEqual(['Ines Moll', 'She is ill.']);
  });
});

describe('minutes in one file', () => {
  const minutes = [
    'MEETING OF 4 MARCH 2025, upper room',
    'Present: Moll (chair), Ravn, Kern.',
    '',
    '1. Minutes of the last meeting agreed without a single change being asked for.',
    '',
    '2. Boiler. Two quotes were read, of 2,100 and of 1,800. Kern wanted to wait',
    'for a third one, which nobody else thought was of any use at all.',
    '   MOTION (Ravn / Moll): to take the lower of the two.',
    '   Carried.',
    '',
    '3. Roof. Kern will ask the owner of the house next door whether the ladder',
    'may stand in his yard while the gutter is being cleaned.',
    '',
    '4. Fence from the new yard. Moll to write to the council',
    'before the end of the month.',
    '',
    '',
    'MEETING OF 3 JUNE 2025, in the kitchen as the upper room was being painted that day',
    'Present: Moll (chair), Kern.',
    '',
    '1. Minutes agreed.',
    '',
    '2. Boiler. It is in, and warm, and nobody has complained about the noise so',
    'far. The old one goes to the scrap yard.',
  ].join('\n');
  const places = placesOf('minutes.txt', minutes);
  const find = (words: string) => places.find(({ text }) => text.startsWith(words));

  it('have each meeting as a section with its date', () => {
    expect(find('Two quotes')).toMatchObject({
      date: '2025-03-04',
      section: ['MEETING OF 4 MARCH 2025, upper room', 'Boiler'],
    });
    expect(find('The old one')).toMatchObject({ date: '2025-06-03' });
  });

  it('have no heading that breaks off in the middle of a sentence', () => {
    expect(find('Moll to write')?.section.at(-1)).toBe('Fence from the new yard');
    expect(find('Moll to write')?.text).toBe('Moll to write to the council\nbefore the end of the month.');
  });

  it('do not run a motion into the item above it, and keep a short item whole', () => {
    const short = minutes.replace(/ Kern wanted[^]*?at all\./, '');
    const motion = (text: string) => placesOf('minutes.txt', text).find((one) => one.text.startsWith('MOTION'));
    expect(motion(minutes)?.text).toBe('MOTION (Ravn / Moll): to take the lower of the two.');
    expect(motion(short)?.unit).toMatch(/^Boiler\. Two quotes[^]*Carried\.$/);
  });
});

describe('headings that are set off by marks', () => {
  it('are the words between the marks, with their date', () => {
    const text =
      'HIRING THE HALL\n\n--- MONEY ---\n\nAn evening costs 40 crowns.\n\n*** prices as of 1 May 2024 ***\n\nA day costs 90 crowns.\n';
    expect(placesOf('a.txt', text)).toMatchObject([
      { text: 'An evening costs 40 crowns.', section: ['MONEY'] },
      { text: 'A day costs 90 crowns.', date: '2024-05-01' },
    ]);
  });

  it('are questions in a list of them, with a mark before and perhaps behind', () => {
    const text = [
      '* is there a stove *\nYes, but bring wood.',
      '* who has the key, the door was shut when I came *\nThe baker opposite.',
      '* Can I sleep there?\nNever.',
    ].join('\n\n');
    expect(placesOf('a.txt', text)).toMatchObject([
      { text: 'Yes, but bring wood.', context: ['is there a stove'] },
      { text: 'The baker opposite.', context: ['who has the key, the door was shut when I came'] },
      { text: 'Never.', context: ['Can I sleep there?'] },
    ]);
  });

  it('are none in a list of items', () => {
    const text = ['* tea\nand sugar', '* milk\nfrom the farm', '* bread\nof yesterday'].join('\n\n');
    expect(placesOf('a.txt', text).flatMap(({ section }) => section)).toEqual([]);
  });
});

it('an item above items of its own leads in to them', () => {
  const rules =
    '1. The tower\n   1. Who may climb it\n      - Members.\n      - Guests of members.\n   2. Never in a storm.\n';
  expect(placesOf('rules.md', rules)).toContainEqual(
    expect.objectContaining({
      text: 'Members.',
      unit: expect.stringMatching(/^Who may climb it\n[^]*Guests of members\.$/) as string,
    }),
  );
});

describe('a table in a fence', () => {
  const fence = (lines: string): string => `# Hut\n\n## Hours\n\n\`\`\`\n${lines}\n\`\`\`\n`;

  it('has rows under its head', () => {
    const rows = placesOf(
      'a.md',
      fence(
        '       studio        shop\nMon    -             -\nTue    10:00-18:00   12:00-16:00\nSun    13:00-15:00   closed',
      ),
    );
    expect(rows.map(({ kind, text }) => [kind, text])).toContainEqual(['row', 'Sun    13:00-15:00   closed']);
    expect(rows.at(-1)?.context).toEqual(['studio', 'shop']);
  });

  it('is code where a language is named, or where lines have two cells', () => {
    const code = 'run(4);   // opens\nrun(5);   // shuts\nrun(6);   // rings';
    expect(placesOf('a.md', fence(code)).map(({ kind }) => kind)).not.toContain('row');
    const named = fence('a   b   c\nd   e   f\ng   h   i').replace('```\n', '```sh\n');
    expect(placesOf('a.md', named).map(({ kind }) => kind)).not.toContain('row');
  });
});

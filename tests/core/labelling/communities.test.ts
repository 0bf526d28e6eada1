import { describe, expect, it } from 'vitest';
import { isPluralSource, judgeNaming } from '#verbatim/core/labelling/source-naming.js';
import { differingParts, labelOne, labelText } from './label-text.js';

const interview = `# A day with the ferryman

*We talked to Edvard Lunde, who has steered the Hollow Sound ferry since 1998.*

**When do you get up?**

At four. My wife does not, and I am quiet.

**What is the worst weather?**

Fog, always. I can handle wind.

**Will there be a bridge?**

They say so every ten years. I will be the last one on the old boat.
`;

const story = `"Is the key yours?" asked Mora.

"It was my father's."

"And the box?"

"Nobody has found it."

She turned the lamp down and said nothing more that night. The rain had come back.
`;

const rules = `# Rules of the pottery room

## Kiln

- The kiln must be left to cool for eight hours.
- Do not open the lid above 100 degrees.
- The kiln shaft is cleaned in May.
- The dealer says that older bricks last longer.
- Clay is sold in bags of ten kilos.
- Glazes are kept on the wooden shelf.

## Members

- Members may invite one guest.
- Guests must sign the book.
- The committee decides who gets a key.
- The oldest wheel is a miserable wreck.
`;

function lanesOf(text: string, name = 'sample.md'): string[] {
  const { document, labels } = labelText(text, null, name);
  return labels.map(({ label, start, end }) => `${label}: ${document.text.slice(start, end)}`);
}

describe('who speaks in texts of communities', () => {
  it('gives the answers of an interview to its guest, and the questions to nobody', () => {
    const { labels } = labelText(interview, null, 'interview.md');
    const answers = labels.filter(({ label }) => label === 'attributed');
    expect(answers).toHaveLength(6);
    expect(answers.filter(({ sources }) => sources[0] === 'Edvard Lunde').length >= 5).toBe(true);
    expect(labels.every(({ textKind }) => textKind === 'transcript')).toBe(true);
  });

  it('does not give a whole dialogue to the one speaker who is named', () => {
    const { labels } = labelText(story);
    expect(labels[0]?.sources).toEqual(['Mora']);
    expect(labels[1]).toMatchObject({ label: 'attributed', sources: [] });
  });

  it('knows stage lines in italics as nobody’s words', () => {
    const text =
      'Ada: I saw it go.\n\nBen: You did not.\n\nAda: I did!\n\nBen: We all know you.\n\nAda: I am going home.\n\n*The tape ends here.*\n';
    expect(lanesOf(text).at(-1)).toBe('reported: *The tape ends here.*');
  });

  it.each([
    'Complaints are heard by Sunniva, who is not on the committee.',
    'Everything else goes one year after membership lapses.',
    'Two auditors are named by the treasurer.',
    'Customer calls on Friday go unanswered.',
    'The editors decide what the front page holds.',
    'Bela wrote task 4 and added a letter.',
    'The crew reads the log on the first Monday.',
    'An extra meeting will be called before Easter.',
    'For apprentices, membership of any length will do.',
  ])('hears nobody in “%s”', (text) => {
    expect(labelOne(text).sources).toEqual([]);
  });

  it('finds the nearer subject after a word of time', () => {
    expect(labelOne('Work stopped on Monday after growers said silt had smothered the beds.').sources).toEqual([
      'growers',
    ]);
  });

  it.each([
    ['The pump was late, which cost us a week, according to the harbour board.', 'the harbour board'],
    ['Even if it rains, Mr. Morgan said, the fair will be held.', 'Mr. Morgan'],
    ['As many anglers have pointed out, the weir was never repaired.', 'many anglers'],
    ['Stone walls were cheaper in 1911, a newly printed ledger shows.', 'a newly printed ledger'],
    ['The mayor is promising lower fees.', 'The mayor'],
  ])('attributes “%s”', (text, source) => {
    expect(labelOne(text)).toMatchObject({ label: 'attributed', sources: [source] });
  });
});

describe('what judges in rules and reference texts', () => {
  it('is a word said of the thing, not a noun that names one', () => {
    const judged = lanesOf(rules).filter((line) => line.startsWith('opinion'));
    expect(judged).toEqual(['opinion: The oldest wheel is a miserable wreck.']);
  });

  it('and who says so is still a source', () => {
    expect(lanesOf(rules).filter((line) => line.startsWith('attributed'))).toEqual([
      'attributed: The dealer says that older bricks last longer.',
    ]);
  });

  it('never marks a condition as an opinion within a rule', () => {
    const text = `${rules}\n- If two guests quarrel, ring the warden.\n`;
    expect(differingParts(labelText(text, null, 'rules.md')).filter((part) => part.startsWith('opinion'))).toEqual([]);
  });
});

describe('how a source is named', () => {
  it.each([
    ['Investigations', 'group'],
    ['critics', 'group'],
    ['Some residents', 'group'],
    ['It', 'pronoun'],
    ['they', 'pronoun'],
    ['The board', 'named'],
    ['the author', 'author'],
    ['The author of the op-ed', 'author'],
    ['The writer Ines Dahl', 'named'],
    ['Ines Dahl', 'named'],
    ['Mill Rivers', 'named'],
    ['NATO', 'named'],
    ['dr_mumbles', 'named'],
  ])('%s: %s', (source, naming) => {
    expect(judgeNaming(source)).toBe(naming);
  });

  it('several say, and one says', () => {
    expect(['Reuters', 'Sanders', 'Peters', 'Rangers', 'Siemens'].map(judgeNaming)).toEqual(Array(5).fill('named'));
    expect(isPluralSource('Investigators of the Velmar hijacking')).toBe(true);
    expect(['Officials', 'the farmers', 'they', 'the union and the board'].filter(isPluralSource)).toHaveLength(4);
    expect(['The board', 'Ines Dahl', 'it', 'the Times'].filter(isPluralSource)).toEqual([]);
  });
});

describe('a text for reference', () => {
  const manual = `# Pebble

## Use

Pebble supports two kinds of keys. Members propose changes in the open. Pebble assumes that a connection lasts.

- \`--verbose\` prints every key, which is a \`terrible\` lot.
- Is \`true\` after the key was closed.
- Reads data from the file and stores it.

| Key | Note |
| --- | --- |
| A | great and beautiful |

\`\`\`
echo "this is a terrible idea" # she said so
\`\`\`

There are no outstanding requests. It is vital to read the log before you start.

According to the Harbour Standard, a key has four parts. The inspector says that older keys last longer.
`;

  it('claims what somebody says in it, and nothing that programs and members do', () => {
    const claims = lanesOf(manual).filter((line) => line.startsWith('attributed'));
    expect(claims).toEqual([
      'attributed: According to the Harbour Standard, a key has four parts.',
      'attributed: The inspector says that older keys last longer.',
    ]);
  });

  it('judges neither in code and tables nor by words for a state', () => {
    expect(lanesOf(manual).filter((line) => line.startsWith('opinion'))).toEqual([]);
    expect(differingParts(labelText(manual, null, 'manual.md'))).toEqual([]);
  });
});

describe('the source of a claim', () => {
  it.each([
    ['Sources close to the minister say the plan is dead.', 'Sources'],
    ['The woman next to Smith said it was late.', 'The woman'],
    ['Officials close to the talks said a deal was near.', 'Officials'],
    ['Anna Bell, spokeswoman for the Ministry of Truth, said it rained.', 'Anna Bell'],
    ['Smith, 43, of Leeds, said the plan was wrong.', 'Smith'],
    ['A survey of 1,012 adults, commissioned by the trust, found 64 per cent in favour.', 'A survey of 1,012 adults'],
    ['The mayor, the police and the church said the bridge was safe.', 'The mayor, the police and the church'],
    ['Prices rose, said the mayor, the bishop and the priest.', 'the mayor, the bishop and the priest'],
  ])('of “%s” is %s', (text, source) => {
    expect(labelOne(text).sources).toEqual([source]);
  });

  it('is nobody in a turn of phrase, and no month', () => {
    expect(labelOne('No one in his right mind would pay.').sources).toEqual([]);
    expect(labelOne('March said goodbye to winter.').sources).toEqual([]);
  });

  it('that a pronoun means has one gender', () => {
    const text =
      'Tom Reed runs the ferry. He said it was late. His deputy Anna Bell keeps the books. The ferry, she said, will close.\n';
    expect(labelText(text, 'news').labels.at(-1)?.sources).not.toContain('Tom Reed');
  });
});

describe('minutes', () => {
  it('record decisions as what was done, whoever spoke before', () => {
    const text = `Minutes of the parish meeting, 4 March 2025

7. PLAYGROUND
The Clerk had received three quotations. Cllr Mistry said the cheapest firm had done good work. It was agreed to wait until April.
`;
    const { labels } = labelText(text);
    expect(labels.at(-1)?.label).toBe('reported');
  });
});

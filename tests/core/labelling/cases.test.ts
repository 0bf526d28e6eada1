import { describe, expect, it } from 'vitest';
import type { StatementKind } from '#verbatim/core/labelling/labels.js';
import { differingParts, labelOne, labelText } from './label-text.js';

describe('nobody claims anything', () => {
  it.each([
    'You can see the balance in your account.',
    'We support projects in the county.',
    'This rule shall be interpreted by the board.',
    'This page outlines the steps.',
    'London threatened rain all day.',
    'The guide covers imports.',
    'Data shows in the panel.',
    '**Train**: the express was stopped at noon.',
    'Dues: 640 crowns per term, students and unemployed 250.',
    'Members are asked to vote on the second offer.',
    'The old word is known to every clerk.',
    'In the first two years takings fell by 2.1 per cent on account of the digging.',
    'The club has 71 members and 4,200 in its account.',
    'The exam counts as a try, unless the tram company confirms a breakdown.',
  ])('%s', (text) => {
    const label = labelText(text, null, 'sample.md').labels[0];
    expect(label?.label).not.toBe('attributed');
    expect(label?.sources).toEqual([]);
  });
});

describe('nobody judges anything', () => {
  it.each<[string, StatementKind | undefined]>([
    ['The barn is red.', undefined],
    ['Members must pay by 1 May.', 'rule'],
    ['The hall is closed on Monday, as we need to paint it.', undefined],
    ['Click Save, then choose a folder.', 'instruction'],
    ['You should see a green light.', 'instruction'],
    ['Do not feed the swans.', 'instruction'],
    ['It is best to restart the server after an update.', 'advice'],
    ['The largest hall seats 400.', undefined],
    ['Version 2 is faster than version 1 (12 ms against 30 ms).', undefined],
    ['The hall can be hired.', undefined],
  ])('%s', (text, statement) => {
    const label = labelOne(text);
    expect(label.label).toBe('reported');
    expect(label.statement).toBe(statement);
  });

  it('in a list of rules, whose own words are rules and instructions', () => {
    const { labels } = labelText(houseRules, null, 'rules.md');
    expect(labels.map(({ label }) => label).filter((label) => label !== 'reported')).toEqual([]);
    expect(
      labels.filter(({ statement }) => statement === 'rule' || statement === 'instruction').length,
    ).toBeGreaterThan(4);
  });
});

const houseRules = `# House rules of the boat shed

## Keys

- Keys must be returned by nine in the evening.
- Do not lend a key to anybody.
- Whoever loses a key pays for the lock.

## Boats

- Wash the boat before you put it back.
- Nobody rows when the red flag is up.
- A coach may refuse a boat to a novice.
- You should carry a whistle.
- The teacher must agree to every outing of a school class.
`;

describe('who speaks', () => {
  it.each([
    ['The shop, according to its sign, opens at nine.', 'its sign'],
    [
      'Reports from the United Nations, the European Union and even Norway indicate that the dam is safe.',
      'the United Nations, the European Union and even Norway',
    ],
    ['Investigations show that the bridge was weak.', 'Investigations'],
    ['The board, which met on Monday, estimates a loss of 4 million.', 'The board'],
  ])('%s', (text, source) => {
    const label = labelOne(text);
    expect(label.label).toBe('attributed');
    expect(label.sources).toEqual([source]);
  });

  it('in each clause of a sentence', () => {
    const established = labelText(
      'While the town has established that the camps exist, the miners, in turn, allege a plot.',
    );
    expect(established.labels[0]?.sources).toContain('the miners');
    const both = labelOne('He said the roof leaks while the tenant said it does not.');
    expect(both.sources).toEqual(['He', 'the tenant']);
  });

  it('in a sentence that goes on with what somebody said, likely', () => {
    const { labels } = labelText('A spokesman for the mill said it was closed. Jobs would be lost.');
    expect(labels[1]).toMatchObject({ label: 'attributed', sources: ['A spokesman for the mill'], step: 'likely' });
  });

  it('in no list of sources', () => {
    const { labels } = labelText('# Sources\n\n- "Dam bursts at Velmar" — The Gazette\n', null, 'sources.md');
    expect(labels.map(({ label }) => label)).toEqual(['reported', 'reported']);
  });

  it('in a turn of a transcript, until the next name', () => {
    const { labels } = labelText(
      'CHAIR: We begin with the roof.\n\nIt leaks again.\n\nMR. OTTO: I have seen it.\n\nCHAIR: Then we vote.\n\nMR. OTTO: I am against.\n\nIt costs 90.\n',
      null,
      'hearing.md',
    );
    expect(labels.map(({ sources }) => sources[0])).toEqual([
      'CHAIR',
      'CHAIR',
      'MR. OTTO',
      'CHAIR',
      'MR. OTTO',
      'MR. OTTO',
    ]);
  });
});

describe('a quotation that its text forgot to close', () => {
  it('is one all the same at the head of a paragraph', () => {
    const text = '‘We never had a chance against the river.\n\nThe dyke broke at four, said the warden.';
    const { labels } = labelText(text);
    expect(labels[0]?.label).toBe('attributed');
    expect(labels[1]?.label).toBe('attributed');
  });
});

describe('the author’s judgement inside a claim', () => {
  it('is marked, and the claim stays', () => {
    const judged = labelText('The minister, as shameless as ever, said the plan works.');
    expect(judged.labels[0]?.label).toBe('attributed');
    expect(differingParts(judged).join()).toContain('opinion: as shameless as ever');
  });

  it('makes a claim likely that only its tone would refute', () => {
    const label = labelOne('The council endorsed a reckless, shabby and disgraceful deal.');
    expect(label.label).toBe('attributed');
    expect(label.step).not.toBe('clear');
  });
});

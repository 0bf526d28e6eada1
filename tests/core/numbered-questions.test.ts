import { describe, expect, it } from 'vitest';
import { blocksOf } from '../helpers/analyse.js';
import { placesOf } from '../helpers/places-of.js';

const pottery = [
  ['1)', "I've never thrown a pot. Can I just come?", 'Yes. Tell us the day before, so that we', 'have clay for you.'],
  ['2)', 'WHAT DO I WEAR', 'Old clothes. We lend:', '  - an apron', '  - a towel'],
  ['3)', 'Under 16s?', 'With a parent, on Saturdays.'],
  ['4)', 'I am left-handed', 'Fine. Ask for the wheel by the window.'],
  ['5)', 'can i bring my dog', 'to the yard, on a lead.'],
  ['6)', 'How long does it take', 'to glaze a pot?', 'An hour.'],
  ['7)', 'Is there tea?', 'There is.'],
];
const questions = [
  "I've never thrown a pot. Can I just come?",
  'WHAT DO I WEAR',
  'Under 16s?',
  'I am left-handed',
  'can i bring my dog',
  'How long does it take\n    to glaze a pot?',
  'Is there tea?',
];

function set(indent: string, between = ''): string {
  const items = pottery.map(([mark, first, ...others]) =>
    [`${mark ?? ''}  ${first ?? ''}`, ...others.map((line) => indent + line)].join(`\n${between}`),
  );
  return `Things that people ask\n\n${items.join('\n\n')}\n`;
}

describe('the items of one list of questions', () => {
  it.each([
    ['further in', set('    ')],
    ['at the margin', set('').replace('\nto glaze', '\n    to glaze')],
  ])('are questions all alike, with or without a mark, above answers %s', (_, text) => {
    const asked = blocksOf('a.txt', text).filter((block) => block.startsWith('question: '));
    expect(asked).toEqual(questions.map((question) => `question: ${question}`));
    for (const { kind, context, section } of placesOf('a.txt', text)) {
      expect(kind).toMatch(/^(?:answer|list)$/);
      expect(questions).toContain(context[0]);
      expect(section).toEqual([]);
    }
  });

  it('may have their answers below a blank line', () => {
    const text =
      'Asked\n\n1) Is it far?\n\nNo.\n\n2) Is it dear?\n\nYes.\n\n3) I am tall\n\nFine.\n\n4) Why?\n\nFun.\n';
    expect(placesOf('a.txt', text).map(({ text: own, context }) => [own, ...context])).toEqual([
      ['No.', 'Is it far?'],
      ['Yes.', 'Is it dear?'],
      ['Fine.', 'I am tall'],
      ['Fun.', 'Why?'],
    ]);
  });

  it('need no marks where an arrow stands before each answer, which is no part of it', () => {
    const text =
      '[1] i am late, what now\n--> Ring the mill. Come in\n    by the yard.\n\n[2] do i need boots??\n--> No.\n\n[3] What do I pay\n--> Four pounds.\n';
    expect(placesOf('a.txt', text).map(({ text: own, context }) => [own, ...context])).toEqual([
      ['Ring the mill.', 'i am late, what now'],
      ['Come in\n    by the yard.', 'i am late, what now'],
      ['No.', 'do i need boots??'],
      ['Four pounds.', 'What do I pay'],
    ]);
  });

  it('are none where most of a numbering asks nothing, and the lines of an agenda stay headings', () => {
    const text = '1. CHAIRS\nWe need ten.\n\n2. TABLES\nWe have two.\n\n3. LIGHT\nIt is enough.\n';
    expect(blocksOf('a.txt', text).join()).not.toContain('question: ');
    expect(blocksOf('a.txt', text).filter((block) => block.startsWith('heading'))).toHaveLength(3);
  });
});

import { expect, it } from 'vitest';
import { readTexts, shownOf } from '../helpers/read-texts.js';

const files = {
  'column.md':
    '# A column\n\nThe author wants the council of Arnfeld to treat Lunden as fairly as it has treated Orsa.\n\n' +
    'The author calls Lunden a patient town.\n',
};

it.each([
  'What does the author ask of Lunden?',
  'What does the author want Lunden to do?',
  'What does Lunden ask of Arnfeld?',
])('what is asked of one is no answer to what is asked of another: %s', (question) => {
  const answer = readTexts(files, question, ['as fairly as it has treated Orsa', 'a patient town']);
  expect(answer.status).toBe('not-found');
});

it.each(['What does the author ask of Arnfeld?', 'What does the author want Arnfeld to do?'])(
  'whoever is asked in the text may be asked about: %s',
  (question) => {
    const answer = readTexts(files, question, ['as fairly as it has treated Orsa', 'a patient town']);
    expect(shownOf(answer)[0]).toContain('council of Arnfeld');
  },
);

it('who is asked may stand in the heading above', () => {
  const text =
    '# Wishes\n\n## What we ask of Arnfeld\n\nIt should pay for the bridge.\n\n## Others\n\nThe mill is old.\n';
  const answer = readTexts({ 'wishes.md': text }, 'What do you ask of Arnfeld?', ['pay for the bridge']);
  expect(shownOf(answer)).toEqual(['It should pay for the bridge.']);
});

it('a text that never names whom the question names stands behind one that does', () => {
  const others = {
    'arn.md': '# The mill\n\nThe wheel of the mill is of oak, and the wheel was built in 1742.\n',
    'lund.md': '# Lunden\n\nIn Lunden there is a mill, too. Its wheel is of iron.\n',
  };
  const answer = readTexts(others, 'Of what is the wheel of the mill in Lunden?', ['of oak', 'of iron']);
  expect(answer.quotes[0]?.document.path).toBe('lund.md');
});

import { describe, expect, it } from 'vitest';
import { readTexts, shownOf } from '../helpers/read-texts.js';

describe('what the author of a text says', () => {
  const files = {
    'letter.md':
      '---\ntitle: Less show, more song\nauthor: Ada Holm\n---\n\nArnby gave up the contest in 2021.\n',
    'minutes.md': '# Minutes\n\nThe bus to Arnby leaves at seven. Ada Holm is to count the seats.\n',
  };
  it('answers what somebody says who wrote one', () => {
    const answer = readTexts(files, 'What did Ada Holm say about Arnby?', []);
    expect(answer.status).toBe('answered');
    expect(shownOf(answer)[0]).toContain('Arnby gave up the contest in 2021');
  });
  it('does not answer for somebody else', () => {
    expect(readTexts(files, 'What did Bo Lind say about Arnby?', []).status).toBe('not-found');
  });
});

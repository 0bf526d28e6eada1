import { describe, expect, it } from 'vitest';
import { readTexts, shownOf } from '../helpers/read-texts.js';

describe('what the author of a text says', () => {
  const files = {
    'letter.md':
      '---\ntitle: Less show, more song\nauthor: Ada Holm\n---\n\nThe contest costs us 900 a year. The hall at Arnby costs nothing.\n',
    'minutes.md': '# Minutes\n\nThe bus to Arnby leaves at seven.\n',
  };

  it('answers what somebody says who wrote one', () => {
    const answer = readTexts(files, 'What does Ada Holm say about Arnby?', []);
    expect(answer.status).toBe('answered');
    expect(shownOf(answer)[0]).toContain('The hall at Arnby costs nothing.');
  });

  it('does not answer for somebody else', () => {
    expect(readTexts(files, 'What does Bo Lind say about Arnby?', []).status).toBe('not-found');
  });
});

import { describe, expect, it } from 'vitest';
import { findQuotations } from '#verbatim/core/labelling/speakers/quotations.js';

function quoted(...paragraphs: string[]): string[] {
  let at = 0;
  const spans = paragraphs.map((paragraph) => {
    const span = { start: at, end: at + paragraph.length };
    at = span.end + 2;
    return span;
  });
  const text = paragraphs.join('\n\n');
  return findQuotations(text, spans).map(
    ({ start, end, reopened, unclosed }) =>
      text.slice(start, end) + (reopened ? ' (reopened)' : '') + (unclosed ? ' (unclosed)' : ''),
  );
}

describe('findQuotations', () => {
  it('finds curly, straight, pointed and doubled single marks', () => {
    expect(quoted("He saw “one”, \"two\", «three» and ''four'' boats.")).toEqual([
      '“one”',
      '"two"',
      '«three»',
      "''four''",
    ]);
  });

  it('finds single quotation marks and leaves apostrophes and plural possessives alone', () => {
    expect(quoted("The dockers' leader said: 'We won't sign the owners' paper.'")).toEqual([
      "'We won't sign the owners' paper.'",
    ]);
    expect(quoted('It’s the dockers’ own quay, she doesn’t doubt.')).toEqual([]);
  });

  it('takes an inner quotation as part of the outer one', () => {
    expect(quoted('"They told us \'not today\' and left," she said.')).toEqual([
      '"They told us \'not today\' and left,"',
    ]);
  });

  it('runs to the end of the paragraph without a closing mark and knows that the next one goes on', () => {
    expect(quoted('“First the well failed.', '“Then the cow died.”')).toEqual([
      '“First the well failed. (unclosed)',
      '“Then the cow died.” (reopened)',
    ]);
  });

  it('takes a closing mark that nothing opened as the end of a cut quotation', () => {
    expect(quoted('We never got paid." The clerk shrugged.')).toEqual(['We never got paid."']);
  });

  it('does not take inches and clipped years for quotations', () => {
    expect(quoted('A 12" pipe from the \'70s runs under it.')).toEqual([]);
  });
});

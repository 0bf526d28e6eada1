import { describe, expect, it } from 'vitest';
import { decodeDocument, encodeDocument } from '#verbatim/adapters/index-postgres/stored-document.js';
import { layOver } from '#verbatim/core/overrides/apply-overrides.js';
import { placeContent, placeOnDemand, type PlacedContent } from '#verbatim/core/search/place-content.js';
import { finish } from '#verbatim/core/steps.js';
import { makeManyTexts } from './many-texts.js';
import { readAll, writeText, writeTexts } from './written-texts.js';

const ofAllShapes = `# The mill of Arn

- [Opening](#opening)
- [Prices](#prices)

## Opening

The mill opens:

- on weekdays at nine
  - in winter at ten
- on Sundays at noon. It closes at five. Nobody is let in after four.

Is it open in May?

Yes, from the third on. In rain it is not.

| day    | price |
| ------ | ----- |
| Monday | £3    |
| Sunday | £4    |

Start the wheel like this:

\`\`\`
wheel start --slowly
wheel oil
\`\`\`

## Prices

**Anna Pell:** What does it cost? I forgot.

**Jonas Ruiz:** Three pounds. Four on Sundays.

Q: Are dogs allowed?
A: They are not. Cats are.
`;

const written = [
  ...writeTexts(makeManyTexts(20)).documents,
  writeText('odd\ud800.txt', 'Half a \ud83d pair, \u0000 and\u2028a line.\n\nNobody said “\\n”.'),
  writeText('none.txt', ''),
  writeText('shapes.md', ofAllShapes),
];

describe('a stored document', () => {
  it.each(written)('is read as it was written: $path', ({ indexed }) => {
    const read = decodeDocument(encodeDocument(indexed));
    const last = read.sentences.length - 1;
    expect(read.sentences[last]?.terms).toEqual(indexed.sentences[last]?.terms); // before all others
    expect(readAll(read)).toEqual(readAll(indexed));
    expect(encodeDocument(read)).toBe(encodeDocument(indexed));
  });

  it('is read as an earlier version has written it', () => {
    for (const { indexed } of written)
      expect(readAll(decodeDocument(JSON.stringify(indexed)))).toEqual(readAll(indexed));
  });

  it('has all of its sentences with labels of moderators over them', () => {
    for (const { indexed } of written) {
      const label = { label: 'opinion', source: null, kind: null, was: 'reported', note: null } as const;
      const holding = new Map([[0, { ...label, id: 1, decidedAtMs: 1 } as never]]);
      const laid = layOver(decodeDocument(encodeDocument(indexed)), holding);
      expect(readAll(laid)).toEqual(readAll(layOver(indexed, holding)));
    }
  });
});

describe('the places of sentences', () => {
  it.each(written)('are the same when they are worked out one by one: $path', ({ indexed }) => {
    const listAll = ({ places, headings, isContext, firstPassages, passageCounts }: PlacedContent): unknown => ({
      marks: [headings, isContext, firstPassages, passageCounts].map((marks) => Array.from(marks)),
      // From the last one on, so that none is worked out after those before it.
      places: [...indexed.sentences.keys()]
        .reverse()
        .map((s) => [places.dependantsOf(s), places.contextOf(s), places.placeOf(s)]),
    });
    expect(listAll(placeOnDemand(indexed))).toEqual(listAll(finish(placeContent(indexed))));
  });
});

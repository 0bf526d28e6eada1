import { describe, expect, it } from 'vitest';
import { analyser } from '../helpers/analyse.js';
import { placesOf } from '../helpers/places-of.js';
import { readDocument } from '#verbatim/app/indexing/read-document.js';
import { findTextKind } from '#verbatim/core/labelling/text-kind.js';
import { splitSentences } from '#verbatim/core/text/sentences.js';

const metadataOf = (name: string, text: string) => readDocument(name, text).document.metadata;
const body = 'The boiler is old. It was put in by my aunt.\n';

describe('a byline right below the title', () => {
  it.each([
    ['*by Ines Moll, from "The Lamp" no. 7, spring 2025*', 'Ines Moll'],
    ['*by Ines Moll*', 'Ines Moll'],
    ['by Ines van der Moll', 'Ines van der Moll'],
    ['**Text by Ines Moll and Bo Ravn**', 'Ines Moll and Bo Ravn'],
  ])('names the author and heads nothing: %s', (line, author) => {
    const text = `# Enough of the cold\n\n${line}\n\n${body}`;
    expect(metadataOf('a.md', text).author).toBe(author);
    expect(placesOf('a.md', text).flatMap(({ section }) => section)).toEqual([]);
    expect(metadataOf('a.txt', `Enough of the cold\n\n${line.replaceAll('*', '')}\n\n${body}`).author).toBe(author);
  });

  it.each([
    ['a title', `# By Land And Sea\n\n${body}`],
    ['words', `# The way\n\nby the old gate, in the wall\n\n${body}`],
    ['a line below the first words', `# The way\n\n${body}\n*by Ines Moll*\n\n${body}`],
  ])('is none: %s', (_, text) => {
    expect(metadataOf('a.md', text).author).toBeNull();
  });

  it('gives way to the front matter', () => {
    expect(metadataOf('a.md', `---\nauthor: Bo Ravn\n---\n# Cold\n\nby Ines Moll\n\n${body}`).author).toBe('Bo Ravn');
  });

  it('does not speak for who replies below', () => {
    const text = `# Cold\n\n*by Ines Moll*\n\n${body}\n---\n\n**Reply from the treasurer.** It is new. — Bo\n`;
    expect(placesOf('a.md', text)).toContainEqual(
      expect.objectContaining({ text: 'It is new. — Bo', section: ['Reply from the treasurer.'] }),
    );
  });
});

describe('the date of a page', () => {
  const page = (stamp: string, update: string) =>
    `# The hall\n\n${stamp}\n\nA night is **£140**.\n\n---\n\n${update} A night is **£185** from 1 April 2026.\n\nCoal is £11.\n\n## The way\n\nGo up the lane.\n`;

  it.each([
    '*Page updated 12 January 2024*',
    'Last updated: 12 January 2024',
    '_This page was last revised on 12 January 2024_',
  ])('is that of its stamp, which heads nothing: %s', (stamp) => {
    const text = page(stamp, '');
    expect(metadataOf('a.md', text).date).toBe('2024-01-12');
    expect(placesOf('a.md', text).find(({ text: said }) => said.includes('140'))?.section).toEqual([]);
  });

  it.each([
    '*Update 2 February 2026:*',
    '**Update (2 February 2026):**',
    'Update 2 February 2026:',
    '*Updated 2026-02-02*:',
  ])('is not that of what a dated mark opens, up to the next heading: %s', (update) => {
    const places = placesOf('a.md', page('*Page updated 12 January 2024*', update));
    const dateOf = (words: string) => places.find(({ text }) => text.includes(words))?.date;
    expect(dateOf('185')).toBe('2026-02-02');
    expect(dateOf('Coal')).toBe('2026-02-02');
    expect(dateOf('140')).not.toBe('2026-02-02');
    expect(dateOf('lane')).not.toBe('2026-02-02');
  });
});

describe('minutes that open in bold', () => {
  const minutes = [
    '**Lamp Makers’ Club**',
    '**Annual General Meeting, Saturday 22 March 2025**, in the upper room, 2 pm',
    '',
    'Chair: Ines Moll. 14 members present. Minutes: Bo Ravn.',
    '',
    '### 1. Motions',
    '',
    'That the fee rise to £9. Proposed Uta Kern. Motion **carried** 9 for, 5 against.',
    'That the hall be shut in May. Proposed Bo Ravn. **Lost** 4 to 10.',
    '',
    '### 2. Hall',
    '',
    'The roof was mended. It cost £300. Next meeting: 21 March 2026.',
  ];

  it('are taken for minutes, and the bold lines for their title', () => {
    const { document } = readDocument('agm.md', minutes.join('\n'));
    expect(document.metadata.title).toBe('Lamp Makers’ Club, Annual General Meeting, Saturday 22 March 2025');
    const { document: untitled } = readDocument('a.txt', minutes.join('\n').replaceAll('*', '').replace(' pm', ' pm.'));
    for (const one of [document, untitled]) expect(findTextKind(one, splitSentences(one, analyser))).toBe('minutes');
  });

  it('lend no title to a text that opens with words in bold', () => {
    expect(metadataOf('a.md', `**Note** that the hall is shut.\n\n${body}`).title).toBe('a.md');
  });
});

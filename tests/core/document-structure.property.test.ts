import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#verbatim/app/indexing/read-document.js';
import { splitSentences } from '#verbatim/core/text/sentences.js';
import { contains, type Span } from '#verbatim/core/text/span.js';
import { placeSentences } from '#verbatim/core/text/units.js';
import { analyser } from '../helpers/analyse.js';

const line = fc.constantFrom(
  '# The club',
  '## Fees (2024-05-01)',
  'OPENING HOURS',
  '2.1 Boats',
  'Boats',
  '=====',
  '-----',
  '**When does it open?**',
  '*Are dogs welcome?* Only on a lead. 🦔',
  'Q: Who has the key?',
  'A: Per has it.',
  'Can I bring a guest?',
  'The hall is open from nine… Come in.',
  'The members are:',
  '- Ada Holm',
  '  - Bo 👍🏽 Lind',
  '    goes on here',
  '1. Open the lid.',
  '| Room | Seats |',
  '|---|---|',
  '| Oak | 40 |',
  'room    seats    price',
  'Oak     40       90',
  'LUND: Thank you. I agree.',
  '[00:12:40] Anna Berg (chair): Yes.',
  '<anna> I think so.',
  'anna — Today at 14:03',
  'On Mon, Bo Lind wrote:',
  '> The hall is shut. It opens in May.',
  '> [!NOTE]',
  '```sh',
  '```',
  'lock --open 4',
  '    indented --code',
  '<details><summary>Is it free?</summary>',
  '<table><tr><th>A</th></tr><tr><td>1</td></tr></table>',
  '</details>',
  '[^1]: A footnote.',
  '[Footnote: It may be so.] The hall was dark.',
  'Fee',
  ': 12 euros',
  '!!! tip "Bring a coat"',
  '---',
  '\u200b',
  '',
);
const end = fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\r');
const documents = fc
  .array(fc.tuple(line, end), { maxLength: 30 })
  .map((lines) => lines.map(([text, stop]) => text + stop).join(''));

describe('however a document is put together', () => {
  it.each(['a.md', 'a.txt'])('its ranges are whole, in order and inside their units: %s', (name) => {
    fc.assert(
      fc.property(documents, (text) => {
        const { document } = readDocument(name, text);
        const inText = ({ start, end: stop }: Span): void => {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(stop).toBeGreaterThan(start);
          expect(stop).toBeLessThanOrEqual(text.length);
        };
        const { sections, units, turns, questions } = document.structure;
        for (const span of [...units, ...turns, ...questions, ...sections.map(({ heading }) => heading)]) inText(span);
        for (const { context } of units) context.forEach(inText);
        for (const { parent, end: stop, heading } of sections) {
          expect(stop).toBeGreaterThanOrEqual(heading.end);
          expect(parent).toBeLessThan(sections.length);
        }
        let last = 0;
        for (const block of document.blocks) {
          expect(block.start).toBeGreaterThanOrEqual(last);
          inText(block);
          last = block.end;
        }
        const sentences = splitSentences(document, analyser);
        last = 0;
        for (const sentence of sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(last);
          expect(text.slice(sentence.start, sentence.end)).toMatch(/^\S([^]*\S)?$/);
          last = sentence.end;
        }
        for (const [i, place] of placeSentences(sentences, document.structure, () => false).entries()) {
          expect(contains(place.unit, sentences[i] ?? place.unit)).toBe(true);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('a file that nobody would write by hand', () => {
  const nested = (count: number): string =>
    Array.from({ length: count }, (_, i) => `${' '.repeat(Math.min(i, 200) * 2)}- item ${i}:\n`).join('');

  it.each([
    ['of ten thousand items in each other', 'a.md', nested(10_000)],
    ['of ten thousand items in each other, as text', 'a.txt', nested(10_000)],
    ['of a table of five thousand rows', 'a.md', `| a | b |\n|---|---|\n${'| one | two |\n'.repeat(5_000)}`],
    ['of fences that are never closed', 'a.md', '```\ncode here\n~~~\n'.repeat(3_000)],
    ['of a heading a line', 'a.md', '# One more\n'.repeat(10_000)],
    ['of a speaker a line', 'a.txt', 'Anna: Is it open?\nPer: I think so.\n'.repeat(5_000)],
    ['of line ends of all kinds', 'a.txt', 'One is here.\r\nTwo is\rhere.\nThree\n\r\n'.repeat(3_000)],
    ['of a single line', 'a.txt', 'The bridge opened at noon. '.repeat(100_000)],
  ])('is read in time that grows with its length: one %s', (_, name, text) => {
    const started = performance.now();
    const { document } = readDocument(name, text);
    placeSentences(document.blocks, document.structure, () => false);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(document.blocks.length).toBeGreaterThan(0);
  });
});

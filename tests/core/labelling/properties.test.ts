import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelText } from './label-text.js';

const pieces = [
  '“',
  '”',
  '"',
  "'",
  '’',
  '‘',
  "''",
  '«',
  '»',
  '(',
  ')',
  ',',
  ', ',
  '. ',
  '? ',
  '! ',
  ': ',
  '; ',
  ' — ',
  '\n\n',
  ' ',
  '🚢',
  '👩‍👩‍👧',
  'é',
  'she',
  'He',
  'Mara Quill',
  'said',
  'claims that',
  'the board',
  'which',
  'must',
  'absurd',
  'although',
  '40',
  '$3 million',
  'May',
  'expected to',
  'a triumph',
  'who',
  'not',
  'is',
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join('')),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
);

describe('labels of any text', () => {
  it('are one for each sentence, with spans and reasons inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { document, sentences, labels } = labelText(text);
        expect(labels.length).toBe(sentences.length);
        for (const [i, label] of labels.entries()) {
          expect([label.start, label.end]).toEqual([sentences[i]?.start, sentences[i]?.end]);
          expect(label.confidence).toBeGreaterThanOrEqual(0);
          expect(label.confidence).toBeLessThanOrEqual(1);
          let from = label.start;
          for (const span of label.spans) {
            expect(span.start).toBeGreaterThanOrEqual(from);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(label.end);
            expect(span.label).not.toBe(label.label);
            expect(document.text.slice(span.start, span.end)).toBe(document.text.slice(span.start, span.end).trim());
            from = span.end;
          }
          for (const { start, end } of label.reasons) {
            expect(0 <= start && start < end && end <= document.text.length).toBe(true);
          }
        }
      }),
      { numRuns: 400, seed: 7 },
    );
  });
});

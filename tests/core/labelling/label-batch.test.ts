import { describe, expect, it } from 'vitest';
import { labelBatch } from '#verbatim/app/labels/label-batch.js';
import { analyser } from './label-text.js';

describe('labelBatch', () => {
  it('labels lines of their own each by itself, in order', async () => {
    const lines = [
      { id: 'a', sentence: 'This was a shameful waste.' },
      { id: 'b', sentence: 'The ferry carried 1,204 passengers in March.' },
    ];
    expect((await labelBatch(lines, analyser)).map(({ id, label }) => [id, label])).toEqual([
      ['a', 'opinion'],
      ['b', 'reported'],
    ]);
  });

  it('uses the other lines of a document as context, wherever they stand in the batch', async () => {
    const lines = [
      { id: 'd#0', doc: 'd', sentence: '“The pumps are old,” said Mara Quill.', start: 0, end: 37 },
      { id: 'x', sentence: 'It rained on Monday.' },
      { id: 'd#1', doc: 'd', sentence: '“They leak.”', start: 38, end: 50 },
    ];
    const labels = await labelBatch(lines, analyser);
    expect(labels.map(({ id }) => id)).toEqual(['d#0', 'x', 'd#1']);
    expect(labels[2]).toMatchObject({ label: 'attributed', attributed: true, sources: ['Mara Quill'], kind: 'said' });
  });

  it('gives offsets inside the line’s own sentence', async () => {
    const sentence = '“The pumps are old,” said Mara Quill, who has run the waterworks since 2009.';
    const lines = [
      { id: 'd#0', doc: 'd', sentence: 'It rained.', start: 0, end: 10 },
      { id: 'd#1', doc: 'd', sentence, start: 12, end: 12 + sentence.length },
    ];
    const [span] = (await labelBatch(lines, analyser))[1]?.spans ?? [];
    expect(sentence.slice(span?.start, span?.end)).toBe('who has run the waterworks since 2009');
  });
});

import { describe, expect, it } from 'vitest';
import { createWinkAnalyser } from '#verbatim/adapters/wink-analyser.js';
import { TextBuilder } from '#verbatim/core/formats/text-builder.js';
import { placesIn } from '#verbatim/core/text/derivation.js';
import type { BrokenEdge } from '#verbatim/core/text/document.js';
import { splitSentences } from '#verbatim/core/text/sentences.js';
import { documentOf } from '../helpers/format-tree.js';

const page = (number: number) => ({ kind: 'page', page: number, printed: null }) as const;

describe('a block that is broken', () => {
  const quoted = (broken: BrokenEdge): string[] => {
    const builder = new TextBuilder();
    builder.addBlock({ words: 'lost at sea. He came back. Then he was' }, { kind: 'paragraph', broken });
    const document = documentOf('pdf', 'a.pdf', builder.finish({}));
    return splitSentences(document, createWinkAnalyser()).map(({ start, end }) => document.text.slice(start, end));
  };

  it('has no sentence at the edge where it has lost a part of one', () => {
    expect(quoted('start')).toEqual(['He came back.', 'Then he was']);
    expect(quoted('end')).toEqual(['lost at sea.', 'He came back.']);
    expect(quoted('both')).toEqual(['He came back.']);
  });

  it('ends an answer, a list and a turn before it', () => {
    const builder = new TextBuilder();
    const add = (words: string, broken?: BrokenEdge, depth?: number): void => {
      const list =
        depth === undefined
          ? ({ kind: 'paragraph' } as const)
          : ({ kind: 'list-item', depth, isMarked: true } as const);
      builder.addBlock({ words }, { ...list, ...(broken && { broken }) });
    };
    builder.addBlock({ words: 'When does it open?' }, { kind: 'heading', level: 2 });
    add('It opens at seven.');
    add('of the mill. It is wet.', 'start');
    add('Bring these:');
    add('a coat', undefined, 1);
    add('a lamp and the', 'end', 1);
    const { structure, text } = documentOf('pdf', 'a.pdf', builder.finish({}));
    const units = structure.units.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
    expect(units).toEqual(['answer: It opens at seven.', 'list: Bring these:\n\na coat']);
  });
});

describe('the places of a derived text', () => {
  it('are those that a stretch begins and ends in, with what was put right in it', () => {
    const builder = new TextBuilder();
    builder.markPlace(page(1));
    builder.addBlock(
      { words: 'One two.', repairs: [{ kind: 'ligature', start: 4, end: 7, stood: 'x' }] },
      { kind: 'paragraph' },
    );
    builder.markPlace(null);
    builder.addBlock({ words: 'Between.' }, { kind: 'paragraph' });
    builder.markPlace(page(2));
    builder.addBlock({ words: 'Three.' }, { kind: 'paragraph' });
    const derived = builder.finish({});
    const document = documentOf('pdf', 'a.pdf', derived);
    const repair = { kind: 'ligature', start: 4, end: 7, stood: 'x' };
    const places = (exact: string): unknown => {
      const start = derived.text.indexOf(exact);
      return placesIn(document, { start, end: start + exact.length });
    };
    expect(places('One')).toEqual({ place: page(1) });
    expect(places('two')).toEqual({ place: page(1), repairs: [repair] });
    expect(places('Between.')).toEqual({});
    expect(places('Three.')).toEqual({ place: page(2) });
    expect(places(derived.text)).toEqual({ place: page(1), lastPlace: page(2), repairs: [repair] });
    expect(placesIn({}, { start: 0, end: 3 })).toEqual({});
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lanes } from '#verbatim/core/labelling/labels.js';
import { findCentrality } from '#verbatim/core/summary/centrality.js';
import { shareQuotes } from '#verbatim/core/summary/lane-shares.js';
import { finish } from '#verbatim/core/steps.js';
import { countLanes, listCandidates, poolCandidates } from '#verbatim/core/summary/pool-candidates.js';
import { judgeWorth, type Fault } from '#verbatim/core/summary/quote-worth.js';
import { indexDocument, indexWithWordVectors, vectorOfTerms } from '../helpers/index-of-texts.js';
import { manyTexts } from '../helpers/sample-texts.js';

function faultsOf(text: string): readonly Fault[] {
  const [sentence] = indexDocument('text.txt', `${text}\n\nAnother paragraph stands here.`).sentences;
  if (!sentence) throw new Error('no sentence');
  // Its label is a matter of the labeller's.
  return judgeWorth(text, { ...sentence, label: { ...sentence.label, step: 'clear', spans: [] } }).faults;
}

describe('how well a sentence stands alone', () => {
  it.each([
    'The harbour of Quill was closed to trawlers from March until June.',
    'It is wrong to sell the old mill to people who want to tear it down.',
    'Nobody in the village of Harnby remembers a winter as cold as the last one.',
    '“The harbour of Quill was closed to all trawlers,” said the harbour master.',
    'People in Harnby may disagree, but the council of the town keeps its promise.',
    'More than six hundred people of Quill walked to the harbour on Sunday.',
    'Most of the harbour wall of Quill was built before the great storm.',
  ])('finds no fault with "%s"', (text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  it.each<[Fault, string]>([
    ['question', 'Who would have thought that the harbour of Quill could close?'],
    ['fragment', 'Harbour closed to trawlers from March until June'],
    ['fragment', '“The harbour of Quill was closed to trawlers from March until June.'],
    ['fragment', 'The harbour master of Quill gave three reasons for closing the harbour:'],
    ['pronoun', 'It was closed to trawlers from the first of March until June.'],
    ['pronoun', 'Their boats were kept out of the harbour from March until June.'],
    ['pronoun', 'In the spring, they closed the harbour of Quill to all trawlers.'],
    ['pointing', 'These boats were kept out of the harbour from March until June.'],
    ['pointing', 'Despite this, the harbour of Quill stayed closed to trawlers until June.'],
    ['pointing', 'The latter was closed to trawlers from the first of March until June.'],
    ['pointing', 'During this storm, the harbour of Quill lost a third of its wall.'],
    ['connective', 'However, the harbour of Quill stayed closed to trawlers until June.'],
    ['connective', 'And the harbour of Quill stayed closed to trawlers until June.'],
    ['connective', 'In conclusion, the harbour of Quill should stay closed to trawlers.'],
    ['tooShort', 'Quill closed its harbour.'],
    ['short', 'The harbour of Quill closed in March.'],
    ['thin', 'There was nothing more that could be done about that by anybody.'],
    ['long', `The harbour of Quill was closed ${'and its boats were kept in the yard '.repeat(5)}until June.`],
    ['tooLong', `The harbour of Quill was closed ${'and its boats were kept in the yard '.repeat(9)}until June.`],
  ])('finds it %s: "%s"', (fault, text) => {
    expect(faultsOf(text)).toContain(fault);
  });

  it.each([
    ['Anna Holm', 'Anna Holm says that the harbour of Quill stays closed to trawlers until June.', []],
    ['nobody named', 'The harbour of Quill is reportedly closed to all trawlers until the end of June.', ['unnamed']],
  ])('looks at who claims something: %s', (_, text, faults) => {
    const [sentence] = indexDocument('text.txt', text).sentences;
    expect(sentence?.label.label).toBe('attributed');
    expect(faultsOf(text)).toEqual(faults);
  });

  it('is worth less with every fault', () => {
    const worthOf = (text: string): number => {
      const [sentence] = indexDocument('text.txt', `${text}\n\nAnother paragraph stands here.`).sentences;
      return sentence
        ? judgeWorth(text, { ...sentence, label: { ...sentence.label, step: 'clear', spans: [] } }).worth
        : NaN;
    };
    const worths = [
      'The harbour of Quill was closed to trawlers from March until June.',
      'However, the harbour of Quill was closed to trawlers until June.',
      'However, the harbour closed to trawlers then.',
    ].map(worthOf);
    expect(worths).toEqual([...worths].sort((a, b) => b - a));
    expect(new Set(worths).size).toBe(worths.length);
  });
});

describe('the share of each lane', () => {
  const counts = fc.record({ reported: fc.nat(40), attributed: fc.nat(40), opinion: fc.nat(40) });

  it('follows what the material holds', () => {
    expect(
      shareQuotes(10, { reported: 50, attributed: 30, opinion: 20 }, { reported: 9, attributed: 9, opinion: 9 }),
    ).toEqual({
      reported: 5,
      attributed: 3,
      opinion: 2,
    });
  });

  it('leaves what a lane cannot give to the others', () => {
    expect(
      shareQuotes(6, { reported: 50, attributed: 30, opinion: 20 }, { reported: 1, attributed: 9, opinion: 0 }),
    ).toEqual({
      reported: 1,
      attributed: 5,
      opinion: 0,
    });
  });

  it('gives exactly as many quotes as are wanted and there are, and from three on every lane one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), counts, (total, usable) => {
        const shares = shareQuotes(total, usable, usable);
        const sum = lanes.reduce((before, lane) => before + shares[lane], 0);
        expect(sum).toBe(Math.min(total, usable.reported + usable.attributed + usable.opinion));
        for (const lane of lanes) {
          expect(shares[lane]).toBeLessThanOrEqual(usable[lane]);
          if (total >= 3 && usable[lane] > 0) expect(shares[lane]).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('centrality', () => {
  const words = (text: string): Float32Array => vectorOfTerms(text.split(' '));
  const vectors = ['harbour boats storm', 'harbour boats', 'harbour storm wall', 'violin concert'].map(words);

  it('is highest for what is like most others, and lowest for what is like none', () => {
    const scores = finish(findCentrality(vectors));
    expect(scores.indexOf(Math.max(...scores))).toBe(0);
    expect(scores.indexOf(Math.min(...scores))).toBe(3);
    expect(Math.max(...scores)).toBe(1);
  });

  it('leans towards the prior', () => {
    const even = finish(findCentrality(vectors));
    const leaning = finish(findCentrality(vectors, [0, 0, 1, 0]));
    expect((leaning[2] ?? 0) / (leaning[0] ?? 1)).toBeGreaterThan((even[2] ?? 0) / (even[0] ?? 1));
  });

  it.each([
    ['none', [], []],
    ['one', [words('harbour')], [1]],
    ['equal ones', [words('harbour'), words('harbour')], [1, 1]],
  ])('is defined for %s', (_, given, expected) => {
    expect(finish(findCentrality(given))).toEqual(expected);
  });
});

describe('the pool of candidates', () => {
  const index = indexWithWordVectors(manyTexts(12, 20));
  const candidates = finish(listCandidates(index, index.rows.keys()));

  it('is everything when that is little', () => {
    const pool = finish(poolCandidates(index, candidates, candidates.length));
    expect(pool).toMatchObject(candidates);
    expect(pool.length).toBe(candidates.length);
  });

  it('is bounded, in the order of the material, and holds something of every document', () => {
    const pool = finish(poolCandidates(index, candidates, 40));
    expect(pool.length).toBeLessThanOrEqual(40 + 3 * 8);
    expect(pool.map(({ row }) => row)).toEqual(pool.map(({ row }) => row).sort((a, b) => a - b));
    expect(new Set(pool.map(({ document }) => document)).size).toBe(12);
  });

  it('keeps every lane that there is', () => {
    const held = countLanes(candidates);
    const pooled = countLanes(finish(poolCandidates(index, candidates, 24)));
    for (const lane of lanes) if (held[lane] > 0) expect(pooled[lane]).toBeGreaterThan(0);
  });
});

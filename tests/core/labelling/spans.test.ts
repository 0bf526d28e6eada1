import { describe, expect, it } from 'vitest';
import { differingParts, labelText } from './label-text.js';

describe('spans with another label than their sentence', () => {
  it('marks an apposition that judges', () => {
    const text = labelText('All 40 tenants were rehoused by 3 May, a splendid testament to local kindness.', 'news');
    expect(text.labels[0]?.label).toBe('reported');
    expect(differingParts(text)).toEqual(['opinion: a splendid testament to local kindness']);
  });

  it('marks a participle that concludes from what the sentence reports', () => {
    const text = labelText(
      'Despite the fence, the towers and the drones, smugglers have crossed into the valley 40 times, highlighting how porous the line is.',
      'news',
    );
    expect(text.labels[0]?.label).toBe('reported');
    expect(differingParts(text)).toEqual(['opinion: highlighting how porous the line is']);
  });

  it('gives the author back what the source does beside saying something', () => {
    const paid = labelText(
      'Delta Lines has called the port a "swamp with cranes" and has supported it with $3 million a year since 2015.',
    );
    expect(paid.labels[0]?.label).toBe('reported');
    expect(differingParts(paid)).toEqual(['attributed: Delta Lines has called the port a "swamp with cranes"']);
    const said = labelText('The board said that it was "appalled" and had closed the file.');
    expect(differingParts(said)).toEqual([]);
  });

  it('marks a main clause that judges beside one that gives figures', () => {
    const text = labelText('While the port handled 1,204 ships in 2021, the road to it remains a disgrace.', 'news');
    expect(text.labels[0]?.label).toBe('reported');
    expect(differingParts(text)).toEqual(['opinion: the road to it remains a disgrace']);
    const plain = labelText('While the port handled 1,204 ships in 2021, the road to it remains closed.', 'news');
    expect(differingParts(plain)).toEqual([]);
  });

  it('marks no apposition that only says who somebody is', () => {
    const text = labelText('Lena Ortiz and Paul Ray—members of the city council—have been found at Dorrin.');
    expect(text.labels[0]?.label).toBe('reported');
    expect(differingParts(text)).toEqual([]);
  });

  it('marks an attributed opening clause of a reported sentence', () => {
    const text = labelText(
      'Despite calling the port “a swamp with cranes”, Delta Lines paid £3 million for it.',
      'news',
    );
    expect(text.labels[0]?.label).toBe('reported');
    expect(differingParts(text)).toEqual(['attributed: Despite calling the port “a swamp with cranes”']);
  });

  it('marks a fact about the source inside an attributed sentence', () => {
    const text = labelText('“The pumps are old,” said Mara Quill, who has run the waterworks since 2009.', 'news');
    expect(text.labels[0]?.label).toBe('attributed');
    expect(differingParts(text)).toEqual(['reported: who has run the waterworks since 2009']);
  });

  it('marks the author’s comment after the end of a quotation', () => {
    const text = labelText('The agent called the cellar “a garden flat”, an absurd and shameless lie.', 'opinion');
    expect(text.labels[0]?.label).toBe('attributed');
    expect(differingParts(text)).toEqual(['opinion: an absurd and shameless lie']);
  });

  it('leaves scare quotes and titles to the author', () => {
    const text = labelText('The “resilience” levy rose by 4 per cent, as “The Daily Ledger” sells 900 copies.', 'news');
    expect(text.labels[0]?.label).toBe('reported');
    expect(differingParts(text)).toEqual([]);
  });
});

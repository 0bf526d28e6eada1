import { describe, expect, it } from 'vitest';
import { labelOne } from './label-text.js';

describe('opinion in the author’s voice', () => {
  it.each([
    ['The council must stop hiding behind its lawyers.'],
    ['It is hard to imagine a more foolish way to run a harbour.'],
    ['This was a shameful and pointless waste.'],
    ['Would anyone at the ministry ever dare to live there?'],
    ['We deserve far better than this.'],
    ['A comprehensive approach is imperative.'],
    ['Nothing could be more absurd.'],
  ])('%s', (text) => {
    expect(labelOne(text).label).toBe('opinion');
  });

  it.each([
    ['On 4 May the council removed the bench outside number 31.'],
    ['The ferry carried 1,204 passengers in March, 8 per cent more than a year before.'],
    ['The blaze destroyed 40 of the village’s 46 houses.'],
    ['Members must renew by 1 May.'],
  ])('%s', (text) => {
    expect(labelOne(text).label).toBe('reported');
  });

  it('counts the genre as a weak reason of its own', () => {
    const [column, news] = [labelOne('The town is quiet.', 'opinion'), labelOne('The town is quiet.', 'news')];
    expect(column.reasons.map(({ cue }) => cue)).toContain('[genre: opinion]');
    expect(news.reasons.map(({ cue, towards }) => `${cue} ${towards}`)).toContain('[genre: news] reported');
  });

  it('is less sure the weaker the cues are', () => {
    const clear = labelOne('This shameful, absurd and foolish law must go.');
    const weak = labelOne('The new timetable is a little better.');
    expect(clear.confidence).toBeGreaterThan(weak.confidence);
    expect(clear.step).toBe('clear');
  });
});

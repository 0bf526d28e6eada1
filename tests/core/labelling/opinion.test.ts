import { describe, expect, it } from 'vitest';
import { labelOne, labelText } from './label-text.js';

describe('opinion in the author’s voice', () => {
  it.each([
    ['The council must stop hiding behind its lawyers.'],
    ['It is hard to imagine a more foolish way to run a harbour.'],
    ['This was a shameful and pointless waste.'],
    ['Would anyone at the ministry ever dare to live there?'],
    ['We deserve far better than this.'],
    ['A comprehensive approach is imperative.'],
    ['Nothing could be more absurd.'],
    ['The wreck offers a sobering reminder of the cost of haste.'],
    ['The soup was insipid and the pudding cloying.'],
    ['It was an out-of-touch, cack-handed answer.'],
    ['The truth is that nobody wanted the bridge.'],
    ['The scheme cannot be judged by its brochure: it is a sham.'],
    ['The crisis demands patience and a cool head.'],
    ['Its role as a force for peace in the valley demands respect.'],
    ['Make no mistake: this is a race to the bottom.'],
  ])('%s', (text) => {
    expect(labelOne(text).label).toBe('opinion');
  });

  it.each([
    ['On 4 May the council removed the bench outside number 31.'],
    ['The ferry carried 1,204 passengers in March, 8 per cent more than a year before.'],
    ['The blaze destroyed 40 of the village’s 46 houses.'],
    ['Members must renew by 1 May.'],
    ['It is now the second week of December.'],
    ['The butcher on Mill Street closed in March.'],
    ['The identities of the two men are not known.'],
    ['Border security is run by the army.'],
    ['Peru, Chile and Bolivia share the same security worries.'],
    ['The agents of the candidates may watch the count.'],
  ])('%s', (text) => {
    expect(labelOne(text).label).toBe('reported');
  });

  it('counts the genre as a weak reason of its own', () => {
    const [column, news] = [labelOne('The town is quiet.', 'opinion'), labelOne('The town is quiet.', 'news')];
    expect(column.reasons.map(({ cue }) => cue)).toContain('[genre: opinion]');
    expect(news.reasons.map(({ cue, towards }) => `${cue} ${towards}`)).toContain('[genre: news] reported');
  });

  it('takes “I” in a sentence without its document for a quotation rather than for its author', () => {
    const cue = '[“I” of an unknown speaker]';
    const alone = labelOne('It was the best evening I ever had.');
    expect(alone.reasons.find((reason) => reason.cue === cue)?.towards).toBe('reported');
    const { labels } = labelText('It was the best evening I ever had. The lamps went out at ten.');
    expect(labels[0]?.reasons.map((reason) => reason.cue)).not.toContain(cue);
  });

  it('counts a clause after a semicolon as much as the one before it', () => {
    const label = labelOne('The bridge opened in May; it is a shameful folly.');
    expect(label.label).toBe('opinion');
    expect(label.reasons.map(({ cue }) => cue)).toContain('shameful');
  });

  it('takes an age between commas for less of a figure', () => {
    const weightOf = (text: string): number => labelOne(text).reasons.find(({ cue }) => cue === '31')?.weight ?? 0;
    expect(weightOf('Mara Quill, 31, opened a shop.')).toBeLessThan(weightOf('Mara Quill opened 31 shops.'));
  });

  it('is less sure the weaker the cues are', () => {
    const clear = labelOne('This shameful, absurd and foolish law must go.');
    const weak = labelOne('The new timetable is a little better.');
    expect(clear.confidence).toBeGreaterThan(weak.confidence);
    expect(clear.step).toBe('clear');
  });
});

it.each([
  'The 2023 budget of 4 million euros was money down the drain.',
  'The committee sat on its hands for 14 months.',
  'On 3 March 2024, the board made the worst decision in its history.',
  'Fewer than 3 of the 40 promises were kept, which tells you everything.',
  'The police acted like thugs on 4 May.',
])('figures make no clear report of a judgement: %s', (text) => {
  const { label, step } = labelOne(text);
  expect(`${label} ${step}`).not.toBe('reported clear');
});

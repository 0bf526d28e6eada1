import { expect, test } from 'vitest';
import { labelDocument } from '#verbatim/core/labelling/label-document.js';
import { nameGermanCue } from '#verbatim/discord/texts/german-cues.js';
import { readLabelledSet } from '#verbatim/training/labelled-set.js';
import { analyser } from '../helpers/analyse.js';

test('every reason without words that the labelled documents call for has a German name', () => {
  const labels = readLabelledSet('train', analyser).flatMap(({ document, sentences }) => [
    ...labelDocument(document, sentences),
    ...labelDocument({ ...document, metadata: { ...document.metadata, genre: null } }, sentences),
  ]);
  const cues = labels.flatMap(({ reasons }) => reasons.map(({ cue }) => cue.match(/^\[(.+)\]$/s)?.[1]));
  const named = [...new Set(cues)].filter((cue) => cue !== undefined);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((cue) => nameGermanCue(cue) === cue)).toEqual([]);
});

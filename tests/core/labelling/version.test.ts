import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('the labeller’s version changes with every word, class, feature, turn of phrase and weight', () => {
  const source = readFileSync('src/core/labelling/version.ts', 'utf8');
  const [, counted = ''] = /checksum\(\[([^\]]*)\]\)/.exec(source) ?? [];
  const names = counted.split(',').map((name) => name.trim());
  expect(names).toEqual(
    expect.arrayContaining([
      'lexicon',
      'judgementClasses',
      'featureSigns',
      'featurePriors',
      'judgingPhrases',
      'argumentMarkers',
      'fittedModel',
    ]),
  );
});

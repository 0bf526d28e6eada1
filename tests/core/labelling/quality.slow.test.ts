import { describe, expect, it } from 'vitest';
import { labelDocument } from '#verbatim/core/labelling/label-document.js';
import { embedLabelled } from '#verbatim/training/embed-labelled.js';
import { labelAsIndexed, labelByCues, measureLabels } from '#verbatim/training/measure.js';
import { readLabelledSet, weightsFile } from '#verbatim/training/labelled-set.js';
import { renderWeights, trainWeights } from '#verbatim/training/train-weights.js';
import { readFileSync } from 'node:fs';
import { analyser } from './label-text.js';

const train = await embedLabelled(readLabelledSet('train', analyser));

describe('agreement with the labelled set', () => {
  it('holds on the part that the weights were fitted on', () => {
    const measured = measureLabels(train, labelByCues);
    expect(measured.leadingMacroF1).toBeGreaterThan(0.88);
    expect(measured.tokenMacroF1).toBeGreaterThan(0.85);
    expect(measured.sourceMatch).toBeGreaterThan(0.86);
    expect(measured.calibrationError).toBeLessThan(0.08);
  });

  it('holds on the part that was held out', async () => {
    const heldOut = await embedLabelled(readLabelledSet('held-out', analyser));
    for (const [label, least] of [
      [labelAsIndexed, { leading: 0.85, tokens: 0.8 }],
      [labelByCues, { leading: 0.82, tokens: 0.78 }],
    ] as const) {
      const measured = measureLabels(heldOut, label);
      expect(measured.leadingMacroF1).toBeGreaterThan(least.leading);
      expect(measured.tokenMacroF1).toBeGreaterThan(least.tokens);
      expect(measured.sourceMatch).toBeGreaterThan(0.86);
      expect(measured.calibrationError).toBeLessThan(0.08);
    }
  });
});

describe('training', () => {
  it('reproduces the committed weights byte for byte', () => {
    expect(renderWeights(trainWeights(train))).toBe(readFileSync(weightsFile, 'utf8'));
  });
});

describe('speed', () => {
  it('is at least 3,000 sentences a second, tokens given', () => {
    const before = process.cpuUsage().user; // other work on the machine must not fail this
    const rounds = 5;
    for (let round = 0; round < rounds; round++) {
      for (const { document, sentences } of train) labelDocument(document, sentences);
    }
    const sentences = rounds * train.reduce((sum, document) => sum + document.sentences.length, 0);
    const seconds = (process.cpuUsage().user - before) / 1_000_000;
    expect(sentences / seconds).toBeGreaterThan(3_000);
  });
});

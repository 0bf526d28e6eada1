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

  // The first limit was .85 as indexed while the probe was fitted on the embeddings of the model before.
  it.each([
    [
      'news and essays, which the limits were set on',
      (name: string) => !/^held-out\/[mo]-/.test(name),
      { leading: [0.84, 0.82], tokens: 0.78, sources: 0.86, calibration: 0.08 },
    ],
    [
      'rules, FAQ, minutes and talks, written later',
      (name: string) => /^held-out\/m-/.test(name),
      { leading: [0.7, 0.7], tokens: 0.6, sources: 0.7, calibration: 0.15 },
    ],
    // Measured before anything was tuned on their like: .690 and .662, .653, .789, .061.
    [
      'files of communities as they are, with chats, tables and quoted replies',
      (name: string) => /^held-out\/o-/.test(name),
      { leading: [0.64, 0.62], tokens: 0.61, sources: 0.74, calibration: 0.1 },
    ],
  ] as const)(
    'holds on the part that was held out: %s',
    async (_, isIn, { leading: [asIndexed, byCues], tokens, sources, calibration }) => {
      const held = readLabelledSet('held-out', analyser).filter(({ document }) => isIn(document.path));
      expect(held.length).toBeGreaterThan(5);
      const heldOut = await embedLabelled(held);
      for (const [label, leading] of [
        [labelAsIndexed, asIndexed],
        [labelByCues, byCues],
      ] as const) {
        const measured = measureLabels(heldOut, label);
        expect(measured.leadingMacroF1).toBeGreaterThan(leading);
        expect(measured.tokenMacroF1).toBeGreaterThan(tokens);
        expect(measured.sourceMatch).toBeGreaterThan(sources);
        expect(measured.calibrationError).toBeLessThan(calibration);
      }
    },
  );
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

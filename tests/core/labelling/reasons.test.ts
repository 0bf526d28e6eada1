import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SentenceLabel } from '#verbatim/core/labels.js';
import { labelDocument } from '#verbatim/core/labelling/label-document.js';
import {
  confidenceFromScore,
  laneFromScore,
  scoreFromReasons,
  stepFromConfidence,
} from '#verbatim/core/labelling/score.js';
import { readLabelledSet } from '#verbatim/training/labelled-set.js';
import { analyser, labelText } from './label-text.js';

function expectExplained(label: SentenceLabel): void {
  const score = scoreFromReasons(label.reasons);
  expect(laneFromScore(score)).toBe(label.label);
  expect(confidenceFromScore(score)).toBe(label.confidence);
  expect(stepFromConfidence(label.confidence)).toBe(label.step);
}

function expectReadable(text: string, { reasons }: SentenceLabel): void {
  for (const { cue, weight, start, end } of reasons) {
    expect(weight).toBeGreaterThan(0);
    if (!cue.startsWith('[')) expect(cue).toBe(text.slice(start, end));
  }
  expect(reasons.map(({ weight }) => weight)).toEqual(reasons.map(({ weight }) => weight).sort((a, b) => b - a));
}

describe('every label is explained by its reasons', () => {
  it('over the labelled documents', () => {
    for (const { document, sentences } of readLabelledSet('train', analyser)) {
      for (const label of labelDocument(document, sentences)) {
        expectExplained(label);
        expectReadable(document.text, label);
      }
    }
  });

  it('over the sample corpus', () => {
    for (const name of readdirSync('corpus')) {
      const { document, labels } = labelText(readFileSync(`corpus/${name}`, 'utf8'), null, name);
      expect(labels.length).toBeGreaterThan(5);
      for (const label of labels) {
        expectExplained(label);
        expect(label.reasons.every(({ start, end }) => document.text.slice(start, end) !== '')).toBe(true);
      }
    }
  });
});

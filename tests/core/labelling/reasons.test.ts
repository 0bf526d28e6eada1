import { describe, expect, it } from 'vitest';
import { explainLabels } from '#verbatim/app/labels/explain-label.js';
import type { SentenceLabel } from '#verbatim/core/labelling/labels.js';
import { labelDocument } from '#verbatim/core/labelling/label-document.js';
import {
  confidenceFromScore,
  laneFromScore,
  scoreFromReasons,
  stepFromConfidence,
} from '#verbatim/core/labelling/score.js';
import { blankMarkup } from '#verbatim/core/text/document.js';
import { readLabelledSet } from '#verbatim/training/labelled-set.js';
import { openHere } from '../../helpers/open-here.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';
import { analyser } from './label-text.js';

function expectExplained(label: SentenceLabel): void {
  const score = scoreFromReasons(label.reasons);
  expect(laneFromScore(score)).toBe(label.label);
  expect(confidenceFromScore(score)).toBe(label.confidence);
  expect(stepFromConfidence(label.confidence)).toBe(label.step);
}

/** `text` is what a reader sees: without notation. */
function expectReadable(text: string, { reasons }: SentenceLabel): void {
  for (const { cue, weight, start, end } of reasons) {
    expect(weight).toBeGreaterThan(0);
    if (!cue.startsWith('[')) expect(cue).toBe(text.slice(start, end));
  }
  expect(reasons.map(({ weight }) => weight)).toEqual(reasons.map(({ weight }) => weight).sort((a, b) => b - a));
}

describe('every label is explained by its reasons', () => {
  it('over the labelled documents, by the cues alone', () => {
    for (const { document, sentences } of readLabelledSet('train', analyser)) {
      const visible = blankMarkup(document.text, document.markup);
      for (const label of labelDocument(document, sentences)) {
        expectExplained(label);
        expectReadable(visible, label);
      }
    }
  });

  it('over the sample corpus as it is indexed, where they give the label that is stored', async () => {
    const indexDir = temporaryFolder();
    const { pipeline } = await openHere('corpus', indexDir);
    await pipeline.close();
    const { searchIndex, manifest } = pipeline;
    for (const [number, { document, sentences }] of searchIndex.documents.entries()) {
      const whole = { start: 0, end: document.text.length };
      const labels = explainLabels(searchIndex, number, whole, { analyser, model: manifest.model });
      expect(labels.length).toBeGreaterThan(5);
      for (const [i, label] of labels.entries()) {
        expectExplained(label);
        expectReadable(document.text, label);
        expect(label).toMatchObject(sentences[i]?.label ?? {});
        expect(label.reasons.some(({ cue }) => cue.startsWith('[sounds like'))).toBe(true);
      }
    }
  });
});

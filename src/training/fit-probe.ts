import type { Probe } from '../core/labelling/opinion/probe.js';
import type { EmbeddedDocument } from './embed-labelled.js';
import { fitWeights, type Example } from './regression.js';

const settings = { penalty: 0.004, iterations: 1_500, rate: 0.5, priors: {}, signs: {} } as const;
/** Multiplies the coordinates of unit vectors, so that the fit's steps suit them; the weights are given for the vectors. */
const scale = 4;
/** Of the weights: fine enough, and coarse enough to come out the same on another processor. */
const stepsPerUnit = 10;

/** Fits the probe on the sentences in the author's voice: opinion or reported. Each counts once. */
export function fitProbe(documents: readonly EmbeddedDocument[]): Probe {
  const examples = documents.flatMap(({ gold, vectorOf }) =>
    gold.flatMap(({ label }, i): Example[] => {
      if (label === 'attributed') return [];
      const features = new Map(Array.from(vectorOf(i), (value, dimension) => [nameOf(dimension), value * scale]));
      features.set('bias', 1);
      return [{ features, target: label === 'opinion' ? 1 : 0, weight: 1 }];
    }),
  );
  const dimensions = (examples[0]?.features.size ?? 1) - 1;
  const names = Array.from({ length: dimensions }, (_, dimension) => nameOf(dimension));
  const fit = fitWeights(examples, [...names, 'bias'], settings);
  const round = (value: number): number => Math.round(value * stepsPerUnit) / stepsPerUnit;
  return {
    bias: round(fit.get('bias') ?? 0),
    weights: names.map((name) => round((fit.get(name) ?? 0) * scale) + 0), // no -0
  };
}

function nameOf(dimension: number): string {
  return `dimension ${dimension}`;
}

import type { ClauseWeights } from '../core/labelling/clause-score.js';
import type { LabelModel } from '../core/labelling/model.js';
import { clauseTypes, type ClauseType } from '../core/labelling/clauses.js';
import { featurePriors, featureSigns, type Feature } from '../core/labelling/features.js';
import { collectClauseExamples, collectObservations, collectSentenceExamples } from './collect-examples.js';
import type { LabelledDocument } from './read-labelled.js';
import { fitWeights } from './regression.js';

const features = Object.keys(featureSigns) as Feature[]; // Object.keys forgets that the keys of a const object are known
const settings = { penalty: 0.005, iterations: 1_500, rate: 0.5 } as const;

/** Fits both sets of weights on labelled documents; equal documents give equal weights. */
export function trainWeights(documents: readonly LabelledDocument[]): LabelModel {
  const observations = collectObservations(documents);
  const typeNames = clauseTypes.map((type) => `clause: ${type}`);
  const clauseFit = fitWeights(collectClauseExamples(observations), [...features, ...typeNames], {
    ...settings,
    penalty: 0.03,
    signs: featureSigns,
    priors: { ...featurePriors, 'most sentences report': -0.5 },
  });
  const clause: ClauseWeights = {
    cues: toRecord(features, (feature) => clauseFit.get(feature) ?? 0),
    types: toRecord<ClauseType>(clauseTypes, (type) => clauseFit.get(`clause: ${type}`) ?? 0),
  };
  const sentenceFit = fitWeights(collectSentenceExamples(observations, clause), features, {
    ...settings,
    signs: featureSigns,
    priors: featurePriors,
  });
  return { sentence: toRecord(features, (feature) => sentenceFit.get(feature) ?? 0), clause };
}

function toRecord<Key extends string>(keys: readonly Key[], valueOf: (key: Key) => number): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, number>; // every key has just been set
}

/** The weights as a source file, formatted as the project's formatter would. */
export function renderWeights({ sentence, clause }: LabelModel): string {
  return `/** Written by \`npm run train-labels\` from tests/labelled/train; run it again instead of changing a number here. */
import type { ClauseWeights } from './clause-score.js';
import type { Weights } from './features.js';

/** Logit weights of the opinion score of a sentence; above 0 towards opinion, below towards reported. */
export const sentenceWeights: Weights = ${renderRecord(sentence, '')};

/** The same for a clause that hangs on a sentence. */
export const clauseModel: ClauseWeights = {
  cues: ${renderRecord(clause.cues, '  ')},
  types: ${renderRecord(clause.types, '  ')},
};
`;
}

function renderRecord(record: Readonly<Record<string, number>>, indent: string): string {
  const lines = Object.entries(record).map(([key, value]) => {
    const name = /^\w+$/.test(key) ? key : `'${key}'`; // the formatter quotes only keys that need it
    return `${indent}  ${name}: ${value},\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

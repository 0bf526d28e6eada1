import type { ClauseWeights } from '../core/labelling/opinion/clause-score.js';
import type { LabelModel } from '../core/labelling/model.js';
import { clauseTypes, type ClauseType } from '../core/labelling/grammar/clause-openings.js';
import { featurePriors, featureSigns, type Feature } from '../core/english/features.js';
import { collectClauseExamples, collectObservations, collectSentenceExamples } from './collect-examples.js';
import type { EmbeddedDocument } from './embed-labelled.js';
import { fitProbe } from './fit-probe.js';
import { fitWeights } from './regression.js';

const features = Object.keys(featureSigns) as Feature[]; // Object.keys forgets that the keys of a const object are known
const settings = { penalty: 0.005, iterations: 1_500, rate: 0.5 } as const;

/** Fits all weights on labelled documents; equal documents give equal weights. */
export function trainWeights(documents: readonly EmbeddedDocument[]): LabelModel {
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
  return {
    sentence: toRecord(features, (feature) => sentenceFit.get(feature) ?? 0),
    clause,
    probe: fitProbe(documents),
  };
}

function toRecord<Key extends string>(keys: readonly Key[], valueOf: (key: Key) => number): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, number>; // every key has just been set
}

/** The weights as a source file, formatted as the project's formatter would. */
export function renderWeights({ sentence, clause, probe }: LabelModel): string {
  return `/** Written by \`npm run train-labels\` from tests/labelled/train; run it again instead of changing a number here. */
import type { ClauseWeights } from './clause-score.js';
import type { Weights } from '../../english/features.js';
import type { Probe } from './probe.js';

/** Logit weights of the opinion score of a sentence; above 0 towards opinion, below towards reported. */
export const sentenceWeights: Weights = ${renderRecord(sentence, '')};

/** The same for a clause that hangs on a sentence. */
export const clauseModel: ClauseWeights = {
  cues: ${renderRecord(clause.cues, '  ')},
  types: ${renderRecord(clause.types, '  ')},
};

/** Logit weights over the embedding of a whole sentence, one for each dimension. */
export const probe: Probe = {
  bias: ${probe.bias},
  weights: [
${renderNumbers(probe.weights, '    ')}
  ],
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

/** The longest line that the formatter leaves as it is. */
const printWidth = 120;

function renderNumbers(numbers: readonly number[], indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const number of numbers) {
    const longer = `${line === '' ? indent : `${line} `}${number},`;
    if (longer.length <= printWidth || line === '') line = longer;
    else {
      lines.push(line);
      line = `${indent}${number},`;
    }
  }
  return [...lines, line].join('\n');
}

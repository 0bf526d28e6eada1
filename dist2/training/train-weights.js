import { clauseTypes } from '../core/labelling/grammar/clauses.js';
import { featurePriors, featureSigns } from '../core/labelling/opinion/features.js';
import { collectClauseExamples, collectObservations, collectSentenceExamples } from './collect-examples.js';
import { fitProbe } from './fit-probe.js';
import { fitWeights } from './regression.js';
const features = Object.keys(featureSigns); // Object.keys forgets that the keys of a const object are known
const settings = { penalty: 0.005, iterations: 1_500, rate: 0.5 };
/** Fits all weights on labelled documents; equal documents give equal weights. */
export function trainWeights(documents) {
    const observations = collectObservations(documents);
    const typeNames = clauseTypes.map((type) => `clause: ${type}`);
    const clauseFit = fitWeights(collectClauseExamples(observations), [...features, ...typeNames], {
        ...settings,
        penalty: 0.03,
        signs: featureSigns,
        priors: { ...featurePriors, 'most sentences report': -0.5 },
    });
    const clause = {
        cues: toRecord(features, (feature) => clauseFit.get(feature) ?? 0),
        types: toRecord(clauseTypes, (type) => clauseFit.get(`clause: ${type}`) ?? 0),
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
function toRecord(keys, valueOf) {
    return Object.fromEntries(keys.map((key) => [key, valueOf(key)])); // every key has just been set
}
/** The weights as a source file, formatted as the project's formatter would. */
export function renderWeights({ sentence, clause, probe }) {
    return `/** Written by \`npm run train-labels\` from tests/labelled/train; run it again instead of changing a number here. */
import type { ClauseWeights } from './clause-score.js';
import type { Weights } from './features.js';
import type { Probe } from './sound.js';

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
function renderRecord(record, indent) {
    const lines = Object.entries(record).map(([key, value]) => {
        const name = /^\w+$/.test(key) ? key : `'${key}'`; // the formatter quotes only keys that need it
        return `${indent}  ${name}: ${value},\n`;
    });
    return `{\n${lines.join('')}${indent}}`;
}
/** The longest line that the formatter leaves as it is. */
const printWidth = 120;
function renderNumbers(numbers, indent) {
    const lines = [];
    let line = '';
    for (const number of numbers) {
        const longer = `${line === '' ? indent : `${line} `}${number},`;
        if (longer.length <= printWidth || line === '')
            line = longer;
        else {
            lines.push(line);
            line = `${indent}${number},`;
        }
    }
    return [...lines, line].join('\n');
}
//# sourceMappingURL=train-weights.js.map
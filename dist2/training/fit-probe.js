import { fitWeights } from './regression.js';
const settings = { penalty: 0.004, iterations: 1_500, rate: 0.5, priors: {}, signs: {} };
/** Multiplies the coordinates of unit vectors, so that the fit's steps suit them; the weights are given for the vectors. */
const scale = 4;
/** Of the weights: fine enough, and coarse enough to come out the same on another processor. */
const stepsPerUnit = 10;
/** Fits the probe on the sentences in the author's voice: opinion or reported. Each counts once. */
export function fitProbe(documents) {
    const examples = documents.flatMap(({ gold, vectorOf }) => gold.flatMap(({ label }, i) => {
        if (label === 'attributed')
            return [];
        const features = new Map(Array.from(vectorOf(i), (value, dimension) => [nameOf(dimension), value * scale]));
        features.set('bias', 1);
        return [{ features, target: label === 'opinion' ? 1 : 0, weight: 1 }];
    }));
    const dimensions = (examples[0]?.features.size ?? 1) - 1;
    const names = Array.from({ length: dimensions }, (_, dimension) => nameOf(dimension));
    const fit = fitWeights(examples, [...names, 'bias'], settings);
    const round = (value) => Math.round(value * stepsPerUnit) / stepsPerUnit;
    return {
        bias: round(fit.get('bias') ?? 0),
        weights: names.map((name) => round((fit.get(name) ?? 0) * scale) + 0), // no -0
    };
}
function nameOf(dimension) {
    return `dimension ${dimension}`;
}
//# sourceMappingURL=fit-probe.js.map
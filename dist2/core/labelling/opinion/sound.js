/** The id of the only embedding model that the fitted probe reads; labels beside another model rest on the cues alone. */
export const probedModelId = 'bundled';
/** Beyond this logit the probe is sure, and no surer. */
const maxLogit = 4;
/** The probe's logit, at most `maxLogit` either way. Throws a RangeError for a vector of another length. */
export function probeSentence(vector, { bias, weights }) {
    if (vector.length !== weights.length) {
        throw new RangeError(`a vector of ${vector.length} dimensions, expected ${weights.length}`);
    }
    let logit = bias;
    for (let i = 0; i < weights.length; i++)
        logit += (weights[i] ?? 0) * (vector[i] ?? 0);
    return Math.max(-maxLogit, Math.min(maxLogit, logit));
}
/** How a sentence sounds as a whole, as one cue. */
export function hearSentence({ start, end }, vector, probe) {
    const amount = probeSentence(vector, probe);
    return {
        feature: 'sound',
        amount,
        name: amount > 0 ? '[sounds like opinion]' : '[sounds like a report]',
        start,
        end,
    };
}
//# sourceMappingURL=sound.js.map
import { MAX_TOKENS } from './build-model.js';
const SPACE = '\u2581';
const UNKNOWN = '<unk>';
/** Pieces 1 to 5 stand for control symbols; the original never finds them in a text. */
const LAST_CONTROL_PIECE = 5;
/** Low enough that any other way to split a text wins. */
const CONTROL_SCORE = -1000;
/** Content of `tokenizer.json`: a unigram model (Kudo 2018, "Subword Regularization", section 3.2). */
export function buildTokenizer(vocabulary) {
    return {
        version: '1.0',
        truncation: null,
        padding: null,
        added_tokens: [],
        normalizer: {
            type: 'Sequence',
            normalizers: [
                { type: 'NFKC' },
                { type: 'Replace', pattern: { String: ' ' }, content: SPACE },
                // A Metaspace pre-tokenizer would add no mark to a text that starts with a space.
                { type: 'Prepend', prepend: SPACE },
            ],
        },
        // The original splits off the mark in front of a leading colon, whatever the scores say.
        pre_tokenizer: { type: 'Split', pattern: { Regex: `^${SPACE}(?=:)` }, behavior: 'Isolated', invert: false },
        post_processor: null,
        decoder: null,
        model: { type: 'Unigram', unk_id: 0, vocab: vocabulary.map(convertPiece) },
    };
}
/** Content of `tokenizer_config.json`. */
export function buildTokenizerConfig() {
    return {
        tokenizer_class: 'PreTrainedTokenizer',
        model_max_length: MAX_TOKENS,
        // Padding is masked, so that any id will do.
        pad_token: UNKNOWN,
        unk_token: UNKNOWN,
    };
}
function convertPiece([text, score], id) {
    if (id === 0)
        return [UNKNOWN, 0];
    if (id <= LAST_CONTROL_PIECE)
        return [text, CONTROL_SCORE];
    // The original counts a lost score as 0, that is, as a certain piece.
    return [text, score ?? 0];
}
//# sourceMappingURL=build-tokenizer.js.map
const SEARCH_PREFIX = 'Represent this sentence for searching relevant passages: ';
const INSTRUCTION = 'Instruct: Given a question, retrieve passages that answer the question\nQuery: ';
const PLAIN = { pooling: 'mean', questionPrefix: '', textPrefix: '', unitLength: false };
const PLAIN_CLS = { ...PLAIN, pooling: 'cls' };
/** The first pattern that the lower-case name of the model contains decides; what is in none is `PLAIN`. */
const FAMILIES = [
    [/\be5\b.*-instruct/, { ...PLAIN, questionPrefix: INSTRUCTION }],
    [/\be5\b/, { ...PLAIN, questionPrefix: 'query: ', textPrefix: 'passage: ' }],
    [/^bge-m3/, PLAIN_CLS],
    [/^bge-.*-zh/, { ...PLAIN_CLS, questionPrefix: '为这个句子生成表示以用于检索相关文章：' }],
    [/^bge-/, { ...PLAIN_CLS, questionPrefix: SEARCH_PREFIX }],
    [/^mxbai-embed|^uae-/, { ...PLAIN_CLS, questionPrefix: SEARCH_PREFIX }],
    [/^snowflake-arctic-embed-.*v2/, { ...PLAIN_CLS, questionPrefix: 'query: ' }],
    [/^snowflake-arctic-embed/, { ...PLAIN_CLS, questionPrefix: SEARCH_PREFIX }],
    [/^nomic-embed/, { ...PLAIN, questionPrefix: 'search_query: ', textPrefix: 'search_document: ' }],
    [/^gte-.*-v1\.5|^gte-modernbert/, PLAIN_CLS],
    [/^multi-qa-.*-dot-|^msmarco-bert-base-dot-/, PLAIN_CLS],
    [/^use-lite-/, { ...PLAIN_CLS, unitLength: true }],
];
/**
 * The family of a model by the last part of its hub id or folder, for example `bge-small-en-v1.5`: mean pooling and no prefix when
 * the name is not known.
 */
export function findFamily(name) {
    const lower = name.toLowerCase();
    return FAMILIES.find(([pattern]) => pattern.test(lower))?.[1] ?? PLAIN;
}
//# sourceMappingURL=embedding-family.js.map
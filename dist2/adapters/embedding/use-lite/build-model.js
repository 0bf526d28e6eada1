import { OnnxGraph } from './onnx-graph.js';
import { getWeight } from './read-weights.js';
/** Tokens beyond this many are cut off inside the graph. */
export const MAX_TOKENS = 128;
const DIMENSIONS = 512;
const VOCABULARY = 8002;
const EMBEDDING_WIDTH = 256;
const FFN_WIDTH = 1536;
const HEADS = 4;
const LAYER_NORM_EPSILON = 1e-6;
const MASKED_SCORE = -1e9;
const ENCODER = 'Encoder_en/KonaTransformer/Encode/';
const GRAPH = `module_apply_default/${ENCODER}`;
const STACK = `${GRAPH}TransformerStack/`;
const PARTS = '/ConcatPartitions/concat';
const LAYERS = [
    { name: 'Layer_0/TransformerLayer/', width: EMBEDDING_WIDTH },
    { name: 'Layer_1/TransformerLayer/', width: DIMENSIONS },
];
/**
 * Universal Sentence Encoder Lite as an ONNX file of single precision: the transformer variant of Cer et al. 2018,
 * "Universal Sentence Encoder", section 3.1, on the layers of Vaswani et al. 2017, "Attention Is All You Need".
 *
 * Inputs `input_ids` and `attention_mask`, int64 `[texts, tokens]`; output `last_hidden_state`, float32
 * `[texts, 1, 512]`: pooled already, each row of unit length. Throws `model-failed` when a weight is absent.
 */
export function buildModel(weights) {
    const graph = new OnnxGraph();
    const clip = (value) => graph.node('Slice', [value, graph.integers(0), graph.integers(MAX_TOKENS), graph.integers(1)]);
    const ids = clip(graph.input({ name: 'input_ids', type: 'int64', shape: ['texts', 'tokens'] }));
    const mask = clip(graph.input({ name: 'attention_mask', type: 'int64', shape: ['texts', 'tokens'] }));
    // Code of `to` in ONNX: 1 is float32.
    const real = graph.node('Cast', [mask], { to: 1 });
    const bias = addKeyBias(graph, real);
    let x = addEmbedding(graph, weights, ids);
    for (const layer of LAYERS) {
        const attended = addAttention(graph, weights, layer, addLayerNorm(graph, weights, layer, '', layer.width, x), bias);
        // The first layer widens its input by a dense layer, from before the norm; the second adds it as it is.
        const residual = layer.width === DIMENSIONS
            ? x
            : addDense(graph, x, {
                kernel: getWeight(weights, `${GRAPH}${layer.name}dense/kernel${PARTS}`, layer.width * DIMENSIONS),
                bias: getWeight(weights, `${GRAPH}${layer.name}dense/bias${PARTS}`, DIMENSIONS),
            });
        x = graph.node('Add', [attended, residual]);
        x = graph.node('Add', [addFeedForward(graph, weights, layer, x), x]);
    }
    const result = addPooling(graph, weights, x, real);
    return graph.encode('use-lite', result, {
        name: 'last_hidden_state',
        type: 'float32',
        shape: ['texts', 1, DIMENSIONS],
    });
}
function addDense(graph, x, { kernel, bias }) {
    const matrix = graph.floats(kernel, [kernel.length / bias.length, bias.length]);
    return graph.node('Add', [graph.node('MatMul', [x, matrix]), graph.floats(bias, [bias.length])]);
}
/** Twice the embedding plus the timing signal: the original adds the embedding a second time. */
function addEmbedding(graph, weights, ids) {
    const table = getWeight(weights, 'module/Embeddings_en', VOCABULARY * EMBEDDING_WIDTH).map((value) => 2 * value);
    const embedded = graph.node('Gather', [graph.floats(table, [VOCABULARY, EMBEDDING_WIDTH]), ids]);
    const rates = getWeight(weights, `${STACK}Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`, EMBEDDING_WIDTH / 2);
    const timing = graph.floats(computeTiming(rates), [MAX_TOKENS, EMBEDDING_WIDTH]);
    const tokens = graph.node('Slice', [
        graph.node('Shape', [ids]),
        graph.integers(1),
        graph.integers(2),
        graph.integers(0),
    ]);
    const used = graph.node('Slice', [timing, graph.integers(0), tokens, graph.integers(0)]);
    return graph.node('Add', [embedded, used]);
}
/** The sinusoids of Vaswani et al., section 3.5, all sines first, then all cosines; positions count from 0. */
function computeTiming(rates) {
    const timing = new Float32Array(MAX_TOKENS * EMBEDDING_WIDTH);
    for (let position = 0; position < MAX_TOKENS; position++) {
        rates.forEach((rate, index) => {
            const angle = Math.fround(position * rate);
            timing[position * EMBEDDING_WIDTH + index] = Math.sin(angle);
            timing[position * EMBEDDING_WIDTH + rates.length + index] = Math.cos(angle);
        });
    }
    return timing;
}
/** `[texts, 1, 1, tokens]`: 0 for a token, hugely negative for padding, so that the softmax leaves it nothing. */
function addKeyBias(graph, mask) {
    const padding = graph.node('Sub', [graph.floats([1], []), mask]);
    const bias = graph.node('Mul', [padding, graph.floats([MASKED_SCORE], [])]);
    return graph.node('Unsqueeze', [bias, graph.integers(1, 2)]);
}
/** Written out step by step in the order that ONNX Runtime recognises and fuses into one kernel. */
function addLayerNorm(graph, weights, layer, part, width, x) {
    const prefix = `${GRAPH}${layer.name}${part}layer_prepostprocess/layer_norm/layer_norm_`;
    const scale = graph.floats(getWeight(weights, `${prefix}scale${PARTS}`, width), [width]);
    const bias = graph.floats(getWeight(weights, `${prefix}bias${PARTS}`, width), [width]);
    const lastAxis = { axes: [-1], keepdims: 1 };
    const centred = graph.node('Sub', [x, graph.node('ReduceMean', [x], lastAxis)]);
    const squared = graph.node('Pow', [centred, graph.floats([2], [])]);
    const variance = graph.node('ReduceMean', [squared], lastAxis);
    const deviation = graph.node('Sqrt', [graph.node('Add', [variance, graph.floats([LAYER_NORM_EPSILON], [])])]);
    const normed = graph.node('Div', [centred, deviation]);
    return graph.node('Add', [graph.node('Mul', [normed, scale]), bias]);
}
function addAttention(graph, weights, layer, x, keyBias) {
    const { name, width } = layer;
    const headWidth = width / HEADS;
    const readDense = (part, outputs) => ({
        kernel: getWeight(weights, `module/${ENCODER}${name}MultiheadAttention/${part}/kernel/part_0`, width * outputs),
        bias: getWeight(weights, `${GRAPH}${name}MultiheadAttention/${part}/bias${PARTS}`, outputs),
    });
    const projected = addDense(graph, x, scaleQueries(readDense('qkv_transform_single', 3 * width), width));
    const [query, key, value] = graph
        .split('Split', [projected], 3, { axis: 2 })
        .map((part) => graph.node('Reshape', [part, graph.integers(0, 0, HEADS, headWidth)]));
    if (!query || !key || !value)
        throw new RangeError('three parts were asked for');
    const products = graph.node('MatMul', [
        graph.node('Transpose', [query], { perm: [0, 2, 1, 3] }),
        graph.node('Transpose', [key], { perm: [0, 2, 3, 1] }),
    ]);
    const shares = graph.node('Softmax', [graph.node('Add', [products, keyBias])], { axis: -1 });
    const mixed = graph.node('MatMul', [shares, graph.node('Transpose', [value], { perm: [0, 2, 1, 3] })]);
    const merged = graph.node('Reshape', [
        graph.node('Transpose', [mixed], { perm: [0, 2, 1, 3] }),
        graph.integers(0, 0, width),
    ]);
    return addDense(graph, merged, readDense('output_transform_single', DIMENSIONS));
}
/** Folds the factor 1 / sqrt(width of a head) into the columns that make the queries: the first third. */
function scaleQueries({ kernel, bias }, width) {
    const factor = Math.fround((width / HEADS) ** -0.5);
    const scale = (value, index) => (index % (3 * width) < width ? value * factor : value);
    return { kernel: kernel.map(scale), bias: bias.map(scale) };
}
function addFeedForward(graph, weights, layer, x) {
    const readDense = (part, outputs) => ({
        kernel: getWeight(weights, `${STACK}${layer.name}FFN/${part}/Tensordot/Reshape_1`, DIMENSIONS * FFN_WIDTH),
        bias: getWeight(weights, `${GRAPH}${layer.name}FFN/${part}/bias${PARTS}`, outputs),
    });
    const normed = addLayerNorm(graph, weights, layer, 'FFN/', DIMENSIONS, x);
    const hidden = graph.node('Relu', [addDense(graph, normed, readDense('conv1', FFN_WIDTH))]);
    return addDense(graph, hidden, readDense('conv2', DIMENSIONS));
}
/** Mean over the real tokens, one dense layer with tanh, then unit length. */
function addPooling(graph, weights, x, mask) {
    const row = graph.node('Unsqueeze', [mask, graph.integers(1)]);
    const sum = graph.node('MatMul', [row, x]);
    const count = graph.node('ReduceSum', [row, graph.integers(2)], { keepdims: 1 });
    const mean = graph.node('Div', [sum, graph.node('Max', [count, graph.floats([1], [])])]);
    const name = 'module/Encoder_en/hidden_layers/tanh_layer_0/';
    const dense = addDense(graph, mean, {
        kernel: getWeight(weights, `${name}weights`, DIMENSIONS * DIMENSIONS),
        bias: getWeight(weights, `${name}bias`, DIMENSIONS),
    });
    const result = graph.node('Tanh', [dense]);
    const square = graph.node('ReduceSum', [graph.node('Mul', [result, result]), graph.integers(2)], { keepdims: 1 });
    const length = graph.node('Sqrt', [graph.node('Max', [square, graph.floats([1e-12], [])])]);
    return graph.node('Div', [result, length]);
}
//# sourceMappingURL=build-model.js.map
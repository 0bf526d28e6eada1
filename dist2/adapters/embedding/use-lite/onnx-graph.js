// The only file that knows onnx-proto: the rest builds graphs out of names and numbers.
import onnxProto from 'onnx-proto';
const { onnx } = onnxProto;
const { AttributeType } = onnx.AttributeProto;
const { DataType } = onnx.TensorProto;
/** IR version 8 and operator set 15 are what ONNX Runtime 1.12 and later read. */
const IR_VERSION = 8;
const OPSET_VERSION = 15;
/** Collects nodes and constants in the order of the calls; the same calls give the same bytes. */
export class OnnxGraph {
    #nodes = [];
    #constants = [];
    #inputs = [];
    input(port) {
        this.#inputs.push(port);
        return toValue(port.name);
    }
    floats(data, shape) {
        return this.#constant(DataType.FLOAT, Float32Array.from(data), shape);
    }
    /** A one-dimensional constant of whole numbers: axes, shapes, bounds. */
    integers(...data) {
        return this.#constant(DataType.INT64, BigInt64Array.from(data, BigInt), [data.length]);
    }
    /** Appends a node of one output. */
    node(operator, inputs, attributes = {}) {
        const [output] = this.split(operator, inputs, 1, attributes);
        return output ?? toValue('');
    }
    /** Appends a node of several outputs. */
    split(operator, inputs, outputs, attributes = {}) {
        const name = `${operator}_${this.#nodes.length}`;
        const results = Array.from({ length: outputs }, (_, index) => toValue(`${name}:${index}`));
        this.#nodes.push(onnx.NodeProto.create({
            name,
            opType: operator,
            input: [...inputs],
            output: results,
            attribute: Object.entries(attributes).map(([key, value]) => typeof value === 'number'
                ? { name: key, type: AttributeType.INT, i: value }
                : { name: key, type: AttributeType.INTS, ints: [...value] }),
        }));
        return results;
    }
    /** The model file, `result` renamed to the name of `output`. */
    encode(name, result, output) {
        const rename = onnx.NodeProto.create({
            name: 'output',
            opType: 'Identity',
            input: [result],
            output: [output.name],
        });
        return onnx.ModelProto.encode({
            irVersion: IR_VERSION,
            producerName: 'verbatim',
            opsetImport: [{ domain: '', version: OPSET_VERSION }],
            graph: {
                name,
                node: [...this.#nodes, rename],
                initializer: this.#constants,
                input: this.#inputs.map(describePort),
                output: [describePort(output)],
            },
        }).finish();
    }
    #constant(dataType, data, dims) {
        const name = `constant_${this.#constants.length}`;
        // Raw data is little-endian, as is every platform that ONNX Runtime is built for.
        const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
        this.#constants.push(onnx.TensorProto.create({ name, dataType, dims: [...dims], rawData }));
        return toValue(name);
    }
}
function describePort({ name, type, shape }) {
    const elemType = type === 'int64' ? DataType.INT64 : DataType.FLOAT;
    const dim = shape.map((size) => (typeof size === 'string' ? { dimParam: size } : { dimValue: size }));
    return { name, type: { tensorType: { elemType, shape: { dim } } } };
}
function toValue(name) {
    // The brand exists for the compiler only: it keeps operator names and other strings out of the inputs.
    return name;
}
//# sourceMappingURL=onnx-graph.js.map
// The only file that knows onnx-proto: the rest builds graphs out of names and numbers.
import onnxProto from 'onnx-proto';

const { onnx } = onnxProto;
const { AttributeType } = onnx.AttributeProto;
const { DataType } = onnx.TensorProto;

/** IR version 8 and operator set 15 are what ONNX Runtime 1.12 and later read. */
const IR_VERSION = 8;
const OPSET_VERSION = 15;

/** Name of a value that flows through the graph: an input, a constant or the result of a node. */
export type Value = string & { readonly kind: unique symbol };

/** Attributes of a node; every number is an integer. */
export type Attributes = Readonly<Record<string, number | readonly number[]>>;

/** An input or output: its name and the dimensions, a string for one that is open. */
export interface Port {
  readonly name: string;
  readonly type: 'int64' | 'float32';
  readonly shape: readonly (number | string)[];
}

/** Collects nodes and constants in the order of the calls; the same calls give the same bytes. */
export class OnnxGraph {
  readonly #nodes: InstanceType<typeof onnx.NodeProto>[] = [];
  readonly #constants: InstanceType<typeof onnx.TensorProto>[] = [];
  readonly #inputs: Port[] = [];

  input(port: Port): Value {
    this.#inputs.push(port);
    return toValue(port.name);
  }

  floats(data: Float32Array | readonly number[], shape: readonly number[]): Value {
    return this.#constant(DataType.FLOAT, Float32Array.from(data), shape);
  }

  /** A one-dimensional constant of whole numbers: axes, shapes, bounds. */
  integers(...data: readonly number[]): Value {
    return this.#constant(DataType.INT64, BigInt64Array.from(data, BigInt), [data.length]);
  }

  /** Appends a node of one output. */
  node(operator: string, inputs: readonly Value[], attributes: Attributes = {}): Value {
    const [output] = this.split(operator, inputs, 1, attributes);
    return output ?? toValue('');
  }

  /** Appends a node of several outputs. */
  split(operator: string, inputs: readonly Value[], outputs: number, attributes: Attributes = {}): Value[] {
    const name = `${operator}_${this.#nodes.length}`;
    const results = Array.from({ length: outputs }, (_, index) => toValue(`${name}:${index}`));
    this.#nodes.push(
      onnx.NodeProto.create({
        name,
        opType: operator,
        input: [...inputs],
        output: results,
        attribute: Object.entries(attributes).map(([key, value]) =>
          typeof value === 'number'
            ? { name: key, type: AttributeType.INT, i: value }
            : { name: key, type: AttributeType.INTS, ints: [...value] },
        ),
      }),
    );
    return results;
  }

  /** The model file, `result` renamed to the name of `output`. */
  encode(name: string, result: Value, output: Port): Uint8Array {
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

  #constant(dataType: number, data: Float32Array | BigInt64Array, dims: readonly number[]): Value {
    const name = `constant_${this.#constants.length}`;
    // Raw data is little-endian, as is every platform that ONNX Runtime is built for.
    const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    this.#constants.push(onnx.TensorProto.create({ name, dataType, dims: [...dims], rawData }));
    return toValue(name);
  }
}

function describePort({ name, type, shape }: Port) {
  const elemType = type === 'int64' ? DataType.INT64 : DataType.FLOAT;
  const dim = shape.map((size) => (typeof size === 'string' ? { dimParam: size } : { dimValue: size }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}

function toValue(name: string): Value {
  // The brand exists for the compiler only: it keeps operator names and other strings out of the inputs.
  return name as Value;
}

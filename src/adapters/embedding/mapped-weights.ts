import { closeSync, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, sep } from 'node:path';

/** Bytes of a tensor from which it is left in its file. */
const mappedFrom = 65_536;
/** Bytes that are read at once. */
const windowLength = 65_536;

/** Numbers of fields in the messages of ONNX (onnx.proto). */
const onnx = { graph: 7, initializer: 5, rawData: 9, externalData: 13, dataLocation: 14, key: 1, value: 2 } as const;
const externalLocation = 1;

/** How a field of Protocol Buffers is written: a number, or so many bytes. */
const wireTypes = { varint: 0, eightBytes: 1, bytes: 2, fourBytes: 5 } as const;

/**
 * Opens an ONNX model in such a way that its large tensors stay in the file, which the system maps into memory and reads where it is
 * looked at: a table of embeddings, half of a small model, is then in memory only as far as its words have come up. To that end a copy
 * of the model without them, which says where they lie, is written to the system's temporary folder for as long as it takes. Where that
 * cannot be, the file itself is opened, which gives the same results.
 *
 * The file must not be written over while the model is in use; to put another one in its place does no harm.
 */
export async function openMapped<Session>(file: string, open: (path: string) => Promise<Session>): Promise<Session> {
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(realpathSync(tmpdir()), 'verbatim-model-'));
    const location = relative(folder, realpathSync(file));
    if (isAbsolute(location)) throw new Error('it lies on another drive');
    const path = join(folder, 'model.onnx');
    await writeFile(path, leaveTensors(file, location.replaceAll(sep, '/')));
    return await open(path);
  } catch {
    return await open(file);
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * An ONNX model without the bytes of its large tensors, for which it names their place in its file; `location` is the file's path
 * from the folder of the copy. Throws for a file that is no such model.
 */
function leaveTensors(file: string, location: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = new FileBytes(descriptor);
    const copyTensor = (field: Field): Buffer[] => {
      const inside = [...readFields(bytes, field.from, field.end)];
      const raw = inside.find(({ number }) => number === onnx.rawData);
      if (!raw || raw.end - raw.from < mappedFrom) return [bytes.copy(field.start, field.end)];
      const place = { location, offset: `${raw.from}`, length: `${raw.end - raw.from}` };
      return writeMessage(onnx.initializer, [
        ...inside.filter((other) => other !== raw).map(({ start, end }) => bytes.copy(start, end)),
        ...Object.entries(place).flatMap(([key, value]) =>
          writeMessage(onnx.externalData, [
            ...writeMessage(onnx.key, [Buffer.from(key)]),
            ...writeMessage(onnx.value, [Buffer.from(value)]),
          ]),
        ),
        Buffer.concat([writeVarint(onnx.dataLocation * 8 + wireTypes.varint), writeVarint(externalLocation)]),
      ]);
    };
    const copyGraph = (graph: Field): Buffer[] =>
      writeMessage(
        onnx.graph,
        [...readFields(bytes, graph.from, graph.end)].flatMap((field) =>
          field.number === onnx.initializer ? copyTensor(field) : [bytes.copy(field.start, field.end)],
        ),
      );
    return Buffer.concat(
      [...readFields(bytes, 0, bytes.length)].flatMap((field) =>
        field.number === onnx.graph ? copyGraph(field) : [bytes.copy(field.start, field.end)],
      ),
    );
  } finally {
    closeSync(descriptor);
  }
}

/** The bytes of a file, of which one window is in memory. */
class FileBytes {
  readonly length: number;
  readonly #descriptor: number;
  readonly #window = Buffer.alloc(windowLength);
  #start = 0;
  #end = 0;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
    this.length = fstatSync(descriptor).size;
  }

  byteAt(at: number): number {
    if (at < this.#start || at >= this.#end) {
      this.#start = at;
      this.#end = at + readSync(this.#descriptor, this.#window, 0, windowLength, at);
    }
    if (at >= this.#end) throw new Error('the model is cut off');
    return this.#window[at - this.#start] ?? 0;
  }

  copy(from: number, end: number): Buffer {
    const copied = Buffer.alloc(end - from);
    if (readSync(this.#descriptor, copied, 0, copied.length, from) < copied.length) {
      throw new Error('the model is cut off');
    }
    return copied;
  }
}

/** A field of a message of Protocol Buffers: its own place in the file, and that of its value. */
interface Field {
  readonly number: number;
  readonly start: number;
  readonly from: number;
  readonly end: number;
}

function* readFields(bytes: FileBytes, from: number, end: number): Generator<Field> {
  for (let start = from; start < end;) {
    const tag = readVarint(bytes, start);
    const wireType = tag.value % 8;
    let value = { from: tag.end, end: tag.end };
    if (wireType === wireTypes.varint) value = { from: tag.end, end: readVarint(bytes, tag.end).end };
    else if (wireType === wireTypes.eightBytes) value = { from: tag.end, end: tag.end + 8 };
    else if (wireType === wireTypes.fourBytes) value = { from: tag.end, end: tag.end + 4 };
    else if (wireType === wireTypes.bytes) {
      const length = readVarint(bytes, tag.end);
      value = { from: length.end, end: length.end + length.value };
    } else throw new Error('it is no model in ONNX');
    if (value.end > end) throw new Error('the model is cut off');
    yield { number: Math.floor(tag.value / 8), start, ...value };
    start = value.end;
  }
}

function readVarint(bytes: FileBytes, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let end = at, factor = 1; ; factor *= 128) {
    const byte = bytes.byteAt(end++);
    value += (byte % 128) * factor;
    if (byte < 128) return { value, end };
  }
}

/** A field that is a message, or bytes, with its tag and length. */
function writeMessage(number: number, parts: readonly Buffer[]): Buffer[] {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return [writeVarint(number * 8 + wireTypes.bytes), writeVarint(length), ...parts];
}

function writeVarint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

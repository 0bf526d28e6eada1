/** What is used of the engine's own WebAssembly, which the language's types do not name. */
interface Engine {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: { readonly count: CountDiffering } };
}

/**
 * Writes for each of `rows` codes how many bits of their first `bytes` bytes differ from those at `own`, in two bytes each from `out` on. The
 * first code begins at `codes`, each other `stride` behind the one before. All are places in one memory; `bytes` is a multiple of eight.
 */
type CountDiffering = (codes: number, rows: number, stride: number, own: number, bytes: number, out: number) => void;

/** Memory in which codes are counted; its first address is 0. */
export interface CountingMemory {
  readonly buffer: ArrayBuffer;
  readonly count: CountDiffering;
}

const { Memory, Module, Instance } = (globalThis as unknown as { readonly WebAssembly: Engine }).WebAssembly;
const pageBytes = 1 << 16;

const i32 = 0x7f;
const i64 = 0x7e;
const none = 0x40;
const [codes, rows, stride, own, bytes, out, at, sum] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const number = (value: number): number[] => [0x41, value];
const load = [0x29, 3, 0];
const add = 0x6a;

/** Counting bits is one instruction of a processor, which JavaScript has no word for. */
const body = [
  ...[0x02, none], // until there are no rows left
  ...[0x03, none], // for each row
  ...[...get(rows), 0x45, 0x0d, 1], // none left: done
  ...[0x42, 0, ...set(sum)],
  ...[...number(0), ...set(at)],
  ...[0x03, none], // for each eight bytes
  ...[...get(sum), ...get(codes), ...get(at), add, ...load, ...get(own), ...get(at), add, ...load],
  ...[0x85, 0x7b, 0x7c, ...set(sum)], // sum + popcnt(code xor own)
  ...[...get(at), ...number(8), add, 0x22, at, ...get(bytes), 0x49, 0x0d, 0], // again while at < bytes
  0x0b,
  ...[...get(out), ...get(sum), 0xa7, 0x3b, 1, 0], // two bytes
  ...[...get(out), ...number(2), add, ...set(out)],
  ...[...get(codes), ...get(stride), add, ...set(codes)],
  ...[...get(rows), ...number(1), 0x6b, ...set(rows)],
  ...[0x0c, 0, 0x0b, 0x0b, 0x0b],
];

/** The program as a module in binary form (WebAssembly Core Specification, 5): all of it is short, so that each length is one byte. */
const text = (value: string): number[] => [value.length, ...new TextEncoder().encode(value)];
const section = (id: number, content: readonly number[]): number[] => [id, ...lengthOf(content.length), ...content];
const locals = [2, 1, i32, 1, i64];
const code = [...locals, ...body];
const program = Uint8Array.from([
  ...[0x00, ...text('asm').slice(1), 1, 0, 0, 0],
  ...section(1, [1, 0x60, 6, i32, i32, i32, i32, i32, i32, 0]),
  ...section(2, [1, ...text('in'), ...text('memory'), 2, 0, 0]),
  ...section(3, [1, 0]),
  ...section(7, [1, ...text('count'), 0, 0]),
  ...section(10, [1, ...lengthOf(code.length), ...code]),
]);

/** A length below 16,384 in bytes of seven bits (LEB128). */
function lengthOf(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, value >> 7];
}

let compiled: object | null = null;

/** Memory of at least so many bytes. */
export function makeCountingMemory(size: number): CountingMemory {
  compiled ??= new Module(program);
  const memory = new Memory({ initial: Math.max(1, Math.ceil(size / pageBytes)) });
  const { count } = new Instance(compiled, { in: { memory } }).exports;
  return { buffer: memory.buffer, count };
}

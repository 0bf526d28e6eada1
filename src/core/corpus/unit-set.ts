/** Some of many units, numbered through in their order. */
export class UnitSet {
  readonly size: number;
  private readonly bits: Uint32Array;
  /** How many of the set are below each 32 units. */
  private readonly before: Uint32Array;

  /** Holds all units of some lists, which are below `count`. */
  constructor(count: number, lists: readonly Uint32Array[]) {
    this.bits = new Uint32Array((count >>> 5) + 1);
    this.before = new Uint32Array(this.bits.length);
    for (const units of lists) {
      for (let i = 0; i < units.length; i++) {
        const unit = units[i] ?? 0;
        this.bits[unit >>> 5] = (this.bits[unit >>> 5] ?? 0) | (1 << (unit & 31));
      }
    }
    let size = 0;
    for (let word = 0; word < this.bits.length; word++) {
      this.before[word] = size;
      size += countBits(this.bits[word] ?? 0);
    }
    this.size = size;
  }

  /** How many of the set are below a unit: its number, if it is one of them. */
  numberOf(unit: number): number {
    const below = (this.bits[unit >>> 5] ?? 0) & ((1 << (unit & 31)) - 1);
    return (this.before[unit >>> 5] ?? 0) + countBits(below);
  }

  /** All of them, rising. */
  list(): Uint32Array {
    const units = new Uint32Array(this.size);
    let at = 0;
    for (let word = 0; word < this.bits.length; word++) {
      for (let left = this.bits[word] ?? 0; left !== 0; left &= left - 1) {
        units[at++] = (word << 5) + 31 - Math.clz32(left & -left);
      }
    }
    return units;
  }
}

/** The ones among 32 bits, added up in pairs, fours and eights side by side (H. Warren, "Hacker's Delight", 2012, 5–1). */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

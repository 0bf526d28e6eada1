import { listRuns, type WordPattern } from './word-pattern.js';

/** With these, one text in a hundred is looked through in vain for a run. */
const bitsPerRun = 10;
const looks = 5;
const bitsPerCharacter = 6;
/** The characters of a sieve, each for six bits. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOf = new Uint8Array(128);
for (let value = 0; value < alphabet.length; value++) valueOf[alphabet.charCodeAt(value)] = value;

/**
 * The runs of letters and digits of a text as a Bloom filter in characters, by which a text is passed over that does not have some words
 * (B. Bloom, "Space/time trade-offs in hash coding with allowable errors", CACM 13 (7), 1970).
 */
export function makeSieve(text: string): string {
  const runs = listRuns(text);
  const values = new Uint8Array(Math.ceil((Math.max(1, runs.length) * bitsPerRun) / bitsPerCharacter));
  const bits = values.length * bitsPerCharacter;
  for (const own of runs.map(hash)) {
    for (let look = 0; look < looks; look++) {
      const bit = bitOf(own, look, bits);
      const at = Math.floor(bit / bitsPerCharacter);
      values[at] = (values[at] ?? 0) | (1 << (bit % bitsPerCharacter));
    }
  }
  return Array.from(values, (value) => alphabet[value]).join('');
}

/** Tells of a text's sieve whether it may have some words; a text that does have them always may, and so may one without a sieve. */
export function createSieveTest({ runs }: Pick<WordPattern, 'runs'>): (sieve: string | undefined) => boolean {
  if (runs === null) return () => true;
  const wanted = runs.map((own) => own.map(hash));
  return (sieve) => sieve === undefined || holdsAny(sieve, wanted);
}

interface Hash {
  readonly first: number;
  readonly step: number;
}

/** Which of so many bits stands for a run at a look: a division would take most of the time (D. Lemire, "Fast random integer generation in an interval", 2019). */
function bitOf({ first, step }: Hash, look: number, bits: number): number {
  return Math.floor((((first + Math.imul(look, step)) >>> 0) * bits) / 2 ** 32);
}

/** In loops, since it is asked of each text of a corpus. */
function holdsAny(sieve: string, wanted: readonly (readonly Hash[])[]): boolean {
  for (const own of wanted) {
    let held = 0;
    while (held < own.length && holds(sieve, own[held])) held++;
    if (held === own.length) return true;
  }
  return false;
}

function holds(sieve: string, own: Hash | undefined): boolean {
  const bits = sieve.length * bitsPerCharacter;
  for (let look = 0; own && look < looks; look++) {
    const bit = bitOf(own, look, bits);
    const value = valueOf[sieve.charCodeAt(Math.floor(bit / bitsPerCharacter))] ?? 0;
    if ((value & (1 << (bit % bitsPerCharacter))) === 0) return false;
  }
  return true;
}

/** Two numbers out of which all looks are made (A. Kirsch, M. Mitzenmacher, "Less hashing, same performance", 2006), by FNV-1a. */
function hash(run: string): Hash {
  let first = 0x811c9dc5;
  let step = 0x9747b28c;
  for (let i = 0; i < run.length; i++) {
    const unit = run.charCodeAt(i);
    first = Math.imul(first ^ unit, 0x01000193);
    step = Math.imul(step ^ unit, 0x01000193);
  }
  // Odd, so that the looks do not fall together.
  return { first, step: step | 1 };
}

import type { Repair } from '../../text/derivation.js';
import type { BlockWords } from '../text-builder.js';
import type { Segment } from './page-runs.js';

/** Ligatures of Latin letters in Unicode, which people type as letters. */
const ligature = /[\ufb00-\ufb06]/;
const softHyphen = '\u00ad';
/** Letters without a meaning: unknown ones, private ones, control characters. */
const garbled = /[\ufffd\ue000-\uf8ff\u0000-\u0008\u000e-\u001f]/g;

/** The words that stand whole in some lines, in small letters, with and without hyphens in them. */
export function collectWords(segments: readonly Segment[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of segments)
    for (const [word] of text.normalize('NFKC').matchAll(/\p{L}+(?:-\p{L}+)*/gu)) words.add(word.toLowerCase());
  return words;
}

export function countGarbled(text: string): number {
  return text.match(garbled)?.length ?? 0;
}

/** Words that are put together line by line. */
export class JoinedLines {
  private words = '';
  private readonly repairs: Repair[] = [];
  private readonly breaks: { at: number; page: number }[] = [];

  constructor(private readonly known: ReadonlySet<string>) {}

  get text(): string {
    return this.words;
  }

  /** Where the words of each page begin. */
  get pageStarts(): readonly { at: number; page: number }[] {
    return this.breaks;
  }

  /** Writes one line behind the others. */
  add(line: string, page: number, dropCap: string | null = null): void {
    const text = line.replaceAll(garbled, '');
    const isFirst = this.words === '';
    if (isFirst || this.breaks.at(-1)?.page !== page) this.noteBreak(page);
    if (isFirst) this.write(text);
    else this.continue(text);
    if (dropCap !== null && isFirst)
      this.repairs.push({ kind: 'drop-cap', start: 0, end: dropCap.length, stood: dropCap });
  }

  /** Writes one line of code below the others, as far to the right as it stands. */
  addCode(line: string, page: number, indent: number): void {
    if (this.breaks.at(-1)?.page !== page) this.noteBreak(page);
    this.words += `${this.words === '' ? '' : '\n'}${' '.repeat(Math.max(0, indent))}${line.replaceAll(garbled, '')}`;
  }

  finish(): BlockWords {
    return { words: this.words, repairs: this.repairs };
  }

  private noteBreak(page: number): void {
    this.breaks.push({ at: this.words.length === 0 ? 0 : this.words.length + 1, page });
  }

  private continue(line: string): void {
    const parted = /(\p{L}+)([-\u2010\u00ad])$/u.exec(this.words);
    const rest = /^\p{L}+/u.exec(line)?.[0];
    if (!parted || rest === undefined) {
      this.write(/[\u2014]$/.test(this.words) ? line : ` ${line}`);
      return;
    }
    const [, begun = '', hyphen = ''] = parted;
    const isWhole = this.known.has((begun + rest).toLowerCase()) && /^\p{Ll}/u.test(rest);
    if (hyphen !== softHyphen && !isWhole) {
      this.write(line);
      return;
    }
    this.words = this.words.slice(0, -1);
    const start = this.words.length - begun.length;
    this.write(line);
    this.repairs.push({ kind: 'hyphen', start, end: start + begun.length + rest.length, stood: `${begun}-\n${rest}` });
  }

  private write(text: string): void {
    for (const letter of text.replaceAll(softHyphen, (_, at: number) => (at === text.length - 1 ? softHyphen : ''))) {
      const start = this.words.length;
      if (!ligature.test(letter)) this.words += letter;
      else {
        this.words += letter.normalize('NFKC');
        this.repairs.push({ kind: 'ligature', start, end: this.words.length, stood: letter });
      }
    }
  }
}

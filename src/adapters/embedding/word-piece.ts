/** What a text is to the model: token `n` has the id `ids[n]` and stands at `[starts[n], ends[n])` in UTF-16 units of the text. */
export interface TokenRanges {
  readonly ids: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** A text in which each UTF-16 unit knows the range of the original that it comes from. */
interface MappedText {
  readonly text: string;
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
}

const CONTINUATION = '##';
const UNKNOWN = '[UNK]';
/** Code points. A longer word is one unknown token. */
const MAX_WORD_LENGTH = 100;

const IGNORED = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]/u;
const SPACE = /[\t\n\r]|(?![\p{Cc}\p{Cf}])\s/u;
const IDEOGRAPH = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;
const ACCENT = /[\u0300-\u036f]/g;
const MARK = /\p{M}/u;
const WORD = /[^\s\p{P}!-/:-@[-`{-~]+|[\p{P}!-/:-@[-`{-~]/gu;

/**
 * BERT's uncased tokenizer with offsets: control characters ignored, ideographs parted, lower case, accents stripped, words and
 * punctuation parted, words cut into the longest pieces that the vocabulary has (WordPiece; Devlin et al. 2019). It finds the tokens
 * that transformers.js finds, but takes `[SEP]` and the like in a text for what a person wrote. Takes time linear in the text.
 *
 * The slice of a token, made lower case and without accents, is the token; only where the vocabulary parts what the text has as one
 * character (a Korean syllable) do two tokens have the range of the whole character.
 */
export class WordPieceTokenizer {
  readonly #vocabulary: ReadonlyMap<string, number>;
  readonly #unknown: number;
  readonly #maxPieceLength: number;

  /** `vocabulary` maps each piece, those that continue a word beginning with `##`, to its id. */
  constructor(vocabulary: ReadonlyMap<string, number>) {
    this.#vocabulary = vocabulary;
    this.#unknown = vocabulary.get(UNKNOWN) ?? 0;
    this.#maxPieceLength = 0;
    for (const piece of vocabulary.keys()) this.#maxPieceLength = Math.max(this.#maxPieceLength, piece.length);
  }

  /** The tokens of a text, without any that frame it. */
  tokenize(text: string): TokenRanges {
    const normalised = decompose(lowerCase(clean(text)));
    const ids: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    for (const { 0: word, index } of normalised.text.matchAll(WORD)) {
      let from = index;
      for (const { id, length } of this.#cut(word)) {
        ids.push(id);
        starts.push(normalised.starts[from] ?? 0);
        ends.push(normalised.ends[from + length - 1] ?? 0);
        from += length;
      }
    }
    return { ids: Uint32Array.from(ids), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
  }

  #cut(word: string): { id: number; length: number }[] {
    const whole = [{ id: this.#unknown, length: word.length }];
    if (word.length > 2 * MAX_WORD_LENGTH || Array.from(word).length > MAX_WORD_LENGTH) return whole;
    const pieces: { id: number; length: number }[] = [];
    for (let from = 0; from < word.length;) {
      const piece = this.#findLongest(word, from);
      if (!piece) return whole;
      pieces.push(piece);
      from += piece.length;
    }
    return pieces;
  }

  #findLongest(word: string, from: number): { id: number; length: number } | null {
    const prefix = from === 0 ? '' : CONTINUATION;
    for (let to = Math.min(word.length, from + this.#maxPieceLength); to > from; to--) {
      const id = this.#vocabulary.get(prefix + word.slice(from, to));
      if (id !== undefined) return { id, length: to - from };
    }
    return null;
  }
}

/** Collects a mapped text unit by unit. */
class Mapping {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  #text = '';

  add(units: string, start: number, end: number): void {
    this.#text += units;
    for (let unit = 0; unit < units.length; unit++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  /** Counts a range that leaves no unit of its own to the character before. */
  extend(end: number): void {
    const before = this.ends.at(-1);
    for (let unit = this.ends.length - 1; this.ends[unit] === before; unit--) this.ends[unit] = end;
  }

  get text(): string {
    return this.#text;
  }
}

function clean(text: string): MappedText {
  const mapping = new Mapping();
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    if (character > ' ' && character < '\u007f') mapping.add(character, at, end);
    else if (SPACE.test(character)) mapping.add(' ', at, end);
    else if (IDEOGRAPH.test(character)) {
      mapping.add(' ', at, at);
      mapping.add(character, at, end);
      mapping.add(' ', end, end);
    } else if (!IGNORED.test(character)) mapping.add(character, at, end);
    at = end;
  }
  return mapping;
}

function lowerCase(given: MappedText): MappedText {
  // As a whole, since a sigma's form depends on its place.
  const text = given.text.toLowerCase();
  if (text.length === given.text.length) return { ...given, text };
  const mapping = new Mapping();
  let at = 0;
  let to = 0;
  for (const character of given.text) {
    const { length } = character.toLowerCase();
    mapping.add(text.slice(to, to + length), given.starts[at] ?? 0, given.ends[at] ?? 0);
    at += character.length;
    to += length;
  }
  return mapping;
}

/** Canonical decomposition without accents. */
function decompose(given: MappedText): MappedText {
  const mapping = new Mapping();
  const { text, starts, ends } = given;
  for (let at = 0; at < text.length;) {
    const to = endOfGroup(text, at);
    const group = text.slice(at, to);
    const start = starts[at] ?? 0;
    const end = ends[to - 1] ?? 0;
    if (group.length === 1 && group < '\u00c0') mapping.add(group, start, end);
    else {
      const parts = Array.from(group, (character) => ({ character, units: character.normalize('NFD') }));
      const whole = group.normalize('NFD');
      // Marks that change places cannot be told apart: each then has the range of all.
      const keepsOrder = parts.map(({ units }) => units).join('') === whole;
      const pieces = keepsOrder ? parts : [{ character: group, units: whole }];
      let from = at;
      let held = false;
      for (const { character, units } of pieces) {
        const next = from + character.length;
        const kept = units.replaceAll(ACCENT, '');
        if (kept !== '') mapping.add(kept, starts[from] ?? 0, ends[next - 1] ?? 0);
        else if (held) mapping.extend(ends[next - 1] ?? 0);
        held ||= kept !== '';
        from = next;
      }
    }
    at = to;
  }
  return mapping;
}

/** The end of the character that starts at `at`, with the marks on it. */
function endOfGroup(text: string, at: number): number {
  let to = at;
  do to += (text.codePointAt(to) ?? 0) > 0xffff ? 2 : 1;
  while (
    to < text.length &&
    text.charCodeAt(to) >= 0x300 &&
    MARK.test(String.fromCodePoint(text.codePointAt(to) ?? 0))
  );
  return to;
}

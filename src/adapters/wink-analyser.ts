/** The only file that knows wink-nlp (https://winkjs.org/wink-nlp/): tokens, parts of speech, stems, sentence boundaries. */
import winkModel from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import type { Analyser } from '../core/ports.js';
import type { PartOfSpeech, Token } from '../core/text/sentence.js';
import { startOfCharacter, type Span } from '../core/text/span.js';

/** wink keeps a text's tokens in one table; a longer text is analysed in pieces of at most this many UTF-16 units. */
const maxPieceLength = 50_000;
/** wink's time grows with the square of a word's length: encoded data and the like are cut. */
const maxWordLength = 500;
const endlessWord = new RegExp(String.raw`\S{${maxWordLength + 1}}`);
const version = /(?<![\p{L}\p{N}.])v\d+(?:\.\d+)+(?![\p{L}\p{N}])/iu;
const maxCachedStems = 100_000;
/**
 * wink takes "the town's." for one word and from then on knows it as a word, so that "the town's" comes out differently
 * before and after. Apart from what it has contractions for, the ending is set apart before it reads them.
 */
const possessiveBeforeStop =
  /(?<=[\p{L}\p{N}])(?<!\b(?:it|that|this|what|who|he|she|there|here|where|how))['’]s(?=[.,])/giu;

let shared: { readonly nlp: ReturnType<typeof winkNlp>; readonly firstUnlisted: number } | null = null;

/** wink numbers the words of its list, then every other one as it comes. */
function load(): NonNullable<typeof shared> {
  const nlp = winkNlp(winkModel, ['sbd', 'pos']);
  return { nlp, firstUnlisted: numberOf('qzxqzxq', nlp) };
}

function numberOf(word: string, nlp: ReturnType<typeof winkNlp>): number {
  const its = nlp.its as unknown as Record<'uniqueId', never>;
  const [number = 0] = nlp.readDoc(word).tokens().out(its.uniqueId) as unknown as number[];
  return number;
}

/** Loading takes a tenth of a second the first time; wink's model grows with every further load, so there is only one. */
export function createWinkAnalyser(): Analyser {
  const { nlp, firstUnlisted } = (shared ??= load());
  // wink and its model type these accessors differently from each other; `out` takes them all.
  const its = nlp.its as unknown as Record<'value' | 'pos' | 'stem' | 'lemma' | 'span', never>;
  const stems = new Map<string, string>();

  function analysePiece(text: string, offset: number, sentences: Span[], tokens: Token[]): void {
    const doc = nlp.readDoc(text.replace(possessiveBeforeStop, ' $& '));
    const all = doc.tokens();
    const values = all.out(its.value) as unknown as string[];
    const tags = all.out(its.pos) as unknown as PartOfSpeech[];
    const lemmas = all.out(its.lemma) as unknown as string[];
    const starts: number[] = [];
    const ends: number[] = [];
    let at = 0;
    for (const [i, value] of values.entries()) {
      const start = text.indexOf(value, at);
      at = start + value.length;
      starts.push(start);
      ends.push(at);
      const pos = tags[i] ?? 'X';
      if (pos === 'SPACE') continue;
      const lower = straighten(value.toLowerCase());
      const stem = stemOf(lower, () => all.itemAt(i).out(its.stem));
      tokens.push({ start: offset + start, end: offset + at, lower, pos, lemma: lemmas[i] ?? lower, stem });
    }
    joinVersions(tokens, text, offset);
    for (const [first, last] of doc.sentences().out(its.span) as unknown as [number, number][]) {
      sentences.push({ start: offset + (starts[first] ?? 0), end: offset + (ends[last] ?? text.length) });
    }
  }

  /** Stemming costs more than all the rest, and few words are new. */
  function stemOf(word: string, stem: () => string): string {
    if (!/[a-z]/.test(word)) return word; // wink would turn "3.5" into "y.5"
    let known = stems.get(word);
    if (known === undefined) {
      if (stems.size >= maxCachedStems) stems.clear();
      known = stem();
      stems.set(word, known);
    }
    return known;
  }

  return {
    analyse(text) {
      const sentences: Span[] = [];
      const tokens: Token[] = [];
      for (let from = 0; from < text.length;) {
        const to = endOfPiece(text, from);
        analysePiece(text.slice(from, to), from, sentences, tokens);
        from = to;
      }
      return { sentences, tokens };
    },
    isListed: (word) => numberOf(word, nlp) < firstUnlisted,
  };
}

/** wink cuts "v2.1.0" at its full stops; it is one word, the same as "2.1.0". */
function joinVersions(tokens: Token[], text: string, offset: number): void {
  if (!version.test(text)) return;
  for (const match of text.matchAll(new RegExp(version, 'giu'))) {
    const [start, end] = [offset + match.index, offset + match.index + match[0].length];
    const first = tokens.findIndex((token) => token.start === start);
    const last = tokens.findIndex((token) => token.end === end);
    const lower = match[0].slice(1).toLowerCase();
    if (first < 0 || last <= first) continue;
    tokens.splice(first, last - first + 1, { start, end, lower, pos: 'NUM', lemma: lower, stem: lower });
  }
}

/** Where a piece that starts at `from` may end: after white space, so that no word is cut but an endless one. */
function endOfPiece(text: string, from: number): number {
  const limit = from + maxPieceLength;
  const space = limit < text.length ? text.lastIndexOf(' ', limit) : -1;
  const end = limit >= text.length ? text.length : space > from ? space + 1 : startOfCharacter(text, limit);
  const word = endlessWord.exec(text.slice(from, end));
  return word ? startOfCharacter(text, from + word.index + maxWordLength) : end;
}

function straighten(word: string): string {
  return word.replace(/[‘’‛]/g, "'").replace(/[“”„‟]/g, '"');
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { locateReader } from '#verbatim/adapters/embedding/reader-model.js';
import { importPlainLibrary } from '#verbatim/adapters/embedding/transformers-model.js';
import { WordPieceTokenizer } from '#verbatim/adapters/embedding/word-piece.js';
import { arbitraryText } from '../helpers/arbitrary-text.js';

const folder = locateReader('bundled');
const { model } = JSON.parse(readFileSync(path.join(folder, 'tokenizer.json'), 'utf8')) as {
  model: { vocab: Record<string, number> };
};
const pieces = new Map(Object.entries(model.vocab).map(([piece, id]) => [id, piece]));
const tokenizer = new WordPieceTokenizer(new Map(Object.entries(model.vocab)));

let encode: (text: string) => number[];
beforeAll(async () => {
  const { AutoTokenizer, env } = await importPlainLibrary();
  Object.assign(env, { allowRemoteModels: false, localModelPath: path.dirname(folder) });
  const theirs = await AutoTokenizer.from_pretrained(path.basename(folder));
  encode = (text) => theirs.encode(text, null, { add_special_tokens: false });
});

/** Any Unicode, well-formed or not. */
const anyText = fc.oneof(
  arbitraryText,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))).map((units) => units.join('')),
  fc
    .array(
      fc.constantFrom(
        ...Array.from('aΣσİéßç \u0301\u0323\u0345\u05b4\u064f\u3099\u200d\ufe0f\ue000\ud83d\ude00\ufeff한中.'),
      ),
    )
    .map((units) => units.join('')),
);

const read = (text: string) => {
  const { ids, starts, ends } = tokenizer.tokenize(text);
  return [...ids].map((id, index) => {
    const [start, end] = [starts[index] ?? NaN, ends[index] ?? NaN];
    return { piece: (pieces.get(id) ?? '').replace(/^##(?=.)/u, ''), start, end, slice: text.slice(start, end) };
  });
};

/** What the tokenizer makes of a slice, said another way. */
const normalise = (slice: string) =>
  slice
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ς', 'σ');

describe('the WordPieces of a text', () => {
  it('are those that transformers.js finds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect([...tokenizer.tokenize(text).ids]).toEqual(encode(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are those that transformers.js finds for each character of the first two planes', () => {
    const wrong: string[] = [];
    for (let code = 0; code < 0x20000; code++) {
      const character = String.fromCodePoint(code);
      const text = `a${character}b${character} ${character}\u0301x`;
      if ([...tokenizer.tokenize(text).ids].join() !== encode(text).join()) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('stand one after another in the text, each where its own words are', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = { start: 0, end: 0 };
        for (const { piece, start, end, slice } of read(text)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          // Two pieces of one character of the text, its marks included, begin where it does; the second may go on after it.
          if (start < before.end) expect(start).toBe(before.start);
          expect(end).toBeGreaterThanOrEqual(before.end);
          before = { start, end };
          if (piece !== '[UNK]') expect(normalise(slice)).toContain(piece.replaceAll('ς', 'σ'));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('are what their slices are in lower case and without accents', () => {
    // All but what decomposes to more than one letter, and marks that are no accents.
    const plain = anyText.map((text) =>
      text.replace(/[\u1100-\u11ff\ua960-\ua97c\uac00-\ud7fb]|(?![\u0300-\u036f])\p{M}/gu, ''),
    );
    fc.assert(
      fc.property(plain, (text) => {
        for (const { piece, slice } of read(text)) {
          if (piece !== '[UNK]') expect(normalise(slice)).toBe(piece.replaceAll('ς', 'σ'));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['Crème brûlée', ['Cr', 'ème', 'br', 'ûlé', 'e']],
    ['e\u0301tude', ['e\u0301t', 'ude']],
    ['İzmir', ['İ', 'z', 'mir']],
    ['in\u00adformation', ['in\u00adformation']],
    ['«\u200bOui»', ['«', 'Ou', 'i', '»']],
    ["Don't", ['Don', "'", 't']],
    ['中文 x', ['中', '文', 'x']],
    ['[SEP]', ['[', 'SEP', ']']],
    ['\ud83d', []],
  ])('of %j have the slices that a reader expects', (text, slices) => {
    expect(read(text).map(({ slice }) => slice)).toEqual(slices);
  });

  it.each(['x', '中', 'é', '😀', 'a\u0301', '한', '\u200b', '\ue000'])(
    'are found in time that grows with the text, and none is out of place, in 250,000 units of %j',
    (unit) => {
      const text = unit.repeat(250_000 / unit.length);
      const before = process.cpuUsage(); // other work on the machine must not fail this
      const { ids, starts, ends } = tokenizer.tokenize(text);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1_000).toBeLessThan(7_500);
      expect(ids.length).toBe(unit === '中' ? text.length : /^[\u200b\ue000]/.test(text) ? 0 : 1);
      if (ids.length > 0) expect([starts[0], ends.at(-1)]).toEqual([0, text.length]);
    },
  );
});

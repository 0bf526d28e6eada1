import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankMarkup } from '#verbatim/core/text/document.js';
import { analyser, analyseText } from '../helpers/analyse.js';
import { arbitraryFile } from '../helpers/arbitrary-text.js';
import { expectOrderedSpans, expectWholeCharacters } from '../helpers/expect-spans.js';

const runs = { numRuns: 300, seed: 20_260 };

describe('whatever the text is', () => {
  it('has blocks and notation inside the text, in order, not overlapping', () => {
    fc.assert(
      fc.property(arbitraryFile, ({ name, text }) => {
        const { document } = analyseText(name, text);
        expectOrderedSpans(text, document.blocks, 'block');
        expectOrderedSpans(text, document.markup, 'notation');
        expectWholeCharacters(text, document.blocks, 'block');
      }),
      runs,
    );
  });

  it('has sentences inside their blocks, in order, not overlapping, of whole characters', () => {
    fc.assert(
      fc.property(arbitraryFile, ({ name, text }) => {
        const { document, sentences } = analyseText(name, text);
        expectOrderedSpans(text, sentences, 'sentence');
        expectWholeCharacters(text, sentences, 'sentence');
        for (const { start, end, block } of sentences) {
          const around = document.blocks[block];
          expect(around && around.start <= start && end <= around.end, `sentence ${start}..${end}`).toBe(true);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        }
      }),
      runs,
    );
  });

  it('has tokens inside their sentences, in order, not overlapping, without white space', () => {
    fc.assert(
      fc.property(arbitraryFile, ({ name, text }) => {
        for (const { start, end, tokens } of analyseText(name, text).sentences) {
          expectOrderedSpans(text, tokens, 'token');
          expect(tokens.length).toBeGreaterThan(0);
          expect(tokens[0]?.start).toBeGreaterThanOrEqual(start);
          expect(tokens.at(-1)?.end).toBeLessThanOrEqual(end);
        }
      }),
      runs,
    );
  });

  it('has every letter and digit that a reader sees in some sentence', () => {
    fc.assert(
      fc.property(arbitraryFile, ({ name, text }) => {
        const { document, sentences } = analyseText(name, text);
        const visible = blankMarkup(text, document.markup);
        for (const { start, end } of document.blocks) {
          for (const match of visible.slice(start, end).matchAll(/[^\s\u200b\ufeff\p{C}\p{Z}]/gu)) {
            const at = start + match.index;
            const isCovered = sentences.some((sentence) => sentence.start <= at && at < sentence.end);
            expect(isCovered, `${JSON.stringify(match[0])} at ${at}`).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('keeps its length and line ends when notation is blanked out', () => {
    fc.assert(
      fc.property(arbitraryFile, ({ name, text }) => {
        const { markup } = analyseText(name, text).document;
        const visible = blankMarkup(text, markup);
        expect(visible.length).toBe(text.length);
        for (let at = 0; at < text.length; at++) {
          const isHidden = markup.some(({ start, end }) => start <= at && at < end);
          expect(visible.charAt(at)).toBe(isHidden ? ' ' : text.charAt(at));
        }
      }),
      runs,
    );
  });
});

describe('the analyser', () => {
  it('finds each token where it stands', () => {
    fc.assert(
      fc.property(arbitraryFile, ({ text }) => {
        const { tokens } = analyser.analyse(text);
        expectOrderedSpans(text, tokens, 'token');
        for (const { start, end } of tokens) expect(text.slice(start, end)).toMatch(/^[^ \t\r\n]+$/u);
        const between = [...tokens, { start: text.length, end: text.length }].map(({ start }, i) =>
          text.slice(tokens[i - 1]?.end ?? 0, start),
        );
        for (const gap of between) expect(gap).toMatch(/^[\s\p{C}\p{Z}]*$/u);
      }),
      runs,
    );
  });
});

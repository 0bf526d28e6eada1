import fc from 'fast-check';
import { expect, it } from 'vitest';
import { finish } from '#verbatim/core/steps.js';
import { anchorOf } from '#verbatim/core/overrides/anchor-of.js';
import { applyOverrides } from '#verbatim/core/overrides/apply-overrides.js';
import type { LabelOverride } from '#verbatim/core/overrides/label-override.js';
import { noScore, makeQuote } from '#verbatim/core/search/quote.js';
import { SearchIndex } from '#verbatim/core/search/search-index.js';
import { arbitraryText } from '../helpers/arbitrary-text.js';
import { indexDocument, indexTexts } from '../helpers/index-of-texts.js';

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
const lane = fc.constantFrom('reported' as const, 'attributed' as const, 'opinion' as const);

it('an override sits on its own words or nowhere, whatever becomes of the text, and quotes stay slices', () => {
  fc.assert(
    fc.property(
      fc.record({
        name: fc.constantFrom('a.txt', 'a.md'),
        text: arbitraryText,
        before: arbitraryText,
        after: arbitraryText,
      }),
      fc.record({ pick: fc.nat(), from: fc.nat(), length: fc.nat(30), insert: arbitraryText }),
      lane,
      ({ name, text, before, after }, { pick, from, length, insert }, label) => {
        const { document, sentences } = indexDocument(name, text);
        const chosen = sentences[pick % Math.max(1, sentences.length)];
        if (!chosen) return;
        const override: LabelOverride = {
          ...anchorOf(document, chosen),
          ...{ id: 1, guildId: '1', label, source: null, kind: null, was: 'reported', note: null, decidedAtMs: 1 },
        };
        const cut = text.length === 0 ? 0 : from % text.length;
        const edited = [text, before + text + after, text.slice(0, cut) + insert + text.slice(cut + length)];
        for (const version of edited) {
          const index = indexTexts({ [name]: version });
          const documents = finish(applyOverrides(index.documents, [override]));
          const relabelled = new SearchIndex(documents, index.vectors, index.content);
          const set = Array.from(relabelled.rows.keys()).filter((row) => relabelled.locate(row).span.label.moderator);
          if (set.length > 0) {
            const [first, last] = [set[0] ?? 0, set.at(-1) ?? 0];
            expect(last - first + 1).toBe(set.length);
            const { start } = relabelled.locate(first).span;
            const { end } = relabelled.locate(last).span;
            expect(fold(version.slice(start, end))).toBe(fold(override.exact));
          }
          for (const row of set) {
            const quote = makeQuote(relabelled, [row], row, noScore);
            expect(quote.exact).toBe(version.slice(quote.start, quote.end));
            expect(quote).toMatchObject({ label, step: 'clear', labelledBy: 'moderator' });
            for (const span of quote.spans) {
              expect(span.label).not.toBe(label);
              expect(span.start).toBeGreaterThanOrEqual(quote.start);
              expect(span.end).toBeLessThanOrEqual(quote.end);
            }
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

it('an override holds in the very text that it was made for, unless it is a heading', () => {
  fc.assert(
    fc.property(fc.constantFrom('a.txt', 'a.md'), arbitraryText, fc.nat(), (name, text, pick) => {
      const indexed = indexDocument(name, text);
      const number = pick % Math.max(1, indexed.sentences.length);
      const chosen = indexed.sentences[number];
      if (!chosen || indexed.document.blocks[chosen.block]?.kind === 'heading') return;
      const override: LabelOverride = {
        ...anchorOf(indexed.document, chosen),
        ...{
          id: 1,
          guildId: '1',
          label: 'opinion',
          source: null,
          kind: null,
          was: 'reported',
          note: null,
          decidedAtMs: 1,
        },
      };
      const [applied] = finish(applyOverrides([indexed], [override]));
      expect(applied?.sentences[number]?.label.moderator).toBeDefined();
    }),
    { numRuns: 150 },
  );
});

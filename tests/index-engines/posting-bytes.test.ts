import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodePosting, PostingReader } from '#verbatim/adapters/index-postgres/posting-bytes.js';
import type { HoldingUnit } from '#verbatim/core/corpus/count-terms.js';

const number = fc.oneof(fc.nat(300), fc.nat(4_000_000));

/** Units by rising number. */
const units = fc
  .array(fc.record({ unit: number, frequency: number, length: number }), { maxLength: 400 })
  .map((all) => [...new Map(all.map((one) => [one.unit, one])).values()].sort((a, b) => a.unit - b.unit));

it('reads postings as they were written, in parts that an entry of an index has room for', () => {
  fc.assert(
    fc.property(units, units, fc.integer({ min: 1, max: 100_000 }), (sentences, passages, frequency) => {
      const parts = encodePosting({ sentences, passages, documents: [{ unit: 0, frequency, length: 1 }] });
      const read: { sentences: HoldingUnit[]; passages: HoldingUnit[] } = { sentences: [], passages: [] };
      let total = 0;
      for (const part of parts) {
        expect(part.length).toBeLessThan(2_300);
        const reader = new PostingReader(part, 0);
        total += reader.next();
        for (const level of ['sentences', 'passages'] as const) {
          let unit = 0;
          for (let left = reader.next(); left > 0; left--) {
            unit += reader.next();
            read[level].push({ unit, frequency: reader.next(), length: reader.next() });
          }
        }
      }
      expect({ ...read, total }).toEqual({ sentences, passages, total: frequency });
    }),
  );
});

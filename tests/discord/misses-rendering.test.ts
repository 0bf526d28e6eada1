import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everything } from '#verbatim/core/collections/collection.js';
import { makeMissGroup, type MissGroup } from '#verbatim/core/misses/miss-group.js';
import type { Miss, MissReason } from '#verbatim/core/misses/miss-store.js';
import type { PersonHash } from '#verbatim/core/people/person.js';
import { renderDigest } from '#verbatim/discord/features/misses/digest-card.js';
import { renderMisses } from '#verbatim/discord/features/misses/list-card.js';
import { renderRecords } from '#verbatim/discord/features/mydata/records-card.js';
import { textsFor } from '#verbatim/discord/texts/languages.js';
import { checkMessage } from '../discord-server/limits.js';
import type { MessageBody } from '../discord-server/bodies.js';

const componentsV2 = 1 << 15;
const locales = ['en-GB', 'de'].map(textsFor);

/** What Discord finds wrong with a card. */
function problemsOf({ components }: { components: unknown[] }) {
  return checkMessage({ components, flags: componentsV2 } as MessageBody); // as it will travel in JSON
}

const words = fc.string({ unit: fc.constantFrom('*', 'a', ' ', '字', '`', '|', '. ', '@', '😀'), maxLength: 500 });
const lane = fc.constantFrom('reported', 'attributed', 'opinion');
const place = fc.record({ text: words, title: words, path: words });
const reason = fc.constantFrom<MissReason>('nothing-relevant', 'too-weak', 'only-other-lane', 'not-helpful');
const answer = fc.record({
  exact: words,
  lane,
  attributedTo: fc.option(words),
  title: words,
  path: words,
  paragraph: fc.integer({ min: 1, max: 9_999 }),
});
const miss: fc.Arbitrary<Miss> = fc.record({
  id: fc.integer({ min: 1, max: 1e12 }),
  guildId: fc.constant('1'),
  question: words.map((each) => each.trim() || 'What?'),
  lane: fc.option(lane),
  documentId: fc.option(fc.constant('abcdef012345')),
  state: fc.constant('open'),
  nearest: fc.array(place, { maxLength: 3 }),
  index: fc.constant('v'),
  embedding: fc.constant(null),
  askings: fc.integer({ min: 1, max: 99_999 }),
  people: fc.array(fc.constantFrom('a', 'b', 'c').map((name) => name as PersonHash)),
  firstAtMs: fc.integer({ min: 1, max: 2e12 }),
  lastAtMs: fc.integer({ min: 1, max: 2e12 }),
  reasons: fc.array(reason, { maxLength: 4 }),
  downVoted: fc.constant([]),
  isAwaited: fc.boolean(),
  answer: fc.option(answer),
  leaderId: fc.constant(null),
});
const group: fc.Arbitrary<MissGroup> = fc
  .tuple(miss, fc.array(miss, { maxLength: 4 }))
  .map(([first, others]) => makeMissGroup([first, ...others]));
// Two groups are never led by one miss.
const groups = fc.uniqueArray(group, { maxLength: 20, selector: ({ leader }) => leader.id });

test('the list and the digest are taken by Discord whatever was asked', () => {
  fc.assert(
    fc.property(groups, fc.nat({ max: 5 }), (list, page) => {
      for (const texts of locales) {
        const note = { line: 'Set aside.', restores: [7] };
        const shown = {
          groups: list,
          askings: list.reduce((sum, each) => sum + each.askings, 0),
          people: 3,
          isCapped: true,
        };
        const library = { findListed: () => null };
        expect(problemsOf(renderMisses(shown, { period: 'month', page }, library, texts, note))).toEqual([]);
        if (list.length > 0) expect(problemsOf(renderDigest(list, texts, everything))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test('the digest quotes an answer to the first questions and names the others', () => {
  const made = Array.from({ length: 20 }, (_, i) => {
    const [one] = fc.sample(miss, { numRuns: 1, seed: i });
    if (!one) throw new Error('no sample');
    const exact = `The founder of house ${i} was Irma Falk, who had come to Lunden in the year before with her three brothers.`;
    const found = {
      exact,
      lane: 'reported' as const,
      attributedTo: null,
      title: 'Houses',
      path: 'a.md',
      paragraph: i + 1,
    };
    return makeMissGroup([{ ...one, id: i + 1, question: `Who founded house ${i}?`, answer: found }]);
  });
  for (const texts of locales) {
    const written = JSON.stringify(renderDigest(made, texts, everything));
    for (const { leader } of made) expect(written).toContain(leader.question);
  }
});

test('what is kept about a person is taken by Discord whatever it is', () => {
  const record = fc.record({
    kind: fc.constantFrom('votes', 'questions', 'opt-ins', 'something new'),
    count: fc.integer({ min: 1, max: 99_999 }),
    firstAtMs: fc.integer({ min: 1, max: 2e12 }),
    lastAtMs: fc.integer({ min: 1, max: 2e12 }),
    texts: fc.array(words, { maxLength: 100 }),
  });
  fc.assert(
    fc.property(fc.array(record, { maxLength: 8 }), (records) => {
      for (const texts of locales) expect(problemsOf(renderRecords(records, 90, texts))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

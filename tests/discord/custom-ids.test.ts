import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanes } from '#verbatim/core/labelling/labels.js';
import { fingerprint } from '#verbatim/core/text/fingerprint.js';
import { periods } from '#verbatim/app/moderation/list-misses.js';
import { actions } from '#verbatim/discord/custom-ids/actions.js';
import { readCustomId, writeCustomId, type Action, type ActionName } from '#verbatim/discord/custom-ids/custom-id.js';
import * as fields from '#verbatim/discord/custom-ids/fields.js';

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'.split('')), minLength: length, maxLength: length });
const documentId = hex(12);
const snowflake = fc.bigInt(10n ** 16n, 10n ** 19n).map(String);
const mark = fc.string({ unit: 'grapheme' }).map(fingerprint);
const lane = fc.option(fc.constantFrom(...lanes));
const quote = fc
  .record({ documentId, start: fc.nat(99_999_999), length: fc.integer({ min: 1, max: 9_999 }), mark })
  .map(({ length, ...rest }) => ({ ...rest, end: rest.start + length }));

/** Values of each field, by its name where the same kind of field is used for different things. */
function valuesOf(name: string, field: unknown): fc.Arbitrary<unknown> {
  switch (field) {
    case fields.typedWords:
      return fc.string({ unit: 'grapheme', maxLength: 4 }).filter((words) => encodeURIComponent(words).length <= 72);
    case fields.word:
      return name === 'userId' || name === 'messageId' ? snowflake : hex(16);
    case fields.optionalWord:
      if (name === 'userId' || name === 'messageId') return fc.option(snowflake);
      return name === 'index' ? hex(8) : fc.option(documentId);
    case fields.integer:
      return fc.integer({ min: -999, max: 999 });
    case fields.count:
      return fc.nat(name === 'missId' ? 999_999_999_999 : 999);
    case fields.optionalCount:
      return fc.option(fc.nat(9));
    case fields.shortCount:
      return fc.nat(2_147_483_647);
    case fields.optionalLane:
      return lane;
    case fields.quoteReference:
      return quote;
    case fields.optionalAnswer:
      return fc.option(fc.record({ lane, documentId: fc.option(documentId), mark }));
    case fields.fewCounts:
      return fc.array(fc.nat(999_999), { minLength: 1, maxLength: 5 });
    case fields.fewShown:
      return fc.array(fc.record({ quote, lane }), { minLength: 1, maxLength: 2 });
    case fields.optionalShown:
      return fc.option(fc.record({ quote, lane }));
    case fields.queuePlace:
      return fc.record({ quote: hex(24), position: fc.nat(9_999) });
    default:
      return fc.constantFrom(...periods);
  }
}

const names = Object.keys(actions) as ActionName[]; // the keys of a constant

test.each(names)('the custom id of %s can be read back, and fits', (name) => {
  const own = Object.entries(actions[name]).map(([key, field]) => [key, valuesOf(key, field)]);
  const values = fc.record(Object.fromEntries(own) as Record<string, fc.Arbitrary<unknown>>);
  fc.assert(
    fc.property(values, (given) => {
      const id = writeCustomId(name, given as Action['fields'] as never);
      expect(id.length).toBeLessThanOrEqual(100);
      expect(readCustomId(id)).toEqual({ name, fields: given });
    }),
  );
});

test('custom ids of messages posted by earlier versions are still read', () => {
  const reference = { documentId: 'abcdef012345', start: 35, end: 71, mark: '1a2b3c' };
  const answer = { lane: 'attributed', documentId: null, mark: '1a2b3c' };
  const at = { quote: 'q1', position: 3 };
  const posted: Readonly<Record<string, object>> = {
    'context:abcdef012345:z:1z:1a2b3c': { quote: reference },
    'page:abcdef012345:z:1z:1a2b3c:-12': { quote: reference, page: -12 },
    'more:4::abcdef012345:abcdef01': {
      offset: 4,
      lane: null,
      documentId: 'abcdef012345',
      index: 'abcdef01',
      first: null,
    },
    'dismiss:123456789012345678': { userId: '123456789012345678', messageId: null },
    thread: { messageId: null },
    helpful: { messageId: null },
    'not-helpful': { answer: null, messageId: null },
    'not-helpful:attributed::1a2b3c': { answer, messageId: null },
    'verify:abcdef012345:z:1z:1a2b3c': { quote: reference },
    'label:of:abcdef012345.z.1z.1a2b3c.o': { shown: [{ quote: reference, lane: 'opinion' }] },
    'miss:turn:week:3': { period: 'week', page: 3 },
    'miss:dismiss:all:0:123456789012': { period: 'all', page: 0, missId: 123_456_789_012 },
    'miss:tell::': { lane: null, documentId: null },
    'miss:untell:5': { missId: 5 },
    'label:wrong': { shown: null },
    'label:form:abcdef012345.z.1z.1a2b3c.opinion': { shown: { quote: reference, lane: 'opinion' } },
    'label:wrong:abcdef012345.z.1z.1a2b3c.': { shown: { quote: reference, lane: null } },
    'label:accept:q1:3:a:b': { at, dispute: 10, newest: 11 },
    'label:back:d1:3': { decision: 'd1', position: 3 },
    'brief:tick:0123456789abcdef': { draftId: '0123456789abcdef' },
    'brief:retire:a:b': { briefId: 'a', oldId: 'b' },
    'brief:list:3': { page: 3 },
    'library:use:0123456789abcdef': { sourceId: '0123456789abcdef' },
    'library:turn:2:mill%20wheel': { page: 2, search: 'mill wheel' },
    'mydata:delete': {},
  };
  for (const [id, read] of Object.entries(posted)) expect(readCustomId(id)?.fields, id).toEqual(read);
});

test.each([
  ['', 'context', 'context:a:b', 'more:x', 'constructor', 'page:a:1:2:m:x', 'older-version:1'],
  ['miss', 'miss:turn:year:1', 'miss:dismiss:day:0:-1', 'miss:untell:x', 'other:export:day'],
  ['brief:', 'brief:tick', 'brief:retire:a', 'brief:list:x', 'other:tick:a', 'brief:x:a'],
  ['label:', 'label:next:q', 'label:accept:q:1:a', 'label:page:-1', 'label:x'],
])('what is no custom id of this version is not read: %j …', (...wrong) => {
  for (const each of wrong) expect(readCustomId(each), each).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import { adaptToIndex, readQuestion } from '#verbatim/core/question/read-question.js';
import { findAbsent, findDecisive, lowerByAbsent } from '#verbatim/core/search/absent.js';
import { analyser } from '../helpers/analyse.js';
import { indexTexts } from '../helpers/index-of-texts.js';

const equivalents = createEquivalents(analyser);
const index = indexTexts({
  'flood.txt':
    'The flood of Orsa\n\nThe flood of 1998 drove 2,430 people out of nine villages. Boris Twigg, who wrote of it in the 1970s, ' +
    'asked for 1.5 million crowns. The season 2003–04 was dry, as in the US.\n\nJonas Pell of the United Kingdom flew an F-16 at 40 metres. ' +
    'Mara said that the old   timetable was “a lottery”.',
  'dated.md': '---\ntitle: Tales of Vessin\nauthor: Ines Dahl\n---\n\nTwenty-five boats came, and two thousand guests.',
});

/** What of a question stands nowhere, as the index is asked it. */
function absentFrom(text: string): string[] {
  const question = adaptToIndex(readQuestion(text, analyser, equivalents), index);
  return findAbsent(question, index).map(({ kind, text: words, extent }) => `${kind} ${words}, ${extent}`);
}

describe('what stands nowhere in the material', () => {
  it.each<[string, string[]]>([
    ['What did Boris Twigg ask for?', []],
    ['Did Britain send Jonas Pell?', []],
    ['Where is Orsa, and who is Ines Dahl of Vessin?', []],
    ['Did the mayor of Reykjavik come?', ['name Reykjavik, whole']],
    ['What did Graham Twigg ask for?', ['name Graham Twigg, part']],
    ['What did Boris Pell ask for?', ['name Boris Pell, part']],
    ['What did Boris Quillmorrow ask for?', ['name Boris Quillmorrow, end']],
    ['What did Quillmorrow Twigg ask for?', ['name Quillmorrow Twigg, part']],
    ['What did the Twigg Ministry ask for?', ['name Twigg Ministry, part']],
    ['What did Ada Lund ask for?', ['name Ada Lund, whole']],
    ['Who flew an F-16?', []],
    ['Who flew on MH370?', ['name MH370, whole']],
    ['When was the first Farmer Who serial on air?', ['name Farmer Who, whole']],
    ['What did the WHO ask for?', ['name WHO, whole']],
    ['What did the US Twigg ask for?', ['name US Twigg, part']],
  ])('is a name as written or by an equivalent: %s', (question, expected) => {
    expect(absentFrom(question)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['What happened in 1998 and in the 1970s?', []],
    ['Was it dry in 2004?', []],
    ['What happened in 1997?', ['year 1997, whole']],
    ['What happened in the 1990s?', ['year 1990s, whole']],
    ['What happened in 1970?', ['year 1970, whole']],
  ])('is a year that no text has: %s', (question, expected) => {
    expect(absentFrom(question)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['Why did 2430 people leave 9 villages?', []],
    ['Who wanted 1,500,000 crowns for 25 boats?', []],
    ['Did 2,000 guests come?', []],
    ['Did twenty five boats come?', []],
    ['Why did 2,431 people leave eight villages?', ['number 2,431, whole', 'number eight, whole']],
    ['Did 16 people fly?', ['number 16, whole']],
    ['Did 5 people leave 243 villages?', ['number 5, whole', 'number 243, whole']],
    ['Who wanted 1.4 million crowns?', ['number 1.4 million, whole']],
  ])('is a number that no text has in digits or words; a digit inside a name is none: %s', (question, expected) => {
    expect(absentFrom(question)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['Who said that “the old timetable was "a lottery"”?', []],
    ['Who called it "a lottery"?', []],
    ['Who called it “a shame”?', ['phrase a shame, whole']],
  ])('is a phrase in quotation marks that no text has word for word: %s', (question, expected) => {
    expect(absentFrom(question)).toEqual(expected);
  });
});

describe('an abbreviation', () => {
  const files = { 'rules.txt': 'A General Resolution takes two weeks. The Board of the Mill meets in May.' };
  const own = indexTexts(files);
  const absentOf = (text: string): string[] =>
    findAbsent(adaptToIndex(readQuestion(text, analyser, equivalents), own), own).map(({ text: words }) => words);

  it('is not absent where the texts write it out', () => {
    expect(absentOf('How long does a GR take?')).toEqual([]);
    expect(absentOf('When does the BM meet?')).toEqual([]);
  });

  it('is where no names have its letters', () => {
    expect(absentOf('How long does a GX take?')).toEqual(['GX']);
  });
});

describe('how likely an answer is', () => {
  const lowered = (text: string, confidence: number): number => {
    const question = adaptToIndex(readQuestion(text, analyser, equivalents), index);
    return lowerByAbsent(confidence, question, findDecisive(question, index), index);
  };

  it('is next to nothing where a name stands nowhere', () => {
    expect(lowered('What did Ada Lund ask for?', 0.9)).toBeLessThan(0.1);
  });

  it('is that of something near at best where the end of a name stands nowhere', () => {
    expect(lowered('What did Boris Quillmorrow ask for?', 0.9)).toBe(0.15);
    expect(lowered('What did Graham Twigg ask for?', 0.9)).toBe(0.9);
  });

  it('is lowered by a term in small letters that stands nowhere, unless the reading is sure', () => {
    expect(lowered('did the mayor pay by paypal', 0.3)).toBeLessThan(0.15);
    expect(lowered('did the mayor pay by paypal', 0.9)).toBe(0.9);
    expect(lowered('did the mayor pay by cheque', 0.3)).toBe(0.3);
    expect(lowered('paypal of the mayor', 0.3)).toBe(0.3);
    expect(lowered('was a timetablist among them', 0.3)).toBe(0.3);
  });
});

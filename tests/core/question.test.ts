import { describe, expect, it } from 'vitest';
import { findFormal, findWants } from '#verbatim/core/question/kinds-of-answer.js';
import { matchAnswer } from '#verbatim/core/search/answer-match.js';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import type { Concept } from '#verbatim/core/question/concepts.js';
import { adaptToIndex, isAsking, readQuestion } from '#verbatim/core/question/read-question.js';
import { analyser } from '../helpers/analyse.js';
import { indexTexts } from '../helpers/index-of-texts.js';

const equivalents = createEquivalents(analyser);

function read(text: string) {
  return readQuestion(text, analyser, equivalents);
}

function conceptsOf(text: string): string[] {
  return read(text).concepts.map((concept) => concept.text);
}

/** Other ways to say the first concept of a question, with how far each counts. */
function waysOf(text: string, concept = 0): Map<string, number> {
  return new Map((read(text).concepts[concept]?.ways ?? []).map(({ terms, factor }) => [terms.join(' '), factor]));
}

/** The kind that the form of a question tells. */
function formalKind(question: string): string {
  return findFormal(findWants(question))?.kind ?? 'other';
}

describe('the kind of answer that a question wants by its form', () => {
  it.each([
    ['count', 'How many windows has the mill?'],
    ['count', 'What was the number of boats in March?'],
    ['measure', 'How long is the border?'],
    ['measure', 'How old was she when the war ended?'],
    ['measure', 'What is the height of the tower?'],
    ['money', 'How much did the bridge cost?'],
    ['money', 'What was the price of the ticket?'],
    ['money', 'How many euros were spent?'],
    ['time', 'When did the mill burn down?'],
    ['time', 'In which year was the bridge opened?'],
    ['time', 'Since when is the road closed?'],
    ['meaning', 'What does TTP stand for?'],
    ['meaning', 'What is the full name of the ECB?'],
    ['person', 'Who built the mill?'],
    ['person', 'Whose idea was it?'],
    ['person', 'Which company sold the boats?'],
    ['place', 'Where does the heron nest?'],
    ['place', 'In which city did they meet?'],
    ['reason', 'Why was the ferry cancelled?'],
    ['reason', 'What was the reason for the fire?'],
    ['other', 'What happened to the mill?'],
    ['other', 'Is the road open?'],
    ['other', 'mill of Arn'],
    ['other', ''],
  ])('is %s for: %s', (type, question) => {
    expect(formalKind(question)).toBe(type);
  });

  it('is told by the form that comes first', () => {
    expect(formalKind('Who was there when the mill burned?')).toBe('person');
    expect(formalKind('When did they say who had won?')).toBe('time');
  });
});

describe('the kinds of answer that a question wants', () => {
  it.each<[string, string[]]>([
    ['How long did the siege last?', ['duration', 'measure']],
    ['For how long is the road closed?', ['duration', 'measure']],
    ['How long is the border?', ['measure']],
    ['How often does the ferry run?', ['frequency']],
    ['tunnel length', ['measure']],
    ['What does a ticket cost?', ['money', 'other']],
    ['How does the lock work?', ['manner']],
    ['What do the wardens do?', ['activity', 'other']],
    ['Is it known who built the mill?', ['yes-no', 'person']],
    ['Can you tell me who built the mill?', ['person']],
    ['Does the result change how many seats they hold?', ['yes-no', 'count']],
    ['What does quorum mean?', ['definition', 'other']],
    ['Name the islands', ['list']],
    ['What does the mayor say about the mill?', ['other', 'claim']],
    ['What does the author think of the mill?', ['other', 'opinion']],
    ['In what year did the mill close?', ['time']],
    ['the mill of Arn', []],
    ['', []],
  ])('are told by its words, the one meant first in front: %s', (question, expected) => {
    expect(read(question).wants.map(({ kind }) => kind)).toEqual(expected);
  });
});

describe('what else a question is read for', () => {
  it('are its names, without the dates beside them', () => {
    const namesOf = (text: string): string[] => read(text).names.map((name) => name.text);
    expect(namesOf('Did Jonas Pell meet Mara Quill in May 1742?')).toEqual(['Jonas Pell', 'Mara Quill']);
    expect(namesOf('Who flew on Apollo 11 in 1969?')).toEqual(['Apollo 11']);
    expect(namesOf('Does the European Union pay on Mondays?')).toEqual(['European Union']);
    expect(namesOf('how many people live here')).toEqual([]);
  });

  it.each<[string, [string, number][]]>([
    [
      'Why did 2,430 people leave 12 villages?',
      [
        ['2,430', 2430],
        ['12', 12],
      ],
    ],
    ['Who gave 1.5 million crowns?', [['1.5 million', 1_500_000]]],
    [
      'Which nine boats and twenty-five men were lost?',
      [
        ['nine', 9],
        ['twenty-five', 25],
      ],
    ],
    [
      'Who ran 5km on the 3rd lap?',
      [
        ['5', 5],
        ['3', 3],
      ],
    ],
    ['Was MH370, an F-16 or a 3D model lost after 9/11?', []],
    ['Who flew on Apollo 11?', []],
    ['What happened at 18:40 on 11 April 1998?', []],
    ['Is there no one here?', []],
  ])('are its numbers, of which a digit inside a name or a time is none: %s', (question, expected) => {
    expect(read(question).numbers.map(({ text, value }) => [text, value])).toEqual(expected);
  });

  it('are its years and other times', () => {
    const timesOf = (text: string): unknown => ({ years: read(text).years, times: read(text).times });
    expect(timesOf('Who won in 1998 and in the 1990s?')).toEqual({ years: ['1998', '1990s'], times: [] });
    expect(timesOf('What happened on 11 April 1998 at 18:40?')).toEqual({
      years: ['1998'],
      times: ['11 April', '18:40'],
    });
    expect(timesOf('Were 1500 soldiers there on Monday?')).toEqual({ years: [], times: ['Monday'] });
  });

  it('are the phrases that it has in quotation marks', () => {
    expect(read('Who said “the old timetable was a lottery.”?').phrases).toEqual(['the old timetable was a lottery']);
    expect(read('What does "hard frost" mean in Orsa’s by-laws?').phrases).toEqual(['hard frost']);
  });

  it.each([
    ['And why?', 'question-word'],
    ['and Iran?', 'fragment'],
    ['How long is it?', 'pronoun'],
    ['How long is the border?', null],
  ])('is how it leans on the question before: %s', (question, expected) => {
    expect(read(question).followUp).toBe(expected);
  });
});

it.each([
  ['Who rang the bell', true],
  ['The bell of Orsa?', true],
  ['the bell of Orsa', false],
  ['on the border', false],
  ['since the war', false],
  ['What is new', false],
])('words ask for something, or only name what they are about: %s', (words, expected) => {
  expect(isAsking(read(words))).toBe(expected);
});

describe('a sentence that holds the kind of answer', () => {
  it.each([
    ['How many windows has the mill?', 'It has nine windows.', 'It has windows.'],
    ['How much did the bridge cost?', 'They spent $4 million on it.', 'They spent a lot on it.'],
    ['When did the mill burn?', 'It burned in 1901.', 'It burned down.'],
    ['When does the ferry stop?', 'It stops in May.', 'It may stop.'],
    ['What does ECB stand for?', 'The European Central Bank (ECB) met.', 'The ECB met.'],
    ['what does ptal stand for', 'PTAL: please take a look.', 'PTAL is written under a change.'],
    ['What is RON short for?', 'RON, the Republic of the North.', 'RON is a country.'],
    ['Who built the mill?', 'It was built by Jonas Pell.', 'It was built by hand.'],
    ['Where does the heron nest?', 'It nests near Lake Orsa.', 'It nests in reeds.'],
    ['Why did it stop?', 'It stopped because fuel is dear.', 'It stopped.'],
  ])('matches better than one that does not: %s', (question, holding, lacking) => {
    const asked = read(question);
    expect(matchAnswer(asked, holding)).toBeGreaterThan(matchAnswer(asked, lacking));
    expect(matchAnswer(asked, holding)).toBe(1);
  });

  it('does not match by what the question says itself', () => {
    expect(matchAnswer(read('When did the fire of 1901 start?'), 'The fire of 1901 was large.')).toBe(0);
    expect(matchAnswer(read('Who met Jonas Pell?'), 'A man met Jonas Pell.')).toBe(0);
  });

  it('matches by half where nothing in particular is wanted', () => {
    expect(matchAnswer(read('What happened?'), 'Nothing.')).toBe(0.5);
  });
});

describe('what a question speaks of', () => {
  it.each<[string, string[]]>([
    ['How many windows has the mill?', ['windows', 'mill']],
    ['How long is the border?', ['border']],
    ['Can you please tell me why the ferry stopped?', ['ferry', 'stopped']],
    ['What does TTP stand for?', ['TTP']],
    ['What kind of wheel is it?', ['wheel']],
    ['The mill, the mill and the mills', ['mill']],
    ['', []],
    ['?! … 🦔', expect.any(Array) as string[]],
    ['Who are they and what did they do?', []],
  ])('is without the words of its form: %s', (question, expected) => {
    expect(conceptsOf(question)).toEqual(expected);
  });

  it('keeps words of its form that mean something elsewhere', () => {
    expect(conceptsOf('What is the amount of the fine?')).not.toContain('amount');
    expect(conceptsOf('Did the long bridge fall?')).toContain('long');
  });

  it('leaves out what only ties it to what was said', () => {
    expect(conceptsOf('What do the farmers say about the dam in return?')).not.toContain('return');
    expect(conceptsOf('When do the storks return?')).toContain('return');
    expect(conceptsOf('What is said in return letters?')).toContain('return');
  });

  it('takes a name of several words for one thing', () => {
    expect(conceptsOf('Does the European Union pay?')[0]).toBe('European Union');
    expect(conceptsOf('Did South Korea win?')).toContain('South Korea');
  });

  it.each<[string, boolean[]]>([
    ['Did Jonas Pell build the mill?', [true, true, false, false]],
    ['Mill owners met', [false, false, false]],
    ['When did Farmer Who end?', [true, true, false]],
    ['What did the WHO pay?', [true, false]],
    ['Tell Jonas who met', [true, false]],
  ])('tells names from other words: %s', (question, expected) => {
    const isName = ({ name }: Concept): boolean => name !== null;
    expect(read(question).concepts.map(isName)).toEqual(expected);
  });

  it('counts the words of one name as one name', () => {
    const numbers = read('Did Jonas Pell meet Mara Quill?').concepts.flatMap(({ name }) =>
      name === null ? [] : [name],
    );
    expect(numbers).toEqual([0, 0, 1, 1]);
  });
});

describe('other ways to say it', () => {
  it('are other names of the same thing, in full', () => {
    const ways = waysOf('the European Union');
    expect(ways.get('european union')).toBe(1);
    expect(ways.get('eu')).toBe(1);
  });

  it.each([
    ['on Sundays', 'sun'],
    ['on Tuesday', 'tue'],
    ['in September', 'sept'],
  ])('are the short forms of days and months: %s', (asked, short) => {
    expect([...waysOf(`the programme ${asked}`, 1).keys()]).toContain(short);
  });

  it('are no days for what is only short', () => {
    expect([...waysOf('the sun').keys()]).not.toContain('sunday');
  });

  it('are synonyms, which count for less', () => {
    const ways = waysOf('the border');
    expect(ways.get('border')).toBe(1);
    const synonym = ways.get('frontier') ?? 0;
    expect(synonym).toBeGreaterThan(0);
    expect(synonym).toBeLessThan(1);
  });

  it.each([
    ['the mods', 'moder'],
    ['the repo', 'repositori'],
    ['my password', 'passphras'],
    ['the wifi', 'wireless'],
    ['a PR', 'request'],
  ])('are what members say for what rules and handbooks write: %s', (asked, written) => {
    expect([...waysOf(asked).keys()].join(' ')).toContain(written);
  });

  it('are not found for the pronouns "us" and "who"', () => {
    expect(conceptsOf('Who told us?').join(' ').toLowerCase()).not.toMatch(/\bus\b|\bwho\b/);
    expect(conceptsOf('Did the US agree?')).toContain('US');
  });
});

describe('a question that meets an index', () => {
  const index = indexTexts({ 'a.txt': 'The parliament of Amazonia met at the harbour. Militants fled.' });

  /** The ways of the last concept that the index added. */
  function added(text: string): string[] {
    const question = read(text);
    const own = question.concepts.at(-1)?.ways.length ?? 0;
    return (adaptToIndex(question, index).concepts.at(-1)?.ways ?? []).slice(own).map(({ terms }) => terms.join(' '));
  }

  it('has unknown words corrected to words of the index', () => {
    expect(added('Where is the parlament?')).toHaveLength(1);
    expect(added('Where is the habour?')).toEqual(['harbour']);
  });

  it('has known words left alone', () => {
    expect(added('Where is the harbour?')).toEqual([]);
  });

  it('takes a capital that acts for its country where the texts know only that', () => {
    const land = indexTexts({ 'a.txt': 'Pakistan closed the border. Paris is far, and France is farther.' });
    const waysIn = (text: string) =>
      adaptToIndex(read(text), land).concepts.flatMap(({ ways }) => ways.map(({ terms }) => terms.join(' ')));
    expect(waysIn('What did Islamabad demand?')).toContain('pakistan');
    expect(waysIn('Are ties between Islamabad and Delhi better?')).toEqual(
      expect.arrayContaining(['pakistan', 'india']),
    );
    expect(waysIn('Who met with Islamabad?')).toContain('pakistan');
    expect(waysIn('What did Paris demand?')).not.toContain('france');
    expect(waysIn('What did Russia demand?')).toContain('moscow');
    expect(waysIn('What did Russia build?')).not.toContain('moscow');
    expect(waysIn('What did France demand?')).not.toContain('paris');
    for (const other of [
      'What happened in Islamabad?',
      'Who is the mayor of Islamabad?',
      'What did Islamabad United say?',
      'What did the Islamabad airport say?',
      'What did Ada Islamabad say?',
      'What is Islamabad known for?',
      'What did Islamabad lose?',
    ])
      expect(waysIn(other)).not.toContain('pakistan');
  });

  it('has words far from any left alone', () => {
    expect(added('Where is the zeppelin?')).toEqual([]);
  });

  it('counts a correction for less than the word itself', () => {
    const concept = adaptToIndex(read('the habour'), index).concepts.at(-1);
    expect(concept?.ways[0]?.factor).toBe(1);
    expect(concept?.ways.at(-1)?.factor).toBeLessThan(1);
  });
});

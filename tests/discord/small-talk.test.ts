import { describe, expect, test } from 'vitest';
import { normaliseQuestion } from '#verbatim/discord/questions/question-line.js';
import { asksToCheck, dropSmallTalk, findOwnLanguage, readSmallTalk } from '#verbatim/discord/questions/small-talk.js';
import { findLanguage } from '#verbatim/discord/questions/spoken-language.js';
import { languages } from '#verbatim/discord/texts/languages.js';

describe('small talk', () => {
  test.each([
    ['hi', 'greeting'],
    ['Hello!', 'greeting'],
    ['hey there :)', 'greeting'],
    ['Good morning, bot', 'greeting'],
    ['👋', 'greeting'],
    ['Verbatim', 'greeting'],
    ['Hallo zusammen', 'greeting'],
    ['Wie geht’s?', 'greeting'],
    ['hiii', 'greeting'],
    ['heyyy bot!!', 'greeting'],
    ['good morning all', 'greeting'],
    ['bye', 'farewell'],
    ['ok bye', 'farewell'],
    ['tschüss', 'farewell'],
    ['good night all', 'farewell'],
    ['lol', 'nod'],
    ['ok', 'nod'],
    ['okayyy', 'nod'],
    ['👍', 'nod'],
    ['got it', 'nod'],
    ['are you a bot?', 'self'],
    ['Who are you?', 'self'],
    ['hi, bist du ein Mensch?', 'self'],
    ['thanks', 'thanks'],
    ['thanks for the answer!', 'thanks'],
    ['hello bot, thanks for your quick help…', 'thanks'],
    ['hello bot, thanks…', 'thanks'],
    ['ok thank you bye', 'thanks'],
    ['danke', 'thanks'],
    ['danke für die schnelle Antwort', 'thanks'],
    ['merci', 'thanks'],
    ['Thank you so much!!', 'thanks'],
    ['ok, thanks bot', 'thanks'],
    ['Vielen Dank', 'thanks'],
    ['you are wrong', 'objection'],
    ['That’s wrong!', 'objection'],
    ['no, that is not true', 'objection'],
    ['Das stimmt nicht', 'objection'],
    ['good bot', 'thanks'],
    ['help', 'help'],
    ['Help, please', 'help'],
    ['Hi! What can you do?', 'help'],
    ['Was kannst du denn?', 'help'],
    ['hello verbatim, help me', 'help'],
  ] as const)('%j is %s', (text, kind) => {
    expect(readSmallTalk(text, ['Verbatim'])).toBe(kind);
  });

  test.each([
    'How long is the harbour bridge?',
    'hi, how long is the harbour bridge?',
    'thanks to whom was it built?',
    'help desk hours',
    'Hilfe für Flüchtlinge',
    'Who said hello?',
    'ferry',
    '?!',
    '',
    'why?',
    'and Iran?',
    'tell me more',
    'hello how long is the bridge',
    'thanks, but how long is it?',
    'ok and in 2023?',
    'thanks for the bridge',
    'good and bad bridges',
    'God',
    'who are you talking about?',
    'no figures',
    'what is wrong with my negatives?',
    'wrong label',
  ])('%j is none', (text) => {
    expect(readSmallTalk(text, ['Verbatim'])).toBeNull();
  });

  test.each([
    ['hello how long is the bridge', 'how long is the bridge'],
    ['Hi! How long is the bridge?', 'How long is the bridge?'],
    ['hey verbatim, how long is it?', 'how long is it?'],
    ['thanks, but how long is it?', 'how long is it?'],
    ['ok so how long is it?', 'how long is it?'],
    ['ok and in 2023?', 'and in 2023?'],
    ['Hallo, wie lang ist sie?', 'wie lang ist sie?'],
    ['hi, I would like to know how long the bridge is', 'I would like to know how long the bridge is'],
    ['How long is the bridge? Thanks!', 'How long is the bridge?'],
    ['How long is the bridge, thanks', 'How long is the bridge,'],
    ['who are you? who built the bridge?', 'who built the bridge?'],
    ['hi, “the mill”: how old is it?', '“the mill”: how old is it?'],
    ['hello, is “a mill” named? thanks', 'is “a mill” named?'],
  ])('around %j leaves its question', (text, question) => {
    expect(dropSmallTalk(text, ['Verbatim'])).toBe(question);
  });

  test.each([
    'How long is the bridge?',
    'thanks to whom was it built?',
    'good and bad bridges',
    'hello and goodbye in the poem?',
    'Who said hello, and why?',
    'What is said about hi, hello?',
    'help desk hours',
    'hi',
    '=SUM(A1), what is that?',
    '“The mill” burned when?',
    '  (why) ',
    'who are you and what do you know about the bridge?',
    '',
    '?',
  ])('is not looked for in %j', (text) => {
    expect(dropSmallTalk(text, ['Verbatim'])).toBe(text);
  });

  test('is in a language of its own where no other one says it', () => {
    const localeOf = (text: string) => findOwnLanguage(text, ['Verbatim'])?.locale ?? null;
    expect(['danke', 'Hallo Verbatim', 'vielen Dank, tschüss'].map(localeOf)).toEqual(['de', 'de', 'de']);
    expect(['thanks', 'good morning all'].map(localeOf)).toEqual(['en', 'en']);
    expect(['hi', 'merci', 'ok', 'Verbatim', 'Wie lang ist die Brücke?', ''].map(localeOf)).toEqual(
      Array(6).fill(null),
    );
  });

  test('is no word of a longer name that the bot has', () => {
    const names = ['Border Desk Bot', ''];
    expect(['border desk', 'Border Desk Bot!', 'hi border'].map((text) => readSmallTalk(text, names))).toEqual(
      Array(3).fill('greeting'),
    );
    expect(['border', 'desk?'].map((text) => readSmallTalk(text, names))).toEqual([null, null]);
  });

  test('takes no time in a long text', () => {
    const started = performance.now();
    readSmallTalk('hi '.repeat(40));
    dropSmallTalk(`${'hi hello '.repeat(250)}why`);
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('is written in each language as it is compared', () => {
    for (const { smallTalk } of languages) {
      for (const said of Object.values(smallTalk).flat())
        expect(said).toMatch(/^[\p{Ll}\p{N}']+(?: [\p{Ll}\p{N}']+)*$/u);
    }
  });
});

test.each([
  ['How long is the harbour bridge?', 'en'],
  ['Wie lang ist die Hafenbrücke?', 'de'],
  ['Was ist das?', 'de'],
  ['Was it built by the council?', 'en'],
  ['How did he die?', 'en'],
  ['Wer hat „The Lord of the Rings“ geschrieben?', 'de'],
  ['und wann wurde sie eröffnet?', 'de'],
  ['danke', 'de'],
  ['stimmt das?', 'de'],
  ['harbour bridge', null],
  ['Сколько метров мост?', null],
  ['hi', null],
])('the language of %j is %j', (text, locale) => {
  expect(findLanguage(text)?.locale ?? null).toBe(locale);
});

test('what asks for a check asks nothing else', () => {
  for (const text of ['is this true?', 'Is that true, bot?', 'stimmt das?', 'Verbatim, fact check please']) {
    expect(asksToCheck(text, ['Verbatim']), text).toBe(true);
  }
  for (const text of ['is this true for the ferry?', 'stimmt', 'Is it true that the bridge is closed?', '']) {
    expect(asksToCheck(text, ['Verbatim']), text).toBe(false);
  }
});

test('a question wholly in quotation marks is asked without them', () => {
  expect(normaliseQuestion('“How long is the bridge?”').question).toBe('How long is the bridge?');
  expect(normaliseQuestion('"How long is it?" and "why"').question).toBe('"How long is it?" and "why"');
});

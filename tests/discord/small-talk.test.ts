import { describe, expect, test } from 'vitest';
import { readSmallTalk } from '#verbatim/discord/questions/small-talk.js';
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
    ['thanks', 'thanks'],
    ['Thank you so much!!', 'thanks'],
    ['ok, thanks bot', 'thanks'],
    ['Vielen Dank', 'thanks'],
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
  ])('%j is none', (text) => {
    expect(readSmallTalk(text, ['Verbatim'])).toBeNull();
  });

  test('is written in each language as it is compared', () => {
    for (const { smallTalk } of languages) {
      for (const said of Object.values(smallTalk).flat())
        expect(said).toMatch(/^[\p{Ll}\p{N}']+(?: [\p{Ll}\p{N}']+)*$/u);
    }
  });
});

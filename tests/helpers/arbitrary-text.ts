import fc from 'fast-check';

/** What people's texts hold beside plain words, chosen to fall on every kind of boundary. */
const pieces = [
  ...[
    'The river rose.',
    'Nobody came',
    'at 10.30 a.m.',
    'Mr. Ames',
    'he said',
    'U.S.',
    'e.g.',
    '3.5',
    'No. 7',
    'J. K.',
  ],
  ...['. ', '? ', '! ', '… ', '... ', '; ', ', ', ' ', ' ', ' ', '  ', ': ', ' — ', '.', '?!', '(', ')', '[', ']'],
  ...['“', '”', '‘', '’', '"', "'", '«', '»', '“What?” she asked.', '"No," he said.'],
  ...['\n', '\n\n', '\r\n', '\r\n\r\n', '\t', '\u00a0', '\u202f', '\u2028', '\u200b', '\ufeff', '\u00ad'],
  ...[
    '😀',
    '👍🏽',
    '👩‍👩‍👧‍👦',
    '🇫🇷',
    '❤️',
    '𝒳',
    '𠮷',
    'e\u0301',
    'n\u0303o',
    'a\u0323\u0302',
    'é',
    'ﬁ',
    'ß',
    '你好。',
    'مرحبا',
  ],
  ...[
    '# ',
    '## ',
    '\n# A heading\n',
    '\n- ',
    '\n* ',
    '\n1. ',
    '\n> ',
    '**',
    '*',
    '_',
    '__',
    '`',
    '~~',
    '```\n',
    '---\n',
  ],
  ...[
    '[a link](https://example.org/x)',
    '![alt](a.png)',
    '<b>',
    '</b>',
    '<!-- -->',
    '\\*',
    '| a | b |\n|---|---|\n',
    '- [ ] ',
  ],
  ...['\u0007', '\u001b[31m', '&amp;', 'https://example.org/a_b?c=1', 'x'.repeat(40), 'word '.repeat(30)],
  ...['x'.repeat(1_300), '😀'.repeat(700), 'e\u0301'.repeat(601), '👍🏽'.repeat(300), 'Day and night, '.repeat(90)],
];

/** Text made of prose, notation and rare characters, well-formed like all decoded text. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pieces) },
      { weight: 2, arbitrary: fc.constantFrom('The', 'old', 'mill', 'Closes', 'in', 'March', 'Vera', 'and', 'waits') },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** A text with the kind of file that it is read as. */
export const arbitraryFile = fc.record({ name: fc.constantFrom('a.txt', 'a.md'), text: arbitraryText });

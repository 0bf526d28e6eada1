import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeOfDates } from '#verbatim/core/text/document-dates.js';
import { refusalReasons } from '#verbatim/core/search/answer.js';
import type { SentenceLabel } from '#verbatim/core/labelling/labels.js';
import { unseenCues } from '#verbatim/core/labelling/unseen-reasons.js';
import type { Quote } from '#verbatim/core/search/quote.js';
import { quotesPerMessage, renderAnswer, type AnswerFrame } from '#verbatim/discord/cards/answer.js';
import { cite, markParts, writeDates } from '#verbatim/discord/cards/quote.js';
import { escapeLines, escapeMarkdown, unescapeMarkdown } from '#verbatim/discord/cards/markdown.js';
import { renderReasons, renderStrongestReasons } from '#verbatim/discord/cards/reasons.js';
import { renderContext } from '#verbatim/discord/features/checking/context-card.js';
import { readQuestionLine, writeQuestionLine } from '#verbatim/discord/questions/question-line.js';
import { nameAllMissing, renderRefusal } from '#verbatim/discord/cards/refusal.js';
import { textsFor } from '#verbatim/discord/texts/languages.js';
import { checkComponents } from '../discord-server/component-limits.js';
import type { ComponentJson } from '../discord-server/bodies.js';
import { indexDocument, indexTexts } from '../helpers/index-of-texts.js';
import { makeQuote } from '../helpers/make-quote.js';

const english = textsFor('en-GB');
const german = textsFor('de');
const frame: AnswerFrame = {
  question: 'What of it?',
  understood: null,
  notes: [],
  index: 'a'.repeat(64),
  more: { offset: 4, lane: null, documentId: null, index: 'aaaaaaaa', first: 2 },
  etc: { userId: '123456789012345678', lane: null, documentId: null },
};

function problemsOf(components: unknown): unknown[] {
  return checkComponents(components as ComponentJson[], true);
}

function textsOf(card: unknown): string {
  return [...JSON.stringify(card).matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)]
    .map(([, content]) => JSON.parse(`"${content ?? ''}"`) as string)
    .join('\n');
}

describe('the context of a quote', () => {
  const text = `# The mill

Built in **1820**, see [the deed](https://example.org/deed).

## How it is run ##

* Grind on \`Tuesdays\`.
* Rest on Sundays, as the *old* rule says.

> Nobody may
> enter alone.

| day | hours |
| --- | ----- |
| Monday | 9 to 12 |
`;
  const indexed = indexDocument('mill.md', text);
  const show = (words: string): string => {
    const start = text.indexOf(words);
    const quote = { documentId: indexed.document.id, start, end: start + words.length, mark: 'x' };
    return textsOf(renderContext(indexed, quote, 0, english));
  };

  test('shows headings, items and tables without their notation, and the quote in bold', () => {
    const shown = show('Rest on Sundays, as the *old* rule says.');
    expect(shown).toContain('-# The mill\nBuilt in 1820, see the deed.\n\n-# How it is run\n- Grind');
    expect(shown).toContain(
      '- Grind on \\`Tuesdays\\`.\n- **Rest on Sundays, as the old rule says.**\n\nNobody may enter alone.',
    );
    expect(shown).toContain('Monday \\| 9 to 12');
    expect(shown).not.toMatch(/(?<!#)## |\]\(|\*old/);
  });

  test('names who speaks, and when, above what is said in a chat', () => {
    const chat =
      '[05/11/2026, 18:02] Leif: The fan is back, I fixed it.\n[13/11/2026, 18:04] Bea: Thank you, I will try it.\n[13/11/2026, 18:09] Leif: I am glad.\n';
    const talk = indexDocument('chat.txt', chat);
    const start = chat.indexOf('Thank you');
    const quote = { documentId: talk.document.id, start, end: start + 'Thank you, I will try it.'.length, mark: 'x' };
    const shown = textsOf(renderContext(talk, quote, 0, english));
    expect(shown).toContain('-# \\[05/11/2026, 18:02\\] Leif\nThe fan is back, I fixed it.');
    expect(shown).toContain('-# \\[13/11/2026, 18:04\\] Bea\n**Thank you, I will try it.**');
    expect(writeDates(rangeOfDates(talk.document))).toBe('2026-11-05 – 2026-11-13');
  });

  test('sets a quote in bold that is a part of a block or reaches over several', () => {
    expect(show('the deed')).toContain('see **the deed**.');
    expect(show('Grind on `Tuesdays`.\n* Rest on Sundays')).toContain(
      '- **Grind on \\`Tuesdays\\`.**\n- **Rest on Sundays**, as the old rule says.',
    );
  });
});

test('the reasons of a label are in the reader’s language, but for words of the text', () => {
  const reason = { start: 0, end: 5, weight: 1, towards: 'reported' as const };
  const label: SentenceLabel = {
    start: 0,
    end: 5,
    label: 'reported',
    step: 'clear',
    confidence: 1,
    attributed: false,
    sources: [],
    kind: null,
    textKind: 'open',
    spans: [],
    reasons: [...Object.values(unseenCues), 'the 412 [sic]', '[sic]'].map((cue) => ({ ...reason, cue })),
  };
  for (const texts of [english, german]) {
    const lines = renderStrongestReasons(label, 99, texts).join('\n');
    for (const words of Object.values(texts.whyUnseen)) expect(lines).toContain(`- *${words}* – `);
    expect(lines).toContain(`- ${texts.quoted('the 412 \\[sic\\]')} – `);
    expect(lines).toContain(`- ${texts.quoted('\\[sic\\]')} – `);
  }
});

describe('escaped text', () => {
  test.each([
    ['**bold** and __under__ and ~~gone~~', String.raw`\*\*bold\*\* and \_\_under\_\_ and \~\~gone\~\~`],
    ['[text](https://x.example)', String.raw`\[text\]\(https\://x.example)`],
    ['<@123> <#1> <@&2> <t:1:R> <:emoji:3>', String.raw`\<\@123\> \<#1\> \<\@&2\> \<t\:1:R\> \<\:emoji:3\>`],
    ['# heading', String.raw`\# heading`],
    ['- item', String.raw`\- item`],
    ['1. item', String.raw`1\. item`],
    ['> quoted', String.raw`\> quoted`],
    ['@everyone `code` ||secret|| :smile:', String.raw`\@everyone \`code\` \|\|secret\|\| \:smile:`],
    ['two\nlines\t\tand tabs', 'two lines and tabs'],
    ['\u202egnitirw', 'gnitirw'],
  ])('of %j is %j', (given, expected) => {
    expect(escapeMarkdown(given)).toBe(expected);
  });

  test('keeps the items of a list and the lines of code apart', () => {
    expect(escapeLines('We lend:\n   - ')).toBe('We lend:\n\\- '); // where bold words begin
    expect(escapeLines('We lend:\n□ a rope\n(2) a lamp')).toBe('We lend:\n□ a rope\n(2) a lamp');
    expect(escapeLines('Bring with\nyou:\n\n- a *rope*\n  - knotted\n10. lamps\n')).toBe(
      String.raw`Bring with you:` +
        '\n' +
        String.raw`\- a \*rope\*` +
        '\n' +
        String.raw`\- knotted` +
        '\n' +
        String.raw`10\. lamps `,
    );
    expect(escapeLines('```\nif a:\n\n    # go\n\treturn\n```', { isCode: true })).toBe(
      ['\\`\\`\\`', 'if a:', '\u00a0\u00a0\u00a0\u00a0\\# go', '\u00a0\u00a0\u00a0\u00a0return', '\\`\\`\\`'].join(
        '\n',
      ),
    );
  });

  test('comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (given) => {
        const line = given.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f]/g, '');
        expect(unescapeMarkdown(escapeMarkdown(line))).toBe(line);
      }),
    );
  });

  test('keeps a question readable from its answer', () => {
    for (const question of ['What is **this**?', '# and @everyone', 'a*b_c`d', 'plain']) {
      expect(readQuestionLine(`${writeQuestionLine(question)}\n-# a note`)).toBe(question);
    }
    expect(readQuestionLine('no question')).toBeNull();
  });
});

describe('an answer', () => {
  test('is taken by Discord whatever the quotes are', () => {
    const words = fc.string({
      unit: fc.constantFrom('*', 'a', ' ', '字', '`', '|', '. ', '@', '😀'),
      maxLength: 1_900,
    });
    const lanes = fc.constantFrom('reported', 'attributed', 'opinion');
    const source = fc.option(fc.string({ minLength: 1, maxLength: 200 }));
    const one = fc.record({ words, label: lanes, source, step: fc.constantFrom('clear', 'likely', 'unclear') });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: quotesPerMessage }), (list) => {
        const quotes = list.map(({ words: exact, label, source: attributedTo, step }, i) =>
          makeQuote(`a${exact}`, {
            start: i * 10_000,
            end: i * 10_000 + exact.length + 1,
            label,
            step,
            attributedTo: label === 'attributed' ? attributedTo : null,
          }),
        );
        const { components } = renderAnswer(quotes, frame, english);
        expect(problemsOf(components)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('marks a part with another label and says what the mark means', () => {
    const exact = 'The town, which is ugly, has 9 wells.';
    const marked = makeQuote(exact, { spans: [{ start: 20, end: 33, label: 'opinion', attributedTo: null }] });
    const text = textsOf(renderAnswer([marked], frame, english));
    expect(text).toContain('“The town, __*which is ugly*__, has 9 wells.”');
    expect(text).toContain('__*underlined italics:*__ the author’s opinion');
  });

  test('sets the answering words in bold, also where they reach into a part with another label', () => {
    const exact = 'The town, which is ugly, has 9 wells.';
    const answer = { start: 35, end: 46, exact: 'has 9 wells' };
    const render = (values: Partial<Quote>): string =>
      textsOf(renderAnswer([makeQuote(exact, { answer, ...values })], frame, english));
    expect(render({})).toContain('“The town, which is ugly, **has 9 wells**.”');
    const spans = [{ start: 20, end: 38, label: 'opinion' as const, attributedTo: null }];
    expect(render({ spans })).toContain('“The town, __*which is ugly,*__ __***has***__ **9 wells**.”');
  });

  test('sets answering words in bold that hold or border on signs of Markdown, and shows them as they are', () => {
    const exact = 'Use `sort_by` or *any* _name_ here.';
    const bold = (words: string): string | undefined => {
      const start = 10 + exact.indexOf(words);
      const card = renderAnswer(
        [makeQuote(exact, { answer: { start, end: start + words.length, exact: words } })],
        frame,
        english,
      );
      return JSON.stringify(card.components)
        .match(/“(.*?)”/)?.[1]
        ?.replaceAll('\\\\', '\\');
    };
    expect(bold('`sort_by`')).toBe(String.raw`Use **\`sort\_by\`** or \*any\* \_name\_ here.`);
    expect(bold('*any* _name_')).toBe(String.raw`Use \`sort\_by\` or **\*any\* \_name\_** here.`);
    expect(bold('any')).toBe(String.raw`Use \`sort\_by\` or \***any**\* \_name\_ here.`);
    const pieces = fc.constantFrom('*', '_', '`', '**', '~', '|', '\\', ' ', 'a', 'bé', '\u200b', '- ', '\n', '👩‍🚀');
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (parts, one, other) => {
        const text = `x${parts.join('')}y`;
        const [start = 0, end = 0] = [one % text.length, 1 + (other % text.length)].sort((a, b) => a - b);
        const marked = markParts({ exact: text, start: 0 }, text.length, [], { start, end });
        const [before = '', inner = '', after = '', ...more] = marked
          .replace(/\\(.)/gsu, (_, sign: string) => String.fromCharCode(0xe000 + sign.charCodeAt(0)))
          .split('**');
        expect(more).toEqual([]);
        expect(inner).toBe(inner.trim());
        const shown = (before + inner + after).replace(/[\ue000-\uf8ff]/g, (sign) =>
          String.fromCharCode(sign.charCodeAt(0) - 0xe000),
        );
        const plain = (words: string): string => words.replace(/\u200b/g, '').replace(/\s+/g, '');
        expect(plain(shown)).toBe(plain(text));
      }),
    );
  });

  test('links its citations to the page, if there is one, with titles that stay text', () => {
    const quote = makeQuote('It is.');
    const document = { ...quote.document, title: '](https://evil.example) [x' };
    const card = renderAnswer([{ ...quote, document }], { ...frame, publicUrl: 'https://texts.example.org' }, english);
    expect(problemsOf(card.components)).toEqual([]);
    expect(textsOf(card)).toContain(
      String.raw`-# — [**\]\(https\://evil.example) \[x**](<https://texts.example.org/text/abcdef012345?s=10-16&m=`,
    );
    expect(textsOf(card)).toContain('#s=10-16>) · paragraph 2');
    expect(textsOf(renderAnswer([quote], frame, english))).toContain('-# — **A title** · paragraph 2');
  });

  test('opens the whole text from its context, if there is a page', () => {
    const [indexed] = indexTexts({ 'a.txt': 'The mill is old. It has nine windows.\n' }).documents;
    const quote = { documentId: 'a', start: 0, end: 16, mark: 'x' };
    const linksOf = (publicUrl: string | null): string[] =>
      indexed
        ? [...JSON.stringify(renderContext(indexed, quote, 0, english, publicUrl)).matchAll(/"url":"([^"]*)"/g)].map(
            ([, url = '']) => url,
          )
        : [];
    expect(linksOf(null)).toEqual([]);
    expect(linksOf('https://texts.example.org')).toEqual([
      expect.stringMatching(/^https:\/\/texts\.example\.org\/text\/\w+\?s=0-16&m=\w+#s=0-16$/) as string,
    ]);
  });

  test('has its buttons in one row, and with two quotes those of each below it', () => {
    const labelsOf = (quotes: Quote[]): string[] =>
      [...JSON.stringify(renderAnswer(quotes, frame, english)).matchAll(/"label":"([^"]*)"/g)].map(
        ([, label]) => label ?? '',
      );
    const own = ['Context', 'Why / Verify'];
    expect(labelsOf([makeQuote('One.')])).toEqual([...own, 'More', '…']);
    expect(labelsOf([makeQuote('One.'), makeQuote('Two.', { start: 90, end: 94 })])).toEqual([
      ...own,
      ...own,
      'More',
      '…',
    ]);
  });

  test('is cut around the words that answer, which are always shown', () => {
    const filler = 'This sentence is here again and again. ';
    const exact = `${filler.repeat(40)}The answer is nine. ${filler.repeat(40)}`.trim();
    const start = 10 + exact.indexOf('nine');
    const answer = { start, end: start + 4, exact: 'nine' };
    const text = textsOf(renderAnswer([makeQuote(exact, { answer })], frame, english));
    expect(text).toMatch(/^\[…\] “This sentence.* The answer is \*\*nine\*\*\..*” \[…\]$/m);
    expect(text.length).toBeLessThan(1_000);
  });

  test('says when it was cut, at the end of a sentence', () => {
    const exact = 'This sentence is here again and again. '.repeat(200).trim();
    const text = textsOf(renderAnswer([makeQuote(exact)], frame, english));
    expect(text).toMatch(/again and again\.” \[…\]/);
    expect(text).toContain('“Context” shows all of it');
  });

  test('names whom a text calls its author as such, and nobody by himself', () => {
    const quote = makeQuote('The border is open.', { label: 'attributed', attributedTo: 'The author of the op-ed' });
    const text = textsOf(renderAnswer([quote], frame, english));
    expect(text).toContain('### Claimed by “the author of the op-ed”');
    expect(text).toContain('somebody whom this text calls “the author of the op-ed”');
    expect(textsOf(renderAnswer([quote], frame, german))).toContain('„the author of the op-ed“ heißt');
  });

  test.each([
    [
      { kind: 'page', page: 12, printed: 'xii' },
      { kind: 'page', page: 13, printed: null },
      'pp. 12 (xii)–13',
      'S. 12 (xii)–13',
    ],
    [{ kind: 'time', ms: 751_000 }, undefined, 'at 12:31', 'bei 12:31'],
    [
      { kind: 'message', id: '3', at: '2024-05-01T10:03:00Z', url: null },
      undefined,
      'message of 2024-05-01 10:03',
      'Nachricht vom 2024-05-01 10:03',
    ],
    [{ kind: 'chapter', title: 'Rain' }, undefined, 'chapter “Rain”', 'Kapitel „Rain“'],
  ] as const)('cites the place that the source has: %j', (place, lastPlace, inEnglish, inGerman) => {
    const quote = makeQuote('Bring a lamp.', { place, ...(lastPlace && { lastPlace }) });
    expect(textsOf(renderAnswer([quote], frame, english))).toContain(`· ${inEnglish} ·`);
    expect(textsOf(renderAnswer([quote], frame, german))).toContain(`· ${inGerman} ·`);
  });

  test('says once what was put right in the words of the source, and when a page was saved', () => {
    const repair = { kind: 'hyphen', start: 10, end: 14, stood: 'la-\nmp' } as const;
    const { document } = makeQuote('');
    const quote = makeQuote('Bring a lamp.', {
      repairs: [repair, repair],
      document: { ...document, savedOn: '2026-01-15' },
    });
    const text = textsOf(renderAnswer([quote], frame, english));
    expect(text.split(english.repair.hyphen)).toHaveLength(2);
    expect(text).toContain('paragraph 2, saved 2026-01-15');
    expect(problemsOf(renderAnswer([quote], frame, german).components)).toEqual([]);
  });

  test('says where the rest of a quote that goes on is to be seen', () => {
    const quote = makeQuote('Bring a lamp.', { continues: true, unit: 'list' });
    expect(textsOf(renderAnswer([quote], frame, english))).toContain('“More” shows the rest');
    expect(textsOf(renderAnswer([quote], { ...frame, more: null }, english))).toContain('“Context” shows the rest');
  });

  test('names the sources of claims', () => {
    const claims = ['The mayor', 'the guard', null].map((attributedTo, i) =>
      makeQuote('Words.', { label: 'attributed', attributedTo, start: i * 100, end: i * 100 + 6 }),
    );
    const text = textsOf(renderAnswer(claims, frame, english));
    expect(text).toContain('CLAIMED BY THE MAYOR\n-# Said by the mayor');
    expect(text).toContain('CLAIMED BY THE GUARD');
    expect(text).toContain('CLAIMED BY SOMEBODY UNNAMED');
  });

  test('says of a source that is not named that it is not, and what a rule is', () => {
    const claims = ['Investigations', 'It'].map((attributedTo, i) =>
      makeQuote('Words.', { label: 'attributed', attributedTo, start: i * 100, end: i * 100 + 6 }),
    );
    const rule = makeQuote('Members must pay.', { statement: 'rule', start: 300, end: 317 });
    const text = textsOf(renderAnswer([...claims, rule], frame, english));
    expect(text).toContain('### Claimed by investigations (not named)');
    expect(text).toContain('### Claimed by “it” (named before)');
    expect(text).toContain('-# A rule.');
  });
});

test('a refusal asks whether another word was meant, on a button', () => {
  const answer = { reason: 'too-weak', missing: [] } as const;
  const coverage = { documents: 3, from: null, to: null, titles: [] };
  const card = renderRefusal(answer, { ...frame, meant: ['bridge'] }, coverage, english);
  expect(problemsOf(card.components)).toEqual([]);
  expect(JSON.stringify(card)).toContain('Did you mean “bridge”?');
});

test('words that only hold a sentence together are not said to be missing, in whichever language', () => {
  const words = ['Wie', 'viele', 'Monde', 'hat', 'der', 'Jupiter'];
  const missing = words.map((text) => ({ kind: 'word' as const, text }));
  expect(nameAllMissing({ missing }, textsFor('de'))).toBe('Nicht gefunden: „Monde“, „Jupiter“.');
  expect(nameAllMissing({ missing: missing.slice(0, 2) }, english)).toBeNull();
});

describe.each(['en', 'de'])('refusals in %s', (locale) => {
  test('differ by reason and are taken by Discord', () => {
    const texts = textsFor(locale);
    const { document } = makeQuote('x');
    const shown = refusalReasons.map((reason) => {
      const answer = {
        reason,
        missing: [{ kind: 'word', text: 'x' }, { kind: 'count' }] as const,
        nearest: [{ document, text: 'A far place', start: 0, end: 5 }],
      };
      const coverage = { documents: 3, from: '1999-01-01', to: '2020-01-01', titles: ['A', 'B'] };
      const { components } = renderRefusal(answer, frame, coverage, texts);
      expect(problemsOf(components)).toEqual([]);
      return textsOf(components);
    });
    // What is related is shown as quotes; where none is left to show, nothing is likely to answer.
    expect(new Set(shown).size).toBe(refusalReasons.length - 1);
    for (const text of shown) {
      expect(text).toMatch(/“x”|„x“/);
      expect(text).not.toContain('A far place');
    }
  });
});

test('a text without a title is cited by its file once, and reasons and menus show words without notation', () => {
  const citation = { id: 'abcdef012345', genre: null, author: null, publication: null, date: null, url: null };
  expect(cite({ ...citation, title: 'survey', path: 'notes/survey.txt' }, 'paragraph 1')).toBe(
    '**notes/survey.txt** · paragraph 1',
  );
  expect(cite({ ...citation, title: 'The survey', path: 'survey.txt' }, 'paragraph 1')).toBe(
    '**The survey** · paragraph 1 · survey.txt',
  );
  const text = '**Water tests.** The *wells* are tested in May.';
  const { document } = indexDocument('wells.md', text);
  const label: SentenceLabel = {
    ...({ start: 0, end: text.length, label: 'reported', step: 'clear', textKind: 'open' } as const),
    ...{ reasons: [], sources: [], spans: [], confidence: 1, attributed: false, kind: null },
  };
  const shown = textsOf(renderReasons([label], document, english));
  expect(shown).toContain('“Water tests. The wells are tested in May.”');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import type { Reading } from '#verbatim/core/ports.js';
import { adaptToIndex, readQuestion } from '#verbatim/core/question/read-question.js';
import { rankFindings, type Finding } from '#verbatim/core/reading/findings.js';
import { gatherReadingEvidence } from '#verbatim/core/reading/reading-confidence.js';
import { addSecondLooks, proposeSecondLooks } from '#verbatim/core/reading/second-look.js';
import { quoteFindings } from '#verbatim/core/reading/choose-quotes.js';
import { proposeWindows, windowDefaults, type ReadingWindow } from '#verbatim/core/reading/windows.js';
import { answerDefaults, chooseAnswer, type Answer, type AnswerOptions } from '#verbatim/core/search/answer.js';
import { rankSentences, type Ranking } from '#verbatim/core/search/ranking.js';
import type { SearchIndex } from '#verbatim/core/search/search-index.js';
import { analyser } from '../helpers/analyse.js';
import { indexTexts, noVector } from '../helpers/index-of-texts.js';
import { relatedThreshold } from '#verbatim/core/reading/reading-weights.js';

const equivalents = createEquivalents(analyser);
const sure = 12;
const unsure = -12;

function rank(text: string, index: SearchIndex): Ranking {
  return rankSentences(adaptToIndex(readQuestion(text, analyser, equivalents), index), noVector, index);
}

/**
 * A reader that marks the first of `words` that a text holds, with `logit` as its certainty; of other texts it is sure that they do
 * not answer.
 */
function mark(windows: readonly ReadingWindow[], words: readonly string[], logit: number): Reading[] {
  return windows.map(({ text }): Reading => {
    const found = words.map((word) => ({ start: text.indexOf(word), word })).find(({ start }) => start >= 0);
    if (!found) return { span: text.length > 0 ? { start: 0, end: 1 } : null, margin: unsure, answers: unsure };
    return { span: { start: found.start, end: found.start + found.word.length }, margin: logit, answers: logit };
  });
}

function read(question: string, index: SearchIndex, words: readonly string[], logit = sure): Finding[] {
  const ranking = rank(question, index);
  const windows = proposeWindows(ranking, index);
  return rankFindings(windows, mark(windows, words, logit), ranking, index);
}

function ask(question: string, index: SearchIndex, words: string[], options: Partial<AnswerOptions> = {}): Answer {
  return chooseAnswer(rank(question, index), index, { ...answerDefaults, ...options }, read(question, index, words));
}

/** The answer by a reader that is just so sure of `words` that they are shown, but not as an answer. */
function askUnsure(question: string, index: SearchIndex, words: readonly string[]): Answer | undefined {
  const ranking = rank(question, index);
  const logits = Array.from({ length: 8 * sure + 1 }, (_, i) => unsure + i / 4);
  const answers = logits.map((logit) => {
    const findings = read(question, index, words, logit);
    // Alone the sentences seem to answer nothing.
    const looks = mark(proposeSecondLooks(findings, ranking, index, 6), [], logit);
    return chooseAnswer(ranking, index, answerDefaults, addSecondLooks(findings, looks));
  });
  return answers.find(({ reason, confidence }) => reason === 'related' && confidence >= relatedThreshold);
}

function quotesOf(question: string, index: SearchIndex, ...words: string[]): string[] {
  const findings = read(question, index, words);
  return quoteFindings(findings, rank(question, index), index, { limit: 3, mixLanes: true }).map(
    ({ quote }) => quote.exact,
  );
}

const harbour = indexTexts({
  'harbour.md':
    '# Harbour\n\nThe harbour of Orsa is old. Nine boats lie there in winter. The quay was built by hand.\n\n' +
    '## Winter\n\nIn January the harbour freezes over. Boats of the harbour are then drawn ashore.\n',
  'mill.txt': 'The mill of Arn has a wheel of oak. It was built in 1742. Boats bring the grain to the mill.\n',
});

describe('words that the reader is sure of', () => {
  it('come before a sentence of their window that another window was proposed by', () => {
    const before = 'In those years there were three kilns by the lake and two beyond.';
    const named = 'Mara of Orsa has one great secret of glazes.';
    const long = `They are ${'blue and green and grey and white and '.repeat(6)}brown.`;
    const answer = 'She adds ash of oak and a spoon of salt to each bucket.';
    const index = indexTexts({ 'mara.txt': `${before} ${named} ${long} ${answer}\n` });
    const windows = proposeWindows(rank('What is the great secret of the glazes of Mara of Orsa?', index), index);
    expect(windows.map(({ firstRow, lastRow }) => [firstRow, lastRow])).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(quotesOf('What is the great secret of the glazes of Mara of Orsa?', index, 'ash of oak')[0]).toBe(answer);
  });
});

describe('windows to read', () => {
  it('are runs of whole sentences of one section, with the heading above', () => {
    const windows = proposeWindows(rank('How many boats lie in the harbour of Orsa?', harbour), harbour);
    expect(windows.map(({ text }) => text)).toEqual([
      'Harbour\nThe harbour of Orsa is old. Nine boats lie there in winter. The quay was built by hand.',
      'Winter\nIn January the harbour freezes over. Boats of the harbour are then drawn ashore.',
      'The mill of Arn has a wheel of oak. It was built in 1742. Boats bring the grain to the mill.',
    ]);
  });

  it('are as many as wanted, those of the best sentences first, none of them within another', () => {
    const ranking = rank('How many boats lie in the harbour of Orsa?', harbour);
    const windows = proposeWindows(ranking, harbour, { ...windowDefaults, count: 2, maxWords: 12 });
    expect(windows).toHaveLength(2);
    expect(windows[0]?.bestRow).toBe(ranking.candidates[0]?.row);
    expect(windows[1]?.firstRow === windows[0]?.firstRow).toBe(false);
  });

  it('hold no more words than said, unless one sentence has more', () => {
    const long = `The heron ${'very '.repeat(90)}often nests here.`;
    const index = indexTexts({ 'a.txt': `Herons nest. ${long} Herons fly.\n` });
    const windows = proposeWindows(rank('Where do herons nest?', index), index);
    for (const { text } of windows) {
      const words = text.trim().split(/\s+/).length;
      expect(words <= windowDefaults.maxWords || text === long).toBe(true);
    }
  });

  it('show blanks in place of notation, so that offsets stay', () => {
    const index = indexTexts({ 'a.md': 'The **heron** nests in [reeds](https://reeds.example). It flies.\n' });
    const [window] = proposeWindows(rank('Where does the heron nest?', index), index);
    expect(window?.text).toMatch(/^The {3}heron {3}nests in {2}reeds {2,}\. It flies\.$/);
  });

  it('lead back to the document letter by letter', () => {
    const words = fc.constantFrom('heron', 'Boats', 'é̈', '👩‍🚀', '**bold**', 'ﬁn', '[x](y)', '漢字', 'U.S.', '\u200b');
    const line = fc.array(words, { minLength: 1, maxLength: 8 }).map((parts) => `The heron ${parts.join(' ')}.`);
    const texts = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => `# Heron\n\n${lines.join('\n\n')}\n`);
    fc.assert(
      fc.property(texts, (text) => {
        const index = indexTexts({ 'a.md': text });
        for (const { text: shown, shift, above } of proposeWindows(rank('heron', index), index)) {
          for (let at = above; at < shown.length; at++) {
            if (shown[at] !== ' ') expect(text[at + shift]).toBe(shown[at]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what only the name of a document says', () => {
  const faqs = indexTexts({
    'chardet/faq.txt': 'The guessing code is a port. It came out of a browser in 2006.\n',
    'zlib/faq.txt': '# Questions\n\nThe guessing code is old. Nobody knows where it came from.\n',
  });

  it('stands above the windows of that document alone', () => {
    const windows = proposeWindows(rank('Where does the guessing code of chardet come from?', faqs), faqs);
    expect(windows.map(({ text, above }) => text.slice(0, above))).toEqual(['chardet faq\n', '']);
    for (const { text, shift, above, firstRow } of windows) {
      const { document, span } = faqs.locate(firstRow);
      expect(document.text.slice(above + shift, above + shift + 12)).toBe(text.slice(above, above + 12));
      expect(above + shift).toBe(span.start);
    }
  });

  it('is not missing there, but elsewhere', () => {
    const missing = ['chardet/faq.txt', 'zlib/faq.txt'].map((path) => {
      const ranking = rank('Where does the guessing code of Chardet come from?', faqs);
      const findings = read('Where does the guessing code of Chardet come from?', faqs, ['guessing code']);
      const own = findings.filter(({ candidate }) => faqs.locate(candidate.row).document.path === path).slice(0, 1);
      return own.map((finding) => gatherReadingEvidence(finding, own, ranking, faqs, 1).missingNames);
    });
    expect(missing).toEqual([[0], [1]]);
  });
});

describe('a second look', () => {
  const question = 'How many boats lie in the harbour of Orsa?';
  it('is had at the sentences of the best findings alone, with the line above', () => {
    const findings = read(question, harbour, ['Nine boats']);
    const looks = proposeSecondLooks(findings, rank(question, harbour), harbour, 6);
    expect(looks.map(({ text }) => text)[0]).toBe('Harbour\nNine boats lie there in winter.');
    expect(looks.length).toBeLessThanOrEqual(3);
    expect(proposeSecondLooks(findings, rank(question, harbour), harbour, 2)).toHaveLength(1);
  });

  it('that finds no answer makes the quote less sure, and changes nothing else', () => {
    const findings = read(question, harbour, ['Nine boats']);
    const looks = proposeSecondLooks(findings, rank(question, harbour), harbour, 6);
    const [sureAnswer, doubted] = [sure, unsure].map((logit) => {
      const again = addSecondLooks(findings, mark(looks, ['Nine boats'], logit));
      return chooseAnswer(rank(question, harbour), harbour, answerDefaults, again);
    });
    expect(doubted?.quotes[0]?.exact).toBe('Nine boats lie there in winter.');
    expect(sureAnswer?.quotes[0]?.exact).toBe(doubted?.quotes[0]?.exact);
    expect(doubted?.confidence).toBeLessThan((sureAnswer?.confidence ?? 0) - 0.05);
  });
});

describe('what was read', () => {
  it('decides which sentence is quoted, and which words of it answer', () => {
    const { quotes, status } = ask('How many boats lie in the harbour of Orsa?', harbour, ['Nine boats']);
    expect(status).toBe('answered');
    expect(quotes[0]).toMatchObject({
      exact: 'Nine boats lie there in winter.',
      answer: { exact: 'Nine boats', start: 39, end: 49 },
    });
  });

  it('is no answer where only a name that the question says was marked, unless it is to be chosen', () => {
    const index = indexTexts({
      'talks.md':
        '# Harbour\n\nOrsa told the town of Vessin that the harbour is small.\n\n' +
        '# Talks\n\nThe town of Tarn mediated between the two.',
    });
    const firstOf = (question: string): string | undefined => ask(question, index, ['Vessin', 'Tarn']).quotes[0]?.exact;
    expect(firstOf('Which town mediated between Orsa and Vessin?')).toContain('Tarn mediated');
    expect(firstOf('Which town was told of the harbour by Orsa, Vessin or Tarn?')).toContain('Vessin');
  });

  it('marks whole words, and numbers with their separators and units', () => {
    const index = indexTexts({
      'wall.txt': 'The border wall is guarded along its 2,640-kilometre line. It cost €1.5m and took 12½ years.',
    });
    const marked = (part: string): string | null | undefined =>
      ask('How long is the border wall?', index, [part]).quotes[0]?.answer?.exact;
    expect(marked('640-kilo')).toBe('2,640-kilometre');
    expect(marked('640')).toBe('2,640-kilometre');
    expect(marked('5m an')).toBe('€1.5m and');
    expect(marked('guarded')).toBe('guarded');
  });

  it.each([
    ['office', 'office@silverlane.example'],
    ['silverlane', 'office@silverlane.example'],
    ['downloads', 'https://silverlane.example/downloads?v=2'],
    ['docs', 'docs.silverlane.example'],
    ['pay 9', 'pay 9 euros'],
    ['5/mo', '$5/month'],
    ['v2', 'v2.1.0-beta.1'],
    ['1.0', 'v2.1.0-beta.1'],
    ['end', 'end'],
  ])('marks addresses, prices and versions whole: %s', (part, whole) => {
    const text =
      'Write to office@silverlane.example, see https://silverlane.example/downloads?v=2. The host docs.silverlane.example has v2.1.0-beta.1; guests pay 9 euros or $5/month in the end.';
    const index = indexTexts({ 'wall.txt': text });
    expect(ask('Where do guests write to?', index, [part]).quotes[0]?.answer?.exact).toBe(whole);
  });

  it('takes in the sentence before where the one that answers points back to it', () => {
    expect(quotesOf('When was the mill of Arn built?', harbour, '1742')[0]).toBe(
      'The mill of Arn has a wheel of oak. It was built in 1742.',
    );
  });

  it('is no answer where only the line above was marked', () => {
    const [best] = read('What freezes in winter?', harbour, ['Winter']);
    expect(best?.window.text).toMatch(/^Winter\n/);
    expect(best?.answer).toBeNull();
  });

  it('quotes no sentence twice', () => {
    const quotes = quotesOf(
      'Which boats of the harbour are drawn ashore?',
      harbour,
      'Boats of the harbour',
      'Nine boats',
    );
    expect(new Set(quotes).size).toBe(quotes.length);
  });

  it('is shown only where it answers; the rest comes after it', () => {
    const { quotes, shown } = ask('How many boats lie in the harbour of Orsa?', harbour, ['Nine boats']);
    expect(quotes.length).toBeGreaterThan(1);
    expect(shown).toBe(1);
  });

  it('refuses what nothing answers, however many words it shares with the texts', () => {
    const question = 'How many boats of the harbour of Orsa sank?';
    expect(ask(question, harbour, ['no such words'])).toMatchObject({ status: 'not-found', quotes: [], shown: 0 });
  });

  it('leaves a lane that was asked for empty where only another one answers', () => {
    const answer = ask('When was the mill of Arn built?', harbour, ['1742'], { lane: 'opinion' });
    expect(answer).toMatchObject({ status: 'not-found', reason: 'only-other-lane', quotes: [], hidden: 1 });
    // Only what answers, though the ranking has more.
    expect(answer.otherLanes.map(({ answer: words }) => words?.exact)).toEqual(['1742']);
  });

  it('shows of the lane that was asked for what the ranking alone takes for an answer, as what may be none', () => {
    const path = indexTexts({
      'path.md':
        'The council says the path will reopen in April 2026. Residents are patient. The path was closed on 8 August 2025.\n',
    });
    const answer = ask('When will the path reopen?', path, ['8 August 2025'], { lane: 'attributed' });
    expect(answer).toMatchObject({ status: 'not-found', reason: 'related', quotes: [], otherLanes: [] });
    expect(answer.related.map(({ exact }) => exact)).toEqual(['The council says the path will reopen in April 2026.']);
  });
});

describe('what is said to be missing', () => {
  const question = 'How wide is the old bridge of Orsa over the Lunde?';

  it('is a kind of answer that stands in none of the quotes shown', () => {
    const index = indexTexts({
      'bridge.txt': 'The old bridge of Orsa over the Lunde is a wide bridge.\n',
      'span.txt': 'It spans 9 metres of the Lunde, and it cost a fortune.\n',
    });
    const measure = askUnsure(question, index, ['9 metres']);
    expect(measure?.related.map(({ exact }) => exact)).toContain(
      'It spans 9 metres of the Lunde, and it cost a fortune.',
    );
    expect(measure?.missing).toEqual([]);
    const none = askUnsure(question, index, ['a wide bridge']);
    expect(none?.related).toHaveLength(1);
    expect(none?.missing).toEqual([{ kind: 'measure' }]);
  });

  it.each([
    'I’m wondering whether the bridge of Orsa is open?',
    'I was told they’ve opened the bridge of Orsa?',
    'do you know if there’s a bridge of Orsa?',
    'don’t they open the bridge of Orsa?',
  ])('is no word that only wraps the question: %s', (wrapped) => {
    const index = indexTexts({ 'bridge.txt': 'The old bridge of Orsa is open at noon.\n' });
    expect(askUnsure(wrapped, index, ['bridge'])?.missing.filter(({ kind }) => kind === 'word')).toEqual([]);
  });

  it('is no word of a title, and none that stands between others without a space', () => {
    const index = indexTexts({ 'a.md': '---\ntitle: The lighthouse\n---\n\nLists of 漢字です are kept here.\n' });
    const answer = askUnsure('Where are lists of 漢字 of the lighthouse and the mill kept?', index, ['here']);
    expect(answer?.missing).toEqual([{ kind: 'word', text: 'mill' }]);
  });
});

describe('the lane of an answer', () => {
  const index = indexTexts({ 'house.txt': 'While the roof leaks, the owner claims that the house is dry.\n' });

  it('is that of the clause which holds the answering words', () => {
    const [claimed] = ask('What is dry?', index, ['the house is dry']).quotes;
    expect(claimed).toMatchObject({ label: 'attributed', attributedTo: 'the owner' });
    expect(claimed?.spans.map(({ label }) => label)).toEqual(['reported']);
    const [reported] = ask('What leaks?', index, ['the roof leaks']).quotes;
    expect(reported).toMatchObject({ label: 'reported', attributedTo: null, step: 'likely' });
    expect(reported?.spans).toMatchObject([{ label: 'attributed', attributedTo: 'the owner' }]);
  });
});

describe('what an abbreviation stands for', () => {
  const index = indexTexts({
    'a.md':
      '# Words\n\n- **CITGM**: Canary In The Gold Mine.\n- **NACK** says no.\n- HTTPS: the S stands for secure.\n\nCITGM takes an hour.\n',
  });

  it('is answered by the words that its letters begin, whatever the reader makes of them', () => {
    const { status, quotes } = ask('What is CITGM short for?', index, ['an hour'], {});
    expect({ status, first: quotes[0]?.exact }).toMatchObject({
      status: 'answered',
      first: expect.stringContaining('Canary In The Gold Mine') as string,
    });
  });

  it('is not answered by other words about it, unless they say so', () => {
    expect(ask('What does NACK stand for?', index, ['says no'])).toMatchObject({
      status: 'not-found',
      confidence: 0.15,
    });
    expect(ask('What does the S in HTTPS stand for?', index, ['secure'])).toMatchObject({ status: 'answered' });
  });
});

describe('what somebody says of another', () => {
  const index = indexTexts({
    'a.txt':
      'The quarrel began at the weir.\n\nVarn accuses Orla of taking its water by night.\n\nOrla accuses Varn of breaking the sluice.\n',
  });

  it.each([
    ['What does Orla accuse Varn of?', 'Orla accuses Varn'],
    ['What does Varn accuse Orla of?', 'Varn accuses Orla'],
    ['What did Varn say about Orla?', 'Varn accuses Orla'],
  ])('is not answered by what the other says: %s', (question, expected) => {
    for (const words of [['taking its water'], ['breaking the sluice'], ['taking its water', 'breaking the sluice']]) {
      expect(read(question, index, words, 1)[0]?.candidate.row).toBe(
        Array.from(index.rows.keys()).findIndex((row) => index.textOf(row).startsWith(expected)),
      );
    }
  });
});

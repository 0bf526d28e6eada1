import { describe, expect, it } from 'vitest';
import { explainRefusal } from '#verbatim/app/asking/answer-wording.js';
import { renderAnswer } from '#verbatim/cli/render-answer.js';
import { renderSummary } from '#verbatim/cli/render-summary.js';
import { createStyle, terminalStyle, visible } from '#verbatim/cli/terminal-style.js';
import { refusalReasons, type Answer } from '#verbatim/core/search/answer.js';
import { withRest } from '#verbatim/core/search/continue-quote.js';
import type { Quote } from '#verbatim/core/search/quote.js';
import type { Summary } from '#verbatim/core/summary/summarise.js';
import { makeQuote } from '../helpers/make-quote.js';

const plain = createStyle(false, Infinity);
const colour = createStyle(true, 60);
const escape = '\u001b';

const document = {
  id: '0123456789ab',
  path: 'boats.md',
  title: 'A tally of boats',
  author: 'Ines Dahl',
  publication: null,
  date: '2024-03-01',
  url: 'https://example.org/boats',
  genre: null,
};

function boatQuote(exact: string, changes: Partial<Quote> = {}): Quote {
  return makeQuote(exact, { start: 100, document, paragraph: 3, ...changes });
}

function makeAnswer(quotes: readonly Quote[], changes: Partial<Answer> = {}): Answer {
  return {
    question: 'How many boats are there?',
    status: quotes.length > 0 ? 'answered' : 'not-found',
    reason: quotes.length > 0 ? null : 'too-weak',
    confidence: 0.9,
    evidence: { cosine: 0.9, coverage: 1, document: 1, missingNames: 0, missingKind: 0, foundKind: 1, missingWords: 0 },
    quotes,
    shown: quotes.length,
    near: quotes.length,
    related: [],
    missing: [],
    nearest: [],
    hidden: 0,
    otherLanes: [],
    spelling: null,
    differing: null,
    ...changes,
  };
}

describe('an answer on paper', () => {
  it('has no escape sequences and breaks no line of a quote', () => {
    const exact = `Nine boats lie there, ${'one beside the other, '.repeat(20)}as ever.`;
    const text = renderAnswer(makeAnswer([boatQuote(exact)]), plain);
    expect(text).not.toContain(escape);
    expect(text).toContain(`“${exact}”`);
  });

  it('says under the question what a slip was read as', () => {
    const spelling = { question: 'How many boats?', corrections: [{ written: 'boast', meant: 'boats' }] };
    const text = renderAnswer(makeAnswer([boatQuote('Nine boats lie there.')], { spelling }), plain);
    expect(text).toContain('How many boats are there?\nRead as: boats\n');
    expect(text).not.toContain('Did you mean');
  });

  it('says above the quotes that two places differ, and which is newer where dates tell', () => {
    const quotes = [boatQuote('Nine boats lie there.'), boatQuote('Seven boats lie there.', { start: 900 })];
    const figures = ['Nine', 'Seven'] as const;
    const text = renderAnswer(makeAnswer(quotes, { differing: { figures, isNewerFirst: false } }), plain);
    expect(text).toContain('The texts differ: one place says “Nine”, another “Seven”.');
    expect(text.indexOf('The texts differ')).toBeLessThan(text.indexOf('Nine boats lie there.'));
    const dated = renderAnswer(makeAnswer(quotes, { differing: { figures, isNewerFirst: true } }), plain);
    expect(dated).toContain('the newer place, first here, says “Nine”; an older one says “Seven”.');
  });

  it('shows the question, the lane with its meaning, the quote and its citation', () => {
    const text = renderAnswer(makeAnswer([boatQuote('Nine boats lie there.')]), plain);
    const parts = [
      'How many boats are there?',
      'REPORTED  Stated as fact by the author; not verified.',
      '“Nine boats lie there.”',
      '— A tally of boats · Ines Dahl · 2024-03-01 · paragraph 3 (boats.md)',
      'https://example.org/boats',
    ];
    expect(parts.map((part) => text.indexOf(part))).toEqual(
      [...parts.map((part) => text.indexOf(part))].sort((a, b) => a - b),
    );
    for (const part of parts) expect(text).toContain(part);
  });

  it('says the page, and what was put right in the words of the source', () => {
    const place = { kind: 'page', page: 12, printed: 'xii' } as const;
    const repair = { kind: 'hyphen', start: 0, end: 4, stood: 'bo-\nats' } as const;
    const text = renderAnswer(makeAnswer([boatQuote('Nine boats.', { place, repairs: [repair, repair] })]), plain);
    expect(text).toContain('2024-03-01 · p. 12 (xii) (boats.md)');
    expect(text.match(/A word that is parted at the end of a line there is joined here\./g)).toHaveLength(1);
    const message = {
      kind: 'message',
      id: '3',
      at: '2024-05-01T10:03:00Z',
      url: 'https://discord.com/channels/1/2/3',
    } as const;
    const posted = renderAnswer(makeAnswer([boatQuote('Nine boats.', { place: message })]), plain);
    expect(posted).toContain('message of 2024-05-01 10:03 (boats.md)');
    expect(posted).toContain('https://discord.com/channels/1/2/3');
    expect(posted).not.toContain('https://example.org/boats');
  });

  it('shows the rest of a quote, of what may answer too, and says that there is one only where it is not shown', () => {
    const cut = boatQuote('Power tools: 7 days', { continues: true });
    const rest = boatQuote('Ladders: 3 days');
    const restOf = (quote: Quote): Quote | null => (quote === cut ? rest : null);
    const related = makeAnswer([], { reason: 'related', related: [cut] });
    for (const answer of [makeAnswer([cut]), related]) {
      expect(renderAnswer(answer, plain)).toContain('--more shows the rest');
      const whole = renderAnswer(withRest(answer, restOf), plain, { more: true });
      expect(whole).toContain('“Ladders: 3 days”');
      expect(whole).not.toContain('shows the rest');
    }
  });

  it('keeps the order of quotes and names the lane and source where they change', () => {
    const quotes = [
      boatQuote('A shame.', { label: 'opinion' }),
      boatQuote('Ten, she says.', { label: 'attributed', attributedTo: 'Ines Dahl' }),
      boatQuote('Nine.'),
      boatQuote('Eight.'),
      boatQuote('Ten, it is said.', { label: 'attributed' }),
    ];
    const text = renderAnswer(makeAnswer(quotes), plain);
    const heads = [...text.matchAll(/^(REPORTED|CLAIMED BY [A-Z ]+?|OPINION) {2}/gm)].map((match) => match[1]);
    expect(heads).toEqual(['OPINION', 'CLAIMED BY INES DAHL', 'REPORTED', 'CLAIMED BY SOMEBODY UNNAMED']);
  });

  it('names the part of a quote that belongs to another lane', () => {
    const exact = 'Nine boats lie there, a shame for the town.';
    const spans = [{ start: 122, end: 143, label: 'opinion' as const, attributedTo: null }];
    const text = renderAnswer(makeAnswer([boatQuote(exact, { spans })]), plain);
    expect(text).toContain('within it, opinion: “a shame for the town.”');
  });

  it('names other places with nearly the same words once each', () => {
    const place = { start: 0, end: 5, paragraph: 1, document: { ...document, path: 'copy.txt' } };
    const text = renderAnswer(makeAnswer([boatQuote('Nine.', { alsoIn: [place, place] })]), plain);
    expect(text).toContain('Nearly the same words in copy.txt.');
  });
});

describe('a refusal', () => {
  it.each(refusalReasons)('because of "%s" is explained in its own words', (reason) => {
    const text = explainRefusal(makeAnswer([], { reason }));
    expect(text).toMatch(/^[A-Z].*[.:]$/);
    const others = refusalReasons.filter((other) => other !== reason);
    for (const other of others) expect(explainRefusal(makeAnswer([], { reason: other }))).not.toBe(text);
  });

  it('says what is missing, and names no places that are not near', () => {
    const nearest = [{ start: 0, end: 9, text: 'The quays', document }];
    const missing = [{ kind: 'word', text: 'ferry' }, { kind: 'count' }] as const;
    const answer = makeAnswer([], { reason: 'detail-missing', missing, nearest });
    const text = renderAnswer(answer, plain);
    expect(text).toContain('Missing: “ferry”, a number.');
    expect(text).not.toContain('The quays');
    const related = [boatQuote('Twelve boats lie at the quays.')];
    expect(renderAnswer(makeAnswer([], { reason: 'related', related, nearest }), plain)).toContain('Twelve boats');
  });

  it('shows what other lanes hold as what it is', () => {
    const otherLanes = [boatQuote('A shame.', { label: 'opinion' })];
    const text = renderAnswer(makeAnswer([], { reason: 'only-other-lane', otherLanes, hidden: 1 }), plain);
    expect(text).toMatch(/OPINION {2}.*\n\n {2}“A shame\.”/);
  });
});

describe('an answer on a terminal', () => {
  it('is coloured by lane and wrapped between words, and else the same', () => {
    const exact = 'Nine boats lie there, one beside the other, as they have since the flood of last year.';
    const answer = makeAnswer([boatQuote(exact)]);
    const text = renderAnswer(answer, colour);
    expect(text).toContain(`${escape}[36m`);
    const bare = text.replace(/\u001b\[\d+m/g, '');
    const longest = Math.max(
      ...bare
        .split('\n')
        .filter((line) => !line.includes('—'))
        .map(({ length }) => length),
    );
    expect(longest).toBeLessThanOrEqual(60);
    const words = (of: string): string[] => of.split(/\s+/);
    expect(words(bare)).toEqual(words(renderAnswer(answer, plain)));
  });

  it('switches every style off that it switches on', () => {
    const text = renderAnswer(makeAnswer([boatQuote('Nine.', { step: 'unclear' })]), colour);
    const count = (pattern: RegExp): number => [...text.matchAll(pattern)].length;
    expect(count(/\u001b\[(?:1|2|4|3[0-8])m/g)).toBe(count(/\u001b\[(?:22|24|39)m/g));
  });

  it('gets no control character out of a text, whichever field it stands in', () => {
    const evil = `a${escape}[2Jb\u0007c\u009bd\u007fe\u0000f\rg\nh`;
    const own = { ...document, title: evil, author: evil, publication: evil, date: evil, path: evil, url: evil };
    const spans = [{ start: 100, end: 105, label: 'attributed' as const, attributedTo: evil }];
    const place = { start: 0, end: 5, paragraph: 1, document: own };
    const quote = boatQuote(evil, { document: own, label: 'attributed', attributedTo: evil, spans, alsoIn: [place] });
    const missing = [{ kind: 'word', text: evil }] as const;
    const refusal = { reason: 'detail-missing' as const, missing, nearest: [{ ...place, text: evil }] };
    for (const style of [plain, colour]) {
      const texts = [makeAnswer([quote], { question: evil }), makeAnswer([], { question: evil, ...refusal })];
      for (const text of texts.map((answer) => renderAnswer(answer, style))) {
        expect(text.replace(/\u001b\[(?:1|2|4|22|24|3[3569])m/g, '')).not.toMatch(/[^\n\P{Cc}]/u);
      }
    }
  });

  it('shows control characters as pictures of themselves', () => {
    expect(visible(`a${escape}[31mb\u0000\u007f`)).toBe('a\u241b[31mb\u2400\u2421');
    expect(visible('two\r\nlines\tand a tab')).toBe('two lines and a tab');
  });
});

function makeSummary(changes: Partial<Summary> = {}): Summary {
  return {
    topic: null,
    documentId: null,
    status: 'summarised',
    reason: null,
    quotes: [boatQuote('Nine boats lie there.')],
    lanes: { reported: 1, attributed: 0, opinion: 0 },
    disagreements: [],
    missing: [],
    nearest: [],
    candidateCount: 14,
    ...changes,
  };
}

describe('a summary', () => {
  const quotes: [Quote, Quote] = [
    boatQuote('Nine boats lie in the old harbour of Orsa, one beside the other.'),
    boatQuote('In the harbour of Orsa lie twelve boats.', {
      label: 'attributed',
      attributedTo: 'Ines Dahl',
      document: { ...document, path: 'other.md' },
    }),
  ];
  const spans: [{ start: number; end: number }, { start: number; end: number }] = [
    { start: 100, end: 110 },
    { start: 127, end: 139 },
  ];
  const apart = makeSummary({
    disagreements: [{ kind: 'figures', quotes, spans, subject: ['boats', 'harbour', 'Orsa'] }],
  });

  it('shows its title, how much it stands for, and lanes like an answer', () => {
    const text = renderSummary(makeSummary(), 'Summary of all texts', plain);
    const parts = [
      'Summary of all texts',
      '1 quote out of 14 sentences, word for word.',
      'REPORTED  ',
      '“Nine boats lie there.”',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text).not.toContain('DIFFER');
  });

  it('shows both sides of a disagreement with what differs, and no verdict', () => {
    const text = renderSummary(apart, 'Summary', plain);
    expect(text).toContain('WHERE DOCUMENTS DIFFER  Both word for word; which one is right is not said.');
    expect(text).toContain('Different figures on: boats, harbour, Orsa');
    for (const part of ['“Nine boats lie in the old harbour of Orsa, one beside the other.”', 'here: “Nine boats”'])
      expect(text).toContain(part);
    expect(text).toContain('here: “twelve boats”');
    expect(text).toContain('CLAIMED BY INES DAHL — A tally of boats');
  });

  it('sets the sides beside each other where there is room', () => {
    const lines = renderSummary(apart, 'Summary', createStyle(false, 92)).split('\n');
    expect(lines.some((line) => line.includes('“Nine boats lie') && line.includes('│  “In the harbour'))).toBe(true);
    for (const line of lines.filter((one) => one.includes('│'))) expect(line.length).toBeLessThanOrEqual(92);
    expect(renderSummary(apart, 'Summary', colour)).not.toContain('│');
  });

  it.each(refusalReasons)('that is refused because of "%s" is explained', (reason) => {
    const refused = makeSummary({
      status: 'not-found',
      reason,
      quotes: [],
      missing: [{ kind: 'word', text: 'ferry' }],
    });
    expect(renderSummary(refused, 'ferry', plain)).toMatch(/\n\n[A-Z][^\n]*[.:]\n\n$/);
  });

  it('gets no control character to the terminal', () => {
    const evil = `a${escape}[2Jb\u0007c`;
    const quote = boatQuote(evil, {
      document: { ...document, title: evil, path: evil },
      attributedTo: evil,
      label: 'attributed',
    });
    const pair = {
      kind: 'opposite' as const,
      quotes: [quote, quote] as const,
      spans: [quote, quote] as const,
      subject: [evil],
    };
    for (const style of [plain, createStyle(false, 92)]) {
      const text = renderSummary(makeSummary({ quotes: [quote], disagreements: [pair] }), evil, style);
      expect(text).not.toMatch(/[^\n\P{Cc}]/u);
    }
  });
});

describe('colour', () => {
  const terminal = { isTTY: true, columns: 80 } as unknown as NodeJS.WriteStream;
  const pipe = { isTTY: false } as unknown as NodeJS.WriteStream;

  it.each([
    ['on a terminal', terminal, {}, true],
    ['not where NO_COLOR is set', terminal, { NO_COLOR: '1' }, false],
    ['where NO_COLOR is empty', terminal, { NO_COLOR: '' }, true],
    ['not on a dumb terminal', terminal, { TERM: 'dumb' }, false],
    ['not in a pipe', pipe, {}, false],
  ])('is used %s', (_, stream, environment, expected) => {
    expect(terminalStyle(stream, environment).bold('x')).toBe(expected ? `${escape}[1mx${escape}[22m` : 'x');
  });
});

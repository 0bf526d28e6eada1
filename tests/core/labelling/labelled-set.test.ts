import { describe, expect, it } from 'vitest';
import { lanes, type Lane } from '#verbatim/core/labelling/labels.js';
import { readLabelledSet } from '#verbatim/training/labelled-set.js';
import { readLabelled } from '#verbatim/training/read-labelled.js';
import {
  chooseDoubled,
  describeAgreement,
  measureAgreement,
  readDoubled,
  renderDoubled,
  renderSheet,
  type DoubleLabel,
} from '#verbatim/training/second-labels.js';
import { readFileSync, readdirSync } from 'node:fs';
import { analyser } from './label-text.js';

const train = readLabelledSet('train', analyser);
const heldOut = readLabelledSet('held-out', analyser);

function readMarkdown(...lines: readonly string[]): ReturnType<typeof readLabelled> {
  const head = ['---', 'title: A file', 'genre: other', 'layout: markdown', '---'];
  return readLabelled([...head, ...lines].join('\n'), 'sample.txt', analyser);
}

/** What each sentence is, the kind of its block, and its label. */
function show({ document, sentences, gold }: ReturnType<typeof readLabelled>): string[] {
  return sentences.map(({ start, end, block }, i) => {
    const kind = document.blocks[block]?.kind ?? 'none';
    return `${gold[i]?.label ?? 'none'} ${kind} ${document.text.slice(start, end)}`;
  });
}

describe('the labelled set', () => {
  it('has a third of its documents held out', () => {
    const share = heldOut.length / (train.length + heldOut.length);
    expect(share).toBeGreaterThan(0.32);
    expect(share).toBeLessThan(0.37);
  });

  it('holds out every kind of file that communities have', () => {
    const folder = new URL('../../labelled/held-out/', import.meta.url);
    const topics = readdirSync(folder).map(
      (name) => /^topic: (.*)$/m.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1] ?? '',
    );
    for (const kind of 'faq rules docs changelog minutes transcript chat mail newsletter handbook narrative'.split(' '))
      expect(topics, kind).toContain(kind);
  });

  it('names for every sentence a range with words, and for every part one inside of it', () => {
    for (const { document, sentences, gold } of [...train, ...heldOut]) {
      for (const [i, { start, end, block, tokens }] of sentences.entries()) {
        const own = document.blocks[block];
        expect(tokens.length, document.text.slice(start, end)).toBeGreaterThan(0);
        expect(own && own.start <= start && end <= own.end, document.text.slice(start, end)).toBe(true);
        for (const span of gold[i]?.spans ?? []) expect(start <= span.start && span.end <= end).toBe(true);
      }
    }
  });
});

describe('a labelled file that is read as Markdown', () => {
  it('has the lists, quoted lines, tables and headings of an indexed one', () => {
    const read = readMarkdown(
      '# How',
      'R| Read this.',
      'O| It is **good**.',
      'R| - Click <o>that fine</o> button.',
      '',
      'A source="Bo" cue="" kind="said"| > It leaks.',
      '',
      '~| | key | meaning |',
      '~| | --- | --- |',
      'R| | `a` | all |',
    );
    expect(read.document.text).toBe(
      '# How\nRead this. It is **good**.\n- Click that fine button.\n\n> It leaks.\n\n| key | meaning |\n| --- | --- |\n| `a` | all |\n',
    );
    expect(show(read)).toEqual([
      'reported paragraph Read this.',
      'opinion paragraph It is **good**.',
      'reported list-item Click that fine button.',
      'attributed quotation It leaks.',
      'reported table-row | `a` | all |',
    ]);
    expect(
      read.gold.flatMap(({ spans }) => spans.map(({ start, end }) => read.document.text.slice(start, end))),
    ).toEqual(['that fine']);
  });

  it('has the turns of an indexed one, and no name or time in a sentence', () => {
    const turn = 'A source="Bo" cue="" kind="said"|';
    const read = readMarkdown(
      '~| **Bo** — 03/09/2026 19:42',
      `${turn} Is it me?`,
      `${turn} It leaks.`,
      '',
      '~| **Bo** — 03/09/2026 19:45',
      `${turn} Still.`,
    );
    expect(show(read).map((line) => line.replace(/^attributed \S+ /, ''))).toEqual([
      'Is it me?',
      'It leaks.',
      'Still.',
    ]);
    expect(read.document.structure.turns).toHaveLength(2);
  });

  it('is refused where an index would read a labelled line otherwise', () => {
    expect(() => readMarkdown('R| **Fixed**')).toThrow('sample.txt:6: is a heading as an index reads it');
    expect(() => readMarkdown('X| What?')).toThrow('sample.txt:6: expected "R| "');
  });
});

describe('labels given twice', () => {
  it('are of 100 sentences from all documents of communities, on a sheet without labels', () => {
    const chosen = chooseDoubled([...heldOut, ...train]);
    const sheet = renderSheet(chosen);
    expect(chosen).toHaveLength(100);
    expect(new Set(chosen.map(({ labelled }) => labelled)).size).toBe(25);
    expect(sheet.match(/\[\[\d+: /g)).toHaveLength(100);
    expect(sheet).not.toMatch(/source="|^[ROA]\| |<\/[roa]>/m);
  });

  it('agree as far as Cohen says', () => {
    const counts: readonly (readonly [Lane, Lane, number])[] = [
      ['reported', 'reported', 20],
      ['reported', 'opinion', 5],
      ['opinion', 'reported', 10],
      ['opinion', 'opinion', 15],
    ];
    const pairs = counts.flatMap(([first, second, count]) =>
      Array.from({ length: count }, (): DoubleLabel => [first, second]),
    );
    expect(measureAgreement(pairs)).toEqual({
      sentences: 50,
      raw: 0.7,
      kappa: 0.4,
      kappaByLane: { reported: 0.4, attributed: 1, opinion: 0.4 },
    });
    expect(measureAgreement(lanes.map((lane): DoubleLabel => [lane, lane])).kappa).toBe(1);
  });

  it('are written down with the first reader’s as they were', () => {
    const chosen = chooseDoubled([...heldOut, ...train]);
    const answers = chosen.map((_, i) => `${i + 1}\topinion`).join('\n');
    const rows = readDoubled(renderDoubled(chosen, answers));
    expect(rows.map(({ first, settled }) => [first, settled])).toEqual(
      chosen.map(({ labelled, sentence }) => [labelled.gold[sentence]?.label, labelled.gold[sentence]?.label]),
    );
    expect(rows.every(({ second }) => second === 'opinion')).toBe(true);
    expect(() => renderDoubled(chosen, '1\topinion\n2\tmaybe')).toThrow(
      'answer 2: expected reported, attributed, opinion',
    );
  });

  it('agree as far as the guide says', () => {
    const guide = readFileSync(new URL('../../labelled/GUIDE.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
    const file = new URL('../../labelled/second-labels.tsv', import.meta.url);
    const rows = readDoubled(readFileSync(file, 'utf8'));
    expect(guide).toContain(describeAgreement(measureAgreement(rows.map(({ first, second }) => [first, second]))));
    const chosen = chooseDoubled([...heldOut, ...train]);
    expect(rows.map(({ settled }) => settled)).toEqual(
      chosen.map(({ labelled, sentence }) => labelled.gold[sentence]?.label),
    );
  });
});

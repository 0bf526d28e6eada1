import { describe, expect, it } from 'vitest';
import type { LabelSpan, Lane, StoredLabel } from '#verbatim/core/labelling/labels.js';
import { finish } from '#verbatim/core/steps.js';
import { anchorOf } from '#verbatim/core/overrides/anchor-of.js';
import { applyOverrides } from '#verbatim/core/overrides/apply-overrides.js';
import { findDisputed } from '#verbatim/core/overrides/disputed-sentences.js';
import { exportOverride } from '#verbatim/core/overrides/export-override.js';
import type { LabelOverride } from '#verbatim/core/overrides/label-override.js';
import { placeAnchors } from '#verbatim/core/overrides/place-anchors.js';
import { quoteKey } from '#verbatim/core/overrides/quote-key.js';
import { relabel } from '#verbatim/core/overrides/relabel.js';
import { makeQuote, noScore } from '#verbatim/core/search/quote.js';
import { SearchIndex, type IndexedDocument } from '#verbatim/core/search/search-index.js';
import { readLabelled } from '#verbatim/training/read-labelled.js';
import { analyser } from '../helpers/analyse.js';
import { indexDocument, indexTexts } from '../helpers/index-of-texts.js';

const text =
  'The mill on the Orra closed in March. Its owner had run it for thirty years. Nobody in the valley was surprised.';
const words = 'Its owner had run it for thirty years.';

function overrideOf(document: IndexedDocument, exact: string, changes: Partial<LabelOverride> = {}): LabelOverride {
  const start = document.document.text.indexOf(exact);
  expect(start).toBeGreaterThanOrEqual(0);
  return {
    ...anchorOf(document.document, { start, end: start + exact.length }),
    id: 1,
    guildId: '1',
    label: 'opinion',
    source: null,
    kind: null,
    was: 'reported',
    note: null,
    decidedAtMs: Date.UTC(2026, 4, 1),
    ...changes,
  };
}

/** The sentences that have a label of a moderator's, with it. */
function listSet(documents: readonly IndexedDocument[]): string[] {
  return documents.flatMap(({ document, sentences }) =>
    sentences.flatMap(({ start, end, label }) =>
      label.moderator ? [`${document.path} ${label.label}: ${document.text.slice(start, end)}`] : [],
    ),
  );
}

function applyTo(files: Readonly<Record<string, string>>, ...overrides: LabelOverride[]): string[] {
  const documents = Object.entries(files).map(([path, content]) => indexDocument(path, content));
  return listSet(finish(applyOverrides(documents, overrides)));
}

describe('where an override stands', () => {
  const override = overrideOf(indexDocument('mill.txt', text), words);

  it('is its sentence, wherever text is put in or taken away around it', () => {
    const set = [`mill.txt opinion: ${words}`];
    expect(applyTo({ 'mill.txt': text }, override)).toEqual(set);
    expect(applyTo({ 'mill.txt': `A new beginning. And more.\n\n${text}` }, override)).toEqual(set);
    expect(applyTo({ 'mill.txt': `${words} The end.` }, override)).toEqual(set);
  });

  it('is nowhere once the words are changed or gone, and there again when they come back', () => {
    expect(applyTo({ 'mill.txt': text.replace('thirty', 'forty') }, override)).toEqual([]);
    expect(applyTo({ 'mill.txt': text.replace(words, '') }, override)).toEqual([]);
    expect(applyTo({ 'mill.txt': text }, override)).toHaveLength(1);
  });

  it('does not mind where lines break', () => {
    const wrapped = text.replaceAll(' ', '\n');
    expect(applyTo({ 'mill.txt': wrapped }, override)).toEqual([`mill.txt opinion: ${words.replaceAll(' ', '\n')}`]);
  });

  it('is no part of a longer sentence', () => {
    expect(applyTo({ 'mill.txt': text.replace('years. Nobody', 'years, and nobody') }, override)).toEqual([]);
  });

  it('follows the file to another name, with the words around it', () => {
    expect(applyTo({ 'renamed.txt': text }, override)).toEqual([`renamed.txt opinion: ${words}`]);
    expect(applyTo({ 'other.txt': `We spoke to the neighbours. ${words} So they say.` }, override)).toEqual([]);
  });

  it('stays with its own file where another one has the same words', () => {
    expect(applyTo({ 'a.txt': `x. ${text}`, 'mill.txt': text }, override)).toEqual([`mill.txt opinion: ${words}`]);
  });

  it('is the one of two equal sentences that stands in the same surroundings', () => {
    const twice = `One day it rained a lot. ${words} The second chapter begins here. ${words} Then all was well.`;
    const document = indexDocument('twice.txt', twice);
    const second = overrideOf(document, words);
    const at = twice.lastIndexOf(words);
    const anchor = anchorOf(document.document, { start: at, end: at + words.length });
    const longer = `${'Before all that there was a lot to tell. '.repeat(5)}${twice}`;
    const [place] = placeAnchors([indexDocument('twice.txt', longer)], [{ ...second, ...anchor }]);
    expect(place?.first).toBe(8);
  });

  it('does not pass from a short sentence to another one of the same words', () => {
    const short = overrideOf(
      indexDocument('t.txt', 'Did the owner agree to sell? He did not. The mill closed.'),
      'He did not.',
    );
    expect(applyTo({ 't.txt': 'Did the brother ever come back home? He did not. Years went by.' }, short)).toEqual([]);
    expect(
      applyTo({ 't.txt': 'And then? Did the owner agree to sell? He did not. The mill closed.' }, short),
    ).toHaveLength(1);
  });

  it('never is a heading', () => {
    expect(
      applyTo({ 'mill.md': `# ${words}\n\nSomething else is said here.` }, { ...override, path: 'mill.md' }),
    ).toEqual([]);
  });

  it('has the later decision where two hold for one sentence', () => {
    const later = { ...override, id: 2, label: 'attributed' as const, decidedAtMs: override.decidedAtMs + 1 };
    expect(applyTo({ 'mill.txt': text }, later, override)).toEqual([`mill.txt attributed: ${words}`]);
  });

  it('leaves all other documents the same objects', () => {
    const documents = [indexDocument('a.txt', 'Nothing happens in this text.'), indexDocument('mill.txt', text)];
    const applied = finish(applyOverrides(documents, [override]));
    expect(applied[0]).toBe(documents[0]);
    expect(applied[1]).not.toBe(documents[1]);
    expect(
      finish(
        applyOverrides(documents, [
          overrideOf(indexDocument('z.txt', 'Gone are the days of yore.'), 'Gone are the days of yore.'),
        ]),
      ),
    ).toBe(documents);
  });
});

describe('a label as set', () => {
  const sentence = 'The bridge, which is 40 metres long, is an ugly heap.';
  const span = { start: 0, end: sentence.length };
  const part = (exact: string, label: Lane, attributedTo: string | null = null): LabelSpan => {
    const start = sentence.indexOf(exact);
    return { start, end: start + exact.length, label, attributedTo };
  };
  const labelled = (changes: Partial<StoredLabel>): StoredLabel => ({
    label: 'reported',
    step: 'unclear',
    confidence: 0.6,
    attributed: false,
    sources: [],
    kind: null,
    spans: [],
    ...changes,
  });
  const set = (label: Lane, source: string | null = null) => ({ label, source, kind: null, decidedAtMs: 5 });

  it('is clear, a moderator’s, and remembers the labeller’s', () => {
    const label = relabel(labelled({}), span, sentence, set('opinion'));
    expect(label).toMatchObject({ label: 'opinion', step: 'clear', moderator: { atMs: 5, instead: 'reported' } });
  });

  it('loses the parts that are in its lane now, and keeps the others', () => {
    const [long, ugly] = [part('which is 40 metres long', 'reported'), part('an ugly heap', 'opinion')];
    const from = labelled({
      label: 'attributed',
      spans: [long, ugly],
      sources: ['Ann'],
      attributed: true,
      kind: 'said',
    });
    expect(relabel(from, span, sentence, set('opinion'))).toMatchObject({
      spans: [long],
      sources: [],
      attributed: false,
      kind: null,
    });
  });

  it('takes opinion in as part of what a source says, and names the source', () => {
    const from = labelled({ spans: [part('an ugly heap', 'opinion')] });
    expect(relabel(from, span, sentence, set('attributed', 'the mayor'))).toMatchObject({
      spans: [],
      sources: ['the mayor'],
      attributed: true,
      kind: 'said',
    });
  });

  it('keeps the source that the labeller found where none is given', () => {
    const from = labelled({ label: 'opinion', sources: ['Ann'], attributed: true });
    expect(relabel(from, span, sentence, set('attributed')).sources).toEqual(['Ann']);
  });

  it('is not left without words by its parts', () => {
    const from = labelled({ label: 'opinion', spans: [{ ...span, label: 'attributed', attributedTo: 'Ann' }] });
    expect(relabel(from, span, sentence, set('reported'))).toMatchObject({ spans: [], attributed: false, sources: [] });
  });
});

describe('an index with other labels', () => {
  it('shares its lists, and quotes say who has labelled them', () => {
    const index = indexTexts({ 'mill.txt': text });
    const document = index.documents[0];
    const overrides = document ? [overrideOf(document, words)] : [];
    const relabelled = new SearchIndex(
      finish(applyOverrides(index.documents, overrides)),
      index.vectors,
      index.content,
    );
    expect(relabelled.sentenceTerms).toBe(index.sentenceTerms);
    expect(relabelled.termNumber('mill')).toBe(index.termNumber('mill'));
    expect(makeQuote(relabelled, [1], 1, noScore)).toMatchObject({
      exact: words,
      label: 'opinion',
      labelledBy: 'moderator',
      step: 'clear',
    });
    expect(makeQuote(relabelled, [0], 0, noScore).labelledBy).toBe('labeller');
    expect(makeQuote(index, [1], 1, noScore)).toMatchObject({ label: 'reported', labelledBy: 'labeller' });
  });
});

describe('a dispute', () => {
  const { sentences } = indexDocument('a.txt', 'The pier is 90 metres long. It is a disgrace to the whole town.');

  it('is about those sentences of its quote that have the label found wrong', () => {
    expect(sentences.map(({ label }) => label.label)).toEqual(['reported', 'opinion']);
    expect(findDisputed(sentences, 'opinion', { label: 'attributed', source: null })).toEqual([sentences[1]]);
    expect(findDisputed(sentences, 'opinion', { label: 'opinion', source: null })).toEqual([]);
  });

  it('may be about the source alone, but for its article and case', () => {
    const said = indexDocument('b.txt', 'The harbour master said that the pier was closed.').sentences;
    expect(said[0]?.label).toMatchObject({ label: 'attributed', sources: ['The harbour master'] });
    expect(findDisputed(said, 'attributed', { label: 'attributed', source: 'harbour master' })).toEqual([]);
    expect(findDisputed(said, 'attributed', { label: 'attributed', source: 'the mayor' })).toEqual(said);
  });

  it('names its words the same wherever text is put in around them', () => {
    const [before, after] = [text, `Two words. ${text}`].map((content) => {
      const { document } = indexDocument('mill.txt', content);
      const start = content.indexOf(words);
      return quoteKey(document, { start, end: start + words.length });
    });
    expect(after).toBe(before);
    const twice = indexDocument('mill.txt', `${words} ${words}`).document;
    const second = { start: words.length + 1, end: 2 * words.length + 1 };
    expect(quoteKey(twice, second)).not.toBe(quoteKey(twice, { start: 0, end: words.length }));
  });
});

describe('an exported label', () => {
  const head = '---\ntitle: A title\ngenre: news\n---\n';
  const content = 'It rained. Ann Lee said that the **old** mill\nwas "a heap". It closed.';
  const exact = 'Ann Lee said that the **old** mill\nwas "a heap".';

  function exportHere(changes: Partial<LabelOverride>) {
    const { document, sentences } = indexDocument('mill.md', `${head}\n${content}\n`);
    const override = overrideOf(indexDocument('mill.md', `${head}\n${content}\n`), exact, changes);
    const labels = [{ start: override.start, end: override.end, reasons: [] }] as never[];
    return exportOverride(override, { document, sentences, first: 1, last: 1, labels });
  }

  it('is a line that the labelled set can hold', () => {
    const exported = exportHere({ label: 'attributed', source: 'Ann "the boss" Lee', kind: 'said' });
    expect(exported).toMatchObject({
      label: 'A',
      was: 'R',
      before: 'It rained.',
      after: 'It closed.',
      genre: 'news',
      stands: true,
    });
    expect(exported.sentence).toBe(exact);
    const read = readLabelled(`${head}\n${exported.line ?? ''}\n`, 'x.txt', analyser);
    expect(read.gold).toMatchObject([{ label: 'attributed', source: "Ann 'the boss' Lee", kind: 'said' }]);
    expect(read.document.text.replace(/\s+/g, ' ')).toBe('Ann Lee said that the old mill was "a heap".');
  });

  it('has no line for words that its format would take for tags', () => {
    const tagged = 'He wrote <a href> into the <o >margin of it.';
    const override = overrideOf(indexDocument('t.txt', tagged), tagged);
    expect(exportOverride(override, null)).toMatchObject({ line: null, stands: false, sentence: tagged });
  });

  it('of reported and opinion has neither source nor cue', () => {
    expect(exportHere({ label: 'opinion' })).toMatchObject({ label: 'O', source: null, cue: null, kind: null });
    expect(exportHere({ label: 'opinion' }).line).toMatch(/^O\| Ann Lee said/);
  });
});

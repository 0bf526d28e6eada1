import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { stopWords, termsOf } from '#verbatim/core/english/terms.js';
import { analyser } from '../../helpers/analyse.js';
import { reviewedStems } from './reviewed-stems.js';

const termOf = (word: string): string => termsOf(analyser.analyse(word).tokens).join(' ');
const minCount = 3;

/** Texts and word lists that are indexed or asked about here. */
function readTexts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|md|jsonl|tsv)$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
}

/** A word without the endings of its plain forms: "rooms", "opened", "slowly". */
const plain = (word: string): string =>
  word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:es|s|ed|ing|er|ers|ly)$/, '')
    .replace(/(.)\1$/, '$1')
    .replace(/e$/, '');

describe('words that a stemmer takes for one', () => {
  it.each([
    ['important', 'import'],
    ['capital', 'capitation'],
    ['severance', 'severity'],
    ['several', 'severe'],
    ['organisation', 'organ'],
    ['organization', 'organ'],
    ['university', 'universe'],
    ['policy', 'police'],
    ['general', 'generation'],
    ['general', 'generous'],
    ['news', 'new'],
    ['experience', 'experiment'],
    ['office', 'officer'],
    ['apart', 'apartment'],
    ['paste', 'past'],
    ['responsible', 'response'],
    ['politics', 'polite'],
    ['emergency', 'emerge'],
  ])('are two: %s and %s', (one, other) => {
    expect(termOf(one)).not.toBe(termOf(other));
  });

  it.each([
    ['university', 'universities'],
    ['organisation', 'organizations'],
    ['organiser', 'organizing'],
    ['important', 'importance'],
    ['allowance', 'allowances'],
    ['publication', 'published'],
  ])('stay one where they are: %s and %s', (one, other) => {
    expect(termOf(one)).toBe(termOf(other));
  });

  it('were looked through: each term of several words that are frequent here', () => {
    const counts = new Map<string, number>();
    for (const text of ['corpus', 'tests/questions', 'src/core/english'].flatMap(readTexts)) {
      for (const [word] of text.toLowerCase().matchAll(/[a-z]{3,}/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const families = new Map<string, Set<string>>();
    for (const [word, count] of counts) {
      if (count < minCount || stopWords.has(word)) continue;
      const term = termOf(word);
      families.set(term, (families.get(term) ?? new Set()).add(plain(word)));
    }
    const unseen = [...families].filter(([term, words]) => words.size > 1 && !reviewedStems.has(term));
    // Words of one meaning go into reviewed-stems.ts, words of several into src/core/english/parted-stems.ts.
    expect(unseen.map(([term, words]) => `${term}: ${[...words].join(' ')}`)).toEqual([]);
  });
});

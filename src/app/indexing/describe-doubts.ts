import type { Doubt, DoubtKind } from '../../core/text/derivation.js';

const wording: Readonly<Record<DoubtKind, string>> = {
  'no-text': 'no text',
  garbled: 'letters that mean nothing, which are left out',
  recognised: 'text that a program has recognised in pictures, with its mistakes',
  table: 'tables, which are read row by row',
  formula: 'formulas, which are left out',
  'right-to-left': 'words that run from right to left, whose order may be another',
  'left-out': 'parts that are hidden or too much, which are left out',
};

/** What a reader is not sure of in a file, in one line: "no text on pages 3 and 7–9". */
export function describeDoubts(doubts: readonly Doubt[]): string {
  return doubts
    .map(({ kind, pages }) => (pages.length === 0 ? wording[kind] : `${wording[kind]} (${describePages(pages)})`))
    .join('; ');
}

function describePages(pages: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const page of [...pages].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && page <= run.last + 1) run.last = page;
    else runs.push({ first: page, last: page });
  }
  const names = runs.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`));
  return `${pages.length === 1 ? 'page' : 'pages'} ${names.join(', ')}`;
}

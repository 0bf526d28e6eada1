import type { Doubt, DoubtKind } from '../../core/text/derivation.js';

/** What doubts are called in one language. */
export interface DoubtWords {
  readonly kinds: Readonly<Record<DoubtKind, string>>;
  /** `numbers` as in "3, 7–9". */
  readonly pages: (numbers: string, areSeveral: boolean) => string;
}

export const englishDoubts: DoubtWords = {
  kinds: {
    'no-text': 'no text',
    garbled: 'letters that mean nothing, which are left out',
    recognised: 'text that a program has recognised in pictures, with its mistakes',
    table: 'tables, which are read row by row',
    formula: 'formulas, which are left out',
    'right-to-left': 'words that run from right to left, whose order may be another',
    notes: 'footnotes or endnotes, which are left out',
    'left-out': 'parts that are hidden or too much, which are left out',
  },
  pages: (numbers, areSeveral) => `${areSeveral ? 'pages' : 'page'} ${numbers}`,
};

/** What a reader is not sure of in a file, in one line: "no text (pages 3, 7–9)". */
export function describeDoubts(doubts: readonly Doubt[], { kinds, pages }: DoubtWords = englishDoubts): string {
  return doubts
    .map((doubt) =>
      doubt.pages.length === 0
        ? kinds[doubt.kind]
        : `${kinds[doubt.kind]} (${pages(listPages(doubt.pages), doubt.pages.length > 1)})`,
    )
    .join('; ');
}

function listPages(pages: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const page of [...pages].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && page <= run.last + 1) run.last = page;
    else runs.push({ first: page, last: page });
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}

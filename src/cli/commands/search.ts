import { VerbatimError } from '../../core/errors.js';
import type { FoundPassage } from '../../core/search/passage-search.js';
import { openWithProgress } from '../progress.js';
import { readBatch } from '../read-batch.js';
import { terminalStyle, visible } from '../terminal-style.js';

export interface SearchFlags {
  readonly json?: true;
  readonly batch?: string;
  readonly k: number;
  /** The only collections to look in. */
  readonly collection?: readonly string[];
}

export async function runSearch(query: string, { json, batch, k, collection }: SearchFlags): Promise<void> {
  if (batch === undefined && query.trim() === '') throw new VerbatimError('bad-usage', 'search: a query is missing.');
  const queries = batch === undefined ? [{ id: null, question: query }] : await readBatch(batch);
  const index = await openWithProgress({ reads: false, collections: collection });
  try {
    for (const { id, question } of queries) {
      const { passages } = await index.search(question, k);
      if (json || batch !== undefined) process.stdout.write(`${JSON.stringify({ id, query: question, passages })}\n`);
      else for (const [i, passage] of passages.entries()) process.stdout.write(renderPassage(i + 1, passage));
    }
  } finally {
    await index.close();
  }
}

function renderPassage(rank: number, { document, exact, score, trace }: FoundPassage): string {
  const style = terminalStyle(process.stdout);
  const parts = Object.entries(trace).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  return (
    `${style.bold(`${rank}. ${visible(document.title)}`)} ${style.dim(visible(document.path))}\n` +
    `${style.wrap(visible(exact), '   ')}\n` +
    `   ${style.dim(`score ${score.toFixed(3)} = ${parts.join(' + ')}`)}\n\n`
  );
}

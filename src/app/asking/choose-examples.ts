import type { ExampleQuestion } from '../../core/question/example-questions.js';
import type { OpenIndex } from './open-index.js';

const wanted = 3;
/** Most questions that are asked to find out which are answered: a few seconds at most, once for an index. */
const maxAsked = 24;

/** What an example costs by its rank, and for each one that was chosen from its document, or begins as it does, already. */
const rankCosts = [0, 1, 5, 7];
const documentCost = 12;
const openingCost = 6;

const known = new WeakMap<object, Promise<readonly string[]>>();

/**
 * Up to three questions that the texts do answer, each of which was asked; from different documents, and of different kinds, where there
 * are some. The same for the same index. They are found when they are first needed.
 */
export function findExamples(index: OpenIndex): Promise<readonly string[]> {
  const found = known.get(index) ?? chooseExamples(index);
  known.set(index, found);
  found.catch(() => known.delete(index));
  return found;
}

async function chooseExamples(index: OpenIndex): Promise<readonly string[]> {
  const chosen: ExampleQuestion[] = [];
  let open = await index.listExamples();
  for (let asked = 0; asked < maxAsked && chosen.length < wanted && open.length > 0; asked++) {
    const next = findBest(open, chosen);
    if (!next) break;
    open = open.filter((each) => each !== next);
    if (await isAnswered(next, index)) chosen.push(next);
  }
  return chosen.map(({ text }) => text);
}

/** The best example that differs from those chosen; the first in the order of the texts of several. */
function findBest(open: readonly ExampleQuestion[], chosen: readonly ExampleQuestion[]): ExampleQuestion | undefined {
  const costOf = ({ rank, documentId, opening }: ExampleQuestion): number =>
    (rankCosts[rank] ?? 0) +
    documentCost * chosen.filter((each) => each.documentId === documentId).length +
    openingCost * chosen.filter((each) => each.opening === opening).length;
  return open.reduce<ExampleQuestion | undefined>(
    (best, each) => (best === undefined || costOf(each) < costOf(best) ? each : best),
    undefined,
  );
}

/** By the document that the question was made from, and not by another question. */
async function isAnswered({ text, documentId }: ExampleQuestion, index: OpenIndex): Promise<boolean> {
  const { status, quotes } = await index.ask(text, { limit: 1 });
  const [quote] = quotes;
  return status === 'answered' && quote?.document.id === documentId && !quote.exact.trimEnd().endsWith('?');
}

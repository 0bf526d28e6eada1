import { writeAnswerLine } from '../../app/asking/answer-wording.js';
import type { Provenance } from '../../app/asking/provenance.js';
import { VerbatimError } from '../../core/errors.js';
import type { Lane } from '../../core/labelling/labels.js';
import type { Answer } from '../../core/search/answer.js';
import { continueQuote, withRest } from '../../core/search/continue-quote.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import { openWithProgress } from '../progress.js';
import { readBatch } from '../read-batch.js';
import { renderAnswer } from '../render-answer.js';
import { terminalStyle } from '../terminal-style.js';

export interface AskFlags {
  readonly json?: true;
  readonly batch?: string;
  readonly limit?: number;
  readonly lane?: Lane;
  readonly in?: string;
  /** The only collections to look in. */
  readonly collection?: readonly string[];
  /** False for an answer by words and embeddings alone. */
  readonly read?: boolean;
  /** Whether quotes that may help, but do not answer by themselves, are shown too. */
  readonly more?: true;
}

export async function runAsk(
  question: string,
  { json, batch, in: wanted, more, collection, ...given }: AskFlags,
): Promise<void> {
  if (batch === undefined && question.trim() === '') {
    const advice = 'Try: npm run -s ask -- "How long is the border?"';
    throw new VerbatimError('bad-usage', { problem: 'ask: a question is missing', advice });
  }
  const questions = batch === undefined ? null : await readBatch(batch);
  const index = await openWithProgress({ reads: given.read !== false, collections: collection });
  try {
    const options = { ...given, documentId: wanted === undefined ? null : index.requireDocument(wanted).id };
    if (questions) {
      // A document that is not there is told of before anything is answered.
      const asked = [];
      for (const { in: own, lane, where, ...line } of questions) {
        const documentId = own === undefined ? options.documentId : findIn(index, own, where);
        asked.push({ ...line, options: { ...options, documentId, ...(lane ? { lane } : {}) } });
      }
      for (const { id, question: text, options: own } of asked) printLine(id, await index.ask(text, own));
    } else {
      const answer = await index.ask(question, options);
      if (json) printLine(null, answer);
      else
        process.stdout.write(
          renderAnswer(more ? await addRest(answer, index) : answer, terminalStyle(process.stdout), {
            more: more ?? false,
          }),
        );
    }
  } finally {
    await index.close();
  }
}

/** The id of a document that a line names; where there is none such, the line is told. */
function findIn(index: OpenIndex, name: string, where: string): string {
  try {
    return index.requireDocument(name).id;
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    const { problem = '{subject}', ...fields } = error.fields;
    throw new VerbatimError(error.code, { ...fields, problem: `${where}, in: ${problem}` }, { cause: error });
  }
}

/** The answer with the rest of each quote that goes on. */
async function addRest<Given extends Answer>(answer: Given, index: OpenIndex): Promise<Given> {
  const quotes = [...answer.quotes, ...answer.related];
  const { searchIndex } = await index.fetchTexts(quotes.map(({ document }) => document.id));
  return { ...answer, ...withRest(answer, (quote) => continueQuote(quote, searchIndex)) };
}

function printLine(id: string | null, answer: Answer & Provenance): void {
  process.stdout.write(`${writeAnswerLine(id, answer)}\n`);
}

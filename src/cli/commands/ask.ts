import type { Provenance } from '../../app/asking/open-index.js';
import { VerbatimError } from '../../core/errors.js';
import type { Lane } from '../../core/labelling/labels.js';
import type { Answer } from '../../core/search/answer.js';
import { openWithProgress } from '../progress.js';
import { readBatch } from '../read-batch.js';
import { describeMissing, renderAnswer } from '../render-answer.js';
import { terminalStyle } from '../terminal-style.js';

export interface AskFlags {
  readonly json?: true;
  readonly batch?: string;
  readonly limit?: number;
  readonly lane?: Lane;
  readonly in?: string;
}

export async function runAsk(question: string, { json, batch, in: wanted, ...given }: AskFlags): Promise<void> {
  if (batch === undefined && question.trim() === '') {
    const advice = 'Try: npm run -s ask -- "How long is the border?"';
    throw new VerbatimError('bad-usage', { problem: 'ask: a question is missing', advice });
  }
  const questions = batch === undefined ? null : await readBatch(batch);
  const index = await openWithProgress();
  try {
    const options = { ...given, documentId: wanted === undefined ? null : index.requireDocument(wanted).id };
    if (questions) {
      for (const { id, question: text } of questions) printLine(id, await index.ask(text, options));
    } else {
      const answer = await index.ask(question, options);
      if (json) printLine(null, answer);
      else process.stdout.write(renderAnswer(answer, terminalStyle(process.stdout)));
    }
  } finally {
    await index.close();
  }
}

function printLine(id: string | null, answer: Answer & Provenance): void {
  const elapsedMs = Math.round(answer.elapsedMs * 10) / 10;
  process.stdout.write(
    `${JSON.stringify({ id, ...answer, missing: answer.missing.map(describeMissing), elapsedMs })}\n`,
  );
}

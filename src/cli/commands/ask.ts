import type { TimedAnswer } from '../../app/asking/pipeline.js';
import { readStoreSettings } from '../../app/store-settings.js';
import { VerbatimError } from '../../core/errors.js';
import type { AskFlags } from '../program.js';
import { openWithProgress } from '../progress.js';
import { readBatch } from '../read-batch.js';
import { describeMissing, renderAnswer } from '../render-answer.js';
import { terminalStyle } from '../terminal-style.js';

export async function runAsk(question: string, { json, batch, ...options }: AskFlags): Promise<void> {
  if (batch === undefined && question.trim() === '') {
    throw new VerbatimError(
      'bad-usage',
      'ask: a question is missing. Try: npm run -s ask -- "How long is the border?"',
    );
  }
  const questions = batch === undefined ? null : await readBatch(batch);
  const pipeline = await openWithProgress({ store: readStoreSettings() });
  try {
    if (questions) {
      for (const { id, question: text } of questions) printLine(id, await pipeline.ask(text, options));
    } else {
      const answer = await pipeline.ask(question, options);
      if (json) printLine(null, answer);
      else process.stdout.write(renderAnswer(answer, terminalStyle(process.stdout)));
    }
  } finally {
    await pipeline.close();
  }
}

function printLine(id: string | null, answer: TimedAnswer): void {
  const elapsedMs = Math.round(answer.elapsedMs * 10) / 10;
  process.stdout.write(
    `${JSON.stringify({ id, ...answer, missing: answer.missing.map(describeMissing), elapsedMs })}\n`,
  );
}

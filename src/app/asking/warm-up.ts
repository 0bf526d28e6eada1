import { setImmediate } from 'node:timers/promises';
import { answerDefaults, answerQuestion } from '../../core/search/answer.js';
import type { SearchIndex } from '../../core/search/search-index.js';
import { readWords, type QuestionReaders, type WordReaders } from './prepare-question.js';

const maxWarmUpQuestions = 120;
/** One for each way through the code. */
const warmUpOpenings = [
  'How long is',
  'Who says that',
  'How many',
  'When was',
  'How much money',
  'Where is',
  'Why did',
  'What is',
];

const modelWarmUp = ['How many and when?', 'Who says that it was not so, and to whom?', 'Why?'];

/** Lets the model run once for each length of question. */
export async function warmUpModel({ embedder }: Pick<QuestionReaders, 'embedder'>): Promise<void> {
  for (const question of modelWarmUp) await embedder.embedQuestion(question);
}

/**
 * Asks the index about its own sentences, without the model, so that the first real question finds compiled code. It costs time
 * that is spent waiting for the model anyway; `maxMs` at most. All that waits goes on in between.
 */
export async function warmUp(index: SearchIndex, readers: WordReaders, maxMs = 200): Promise<void> {
  const started = performance.now();
  const vector = new Float32Array(index.vectors.dimensions);
  for (let i = 0; i < maxWarmUpQuestions && index.rows.length > 0; i++) {
    const words = index.textOf((i * 7) % index.rows.length).split(/\s+/);
    const opening = warmUpOpenings[i % warmUpOpenings.length] ?? '';
    vector.fill(0);
    vector[i % vector.length] = 1;
    const question = readWords(`${opening} ${words.slice(0, 8).join(' ')}?`, index, readers);
    answerQuestion(question, vector, index, { ...answerDefaults, threshold: i % 2 });
    if (performance.now() - started > maxMs) break;
    await setImmediate();
  }
}

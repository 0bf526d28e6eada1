import type { OpenIndex } from '../app/asking/open-index.js';
import { answersAtOnce } from '../app/asking/reading-desk.js';

const crowd = 100;

/**
 * What a crowd waits whose questions come at once, as a value of a report: until half of them, and until all are answered. They are
 * answered as the bot does it, some at a time, each told how many wait behind it; without Discord's share, which is small.
 */
export async function measureCrowd(
  index: OpenIndex,
  questions: readonly { readonly question: string }[],
): Promise<readonly [name: string, value: string]> {
  const asked = Array.from({ length: crowd }, (_, i) => questions[i % questions.length]?.question ?? '');
  const started = performance.now();
  const times: number[] = [];
  const serve = async (): Promise<void> => {
    for (let next = asked.shift(); next !== undefined; next = asked.shift()) {
      await index.ask(next, { waiting: asked.length });
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: answersAtOnce }, serve));
  const seconds = (count: number): string => ((times[count - 1] ?? 0) / 1_000).toFixed(1);
  return [`${crowd} questions at once`, `half answered within ${seconds(crowd / 2)} s, all within ${seconds(crowd)} s`];
}

import { openReader } from '../adapters/embedding/onnx-reader.js';
import type { HeldTexts } from '../app/asking/held-texts.js';

/** Numbers of windows that are read for one question. */
const counts = [2, 4, 6, 8] as const;
const rounds = 15;
/** Words that a window holds at most; sentences are added to it as long as they fit. */
const maxWords = 95;

/**
 * What reading costs, as names and values of a report: memory, and the median of the milliseconds that the windows of a question
 * take. The windows are of the indexed texts, each round's question and windows are others than those before.
 */
export async function measureReading(
  model: string,
  { searchIndex }: Pick<HeldTexts, 'searchIndex'>,
  questions: readonly { readonly question: string }[],
): Promise<(readonly [name: string, value: string])[]> {
  const before = process.memoryUsage.rss();
  const reader = await openReader({ model });
  const windows = cutWindows(Array.from(searchIndex.rows.keys(), (row) => searchIndex.textOf(row)));
  const medians: string[] = [];
  let next = 0;
  for (const count of counts) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const texts = Array.from({ length: count }, () => windows[next++ % windows.length] ?? '');
      const started = performance.now();
      await reader.read(questions[round % questions.length]?.question ?? '', texts);
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    medians.push((times[Math.floor(rounds / 2)] ?? 0).toFixed(0));
  }
  const grown = (process.memoryUsage.rss() - before) / 1e6;
  await reader.close();
  return [
    [`reading ${counts.join(', ')} windows of up to ${maxWords} words`, `p50 ${medians.join(', ')} ms`],
    ['resident memory that the reader adds', `${grown.toFixed(0)} MB`],
  ];
}

function cutWindows(sentences: readonly string[]): string[] {
  const windows: string[] = [];
  let window = '';
  for (const sentence of sentences) {
    const longer = window === '' ? sentence : `${window} ${sentence}`;
    if (window !== '' && longer.split(/\s+/).length > maxWords) {
      windows.push(window);
      window = sentence;
    } else window = longer;
  }
  return [...windows, window];
}

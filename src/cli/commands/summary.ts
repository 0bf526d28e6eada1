import { readStoreSettings } from '../../app/store-settings.js';
import { describeMissing } from '../render-answer.js';
import { renderSummary } from '../render-summary.js';
import type { SummaryFlags } from '../program.js';
import { openWithProgress } from '../progress.js';
import { terminalStyle } from '../terminal-style.js';

export async function runSummary(words: string, { json, ...options }: SummaryFlags): Promise<void> {
  const pipeline = await openWithProgress({ store: readStoreSettings() });
  try {
    const { documentId, elapsedMs, ...summary } = await pipeline.summarise({
      ...options,
      ...(words.trim() === '' ? {} : { topic: words }),
    });
    const document = pipeline.searchIndex.documents.find(({ document: { id } }) => id === documentId)?.document;
    if (json) {
      const { topic, ...rest } = summary;
      const missing = rest.missing.map(describeMissing);
      const line = { topic, in: document?.path ?? null, ...rest, missing, elapsedMs: Math.round(elapsedMs * 10) / 10 };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    } else {
      const place = document ? document.metadata.title : 'all texts';
      const title = summary.topic === null ? `Summary of ${place}` : `${summary.topic} — in ${place}`;
      process.stdout.write(renderSummary({ ...summary, documentId }, title, terminalStyle(process.stdout)));
    }
  } finally {
    await pipeline.close();
  }
}

import { nameCollection } from '../../app/asking/choose-collections.js';
import { describeMissing } from '../../app/asking/answer-wording.js';
import { renderSummary } from '../render-summary.js';
import { openWithProgress } from '../progress.js';
import { terminalStyle } from '../terminal-style.js';

export interface SummaryFlags {
  readonly json?: true;
  readonly in?: string;
  readonly quotes: number;
  /** The only collections to look in. */
  readonly collection?: readonly string[];
}

export async function runSummary(topic: string, { json, in: wanted, quotes, collection }: SummaryFlags): Promise<void> {
  const index = await openWithProgress({ reads: topic.trim() !== '', collections: collection });
  try {
    const document = wanted === undefined ? null : index.requireDocument(wanted);
    const { documentId, elapsedMs, ...summary } = await index.summarise({
      topic,
      documentId: document?.id ?? null,
      quotes,
    });
    if (json) {
      const { topic, ...rest } = summary;
      const missing = rest.missing.map(describeMissing);
      const line = { topic, in: document?.path ?? null, ...rest, missing, elapsedMs: Math.round(elapsedMs * 10) / 10 };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    } else {
      const place = document ? document.metadata.title : (collection?.map(nameCollection).join(', ') ?? 'all texts');
      const title = summary.topic === null ? `Summary of ${place}` : `${summary.topic} — in ${place}`;
      process.stdout.write(renderSummary({ ...summary, documentId }, title, terminalStyle(process.stdout)));
    }
  } finally {
    await index.close();
  }
}

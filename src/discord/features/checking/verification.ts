import type { Verification } from '../../../app/asking/verify-quote.js';
import type { Texts } from '../../texts/texts.js';
import type { Card } from '../../cards/card.js';
import { escapeMarkdown } from '../../cards/markdown.js';
import { renderNotice } from '../../cards/notice.js';

const looks = { identical: 'good', moved: 'good', changed: 'warning', removed: 'warning' } as const;

/** What re-reading the source file has shown; `readAtMs` becomes a time in the reader's own zone. */
export function renderVerification({ kind }: Verification, path: string, readAtMs: number, texts: Texts): Card {
  const time = `<t:${Math.floor(readAtMs / 1_000)}:T>`;
  return renderNotice(`${texts.verification[kind]}\n-# ${texts.verifiedAt(escapeMarkdown(path), time)}`, looks[kind]);
}

import { lanes, type Lane } from '../../../core/labelling/labels.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';
import type { Texts } from '../../texts/texts.js';
import { writeCustomId } from '../../custom-ids/custom-id.js';
import { accents, button, container, row, text, type Card } from '../../cards/card.js';
import { escapeMarkdown, showTime } from '../../cards/markdown.js';
import { describeCoverage, measureCoverage } from '../../cards/refusal.js';

const indexDigits = 8;

/** What the bot is, what it knows and since when it runs. */
export function renderAbout(
  { manifest, documents }: Pick<OpenIndex, 'manifest' | 'documents'>,
  counts: Readonly<Record<Lane, number>>,
  { startedAtMs, nowMs }: { readonly startedAtMs: number; readonly nowMs: number },
  texts: Texts,
): Card {
  const coverage = measureCoverage({ documents });
  const lines = texts.about({
    ...manifest.counts,
    lanes: shareLanes(counts),
    model: escapeMarkdown(manifest.model.id),
    index: manifest.version.slice(0, indexDigits),
    builtAt: showTime(Date.parse(manifest.builtAt), 'R'),
    startedAt: showTime(startedAtMs, 'f'),
    uptime: formatDuration(nowMs - startedAtMs),
  });
  const parts = [`### ${texts.aboutTitle}`, ...lines, `-# ${describeCoverage(coverage, texts)}`];
  const list = button(writeCustomId('texts:turn', { page: 0, search: '' }), texts.list.title, '📚');
  const buttons = manifest.counts.documents > 0 ? [row([list])] : [];
  return { components: [container(accents.neutral, [text(parts.join('\n\n')), ...buttons])] };
}

/** Whole per cent of the sentences. */
export function shareLanes(counts: Readonly<Record<Lane, number>>): Record<Lane, number> {
  const total = lanes.reduce((sum, lane) => sum + counts[lane], 0);
  const shares = { ...counts };
  for (const lane of lanes) shares[lane] = total === 0 ? 0 : Math.round((100 * counts[lane]) / total);
  return shares;
}

function formatDuration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24];
  if (minutes < 1) return `${Math.floor(ms / 1_000)} s`;
  return [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', `${minutes % 60} min`]
    .filter((part) => part !== '')
    .join(' ');
}

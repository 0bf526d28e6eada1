import type { APIButtonComponent } from 'discord.js';
import { readUnseen } from '../../core/labelling/unseen-reasons.js';
import { lanes, type Reason, type SentenceLabel, type StoredLabel } from '../../core/labelling/labels.js';
import { readWords, type SourceDocument } from '../../core/text/document.js';
import type { Texts } from '../texts/texts.js';
import { accents, container, firstFitting, row, text, type Card } from './card.js';
import { shorten } from '../../core/text/span.js';
import { escapeMarkdown, showTime } from './markdown.js';

/** Reasons shown for each side of a sentence: the first of these with which the message fits. */
const reasonCounts = [6, 4, 2, 1];
const maxCueLength = 80;
const maxSentenceLength = 200;
/** Weights from which a reason is called medium and strong, in units of a label's logit. */
const strengthLimits = [0.5, 1.2] as const;

/** The label of a sentence in force where it is not the labeller's own; null where it is. */
type FindSetLabel = (label: SentenceLabel) => StoredLabel | null;

interface ReasonsFrame {
  readonly findSet?: FindSetLabel;
  /** Shown above. */
  readonly above?: Card;
  /** At the end. */
  readonly buttons?: readonly APIButtonComponent[];
}

/** For each sentence of a quote its label, its step, and the words that spoke for each side. */
export function renderReasons(
  labels: readonly SentenceLabel[],
  document: SourceDocument,
  texts: Texts,
  { findSet = () => null, above = { components: [] }, buttons = [] }: ReasonsFrame = {},
): Card {
  return firstFitting(reasonCounts, (count) => ({
    components: [
      ...above.components,
      ...labels.slice(0, 4).map((label, i) => {
        const set = findSet(label);
        const parts = [
          ...(i === 0 ? [`### ${texts.whyTitle}`] : []),
          `“${escapeMarkdown(shorten(readWords(document, label), maxSentenceLength))}”`,
          ...(set?.moderator ? [renderSet(set, set.moderator.atMs, texts)] : []),
          set ? texts.whyLabeller(label.label, label.step) : texts.whyLabel(label.label, label.step),
          ...(label.statement === undefined ? [] : [texts.whyStatement(label.statement)]),
          ...(label.step === 'unclear' ? [`⚖️ ${texts.whyUnclear}`] : []),
          ...renderSides(label, count, texts),
          ...(i === labels.length - 1
            ? [`-# ${texts.whyTextKind(label.textKind, document.metadata.kind !== undefined)}`]
            : []),
          ...(i === labels.length - 1 ? [`-# ${texts.whyNote}`] : []),
        ];
        return container(accents[set?.label ?? label.label], [text(parts.join('\n'))]);
      }),
      ...(buttons.length > 0 ? [row(buttons)] : []),
    ],
  }));
}

/** The strongest reasons for and against a label, at most `count`, by side. */
export function renderStrongestReasons(label: SentenceLabel, count: number, texts: Texts): string[] {
  return renderSides({ ...label, reasons: label.reasons.slice(0, count) }, count, texts);
}

function renderSet({ label, sources }: StoredLabel, atMs: number, texts: Texts): string {
  const source = label === 'attributed' ? (sources[0] ?? null) : null;
  const day = showTime(atMs, 'D');
  return texts.whySet(label, source === null ? null : escapeMarkdown(source), day);
}

/** The label's own side first; the other sides follow, for an unclear label is decided between them. */
function renderSides({ label, reasons, sources }: SentenceLabel, count: number, texts: Texts): string[] {
  const order = [label, ...lanes.filter((lane) => lane !== label)];
  const sides = order.flatMap((lane) => {
    const own = reasons.filter(({ towards }) => towards === lane).sort((a, b) => b.weight - a.weight);
    if (own.length === 0) return [];
    const named = lane === 'attributed' && sources.length > 0 ? ` (${escapeMarkdown(sources.join(', '))})` : '';
    return [
      `**${texts.whyTowards[lane]}**${named}`,
      ...own.slice(0, count).map((reason) => renderReason(reason, texts)),
    ];
  });
  return sides.length > 0 ? sides : [texts.whyNone];
}

function renderReason({ cue, weight }: Reason, texts: Texts): string {
  const strength = texts.whyStrength[weight >= strengthLimits[1] ? 2 : weight >= strengthLimits[0] ? 1 : 0];
  const unseen = readUnseen(cue);
  const shown = unseen ? `*${texts.whyUnseen[unseen]}*` : texts.quoted(escapeMarkdown(shorten(cue, maxCueLength)));
  return `- ${shown} – ${strength}`;
}

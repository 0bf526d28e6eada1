import { ButtonStyle, ComponentType, type APIButtonComponent } from 'discord.js';
import { finishDraft, type DraftContent } from '../../../../core/briefs/brief-content.js';
import type { BriefDraft } from '../../../../core/briefs/brief-store.js';
import { row, type Card } from '../../../cards/card.js';
import { writeCustomId } from '../../../custom-ids/custom-id.js';
import { showSubtitle, showTitle } from '../message/describe-brief.js';
import { menuRow, pairOption, quoteOption } from '../message/quote-options.js';
import { renderBrief, type TextSet } from '../message/brief-card.js';

const indexDigits = 8;

interface PreviewFrame {
  readonly draft: Pick<BriefDraft, 'id' | 'channelId' | 'content'>;
  /** Where the preview is shown. */
  readonly shownIn: string | null;
  /** Link to the brief that it is to replace; null for none. */
  readonly replaces: string | null;
  /** What is told on top, such as why something was not done; null for nothing. */
  readonly warning: string | null;
  readonly nowMs: number;
}

/** The values of the menu: quotes by number from 0, pairs with a `p` before it. */
export function pairValue(number: number): string {
  return `p${number}`;
}

/** A brief that is being put together, with all that can be done to it. Quotes keep their numbers, whatever their order. */
export function renderPreview({ draft, shownIn, replaces, warning, nowMs }: PreviewFrame, set: TextSet): Card {
  const { briefTexts } = set;
  const { content, channelId } = draft;
  const notes = [
    briefTexts.previewNote,
    ...(shownIn === channelId ? [] : [briefTexts.previewTarget(`<#${channelId}>`)]),
    ...(replaces === null ? [] : [briefTexts.rebuilds(replaces)]),
  ];
  const head = [
    `## ${showTitle(content, briefTexts)}`,
    showSubtitle(content, finishDraft(content).quotes, nowMs, briefTexts),
    ...notes.map((note) => `-# ${note}`),
  ];
  const noteOf = (isLeftOut: boolean): string[] => (isLeftOut ? [briefTexts.notKept] : []);
  return renderBrief(
    {
      head: head.join('\n'),
      warning: warning === null ? null : `⚠️ ${warning}`,
      quotes: content.order.flatMap((number) => {
        const quote = content.quotes[number];
        return quote ? [{ number: number + 1, quote, notes: noteOf(content.leftOut.includes(number)) }] : [];
      }),
      pairs: content.pairs.map((pair, number) => ({
        number: number + 1,
        pair,
        notes: noteOf(content.pairsLeftOut.includes(number)),
        quoteNotes: [[], []],
      })),
      footer: briefTexts.footer(null, false, content.indexVersion.slice(0, indexDigits)),
      isCompact: true,
      hints: briefTexts.hints.preview,
      controls: [
        renderTickMenu(draft.id, content, set),
        renderPeekMenu(draft.id, content, set),
        renderDraftButtons(draft.id, set),
      ],
    },
    set,
  );
}

function renderTickMenu(draftId: string, content: DraftContent, { briefTexts }: TextSet) {
  const { order, quotes, pairs, leftOut, pairsLeftOut } = content;
  const options = [
    ...order.flatMap((number) => {
      const quote = quotes[number];
      if (!quote) return [];
      const option = quoteOption(String(number), number + 1, quote, briefTexts);
      return [{ ...option, default: !leftOut.includes(number) }];
    }),
    ...pairs.map((pair, number) => ({
      ...pairOption(pairValue(number), number + 1, pair, briefTexts),
      default: !pairsLeftOut.includes(number),
    })),
  ];
  const customId = writeCustomId('brief:tick', { draftId });
  return menuRow(customId, briefTexts.tickMenu, options, { min: 0, max: options.length });
}

/** The quotes once more, to read one of them whole. */
function renderPeekMenu(draftId: string, content: DraftContent, { briefTexts }: TextSet) {
  const { order, quotes, pairs } = content;
  const options = [
    ...order.flatMap((number) => {
      const quote = quotes[number];
      return quote ? [quoteOption(String(number), number + 1, quote, briefTexts)] : [];
    }),
    ...pairs.map((pair, number) => pairOption(String(quotes.length + 2 * number), number + 1, pair, briefTexts)),
  ];
  return menuRow(writeCustomId('brief:peek', { draftId }), briefTexts.lookMenu, options, { min: 1, max: 1 });
}

function renderDraftButtons(draftId: string, { briefTexts }: TextSet) {
  const make = (kind: 'form' | 'post' | 'pin' | 'discard', label: string, isMain = false): APIButtonComponent => ({
    type: ComponentType.Button,
    style: isMain ? ButtonStyle.Primary : ButtonStyle.Secondary,
    custom_id: writeCustomId(`brief:${kind}`, { draftId }),
    label,
  });
  return row([
    make('form', briefTexts.button.titleAndOrder),
    make('post', briefTexts.button.post, true),
    make('pin', briefTexts.button.postAndPin, true),
    make('discard', briefTexts.button.discard),
  ]);
}

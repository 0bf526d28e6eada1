import { ButtonStyle, ComponentType, type APIActionRowComponent, type APIStringSelectComponent } from 'discord.js';
import { referTo, writeCustomId } from '../../custom-ids/custom-id.js';
import { accents, button, container, firstFitting, row, text, type Card } from '../../cards/card.js';
import { shorten } from '../../../core/text/span.js';
import { escapeMarkdown } from '../../cards/markdown.js';
import { renderQuoteText } from '../../cards/quote.js';
import { renderStrongestReasons } from '../../cards/reasons.js';
import type { Texts } from '../../texts/texts.js';
import { nameLabel } from './name-label.js';
import { renderSomeMenus } from './some-menus.js';
import {
  makeDisputedQuote,
  sentencesOf,
  type DisputedQuote,
  type Proposal,
  type Queue,
} from '../../../app/moderation/review-queue.js';
import type { ReviewTexts } from '../../texts/review-texts.js';
import type { HeldTexts } from '../../../app/asking/held-texts.js';

const shownReasons = 5;
const maxOptions = 25;
const maxOptionLength = 90;
/** One row of buttons. */
const maxUndos = 5;
const maxUndoLength = 30;
/** Lengths of the quote and of a note, and the number of notes: the first of these with which the message fits. */
const attempts = [
  { quote: 900, note: 300, notes: 8, proposals: 8 },
  { quote: 600, note: 200, notes: 5, proposals: 6 },
  { quote: 350, note: 120, notes: 3, proposals: 4 },
  { quote: 150, note: 60, notes: 1, proposals: 2 },
] as const;
type Attempt = (typeof attempts)[number];

/** A decision by its name; `words` tell it from others made at once, and are null for the only one. */
export interface MadeDecision {
  readonly decision: string;
  readonly words: string | null;
}

/** What the card says besides the quote. */
export interface QueueFrame {
  /** Markdown, above all else: what has just been done. */
  readonly note?: string | null;
  /** The decisions that have just been made, which can be taken back: each with the words of its quote where there are several. */
  readonly decisions?: readonly MadeDecision[];
  /** The dispute whose proposal is chosen; without it the one that most people make. */
  readonly chosen?: number | null;
}

/** One disputed quote with all that a moderator needs to decide, or that there is none. */
export function renderQueue(
  queue: Queue,
  position: number,
  { note = null, decisions = [], chosen = null }: QueueFrame,
  texts: Texts,
  own: ReviewTexts,
): Card {
  const library = queue.texts;
  const aside = queue.aside > 0 ? [`-# ${own.aside(queue.aside)}`] : [];
  const at = Math.min(position, queue.quotes.length - 1);
  const disputed = queue.quotes[at];
  const backs = decisions.slice(0, maxUndos).map(({ decision, words }) => {
    const label = words === null ? own.button.undo : `${own.button.undo}: ${shorten(words, maxUndoLength)}`;
    return button(writeCustomId('label:back', { decision, position }), label, '↩️');
  });
  const undo = backs.length > 0 ? [row(backs)] : [];
  const notes = note === null ? [] : [text(note)];
  if (!disputed) {
    const none = text([own.noneOpen, ...aside].join('\n'));
    return { components: [container(accents.neutral, [...notes, ...undo, none])] };
  }
  const count = queue.quotes.length;
  const head = [`### ${own.queueTitle} · ${own.position(at + 1, count)}`, `-# ${own.order}`, ...aside];
  const proposal = disputed.proposals.find(({ dispute }) => dispute === chosen) ?? disputed.proposals[0];
  const accept = own.acceptSets(proposal ? nameLabel(proposal.label, proposal.source, own) : '');
  return firstFitting(attempts, (attempt) => ({
    components: [
      ...notes,
      ...undo,
      text(head.join('\n')),
      renderDisputed(disputed, attempt, library, texts, own),
      text([...renderProposals(disputed.proposals, attempt, own), accept].join('\n')),
      ...(disputed.proposals.length > 1 ? [renderChoice(disputed, at, proposal, own)] : []),
      renderButtons(disputed, at, count, proposal, library, texts, own),
      ...(count > 1 ? renderSomeMenus(queue, at, own) : []),
    ],
  }));
}

/** The quote with its citation, its label now and why. */
function renderDisputed(disputed: DisputedQuote, attempt: Attempt, library: HeldTexts, texts: Texts, own: ReviewTexts) {
  const quote = makeDisputedQuote(disputed, library);
  const { indexed, was } = disputed;
  const set = sentencesOf(disputed).find(({ label }) => label.label === was)?.label.moderator;
  const step = set ? own.setBefore : texts.step[quote.step];
  const labels = library.explainLabels(indexed, quote);
  const main = labels.find(({ label }) => label === (set?.instead ?? was)) ?? labels[0];
  const now = own.labelNow(nameLabel(quote.label, quote.attributedTo, own), step);
  const reasons = main ? [`**${own.reasons}**`, ...renderStrongestReasons(main, shownReasons, texts)] : [];
  return container(accents[quote.label], [
    renderQuoteText(quote, attempt.quote, texts),
    text([now, ...reasons].join('\n')),
  ]);
}

function renderProposals(proposals: readonly Proposal[], attempt: Attempt, own: ReviewTexts): string[] {
  const lines = [`**${own.proposals}**`];
  let left = attempt.notes;
  let hidden = 0;
  for (const [i, { label, source, count, notes }] of proposals.entries()) {
    if (i >= attempt.proposals) {
      hidden += notes.length;
      continue;
    }
    lines.push(`- ${own.proposal(count, nameLabel(label, source, own))}`);
    for (const note of notes) {
      if (left > 0) lines.push(`> ${escapeMarkdown(shorten(note, attempt.note))}`);
      else hidden++;
      left--;
    }
  }
  if (hidden > 0) lines.push(`-# ${own.moreNotes(hidden)}`);
  return lines;
}

/** The choice between proposals; the chosen one is what **Accept** accepts. */
function renderChoice(
  { quote, proposals }: DisputedQuote,
  position: number,
  chosen: Proposal | undefined,
  own: ReviewTexts,
): APIActionRowComponent<APIStringSelectComponent> {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: writeCustomId('label:choose', { at: { quote, position } }),
        placeholder: own.chooseLabel,
        options: proposals.slice(0, maxOptions).map(({ label, source, count, dispute }) => ({
          label: shorten(
            source === null ? own.option[label].label : `${own.option[label].label}: ${source}`,
            maxOptionLength,
          ),
          description: own.proposalOption(count),
          value: String(dispute),
          default: dispute === chosen?.dispute,
        })),
      },
    ],
  };
}

function renderButtons(
  disputed: DisputedQuote,
  position: number,
  count: number,
  chosen: Proposal | undefined,
  library: HeldTexts,
  texts: Texts,
  own: ReviewTexts,
) {
  const { quote, newestId } = disputed;
  const at = { quote, position };
  const reference = referTo(makeDisputedQuote(disputed, library));
  const accept = writeCustomId('label:accept', { at, dispute: chosen?.dispute ?? 0, newest: newestId });
  const decline = writeCustomId('label:decline', { at, newest: newestId });
  return row([
    { type: ComponentType.Button, style: ButtonStyle.Success, custom_id: accept, label: own.button.accept },
    { type: ComponentType.Button, style: ButtonStyle.Danger, custom_id: decline, label: own.button.decline },
    button(writeCustomId('context', { quote: reference }), texts.button.context),
    ...(count > 1 ? [button(writeCustomId('label:next', { at }), own.button.next, '▶️')] : []),
  ]);
}

import { ComponentType, type APIActionRowComponent, type APIStringSelectComponent } from 'discord.js';
import { readWords } from '../../../core/text/document.js';
import { shorten } from '../../../core/text/span.js';
import { writeCustomId } from '../../custom-ids/custom-id.js';
import type { ReviewTexts } from '../../texts/review-texts.js';
import { sentencesOf, type DisputedQuote, type Queue } from '../../../app/moderation/review-queue.js';

const maxOptions = 25;
const maxOptionLength = 95;

/** A quote as it is chosen in a menu of several: with what the moderator has seen of it. */
interface ChosenQuote {
  readonly quote: string;
  /** The proposal that most people make. */
  readonly dispute: number;
  readonly newest: number;
}

/**
 * Two menus in which several quotes are accepted, each with the proposal that most people make, or declined, at once. A quote of which as many
 * people propose something else is decided on its own card only; without any other there are no menus.
 */
export function renderSomeMenus(
  { quotes }: Queue,
  position: number,
  own: ReviewTexts,
): APIActionRowComponent<APIStringSelectComponent>[] {
  const options = quotes.flatMap((disputed) => {
    const [proposal, next] = disputed.proposals;
    if (!proposal || proposal.count === next?.count) return [];
    const { label } = own.option[proposal.label];
    return {
      value: [disputed.quote, proposal.dispute, disputed.newestId].join('|'),
      label: shorten(wordsOf(disputed), maxOptionLength),
      description: shorten(`→ ${label} · ${own.proposalOption(proposal.count)}`, maxOptionLength),
    };
  });
  const shown = options.slice(0, maxOptions);
  if (shown.length === 0) return [];
  const make = (customId: string, placeholder: string): APIActionRowComponent<APIStringSelectComponent> => ({
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId,
        placeholder,
        min_values: 1,
        max_values: shown.length,
        options: shown,
      },
    ],
  });
  return [
    make(writeCustomId('label:accept-some', { position }), own.acceptSome),
    make(writeCustomId('label:decline-some', { position }), own.declineSome),
  ];
}

/** The quotes that were chosen; a value of another version is left out. */
export function readChosen(values: readonly string[]): ChosenQuote[] {
  return values.flatMap((value) => {
    const [quote = '', dispute, newest] = value.split('|');
    const chosen = { quote, dispute: Number(dispute), newest: Number(newest) };
    return quote !== '' && Number.isInteger(chosen.dispute) && Number.isInteger(chosen.newest) ? [chosen] : [];
  });
}

/** The words of a disputed quote on one line. */
export function wordsOf(disputed: DisputedQuote): string {
  const sentences = sentencesOf(disputed);
  const { document } = disputed.indexed;
  const span = { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? 0 };
  return readWords(document, span) || document.path;
}

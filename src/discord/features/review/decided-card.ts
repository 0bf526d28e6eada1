import type { LabelOverride } from '../../../core/overrides/label-override.js';
import { placeAnchors } from '../../../core/overrides/place-anchors.js';
import {
  accents,
  button,
  container,
  firstFitting,
  renderNotice,
  row,
  text,
  turnButtons,
  type Card,
} from '../../cards/card.js';
import { shorten } from '../../../core/text/span.js';
import { escapeMarkdown, showTime } from '../../cards/markdown.js';
import { writeCustomId } from '../../custom-ids/custom-id.js';
import { nameLabel } from './name-label.js';
import type { ReviewTexts } from '../../texts/review-texts.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';

const overridesPerPage = 5;
const maxTitleLength = 90;
/** Lengths of a sentence and of a note: the first of these with which the message fits. */
const lengths = [400, 250, 120, 60];

/** The labels that a guild's moderators have set, the newest first, a page at a time; each can be undone. */
export async function renderDecided(
  overrides: readonly LabelOverride[],
  wantedPage: number,
  note: string | null,
  index: OpenIndex,
  own: ReviewTexts,
): Promise<Card> {
  const notes = note === null ? [] : [note];
  if (overrides.length === 0) return renderNotice([...notes, own.noneDecided].join('\n'));
  const pages = Math.ceil(overrides.length / overridesPerPage);
  const page = Math.min(wantedPage, pages - 1);
  const from = page * overridesPerPage;
  const shown = [...overrides].reverse().slice(from, from + overridesPerPage);
  const { searchIndex } = await index.fetchPlaces(shown);
  const places = placeAnchors(searchIndex.documents, shown);
  const pageNumber = pages > 1 ? ` · ${own.position(page + 1, pages)}` : '';
  const head = [...notes, `### ${own.decidedTitle(overrides.length)}${pageNumber}`, `-# ${own.decidedLine}`];
  const turn = (to: number): string => writeCustomId('label:page', { page: to });
  const turns = turnButtons(page, pages, turn, { before: own.button.newer, after: own.button.older });
  return firstFitting(lengths, (length) => ({
    components: [
      text(head.join('\n')),
      ...shown.map((override, i) => {
        const document = searchIndex.documents[places[i]?.document ?? -1]?.document;
        return renderOverride(override, document?.metadata.title ?? null, length, page, own);
      }),
      row([...turns, button(writeCustomId('label:export', {}), own.button.export, '📄')]),
    ],
  }));
}

/** `title` is null where the words no longer stand. */
function renderOverride(
  { id, label, source, was, exact, path, note, decidedAtMs }: LabelOverride,
  title: string | null,
  length: number,
  page: number,
  own: ReviewTexts,
) {
  const date = showTime(decidedAtMs, 'f');
  const lines = [
    `“${escapeMarkdown(shorten(exact, length))}”`,
    own.decidedItem(nameLabel(label, source, own), own.label(was, null), date),
    `-# — ${escapeMarkdown(shorten(title ?? path, maxTitleLength))}`,
    ...(title === null ? [`-# ${own.noLongerStands}`] : []),
    ...(note === null ? [] : [`> ${escapeMarkdown(shorten(note, length))}`]),
  ];
  return container(accents[title === null ? 'neutral' : label], [
    text(lines.join('\n')),
    row([button(writeCustomId('label:undo', { override: id, page }), own.button.undo, '↩️')]),
  ]);
}

import {
  ComponentType,
  type APIActionRowComponent,
  type APISectionComponent,
  type APIStringSelectComponent,
} from 'discord.js';
import type { MissGroup } from '../../../core/misses/miss-group.js';
import { accents, button, container, firstFitting, row, text, turnButtons, type Card } from '../../cards/card.js';
import { shorten } from '../../../core/text/span.js';
import { escapeMarkdown, showTime } from '../../cards/markdown.js';
import type { Texts } from '../../texts/texts.js';
import { maxWordings, type MissList, type Period } from '../../../app/moderation/list-misses.js';
import { writeCustomId } from '../../custom-ids/custom-id.js';
import { missTextsFor } from '../../texts/languages.js';
import type { MissTexts } from '../../texts/miss-texts.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';

const groupsPerPage = 5;
const shownWordings = 2;
const shownPlaces = 2;
const maxTitleLength = 50;
const maxOptionLength = 95;
/** Longest question and longest other stretch, in UTF-16 units: the first of these with which the page fits. */
const lengths = [
  [220, 80],
  [140, 60],
  [90, 40],
  [50, 25],
] as const;

/** A page of the list, from 0. */
export interface ListPlace {
  readonly period: Period;
  readonly page: number;
}

/** What has just been done to the list, and how to undo it. */
export interface ListNote {
  readonly line: string;
  readonly restores: readonly number[];
}

/** One page of the missed questions, a button beside each. */
export function renderMisses(
  { groups, askings, people, isCapped }: MissList,
  place: ListPlace,
  library: Pick<OpenIndex, 'findListed'>,
  texts: Texts,
  note: ListNote | null = null,
): Card {
  const own = missTextsFor(texts.locale);
  const pages = Math.max(1, Math.ceil(groups.length / groupsPerPage));
  const page = Math.min(place.page, pages - 1);
  const shown = groups.slice(page * groupsPerPage, (page + 1) * groupsPerPage);
  const facts = [
    own.period[place.period],
    ...(groups.length > 0 ? [own.totals(groups.length, askings, people)] : []),
    ...(pages > 1 ? [own.page(page + 1, pages)] : []),
  ];
  const head = [`### ${own.title}`, `-# ${facts.join(' · ')}`, ...(isCapped ? [`-# ${own.capped(maxWordings)}`] : [])];
  if (groups.length === 0) head.push(own.none);
  const turn = (to: number) => writeCustomId('miss:turn', { period: place.period, page: to });
  const buttons = [
    ...turnButtons(page, pages, turn, { before: own.button.earlier, after: own.button.later }),
    ...(groups.length > 0
      ? [button(writeCustomId('miss:export', { period: place.period }), own.button.export, '📄')]
      : []),
    ...(note && note.restores.length > 0
      ? [button(writeCustomId('miss:restore-some', { ...place, page, missIds: note.restores }), own.button.undo, '↩️')]
      : []),
  ];
  return firstFitting(lengths, ([questionLength, otherLength]) => ({
    components: [
      container(accents.neutral, [
        text(head.join('\n')),
        ...shown.map((group): APISectionComponent => ({
          type: ComponentType.Section,
          components: [text(describeGroup(group, library, own, questionLength, otherLength))],
          accessory: button(
            writeCustomId('miss:dismiss', { ...place, page, missId: group.leader.id }),
            own.button.dismiss,
          ),
        })),
        ...(shown.length > 1 ? [renderSomeMenu(shown, { ...place, page }, own)] : []),
        ...(note ? [text(`-# ${note.line}`)] : []),
        ...(buttons.length > 0 ? [row(buttons)] : []),
      ]),
    ],
  }));
}

/** The groups of the page, to set several aside at once. */
function renderSomeMenu(
  shown: readonly MissGroup[],
  place: ListPlace,
  own: MissTexts,
): APIActionRowComponent<APIStringSelectComponent> {
  const options = shown.map(({ leader }) => ({
    value: String(leader.id),
    label: shorten(leader.question, maxOptionLength),
  }));
  const custom_id = writeCustomId('miss:dismiss-some', place);
  const menu = { type: ComponentType.StringSelect as const, custom_id, placeholder: own.dismissSome, options };
  return { type: ComponentType.ActionRow, components: [{ ...menu, min_values: 1, max_values: options.length }] };
}

function describeGroup(
  { leader, wordings, askings, people, lastAtMs, reasons }: MissGroup,
  library: Pick<OpenIndex, 'findListed'>,
  texts: MissTexts,
  questionLength: number,
  otherLength: number,
): string {
  const last = showTime(lastAtMs, 'R');
  const lines = [`**${quote(leader.question, questionLength)}**`, texts.asked(askings, people, last)];
  const others = wordings.slice(1, 1 + shownWordings).map(({ question }) => quote(question, otherLength));
  if (others.length > 0) lines.push(`-# ${texts.alsoAsked(others, wordings.length - 1 - others.length)}`);
  lines.push(`-# ${texts.why([...reasons.map((reason) => texts.reason[reason]), ...filters()].join('; '))}`);
  const places = leader.nearest
    .slice(0, shownPlaces)
    .map((place) => texts.place(quote(place.text, otherLength), quote(place.title, maxTitleLength)));
  if (places.length > 0) lines.push(`-# ${texts.nearest(places.join('; '))}`);
  return lines.join('\n');

  function filters(): string[] {
    const document = leader.documentId === null ? null : library.findListed(leader.documentId);
    const title = document ? document.metadata.title || document.path : leader.documentId;
    return [
      ...(leader.lane === null ? [] : [texts.onlyLane[leader.lane]]),
      ...(title === null ? [] : [texts.onlyIn(quote(title, maxTitleLength))]),
    ];
  }
}

function quote(words: string, limit: number): string {
  return escapeMarkdown(shorten(words, limit));
}

import { ComponentType, type APIActionRowComponent, type APIStringSelectComponent } from 'discord.js';
import type { ShelfLimits } from '../../../app/shelf/server-limits.js';
import type { ShelvedSource } from '../../../app/shelf/shelved-source.js';
import { shorten } from '../../../core/text/span.js';
import { accents, container, firstFitting, renderNotice, row, text, turnButtons, type Card } from '../../cards/card.js';
import { escapeMarkdown } from '../../cards/markdown.js';
import { writeCustomId } from '../../custom-ids/custom-id.js';
import { libraryTextsFor } from '../../texts/languages.js';
import type { LibraryTexts } from '../../texts/library-texts.js';
import type { Texts } from '../../texts/texts.js';
import { describeFailure, describeKind } from './source-card.js';
import { matchSources, nameApart, titleOf } from './sources.js';

const sourcesPerPage = 6;
const maxSearchLength = 60;
const maxOptionLength = 100;
/** Longest title and longest other stretch, in UTF-16 units: the first of these with which the page fits. */
const lengths = [
  [70, 90],
  [45, 60],
  [30, 30],
] as const;

/** Which part of the list. */
export interface ListPlace {
  /** From 0. */
  readonly page: number;
  /** What was typed; empty for all. */
  readonly search: string;
}

/** A page of the library: each text with its state, what it is, what is doubtful, and who has added it. */
export function renderList(
  all: readonly ShelvedSource[],
  { page: wanted, search }: ListPlace,
  { serverBytes }: Pick<ShelfLimits, 'serverBytes'>,
  texts: Texts,
): Card {
  const own = libraryTextsFor(texts.locale);
  const isAll = search.trim() === '';
  const found = isAll ? all : matchSources(search, all);
  const sought = escapeMarkdown(shorten(search, maxSearchLength));
  if (found.length === 0) return renderNotice(isAll ? own.none : own.noneFound(sought));
  const pages = Math.ceil(found.length / sourcesPerPage);
  const page = Math.min(wanted, pages - 1);
  const shown = found.slice(page * sourcesPerPage, (page + 1) * sourcesPerPage);
  const collections = new Set(found.map(({ collection }) => collection)).size;
  const facts = [
    isAll ? own.totals(found.length, collections) : own.found(found.length, sought),
    ...(isAll ? [own.room(toMegabytes(countBytes(all)), toMegabytes(serverBytes))] : []),
    ...(pages > 1 ? [own.page(page + 1, pages)] : []),
  ];
  const turn = (to: number): string => writeCustomId('library:turn', { page: to, search });
  const turns = turnButtons(page, pages, turn, { before: own.button.earlier, after: own.button.later });
  const head = [`### ${own.listTitle}`, `-# ${facts.join(' · ')}`];
  return renderSources(head, shown, { from: page * sourcesPerPage, turns }, own);
}

/** Sources that were put in at once, while they are read and once they are. */
export function renderSeveral(sources: readonly ShelvedSource[], note: string | null, texts: Texts): Card {
  const own = libraryTextsFor(texts.locale);
  return renderSources(
    [`### ${own.several(sources.length)}`, ...(note === null ? [] : [note])],
    sources,
    { from: 0, turns: [] },
    own,
  );
}

function renderSources(
  head: readonly string[],
  shown: readonly ShelvedSource[],
  { from, turns }: { readonly from: number; readonly turns: ReturnType<typeof turnButtons> },
  own: LibraryTexts,
): Card {
  return firstFitting(lengths, ([titleLength, otherLength]) => ({
    components: [
      container(accents.neutral, [
        text(
          [...head, ...shown.map((source, i) => describe(source, from + i + 1, titleLength, otherLength, own))].join(
            '\n',
          ),
        ),
        ...(turns.length > 0 ? [row(turns)] : []),
      ]),
      renderMenu(shown, own),
    ],
  }));
}

function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}

/** What the server itself has put in. */
function countBytes(all: readonly ShelvedSource[]): number {
  const own = all.filter(({ serverId }) => serverId !== null);
  return own.reduce((sum, { reading }) => sum + (reading?.bytes ?? 0), 0);
}

function describe(
  source: ShelvedSource,
  number: number,
  titleLength: number,
  otherLength: number,
  own: LibraryTexts,
): string {
  const { state, reading, collection, serverId, trail, refresh } = source;
  const short = (words: string): string => escapeMarkdown(shorten(words, otherLength));
  const added = trail.find(({ action }) => action === 'add')?.by;
  const isDoubtful = (reading?.doubts.length ?? 0) > 0 || (refresh?.problem ?? null) !== null;
  const kind = describeKind(source, own);
  const facts = [
    isMissing(source) ? own.state.removed : own.state[state.kind],
    ...(state.kind === 'failed' ? [shorten(describeFailure(state, own), otherLength).replace(/\.$/, '')] : []),
    ...(collection === '' ? [] : [short(collection)]),
    ...(kind === '' ? [] : [kind]),
    ...(isDoubtful && state.kind !== 'failed' ? [own.doubtful] : []),
    ...(serverId === null ? [own.byOperator] : added ? [short(added.name)] : []),
  ];
  return `${number}\\. **${escapeMarkdown(shorten(titleOf(source), titleLength))}**\n-# ${facts.join(' · ')}`;
}

function isMissing({ state }: ShelvedSource): boolean {
  return state.kind === 'in-use' && state.isMissing;
}

function renderMenu(
  shown: readonly ShelvedSource[],
  own: LibraryTexts,
): APIActionRowComponent<APIStringSelectComponent> {
  const options = shown.map((source) => ({
    value: source.id,
    label: shorten(titleOf(source), maxOptionLength) || source.name.slice(-maxOptionLength),
    description: shorten(nameApart(source, own), maxOptionLength),
  }));
  const menu = { type: ComponentType.StringSelect as const, custom_id: writeCustomId('library:look', {}) };
  return { type: ComponentType.ActionRow, components: [{ ...menu, placeholder: own.choose, options }] };
}

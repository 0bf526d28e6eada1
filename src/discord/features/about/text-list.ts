import { ComponentType, type APIActionRowComponent, type APIStringSelectComponent } from 'discord.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';
import type { ListedText } from '../../../core/corpus/list-document.js';
import { shorten } from '../../../core/text/span.js';
import { accents, container, renderNotice, row, text, turnButtons, type Card } from '../../cards/card.js';
import { escapeMarkdown } from '../../cards/markdown.js';
import { describeCoverage, measureCoverage } from '../../cards/refusal.js';
import { writeDates } from '../../cards/quote.js';
import { writeCustomId } from '../../custom-ids/custom-id.js';
import type { Texts } from '../../texts/texts.js';

const textsPerPage = 8;
const maxTitleLength = 70;
const maxSearchLength = 60;
const maxOptionLength = 100;

/** A page, from 0, of the documents that the bot knows, or of those that something typed may mean; each can be looked at. */
export function renderTextList(search: string, wantedPage: number, index: OpenIndex, texts: Texts): Card {
  const { list } = texts;
  const found = index.suggestDocuments(search);
  const sought = escapeMarkdown(shorten(search, maxSearchLength));
  if (found.length === 0) return renderNotice(search.trim() === '' ? texts.refusal['empty-corpus'] : list.none(sought));
  const pages = Math.ceil(found.length / textsPerPage);
  const page = Math.min(wantedPage, pages - 1);
  const shown = found.slice(page * textsPerPage, (page + 1) * textsPerPage);
  const facts = [
    sought === ''
      ? describeCoverage({ ...measureCoverage(index), titles: [] }, texts)
      : list.found(found.length, sought),
    ...(pages > 1 ? [list.page(page + 1, pages)] : []),
  ];
  const lines = shown.map((document, i) => {
    const { title } = document.metadata;
    const date = writeDates(document.dates);
    const about = [...(date === null ? [] : [escapeMarkdown(date)]), list.sentences(document.counts.sentences)];
    const name = escapeMarkdown(shorten(title || document.path, maxTitleLength));
    return `${page * textsPerPage + i + 1}\\. **${name}**\n-# ${about.join(' · ')}`;
  });
  const turn = (to: number): string => writeCustomId('texts:turn', { page: to, search });
  const turns = turnButtons(page, pages, turn, { before: texts.button.earlier, after: texts.button.later });
  return {
    components: [
      container(accents.neutral, [
        text([`### ${list.title}`, `-# ${facts.join(' · ')}`, ...lines].join('\n')),
        ...(turns.length > 0 ? [row(turns)] : []),
      ]),
      renderMenu(shown, list.choose),
    ],
  };
}

function renderMenu(
  shown: readonly ListedText[],
  placeholder: string,
): APIActionRowComponent<APIStringSelectComponent> {
  const options = shown.map((document) => ({
    value: document.id,
    label: shorten(document.metadata.title || document.path, maxOptionLength) || document.path.slice(-maxOptionLength),
    description: shorten(
      [writeDates(document.dates), document.path].filter((part) => part !== null).join(' · '),
      maxOptionLength,
    ),
  }));
  const menu = { type: ComponentType.StringSelect as const, custom_id: writeCustomId('texts:look', {}) };
  return { type: ComponentType.ActionRow, components: [{ ...menu, placeholder, options }] };
}

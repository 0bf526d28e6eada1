import { ButtonStyle, ComponentType, type APIButtonComponent } from 'discord.js';
import type { PersonalRecords } from '../../../core/people/people.js';
import { accents, container, firstFitting, renderNotice, row, text, type Card } from '../../cards/card.js';
import { shorten } from '../../../core/text/span.js';
import { escapeMarkdown, showTime } from '../../cards/markdown.js';
import { writeCustomId } from '../../custom-ids/custom-id.js';
import type { Texts } from '../../texts/texts.js';
import { myDataTextsFor } from '../../texts/languages.js';

/** How many of a person's own words are shown for each kind, and how much of each: the first with which the card fits. */
const attempts = [
  { count: 60, length: 160 },
  { count: 40, length: 100 },
  { count: 25, length: 80 },
  { count: 10, length: 60 },
  { count: 0, length: 0 },
] as const;

/** What is kept about somebody, with a button that deletes it. */
export function renderRecords(records: readonly PersonalRecords[], retentionDays: number, texts: Texts): Card {
  const own = myDataTextsFor(texts.locale);
  if (records.length === 0) return renderNotice(`### ${own.title}\n${own.nothing}\n-# ${own.how}`);
  return firstFitting(attempts, (attempt) => ({
    components: [
      container(accents.neutral, [
        text(`### ${own.title}`),
        ...records.map((each) => text(describeKind(each, attempt, texts))),
        text(`-# ${own.kept(retentionDays)}\n-# ${own.how}\n-# ${own.consequences}`),
        row([deleteButton(own.delete)]),
      ]),
    ],
  }));
}

function describeKind(
  { kind, count, firstAtMs, lastAtMs, texts: words }: PersonalRecords,
  attempt: { readonly count: number; readonly length: number },
  texts: Texts,
): string {
  const own = myDataTextsFor(texts.locale);
  const [first, last] = [firstAtMs, lastAtMs].map((ms) => showTime(ms, 'd'));
  const isOneDay = toDay(firstAtMs) === toDay(lastAtMs);
  const lines = [
    `**${own.kinds[kind] ?? escapeMarkdown(kind)}**`,
    own.counted(count, first ?? '', (isOneDay ? first : last) ?? ''),
  ];
  const shown = words.slice(0, attempt.count);
  for (const each of shown) lines.push(`- ${escapeMarkdown(shorten(each, attempt.length))}`);
  if (shown.length < words.length) lines.push(`-# ${own.moreTexts(words.length - shown.length)}`);
  return lines.join('\n');
}

function toDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function deleteButton(label: string): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Danger,
    custom_id: writeCustomId('mydata:delete', {}),
    label,
  };
}

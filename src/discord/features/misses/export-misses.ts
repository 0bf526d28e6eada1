import { writeCsv } from '../../../core/misses/csv.js';
import type { MissGroup } from '../../../core/misses/miss-group.js';
import { accents, container, fileComponent, text, type Card } from '../../cards/card.js';
import type { Texts } from '../../texts/texts.js';
import type { MissList, Period } from '../../../app/moderation/list-misses.js';
import { missTextsFor } from '../../texts/languages.js';
import type { MissTexts } from '../../texts/miss-texts.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';

/** All missed questions of a period as a file for a spreadsheet, without any trace of who asked. */
export function exportMisses(
  { groups }: MissList,
  period: Period,
  library: Pick<OpenIndex, 'findDocument'>,
  texts: Texts,
  nowMs: number,
): Card {
  const own = missTextsFor(texts.locale);
  const name = `misses-${period}-${toDay(nowMs)}.csv`;
  const rows = groups.map((group) => toRow(group, library, own, texts));
  return {
    components: [container(accents.neutral, [text(own.exported(rows.length))]), fileComponent(name)],
    files: [{ name, content: writeCsv([own.columns, ...rows]) }],
  };
}

function toRow(
  group: MissGroup,
  library: Pick<OpenIndex, 'findDocument'>,
  own: MissTexts,
  texts: Texts,
): (string | number)[] {
  const { leader, wordings, askings, people, firstAtMs, lastAtMs, reasons } = group;
  const document = leader.documentId === null ? null : library.findDocument(leader.documentId)?.document;
  return [
    leader.question,
    wordings
      .slice(1)
      .map(({ question }) => question)
      .join(' | '),
    askings,
    people,
    new Date(firstAtMs).toISOString(),
    new Date(lastAtMs).toISOString(),
    reasons.map((reason) => own.reason[reason]).join('; '),
    leader.lane === null ? '' : texts.lane[leader.lane].title,
    document?.path ?? leader.documentId ?? '',
    leader.nearest.map((place) => place.text).join(' | '),
    [...new Set(leader.nearest.map(({ path }) => path))].join(' | '),
  ];
}

function toDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

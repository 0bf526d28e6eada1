import { tabulateMisses } from '../../../app/moderation/tabulate-misses.js';
import { accents, container, fileComponent, text, type Card } from '../../cards/card.js';
import type { Texts } from '../../texts/texts.js';
import type { MissList, Period } from '../../../app/moderation/list-misses.js';
import { missTextsFor } from '../../texts/languages.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';

/** All missed questions of a period as a file for a spreadsheet, without any trace of who asked. */
export function exportMisses(
  { groups }: MissList,
  period: Period,
  library: Pick<OpenIndex, 'findListed'>,
  texts: Texts,
  nowMs: number,
): Card {
  const own = missTextsFor(texts.locale);
  const name = `misses-${period}-${toDay(nowMs)}.csv`;
  const { reported, attributed, opinion } = texts.lane;
  const lane = { reported: reported.title, attributed: attributed.title, opinion: opinion.title };
  return {
    components: [container(accents.neutral, [text(own.exported(groups.length))]), fileComponent(name)],
    files: [{ name, content: tabulateMisses(groups, library, { ...own, lane }) }],
  };
}

function toDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

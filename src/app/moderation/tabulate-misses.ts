import type { Lane } from '../../core/labelling/labels.js';
import { writeCsv } from '../../core/misses/csv.js';
import type { MissReason } from '../../core/misses/miss-store.js';
import type { MissGroup } from '../../core/misses/miss-group.js';
import type { OpenIndex } from '../asking/open-index.js';

/** Names of the columns, in English. */
export const missColumns = [
  'Question',
  'Other wordings',
  'Times asked',
  'People',
  'First asked',
  'Last asked',
  'Why',
  'Only lane',
  'Only document',
  'Nearest places',
  'Documents',
] as const;

/** What the table says, in one language. */
interface TableWords {
  /** Names of the eleven columns. */
  readonly columns: readonly string[];
  /** Name of one more, with the server of each; left out where all are of one. */
  readonly server?: string;
  readonly reason: Readonly<Record<MissReason, string>>;
  readonly lane: Readonly<Record<Lane, string>>;
}

/** Missed questions as a file for a spreadsheet, without any trace of who asked. */
export function tabulateMisses(
  groups: readonly MissGroup[],
  library: Pick<OpenIndex, 'findListed'>,
  words: TableWords,
): string {
  return writeCsv([withServer(words.columns, words.server), ...groups.map((group) => toRow(group, library, words))]);
}

function toRow(
  { leader, wordings, askings, people, firstAtMs, lastAtMs, reasons }: MissGroup,
  library: Pick<OpenIndex, 'findListed'>,
  words: TableWords,
): readonly (string | number)[] {
  const document = leader.documentId === null ? null : library.findListed(leader.documentId);
  const row: (string | number)[] = [
    leader.question,
    wordings
      .slice(1)
      .map(({ question }) => question)
      .join(' | '),
    askings,
    people,
    new Date(firstAtMs).toISOString(),
    new Date(lastAtMs).toISOString(),
    reasons.map((reason) => words.reason[reason]).join('; '),
    leader.lane === null ? '' : words.lane[leader.lane],
    document?.path ?? leader.documentId ?? '',
    leader.nearest.map((place) => place.text).join(' | '),
    [...new Set(leader.nearest.map(({ path }) => path))].join(' | '),
  ];
  return withServer(row, words.server === undefined ? undefined : (leader.guildId ?? ''));
}

function withServer<T>(row: readonly T[], server: T | undefined): readonly T[] {
  return server === undefined ? row : [...row, server];
}

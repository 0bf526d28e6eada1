import { deleteAbandonedMisses } from './miss-tables.js';
import { deleteForgottenBriefs } from './sql-briefs.js';

/** What becomes of a row: it is deleted, or its person's column is emptied. */
export type PersonalRemoval = 'delete' | 'forget';

/** A table with rows that people have left. */
export interface PersonalTable {
  /** Name of the kind, under which it is shown and logged. */
  readonly kind: string;
  readonly table: string;
  /** Column with the person's hash. */
  readonly person: string;
  /** Column with the time, in milliseconds since 1970. */
  readonly time: string;
  /** When the person wants it. */
  readonly onDelete: PersonalRemoval;
  /** When it is older than it may be kept; as `onDelete` unless it says otherwise. */
  readonly onExpiry?: PersonalRemoval;
  /** Selects `text`, the person's own words in the rows, for the person in the only `?`; the latest first. */
  readonly texts?: string;
  /** Takes the words of the person, `?1`, out of what was made of the rows, before they are deleted on the person's wish. */
  readonly clearCopies?: string;
}

/** All tables with a person's column: what `/mydata` shows and deletes, and what does not outlive the retention. */
export const personalTables: readonly PersonalTable[] = [
  { kind: 'votes', table: 'votes', person: 'person', time: 'at', onDelete: 'delete' },
  {
    kind: 'questions',
    table: 'askings',
    person: 'person',
    time: 'at',
    onDelete: 'forget',
    onExpiry: 'delete',
    texts: `SELECT question AS text FROM askings JOIN misses ON misses.id = miss_id WHERE person = ?
      GROUP BY misses.id ORDER BY max(askings.at) DESC, misses.id`,
  },
  { kind: 'opt-ins', table: 'opt_ins', person: 'person', time: 'at', onDelete: 'delete' },
  { kind: 'drafts', table: 'brief_drafts', person: 'person', time: 'added_at', onDelete: 'delete' },
  { kind: 'briefs', table: 'briefs', person: 'person', time: 'posted_at', onDelete: 'forget' },
  {
    kind: 'disputes',
    table: 'label_disputes',
    person: 'person',
    time: 'opened_at',
    onDelete: 'delete',
    texts: 'SELECT note AS text FROM label_disputes WHERE person = ? AND note IS NOT NULL ORDER BY id DESC',
    clearCopies: `UPDATE label_overrides SET note = (
        SELECT string_agg(others.note, '\n' ORDER BY others.id) FROM label_disputes AS others
        WHERE others.decision = label_overrides.decision AND others.state = 'accepted' AND others.person IS DISTINCT FROM ?1
      ) WHERE decision IN (
        SELECT decision FROM label_disputes WHERE person = ?1 AND state = 'accepted' AND note IS NOT NULL
      )`,
  },
  { kind: 'overrides', table: 'label_overrides', person: 'person', time: 'decided_at', onDelete: 'forget' },
];

/** Carried out after each removal: what nobody is left for. */
export const removalsAfterwards: readonly string[] = [deleteAbandonedMisses, deleteForgottenBriefs];

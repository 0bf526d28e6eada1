import { deleteAbandonedMisses } from './miss-tables.js';
import { deleteForgottenBriefs } from './sql-briefs.js';
/** All tables with a person's column: what `/mydata` shows and deletes, and what does not outlive the retention. */
export const personalTables = [
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
        SELECT group_concat(others.note, char(10)) FROM label_disputes AS others
        WHERE others.decision = label_overrides.decision AND others.state = 'accepted' AND others.person IS NOT ?1
      ) WHERE decision IN (
        SELECT decision FROM label_disputes WHERE person = ?1 AND state = 'accepted' AND note IS NOT NULL
      )`,
    },
    { kind: 'overrides', table: 'label_overrides', person: 'person', time: 'decided_at', onDelete: 'forget' },
];
/** Carried out after each removal: what nobody is left for. */
export const removalsAfterwards = [deleteAbandonedMisses, deleteForgottenBriefs];
//# sourceMappingURL=personal-tables.js.map
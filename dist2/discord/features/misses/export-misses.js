import { writeCsv } from '../../../core/misses/csv.js';
import { accents, container, fileComponent, text } from '../../render/card.js';
import { missTextsFor } from './texts.js';
/** All missed questions of a period as a file for a spreadsheet, without any trace of who asked. */
export function exportMisses({ groups }, period, library, texts, nowMs) {
    const own = missTextsFor(texts);
    const name = `misses-${period}-${toDay(nowMs)}.csv`;
    const rows = groups.map((group) => toRow(group, library, own, texts));
    return {
        components: [container(accents.neutral, [text(own.exported(rows.length))]), fileComponent(name)],
        files: [{ name, content: writeCsv([own.columns, ...rows]) }],
    };
}
function toRow(group, library, own, texts) {
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
function toDay(ms) {
    return new Date(ms).toISOString().slice(0, 10);
}
//# sourceMappingURL=export-misses.js.map
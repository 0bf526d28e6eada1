import { lanes } from '../labelling/labels.js';
import { blankMarkup } from '../text/document.js';
import { cosineOf } from './centrality.js';
import { judgeWorth } from './quote-worth.js';
/** Below this worth a sentence is not quoted. */
const minWorth = 0.25;
/** The sentences of `rows` that are fit to be quoted; headings never are. */
export function listCandidates(index, rows) {
    const candidates = [];
    for (const row of rows) {
        const place = index.rows[row];
        if (!place || place.isHeading)
            continue;
        const { span } = index.locate(row);
        const { worth } = judgeWorth(visibleText(index, row), span);
        if (worth < minWorth)
            continue;
        candidates.push({
            row,
            lane: span.label.label,
            document: place.document,
            block: span.block,
            worth,
            opens: findOpening(index, row),
            vector: index.vectors.vectorOf(row),
            terms: new Set(span.terms),
        });
    }
    return candidates;
}
function findOpening(index, row) {
    const place = index.rows[row];
    const before = index.rows[row - 1];
    if (!place || before?.document !== place.document)
        return 'document';
    if (index.locate(row - 1).span.block === index.locate(row).span.block)
        return null;
    const first = index.firstRows[place.document] ?? 0;
    let at = row - 1;
    while (at >= first && index.rows[at]?.isHeading)
        at--;
    const isFirst = at < first;
    return isFirst ? 'document' : 'paragraph';
}
/** The sentence of a row without notation. */
function visibleText(index, row) {
    const { document, span } = index.locate(row);
    const markup = document.markup.filter(({ start, end }) => start < span.end && span.start < end);
    if (markup.length === 0)
        return index.textOf(row);
    const inside = markup.map(({ start, end }) => ({
        start: Math.max(0, start - span.start),
        end: Math.min(span.end, end) - span.start,
    }));
    return blankMarkup(index.textOf(row), inside).trim();
}
export function countLanes(candidates) {
    const counts = { reported: 0, attributed: 0, opinion: 0 };
    for (const { lane } of candidates)
        counts[lane]++;
    return counts;
}
/**
 * At most about `limit` of the candidates, so that what grows with the square stays small. Each lane gets its share, at
 * least a fifth of the limit. Of every document the sentence nearest to the document's mean vector comes first (the
 * centroid of D. Radev et al., "Centroid-based summarization of multiple documents", Information Processing &
 * Management 40, 2004), of all documents before any second one. Time grows with the number of candidates only.
 */
export function poolCandidates(candidates, limit) {
    if (candidates.length <= limit)
        return [...candidates];
    const whole = meanVector(candidates);
    const byDocument = groupByDocument(candidates);
    const ranked = new Map();
    for (const lane of lanes)
        ranked.set(lane, []);
    for (const own of byDocument.values()) {
        const mean = meanVector(own);
        const scored = own
            .map((candidate) => ({ candidate, score: candidate.worth * cosineOf(mean, candidate.vector) }))
            .sort((a, b) => b.score - a.score || a.candidate.row - b.candidate.row);
        const ranks = { reported: 0, attributed: 0, opinion: 0 };
        for (const { candidate } of scored) {
            const nearness = candidate.worth * cosineOf(whole, candidate.vector);
            ranked.get(candidate.lane)?.push({ candidate, rank: ranks[candidate.lane]++, nearness });
        }
    }
    const pool = lanes.flatMap((lane) => {
        const own = ranked.get(lane) ?? [];
        const share = Math.max(limit / 5, (limit * own.length) / candidates.length);
        return own
            .sort((a, b) => a.rank - b.rank || b.nearness - a.nearness || a.candidate.row - b.candidate.row)
            .slice(0, Math.round(share))
            .map(({ candidate }) => candidate);
    });
    return pool.sort((a, b) => a.row - b.row);
}
/** The cosine of each candidate with the mean of its document's candidates, as a share of the highest there. */
export function findNearnessToDocument(candidates) {
    const nearness = new Map();
    for (const own of groupByDocument(candidates).values()) {
        const mean = meanVector(own);
        const cosines = own.map(({ vector }) => Math.max(0, cosineOf(mean, vector)));
        const highest = Math.max(...cosines);
        for (const [i, candidate] of own.entries()) {
            nearness.set(candidate, highest > 0 ? (cosines[i] ?? 0) / highest : 1);
        }
    }
    return candidates.map((candidate) => nearness.get(candidate) ?? 0);
}
function groupByDocument(candidates) {
    const groups = new Map();
    for (const candidate of candidates) {
        const own = groups.get(candidate.document);
        if (own)
            own.push(candidate);
        else
            groups.set(candidate.document, [candidate]);
    }
    return groups;
}
function meanVector(candidates) {
    const mean = new Float32Array(candidates[0]?.vector.length ?? 0);
    for (const { vector } of candidates) {
        for (let i = 0; i < mean.length; i++)
            mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0) / candidates.length;
    }
    return mean;
}
//# sourceMappingURL=pool-candidates.js.map
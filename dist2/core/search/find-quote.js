import { blankMarkup } from '../text/document.js';
import { makeQuote, noScore } from './quote.js';
import { overlaps } from '../text/span.js';
import { diffWords, trimSecond } from '../text/word-diff.js';
/** Fewer words than this stand somewhere by chance. */
export const minQuoteWords = 3;
const maxPlaces = 5;
/** Share of common words from which a sentence counts as the one that was meant. */
const nearSimilarity = 0.6;
const rankedRows = 30;
const maxComparedLength = 2_000;
/**
 * Looks for somebody's words in the material: exact but for the shape of quotation marks, dashes and spaces; else the
 * sentences with nearly the same words. `ranking` is what the words find as a question.
 */
export function findQuote(text, index, ranking) {
    const wanted = stripQuotationMarks(text).slice(0, maxComparedLength);
    if (wanted.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length < minQuoteWords) {
        return { kind: 'too-short' };
    }
    const places = findExact(wanted, index);
    if (places.length > 0)
        return { kind: 'exact', places };
    return findNear(wanted, index, ranking) ?? describeAbsence(index, ranking);
}
function findExact(wanted, index) {
    const pattern = toPattern(wanted);
    const places = [];
    for (const [number, { document }] of index.documents.entries()) {
        const match = pattern.exec(blankMarkup(document.text, document.markup));
        const place = match && toPlace(index, number, { start: match.index, end: match.index + match[0].length });
        if (place)
            places.push(place);
        if (places.length >= maxPlaces)
            break;
    }
    return places;
}
/** Matches the words as they stand, with any white space between them and any shape of quotation mark and dash. */
function toPattern(wanted) {
    const tokens = wanted.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
    const parts = tokens.map((token) => {
        if (/^\s/.test(token))
            return String.raw `\s+`;
        if (/^["“”„«»]$/.test(token))
            return String.raw `\s*["“”„«»]\s*`;
        if (/^['’‘‛]$/.test(token))
            return "['’‘‛]";
        if (/^[-‐‑–—−]$/.test(token))
            return String.raw `\s*[-‐‑–—−]\s*`;
        return /^[\p{L}\p{N}\p{M}]/u.test(token) ? token : String.raw `\s*\u{${token.codePointAt(0)?.toString(16) ?? '0'}}`;
    });
    const [first = '', ...rest] = parts;
    const head = /^\p{Ll}|^\p{Lu}/u.test(first)
        ? `[${first.charAt(0).toLowerCase()}${first.charAt(0).toUpperCase()}]${first.slice(1)}`
        : first;
    return new RegExp(String.raw `(?<![\p{L}\p{N}])${[head, ...rest].join('')}(?![\p{L}\p{N}])`, 'u');
}
function toPlace(index, number, found) {
    const first = index.firstRows[number] ?? 0;
    const rows = (index.documents[number]?.sentences ?? []).flatMap((span, i) => overlaps(span, found) ? [first + i] : []);
    return rows.length > 0 ? { quote: quoteOf(index, rows, found), found } : null;
}
function quoteOf(index, rows, found) {
    const shared = (row) => {
        const { start, end } = index.locate(row).span;
        return Math.min(end, found.end) - Math.max(start, found.start);
    };
    const main = rows.reduce((best, row) => (shared(row) > shared(best) ? row : best));
    return makeQuote(index, rows, main, noScore);
}
function findNear(wanted, index, ranking) {
    let best = null;
    for (const { row } of ranking.candidates.slice(0, rankedRows)) {
        for (const rows of [[row], [row, row + 1], [row - 1, row], [row - 1, row, row + 1]]) {
            const text = sliceRows(index, rows);
            const diff = text === null ? null : trimSecond(diffWords(wanted, text));
            if (diff && diff.similarity > (best?.diff.similarity ?? nearSimilarity))
                best = { rows, diff };
        }
    }
    if (!best || best.diff.common < minQuoteWords)
        return null;
    const spans = best.rows.map((row) => index.locate(row).span);
    const found = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
    return { kind: 'near', place: { quote: quoteOf(index, best.rows, found), found }, diff: best.diff };
}
/** The text of neighbouring rows; null where they are not of one document. */
function sliceRows(index, rows) {
    const document = index.rows[rows[0] ?? -1]?.document;
    if (document === undefined || rows.some((row) => index.rows[row]?.document !== document))
        return null;
    const places = rows.map((row) => index.locate(row));
    const source = places[0]?.document;
    return source?.text.slice(places[0]?.span.start, places.at(-1)?.span.end) ?? null;
}
function describeAbsence(index, { candidates }) {
    const best = [...candidates].sort((a, b) => b.cosine - a.cosine)[0];
    if (!best)
        return { kind: 'absent', nearest: null, cosine: 0 };
    return {
        kind: 'absent',
        nearest: makeQuote(index, [best.row], best.row, noScore),
        cosine: best.cosine,
    };
}
function stripQuotationMarks(text) {
    return text
        .trim()
        .replace(/^["“„«'‘>\s]+|["”“»'’\s]+$/gu, '')
        .replace(/[.…]+$/u, '');
}
//# sourceMappingURL=find-quote.js.map
import { answerThreshold, estimateConfidence, gatherEvidence } from './confidence.js';
import { citationOf } from './quote.js';
import { isStrictType, rankSentences } from './ranking.js';
import { selectQuotes } from './select-quotes.js';
import { startOfCharacter } from '../text/span.js';
/** Why a question is not answered. */
export const refusalReasons = [
    /** The question has no word to look for. */
    'empty-question',
    /** There is no text to look in. */
    'empty-corpus',
    /** Nothing in the material is about the question's subject. */
    'nothing-relevant',
    /** The subject occurs, but not the number, sum or time that is asked for. */
    'detail-missing',
    /** The subject occurs, but nothing that is likely to answer. */
    'too-weak',
    /** Something answers, but not in the lane that was asked for. */
    'only-other-lane',
];
export const answerDefaults = {
    limit: 5,
    lane: null,
    documentId: null,
    threshold: answerThreshold,
};
/** Below this cosine, and without a word in common, a sentence has nothing to do with a question. */
const relevantCosine = 0.45;
const relevantCoverage = 0.2;
const nearestCount = 3;
const nearestLength = 80;
/** Answers with quotes from the index, or says why not. `vector` is the question's embedding. */
export function answerQuestion(question, vector, index, options = answerDefaults) {
    const { documentId, lane, limit, threshold } = options;
    const accepts = (row) => documentId === null || index.locate(row).document.id === documentId;
    const ranking = rankSentences(question, vector, index, accepts);
    const found = selectQuotes(ranking, index, {
        limit: lane ? ranking.candidates.length : limit,
        mixLanes: lane === null,
    });
    const evidence = gatherEvidence(ranking, found[0]?.members ?? [], index);
    const confidence = found.length > 0 && question.concepts.length > 0 ? estimateConfidence(evidence) : 0;
    const nearest = findNearest(ranking, index);
    const base = { question: question.text, confidence, evidence, nearest, missing: [], hidden: 0, otherLanes: [] };
    const refusal = confidence >= threshold ? null : findRefusal(question, index, evidence);
    if (refusal) {
        const missing = listMissing(ranking, evidence);
        return { ...base, status: 'not-found', reason: refusal, quotes: [], missing };
    }
    const answered = { ...base, status: 'answered', reason: null };
    if (lane === null)
        return { ...answered, quotes: found.map(({ quote }) => quote) };
    const inLane = found.filter(({ quote }) => quote.label === lane);
    const others = found.flatMap(({ quote }) => (quote.label === lane ? [] : [quote])).slice(0, limit);
    const hidden = others.length;
    // What answers best may stand in another lane: the first of this one has to answer by itself.
    const best = inLane[0] ? estimateConfidence(gatherEvidence(ranking, inLane[0].members, index)) : 0;
    if (best >= threshold) {
        return { ...answered, confidence: best, quotes: inLane.slice(0, limit).map(({ quote }) => quote), hidden };
    }
    return { ...base, status: 'not-found', reason: 'only-other-lane', quotes: [], hidden, otherLanes: others };
}
function findRefusal(question, index, { cosine, coverage, missingKind }) {
    if (question.concepts.length === 0)
        return 'empty-question';
    if (index.rows.length === 0)
        return 'empty-corpus';
    if (cosine < relevantCosine && coverage < relevantCoverage)
        return 'nothing-relevant';
    return missingKind > 0.5 && coverage >= 0.5 ? 'detail-missing' : 'too-weak';
}
function listMissing(ranking, { missingKind }) {
    const { question, sentences } = ranking;
    const unknown = question.concepts.filter((_, i) => !sentences.concepts[i]?.strengths.some((strength) => strength > 0));
    const kinds = {
        count: 'a number',
        measure: 'a measure',
        money: 'a sum of money',
        time: 'a date or time',
        meaning: 'the full name',
    };
    const kind = isStrictType(question) && missingKind > 0.5 ? kinds[question.wanted.type] : undefined;
    return [...unknown.map(({ text }) => `“${text}”`), ...(kind ? [kind] : [])];
}
/** The sections nearest to a question, each once: their heading, or the first words of the passage. */
function findNearest(ranking, index) {
    const places = new Map();
    for (const { row } of ranking.candidates) {
        if (places.size >= nearestCount)
            break;
        const document = citationOf(index, row);
        const heading = index.headingOf(row);
        const { span } = index.locate(heading ?? row);
        const text = shorten(index.textOf(heading ?? row));
        const key = `${document.id}:${heading ?? paragraphKey(index, row)}`;
        if (!places.has(key))
            places.set(key, { document, text, start: span.start, end: span.end });
    }
    return [...places.values()];
}
function paragraphKey(index, row) {
    return `p${index.locate(row).span.block}`;
}
function shorten(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    if (line.length <= nearestLength)
        return line;
    const cut = line.lastIndexOf(' ', nearestLength);
    return `${line.slice(0, cut > 0 ? cut : startOfCharacter(line, nearestLength))}…`;
}
//# sourceMappingURL=answer.js.map
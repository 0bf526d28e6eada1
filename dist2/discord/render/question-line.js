import { escapeMarkdown, unescapeMarkdown } from './escape-markdown.js';
/** Longest question that is read and shown, in UTF-16 units. */
export const maxQuestionLength = 500;
/** A question on one line, cut at a word's end where it is too long. */
export function normaliseQuestion(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    if (line.length <= maxQuestionLength)
        return { question: line, isCut: false };
    const cut = line.lastIndexOf(' ', maxQuestionLength);
    const kept = line.slice(0, cut > 0 ? cut : maxQuestionLength).replace(/[\ud800-\udbff]$/, '');
    return { question: kept, isCut: true };
}
/** The line on top of an answer, from which the question can be read again. */
export function writeQuestionLine(question) {
    return `**${escapeMarkdown(question) || '…'}**`;
}
/** The question of an answer, given the first text of its message; null for another kind of message. */
export function readQuestionLine(content) {
    const line = content?.split('\n')[0] ?? '';
    const found = /^\*\*(.+)\*\*$/.exec(line)?.[1];
    return found === undefined ? null : unescapeMarkdown(found);
}
//# sourceMappingURL=question-line.js.map
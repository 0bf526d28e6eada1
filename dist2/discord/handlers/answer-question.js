import { fingerprint } from '../../core/text/fingerprint.js';
import { resolveFollowUp } from '../../core/question/follow-up.js';
import { tellButton } from '../features/misses/buttons.js';
import { toRefused } from '../features/misses/record-miss.js';
import { renderAnswer, quotesPerMessage } from '../render/answer.js';
import { escapeMarkdown, shorten } from '../render/escape-markdown.js';
import { renderNotice } from '../render/notice.js';
import { maxQuestionLength, normaliseQuestion } from '../render/question-line.js';
import { measureCoverage, renderRefusal } from '../render/refusal.js';
import { chooseDocument } from './choose-document.js';
/** Most quotes that "More" can reach. */
export const maxQuotes = 24;
const indexDigits = 8;
const maxTitleLength = 80;
/** Answers a question as a card, whether it can be answered or not. */
export async function answerQuestion(request, library, texts) {
    const { text, isCut, understood } = understand(request, library);
    const { documentId, title, suggestions } = chooseDocument(library, request.wantedDocument);
    if (suggestions) {
        return { card: renderUnknownDocument(request, suggestions, texts), outcome: 'unknown-document', refused: null };
    }
    const { lane } = request;
    const answer = await library.ask(text, { limit: maxQuotes, lane, documentId });
    const notes = [
        ...(isCut ? [texts.questionCut(maxQuestionLength)] : []),
        ...(title === null ? [] : [texts.onlyIn(escapeMarkdown(shorten(title, maxTitleLength)))]),
        ...(lane === null ? [] : [texts.onlyLane(lane)]),
        ...(answer.status === 'answered' && answer.hidden > 0 ? [texts.otherLanes(answer.hidden)] : []),
    ];
    const index = library.manifest.version;
    const refused = toRefused(answer, { question: text, lane, documentId, index });
    const [first] = answer.quotes;
    const frame = {
        question: text,
        understood,
        notes,
        index,
        askerId: request.askerId,
        canThread: request.canThread,
        more: answer.quotes.length > quotesPerMessage
            ? { kind: 'more', offset: quotesPerMessage, lane, documentId, index: index.slice(0, indexDigits) }
            : null,
        ...(first && { answer: { lane, documentId, mark: fingerprint(first.exact) } }),
        ...(refused && { furtherButtons: [tellButton(refused, texts)] }),
    };
    return { card: renderOutcome(answer, frame, library, texts), outcome: answer.reason ?? 'answered', refused };
}
/** Quotes with their documents' notation. */
export function showQuotes(quotes, library) {
    return quotes.map((quote) => ({ quote, markup: library.findDocument(quote.document.id)?.document.markup ?? [] }));
}
function understand({ text, previous }, { analyser }) {
    const { question, isCut } = normaliseQuestion(text);
    const resolved = previous === null ? null : resolveFollowUp(question, previous, analyser);
    if (resolved === null || previous === null)
        return { text: question, isCut, understood: null };
    return { text: normaliseQuestion(resolved).question, isCut, understood: { text: question, previous } };
}
function renderOutcome(answer, frame, library, texts) {
    if (answer.status === 'answered') {
        return renderAnswer(showQuotes(answer.quotes.slice(0, quotesPerMessage), library), frame, texts);
    }
    if (answer.otherLanes.length > 0) {
        const others = showQuotes(answer.otherLanes.slice(0, quotesPerMessage), library);
        return renderAnswer(others, { ...frame, notes: [...frame.notes, `**${texts.refusal['only-other-lane']}**`] }, texts);
    }
    const documents = library.searchIndex.documents.map(({ document }) => document.metadata);
    return renderRefusal(answer, frame, measureCoverage(documents), texts);
}
export function renderUnknownDocument({ wantedDocument }, suggestions, texts) {
    const wanted = escapeMarkdown(shorten(wantedDocument ?? '', maxTitleLength));
    const list = suggestions.map((title) => `- ${escapeMarkdown(shorten(title, maxTitleLength))}`);
    const near = list.length > 0 ? `\n**${texts.nearTitles}**\n${list.join('\n')}` : '';
    return renderNotice(`${texts.unknownDocument(wanted)}${near}`);
}
//# sourceMappingURL=answer-question.js.map
import { randomBytes } from 'node:crypto';
import { groupQuotes } from '../../../core/briefs/brief-content.js';
import { renderUnknownDocument } from '../../handlers/answer-question.js';
import { chooseDocument } from '../../handlers/choose-document.js';
import { measureCoverage, renderRefusal } from '../../render/refusal.js';
import { limitQuotes, maxTopicLength } from './commands.js';
import { titleOf } from './describe-brief.js';
/** Puts quotes together for a moderator to choose from; else what is to be said, as for a question. */
export async function makeDraft(request, library, set) {
    const { wantedDocument, title, locale, ...owner } = request;
    const quoteCount = limitQuotes(request.quoteCount);
    const topic = normaliseTopic(request.topic);
    const { documentId, title: documentTitle, suggestions } = chooseDocument(library, wantedDocument);
    if (suggestions && library.searchIndex.documents.length > 0) {
        return { kind: 'refused', card: renderUnknownDocument({ wantedDocument }, suggestions, set.texts) };
    }
    const summary = await library.summarise({ topic, documentId, quotes: quoteCount });
    if (summary.status === 'not-found') {
        const name = titleOf({ title: null, topic, documentTitle }, set.briefTexts);
        return { kind: 'refused', card: renderNothing(summary, name, library, set) };
    }
    const quotes = groupQuotes(summary.quotes);
    const content = {
        topic,
        documentId,
        documentTitle,
        title,
        quoteCount,
        indexVersion: library.manifest.version,
        locale,
        quotes,
        pairs: summary.disagreements.map((pair) => ({ quotes: pair.quotes, spans: pair.spans })),
        order: quotes.map((_, number) => number),
        leftOut: [],
        pairsLeftOut: [],
    };
    const { guildId, channelId, person, replaces } = owner;
    const id = randomBytes(8).toString('hex');
    return { kind: 'draft', draft: { id, guildId, channelId, person, content, replaces, state: 'open' } };
}
function normaliseTopic(topic) {
    const line = (topic ?? '').replace(/\s+/g, ' ').trim();
    return line === '' ? null : line.slice(0, maxTopicLength).replace(/[\ud800-\udbff]$/, '');
}
/** A refusal as `/ask` tells it, without the buttons that vote on answers. */
function renderNothing(refusal, name, library, { texts }) {
    const frame = {
        question: name,
        understood: null,
        notes: [],
        index: library.manifest.version,
        askerId: '',
        canThread: false,
        more: null,
    };
    const documents = library.searchIndex.documents.map(({ document }) => document.metadata);
    const { components } = renderRefusal(refusal, frame, measureCoverage(documents), texts);
    return { components: components.slice(0, -1) };
}
//# sourceMappingURL=make-draft.js.map
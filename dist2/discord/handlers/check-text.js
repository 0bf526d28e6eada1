import { minQuoteWords } from '../../core/search/find-quote.js';
import { trimSpan } from '../../core/text/span.js';
import { renderMessageCheck } from '../render/message-check.js';
import { renderMisquote } from '../render/misquote.js';
import { renderNotice } from '../render/notice.js';
const maxSentences = 12;
/** From this cosine on other words say something alike. */
const similarCosine = 0.55;
const minSentenceLength = 8;
/** Checks every sentence of a text against the material. */
export async function checkText(text, library, texts) {
    const sentences = splitText(text, library);
    if (sentences.length === 0)
        return renderNotice(texts.noTextInMessage);
    const checks = [];
    for (const sentence of sentences.slice(0, maxSentences))
        checks.push(await checkSentence(sentence, library));
    return renderMessageCheck(checks, Math.max(0, sentences.length - maxSentences), texts);
}
/** Whether what a message quotes stands in the material: its longest passage in quotation marks, else all of it. */
export async function checkQuotedWords(text, library, texts) {
    const quoted = [...text.matchAll(/["“”„«»]([^"“”„«»]{12,})["“”„«»]/gu)].map(([, words = '']) => words);
    const lines = text.split('\n').filter((line) => /^>\s?\S/.test(line));
    if (lines.length > 0)
        quoted.push(lines.map((line) => line.replace(/^>+\s?/, '')).join(' '));
    const longest = quoted
        .sort((a, b) => b.length - a.length)
        .find((words) => words.trim().split(/\s+/).length >= minQuoteWords);
    return checkQuote(longest ?? text, library, texts);
}
/** Whether somebody's words stand in the material. */
export async function checkQuote(text, library, texts) {
    if (text.trim() === '')
        return renderNotice(texts.noTextInMessage);
    return renderMisquote(text, await library.findQuote(text), texts);
}
/** All text that a message shows: its own, that of its cards, that of its components. */
export function readMessageText({ content, embeds, components }) {
    const cards = embeds.flatMap(({ title, description, fields }) => [
        title,
        description,
        ...fields.flatMap(({ name, value }) => [name, value]),
    ]);
    const parts = [content, ...cards, ...components.flatMap((component) => collectTexts(component.toJSON()))];
    return parts.filter((part) => typeof part === 'string' && part.trim() !== '').join('\n');
}
function collectTexts(component) {
    const own = 'content' in component && typeof component.content === 'string' ? [component.content] : [];
    const inner = 'components' in component && Array.isArray(component.components) ? component.components : [];
    return [...own, ...inner.flatMap((each) => (typeof each === 'object' && each !== null ? collectTexts(each) : []))];
}
/** Sentences without the signs of quoting; lines are never joined. */
function splitText(text, { analyser }) {
    return text
        .split(/\n+/)
        .map((line) => line.replace(/^\s*(?:>+|[-*•]|#{1,3}|-#)\s+/u, '').replace(/[*_~`|]{2,}/g, ''))
        .flatMap((line) => analyser.analyse(line).sentences.map((span) => {
        const { start, end } = trimSpan(line, span);
        return line.slice(start, end);
    }))
        .filter((sentence) => sentence.length >= minSentenceLength && /\p{L}/u.test(sentence));
}
async function checkSentence(sentence, library) {
    const nothing = { sentence, kind: 'nothing', quote: null, diff: null };
    const finding = await library.findQuote(sentence);
    switch (finding.kind) {
        case 'exact':
            return { ...nothing, kind: 'exact', quote: finding.places[0]?.quote ?? null };
        case 'near':
            return { ...nothing, kind: 'similar', quote: finding.place.quote, diff: finding.diff };
        case 'absent':
            return finding.cosine >= similarCosine ? { ...nothing, kind: 'similar', quote: finding.nearest } : nothing;
        case 'too-short':
            return nothing;
    }
}
//# sourceMappingURL=check-text.js.map
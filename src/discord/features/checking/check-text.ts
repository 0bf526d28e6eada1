import type { Message } from 'discord.js';
import { minQuoteWords } from '../../../core/search/find-quote.js';
import { trimSpan } from '../../../core/text/span.js';
import { renderNotice, type Card } from '../../cards/card.js';
import { renderMessageCheck, type SentenceCheck } from './message-check-card.js';
import { renderMisquote } from './misquote-card.js';
import { componentsOf, isText, walkComponents } from '../../cards/components.js';
import { openIndex, type Request } from '../../request/request.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';

const maxSentences = 12;
/** From this cosine on other words say something alike; with no word in common from the second on. */
const similarCosine = 0.55;
const similarCosineAlone = 0.65;
const minSentenceLength = 8;

/** Checks a message, but not the bot's own, of which every line would be looked for. */
export function checkMessage(message: Message, request: Request<unknown>): Promise<Card> {
  if (message.author.id === message.client.user.id) return Promise.resolve(renderNotice(request.texts.checkOwn));
  return checkText(readMessageText(message), request);
}

/** Checks the message that another one replies to; says how else it goes where Discord keeps its text from the bot. */
export async function checkReplied(request: Request<Message>): Promise<Card> {
  const { source, texts } = request;
  const replied = await source.fetchReference().catch(() => null);
  if (!replied || readMessageText(replied) === '') return renderNotice(texts.checkUnreadable);
  return checkMessage(replied, request);
}

/** Checks every sentence of a text against the texts, each once. */
async function checkText(text: string, request: Request<unknown>): Promise<Card> {
  const index = await openIndex(request);
  const sentences = [...new Set(splitText(text, index))];
  if (sentences.length === 0) return renderNotice(request.texts.noTextInMessage);
  const checks: SentenceCheck[] = [];
  const { waitingCount: waiting } = request.services.queue;
  for (const sentence of sentences.slice(0, maxSentences)) checks.push(await checkSentence(sentence, index, waiting));
  return renderMessageCheck(checks, Math.max(0, sentences.length - maxSentences), request.texts);
}

/** Whether what a message quotes stands in the texts: its longest passage in quotation marks, else all of it. */
export function checkQuotedWords(text: string, request: Request<unknown>): Promise<Card> {
  const quoted = [...text.matchAll(/["“”„«»]([^"“”„«»]{12,})["“”„«»]/gu)].map(([, words = '']) => words);
  const lines = text.split('\n').filter((line) => /^>\s?\S/.test(line));
  if (lines.length > 0) quoted.push(lines.map((line) => line.replace(/^>+\s?/, '')).join(' '));
  const longest = quoted
    .sort((a, b) => b.length - a.length)
    .find((words) => words.trim().split(/\s+/).length >= minQuoteWords);
  return checkQuote(longest ?? text, request);
}

/** Whether somebody's words stand in the texts. */
export async function checkQuote(text: string, request: Request<unknown>): Promise<Card> {
  const { texts } = request;
  if (text.trim() === '') return renderNotice(texts.noTextInMessage);
  const index = await openIndex(request);
  return renderMisquote(text, await index.findQuote(text), texts);
}

/** All text that a message shows: its own without the bot's mention, that of its cards, that of its components. */
export function readMessageText(message: Message): string {
  const cards = message.embeds.flatMap(({ title, description, fields }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  const shown = [...walkComponents(componentsOf(message))].map(({ component }) => component);
  const own = message.content.replaceAll(new RegExp(`<@!?${message.client.user.id}>`, 'g'), '').trim();
  const parts = [own, ...cards, ...shown.filter(isText).map(({ content }) => content)];
  return parts.filter((part) => typeof part === 'string' && part.trim() !== '').join('\n');
}

/** Sentences without the signs of quoting; lines are never joined. */
function splitText(text: string, { analyser }: OpenIndex): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.replace(/^\s*(?:>+|[-*•]|#{1,3}|-#)\s+/u, '').replace(/[*_~`|]{2,}/g, ''))
    .flatMap((line) =>
      analyser.analyse(line).sentences.map((span) => {
        const { start, end } = trimSpan(line, span);
        return line.slice(start, end);
      }),
    )
    .filter((sentence) => sentence.length >= minSentenceLength && /\p{L}/u.test(sentence));
}

/** A question is looked for word for word, and else answered: sentences of like words say little of it. */
async function checkSentence(sentence: string, index: OpenIndex, waiting: number): Promise<SentenceCheck> {
  const nothing: SentenceCheck = { sentence, kind: 'nothing', quote: null, diff: null };
  const finding = await index.findQuote(sentence);
  if (finding.kind !== 'exact' && /\?\W*$/.test(sentence)) {
    const { quotes } = await index.ask(sentence, { limit: 1, waiting });
    return quotes[0] ? { ...nothing, kind: 'answered', quote: quotes[0] } : nothing;
  }
  switch (finding.kind) {
    case 'exact':
      return { ...nothing, kind: 'exact', quote: finding.quotes[0] ?? null };
    case 'near':
      return { ...nothing, kind: 'similar', quote: finding.quote, diff: finding.diff };
    case 'absent': {
      const isSimilar = finding.cosine >= (finding.sharesWords ? similarCosine : similarCosineAlone);
      return isSimilar ? { ...nothing, kind: 'similar', quote: finding.nearest } : nothing;
    }
    case 'too-short':
      return nothing;
  }
}

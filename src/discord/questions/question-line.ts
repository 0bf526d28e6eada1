import type { Message } from 'discord.js';
import { componentsOf, isText } from '../cards/components.js';
import { escapeMarkdown, unescapeMarkdown } from '../cards/markdown.js';

/** Longest question that is read and shown, in UTF-16 units. */
export const maxQuestionLength = 500;
/** Most quotes that a question is asked for, and that **More** can reach. */
export const maxQuotes = 24;

const recentMessages = 30;

/** Quotation marks around all of a text, and none inside it. */
const wholeQuotation = /^["“”„«»]\s*([^"“”„«»]+?)\s*["“”„«»][.?!]?$/;

/** A question on one line and without quotation marks around all of it, cut at a word's end where it is too long. */
export function normaliseQuestion(text: string): { question: string; isCut: boolean } {
  const written = text.replace(/\s+/g, ' ').trim();
  const line = wholeQuotation.exec(written)?.[1] ?? written;
  if (line.length <= maxQuestionLength) return { question: line, isCut: false };
  const cut = line.lastIndexOf(' ', maxQuestionLength);
  const kept = line.slice(0, cut > 0 ? cut : maxQuestionLength).replace(/[\ud800-\udbff]$/, '');
  return { question: kept, isCut: true };
}

/** The line on top of an answer, from which the question can be read again. */
export function writeQuestionLine(question: string): string {
  return `**${escapeMarkdown(question) || '…'}**`;
}

/** The question of an answer, given the first text of its message; null for another kind of message. */
export function readQuestionLine(content: string | undefined): string | null {
  const line = content?.split('\n')[0] ?? '';
  const found = /^\*\*(.+)\*\*$/.exec(line)?.[1];
  return found === undefined ? null : unescapeMarkdown(found);
}

/** The question that a message of the bot answers; null for any other message. */
export function readAnsweredQuestion(message: Message): string | null {
  if (message.author.id !== message.client.user.id) return null;
  const [first] = componentsOf(message);
  return readQuestionLine(first && isText(first) ? first.content : undefined);
}

/** The question answered last in a thread or a direct channel; for a new thread, in the message that it hangs on. */
export async function findLastQuestion(channel: Message['channel']): Promise<string | null> {
  const messages = await channel.messages.fetch({ limit: recentMessages }).catch(() => null);
  const latestFirst = [...(messages?.values() ?? [])].sort((a, b) => b.createdTimestamp - a.createdTimestamp);
  for (const message of latestFirst) {
    const question = readAnsweredQuestion(message);
    if (question !== null) return question;
  }
  if (!channel.isThread()) return null;
  const starter = await channel.fetchStarterMessage().catch(() => null);
  return starter && readAnsweredQuestion(starter);
}

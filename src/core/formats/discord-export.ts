import type { Opening } from '../text/conversation.js';
import type { Span } from '../text/span.js';
import type { DerivedText } from './derived-document.js';
import { TextBuilder, type BlockWords } from './text-builder.js';

/** A message of an export, as DiscordChatExporter writes it; nothing is sure to be there. */
interface Message {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string | null;
  readonly content: string;
  readonly author: string;
  readonly authorId: string;
}

/** Messages that people write; others tell that somebody has joined, pinned and the like. */
const written = new Set(['Default', 'Reply', 'ThreadStarterMessage', 'ChatInputCommand', '0', '19', '21']);
/** What somebody writes within this time after a message of his goes on with it, as Discord shows it. */
const maxPauseMs = 7 * 60_000;
const maxExcerpt = 60;

/** Reads the export of a channel: each message with its writer, time and address. Null for what is none. */
export function readDiscordExport(value: unknown): DerivedText | null {
  const root = fieldsOf(value);
  const list = root['messages'];
  if (!Array.isArray(list)) return null;
  const [guild, channel] = [fieldsOf(root['guild']), fieldsOf(root['channel'])];
  const messages = list.flatMap((one) => readMessage(one) ?? []);
  if (messages.length === 0) return null;
  const [guildId, channelId] = [textOf(guild['id']), textOf(channel['id'])];
  const builder = new TextBuilder();
  const openings: Opening[] = [];
  let before: Message | null = null;
  for (const message of messages) {
    if (message.content.trim() === '' || !written.has(message.type)) continue;
    const { id, timestamp } = message;
    if (!before || !goesOn(before, message)) openings.push(openTurn(builder, message));
    const url = guildId && channelId && id ? `https://discord.com/channels/${guildId}/${channelId}/${id}` : null;
    builder.markPlace({ kind: 'message', id, at: timestamp, url });
    writeContent(builder, message.content, openings);
    before = message;
  }
  if (builder.isEmpty) return null;
  const name = textOf(channel['name']);
  const publication = textOf(guild['name']);
  return builder.finish(
    {
      kind: 'transcript',
      title: name === '' ? (messages[0]?.content.slice(0, maxExcerpt) ?? '') : `#${name}`,
      ...(publication === '' ? {} : { publication }),
    },
    { openings },
  );
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function readMessage(value: unknown): Message | null {
  const message = fieldsOf(value);
  const author = fieldsOf(message['author']);
  const name =
    textOf(author['nickname']) || textOf(author['global_name']) || textOf(author['name']) || textOf(author['username']);
  const isBot = author['isBot'] === true || author['bot'] === true;
  if (typeof message['content'] !== 'string' || name === '' || isBot) return null;
  const written = textOf(message['timestamp']);
  return {
    id: textOf(message['id']),
    type: textOf(message['type']) || 'Default',
    timestamp: Number.isNaN(Date.parse(written)) ? null : written,
    content: message['content'].replace(/\r\n?/g, '\n'),
    author: name.replace(/\s+/g, ' '),
    authorId: textOf(author['id']) || name,
  };
}

function goesOn(before: Message, message: Message): boolean {
  const pauseMs = Date.parse(message.timestamp ?? '') - Date.parse(before.timestamp ?? '');
  return message.type !== 'Reply' && message.authorId === before.authorId && pauseMs <= maxPauseMs;
}

/** A line with who writes and when, above what is written. */
function openTurn(builder: TextBuilder, { author, timestamp }: Message): Opening {
  if (builder.end > 0) builder.write('\n\n');
  const speaker = builder.write(author);
  if (timestamp !== null) builder.write(` · ${timestamp.slice(0, 16).replace('T', ' ')}`);
  return { start: speaker.start, textStart: builder.end, speaker, isHeader: true };
}

/** Code between fences, quoted lines, items and paragraphs of a message; its turn stops before what is quoted, and goes on below. */
function writeContent(builder: TextBuilder, content: string, openings: Opening[]): void {
  for (const [i, part] of content.split(/```(?:\w+\n)?/).entries()) {
    if (i % 2 === 1) {
      const code = part.replace(/^\n+|\s+$/g, '');
      if (code !== '') builder.addBlock({ words: code }, { kind: 'code' }, { gap: '\n' });
      continue;
    }
    for (const lines of groupLines(part)) {
      const [, quoted, mark] = /^(>{1,3} )?((?:[-*•]|\d{1,2}[.)])\s+)?/.exec(lines[0] ?? '') ?? [];
      const lead = quoted ?? mark ?? '';
      const words = lines.map((line) => line.slice(quoted === undefined ? 0 : quoted.length)).join('\n');
      const block = hideMarks(quoted === undefined ? words.slice(lead.length) : words);
      if (block.words.trim() === '') continue;
      if (quoted !== undefined) {
        const start = builder.end;
        builder.addBlock(block, { kind: 'quotation' }, { gap: '\n', lead });
        const { end } = builder;
        const turn = openings.at(-1);
        if (turn?.textStart === start) openings[openings.length - 1] = { ...turn, textStart: end };
        else if (turn) openings.push({ ...turn, start, textStart: end });
      } else if (mark !== undefined)
        builder.addBlock(block, { kind: 'list-item', depth: 1, isMarked: true }, { gap: '\n', lead });
      else builder.addBlock(block, { kind: 'paragraph' }, { gap: '\n' });
    }
  }
}

/** Lines that make a block: quoted ones together, each item alone, others up to a blank line. */
function groupLines(part: string): string[][] {
  const groups: string[][] = [];
  let kind = '';
  for (const line of part.split('\n').map((one) => one.trim())) {
    const own =
      line === ''
        ? 'blank'
        : /^>{1,3} /.test(line)
          ? 'quoted'
          : /^(?:[-*•]|\d{1,2}[.)])\s/.test(line)
            ? 'item'
            : 'plain';
    if (own !== 'blank') {
      const last = groups.at(-1);
      if (last && own === kind && own !== 'item') last.push(line);
      else groups.push([line]);
    }
    kind = own;
  }
  return groups;
}

/** Pairs of marks for bold, underlined, struck and hidden words are notation. */
function hideMarks(words: string): BlockWords {
  const markup: Span[] = [];
  for (const { 0: whole, 1: mark = '', index } of words.matchAll(/(\*\*|__|~~|\|\|)(?=\S)(?:(?!\1).)*?\S\1/gs)) {
    const end = index + whole.length;
    markup.push({ start: index, end: index + mark.length }, { start: end - mark.length, end });
  }
  return { words, markup };
}

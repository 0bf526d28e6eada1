import { months, weekdays } from '../english/quantities.js';
import { readDateLine } from './read-date.js';
import { isLogLine } from './log-lines.js';
import { trimSpan, type Span } from './span.js';

const channel = /^#[\p{L}\p{N}][\p{L}\p{N}_-]{1,40}$/u;
const weekday = `(?:${weekdays.map((day) => `${day.slice(0, 3)}(?:${day.slice(3)})?`).join('|')})`;
const month = `(?:${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})`;
const number = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
/** "Tuesday, 4 March": a day whose year is understood. */
const day = new RegExp(
  String.raw`^(?:${weekday}\.?,? )?(?:the )?(?:${number}(?: of)? ${month}|${month}\.? ${number})$`,
  'iu',
);
const weekdayAlone = new RegExp(`^${weekday}$`, 'iu');
const frame = /^[-–—=*~_[(\s]+|[-–—=*~_\])\s]+$/gu;
const dayChanged =
  /^(?:day changed(?: to)?:?|new day:?|log opened:?|begin logging at:?|session start:?|logging started:?)\s+/iu;
const maxLength = 60;

/** Levels of a channel's name and of a day as headings. */
const levels = { channel: 2, day: 3 } as const;

interface ChatMark extends Span {
  readonly level: number;
  readonly isFramed: boolean;
}

/**
 * The words of a line that says where or when was said what stands below it, `#general` or `--- Tuesday, 4 March ---`: somebody opens a
 * turn on the next line. Null for any other line. `opens` tells of a place whether a turn opens there.
 */
export function findChatMark(text: string, line: Span, opens: (at: number) => boolean): ChatMark | null {
  const mark = readMark(text, line);
  if (!mark) return null;
  for (let below: Span | null = line; ;) {
    below = nextLine(text, below.end);
    if (!below) return null;
    if (opens(below.start)) return mark;
    if (!readMark(text, below) && !isLogLine(text.slice(below.start, below.end))) return null;
  }
}

function readMark(text: string, line: Span): ChatMark | null {
  const words = text.slice(line.start, line.end);
  if (words.length > maxLength) return null;
  if (channel.test(words)) return { start: line.start, end: line.end, level: levels.channel, isFramed: true };
  const bare = words.replace(frame, '').replace(dayChanged, '');
  const isFramed = bare.length < words.length;
  const isDay = bare !== '' && (day.test(bare) || readDateLine(bare) !== null || (isFramed && weekdayAlone.test(bare)));
  const start = line.start + words.indexOf(bare);
  return isDay ? { start, end: start + bare.length, level: levels.day, isFramed } : null;
}

function nextLine(text: string, from: number): Span | null {
  const rest = /\S[^\n]*/.exec(text.slice(from, from + 400));
  if (!rest) return null;
  return trimSpan(text, { start: from + rest.index, end: from + rest.index + rest[0].length });
}

const monthNames = 'january february march april may june july august september october november december'.split(' ');
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const year = String.raw`((?:1[89]|20)\d\d)`;
const patterns: readonly {
  readonly pattern: RegExp;
  readonly order: 'ymd' | 'dmy' | 'mdy' | 'my' | 'ym' | 'dm' | 'md';
}[] = [
  { pattern: new RegExp(String.raw`(?<!\d)${year}[-_./]?(0[1-9]|1[0-2])[-_./]?([0-2]\d|3[01])(?!\d)`), order: 'ymd' },
  {
    pattern: new RegExp(
      String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s_-]+(?:of\s+)?${month}\.?,?[\s_-]+${year}(?!\d)`,
      'i',
    ),
    order: 'dmy',
  },
  {
    // "Oct 26 19:40:02 2025", too, as programs write it.
    pattern: new RegExp(
      String.raw`(?<!\p{L})${month}\.?[\s_-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s_-]+(?:\d\d:\d\d(?::\d\d)?\s+(?:[A-Z]{3,5}\s+)?)?${year}(?!\d)`,
      'iu',
    ),
    order: 'mdy',
  },
  { pattern: new RegExp(String.raw`(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?${year}(?!\d)`), order: 'dmy' },
  { pattern: new RegExp(String.raw`(?<!\p{L})${month}\.?,?[\s_-]+${year}(?!\d)`, 'iu'), order: 'my' },
  { pattern: new RegExp(String.raw`(?<!\d)${year}-(0[1-9]|1[0-2])(?!\d)`), order: 'ym' },
];

/** The first full date in a line, `YYYY-MM-DD`, or a month with its year, `YYYY-MM`; null where there is neither. */
export function readDate(line: string): string | null {
  return locateDate(line)?.date ?? null;
}

/** A date with what stands before and after it in its line. */
function locateDate(line: string): { readonly date: string; readonly before: string; readonly after: string } | null {
  for (const { pattern, order } of patterns) {
    const match = pattern.exec(line);
    if (!match) continue;
    const { y, m, d } = readParts(match, order);
    const date = writeDate(y ?? '', m, d);
    if (date === null) continue;
    return { date, before: line.slice(0, match.index), after: line.slice(match.index + match[0].length) };
  }
  return null;
}

const label = String.raw`(?:(?:release|publication|issue|meeting|session|posting)[\s-])?date|date of (?:the )?(?:release|publication|issue|meeting|session)|dated|(?:last )?(?:released|published|issued|updated|posted|written)|held|when|(?:minutes of )?(?:(?!(?:next|last|previous|following|coming|upcoming|future) )\p{L}+ ){0,4}(?:meeting|session|assembly|minutes)`;
const weekday = String.raw`(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?`;
const clock = String.raw`(?:noon|midday|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|h|o’clock)?(?:\s?(?:utc|gmt|[a-z]{2,4}))?)`;
const beforeDate = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:(?:${label})[\s:,–—-]*(?:on\s+)?)?(?:${weekday}[\s,]*)?(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s?(?:[–—-]|to|and)\s?)?[^\p{L}\p{N}]*$`,
  'iu',
);
const afterDate = new RegExp(
  String.raw`^[\s,T]*(?:\(?${weekday}\)?)?[\s,;–—-]*(?:(?:at|from)\s+)?(?:${clock}(?:\s?(?:[–—-]|to|until)\s?${clock})?)?(?:[\s,;–—-]+(?:in|at|on|via)\s[^.!?:]{1,50}|[\s,;]*\([^()]{1,40}\))?[^\p{L}\p{N}]*$`,
  'iu',
);

/**
 * The date of a line that holds nothing but that, with a label, a weekday, an hour or a place: "Release date: 2024-05-01",
 * "Thursday 11 September 2025, 7.30 pm, in the hut". Null for any other line, such as a sentence with a date in it.
 */
export function readDateLine(line: string): string | null {
  const found = locateDate(line);
  return found && beforeDate.test(found.before) && afterDate.test(found.after) ? found.date : readMeetingDate(line);
}

const minutesWord = /\b(?:minutes|notes|record|report)\b/iu;
const ofMeeting =
  /^[^\p{L}\p{N}]*(?:\p{L}+ )?(?:minutes|notes|record|report) (?:of|from) [^.!?:;]{0,70}\b(?:meeting|session|assembly|agm|egm|conference|call)\b[^.!?:;]{0,30}$/iu;
/** Where a meeting was held, and when on that day; nothing that tells more of it, as a sentence does. */
const whereAndWhen =
  /^(?![^\n]*[!?;]|[^\n]*\.\s*(?:$|\p{L}{4})|[^\n]*\b(?:was|were|is|are|had|has|have|approved|agreed|accepted|signed|read|taken|circulated|confirmed)\b)(?:$|\s*[,(–—-]|\s+(?:at|in|on|by|via|over|from|held)\b)/iu;
const maxMeetingLine = 120;

/**
 * The date of a meeting in the line that opens its minutes, with its place and hour in whatever order: "Minutes of the meeting held
 * Tues 9 September 2025, Mill Lane Hall, 7.30pm". Null for any other line.
 */
export function readMeetingDate(line: string): string | null {
  const found = line.length <= maxMeetingLine && minutesWord.test(line) ? locateDate(line) : null;
  return found && ofMeeting.test(found.before) && whereAndWhen.test(found.after) ? found.date : null;
}

/** The date that a line opens with, parted by a mark from what follows: "9 May 2025: glaze firing". Null where it does not. */
export function readOpeningDate(line: string): string | null {
  const found = locateDate(line);
  const isOpening =
    found && !/[\p{L}\p{N}]/u.test(found.before) && /^[^\p{L}\p{N}]*(?:[:,;|–—]|\s-\s|$)/u.test(found.after);
  return isOpening ? found.date : null;
}

/** A date as a text has it, in whatever form. */
export interface WrittenDate {
  readonly year: string | null;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number | null;
}

const yearless: typeof patterns = [
  {
    pattern: new RegExp(String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s_-]+(?:of\s+)?${month}(?!\p{L})`, 'iu'),
    order: 'dm',
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})${month}\.?[\s_-]+(\d{1,2})(?:st|nd|rd|th)?(?![\d:])`, 'iu'),
    order: 'md',
  },
];

/** All patterns, for every match of theirs. */
const everywhere = [...patterns, ...yearless].map(({ pattern, order }) => ({
  pattern: new RegExp(pattern, `${pattern.flags}g`),
  order,
}));

/** Every date in a line, also days without a year; in no order, and perhaps twice. */
export function findDates(line: string): WrittenDate[] {
  if (!/\d/.test(line)) return [];
  return everywhere.flatMap(({ pattern, order }) =>
    [...line.matchAll(pattern)].flatMap((match): WrittenDate[] => {
      const { y, m, d } = readParts(match, order);
      return writeDate(y ?? '2000', m, d) === null ? [] : [{ year: y, month: m, day: d }];
    }),
  );
}

function readParts(match: RegExpExecArray, order: string): { y: string | null; m: number; d: number | null } {
  const part = (name: string): string | null => (order.includes(name) ? (match[order.indexOf(name) + 1] ?? '') : null);
  const day = part('d');
  return { y: part('y'), m: numberOfMonth(part('m') ?? ''), d: day === null ? null : Number(day) };
}

/** `YYYY-MM-DD`, or `YYYY-MM` without a day; null for numbers that are no month or no day. */
export function writeDate(year: string, month: number, day: number | null): string | null {
  if (month < 1 || month > 12 || (day !== null && (day < 1 || day > 31))) return null;
  const date = `${year}-${String(month).padStart(2, '0')}`;
  return day === null ? date : `${date}-${String(day).padStart(2, '0')}`;
}

function numberOfMonth(name: string): number {
  if (/^\d/.test(name)) return Number(name);
  const short = name.slice(0, 3).toLowerCase();
  return monthNames.findIndex((full) => full.startsWith(short)) + 1;
}

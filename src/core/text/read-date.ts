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
    pattern: new RegExp(String.raw`(?<!\p{L})${month}\.?[\s_-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s_-]+${year}(?!\d)`, 'iu'),
    order: 'mdy',
  },
  { pattern: new RegExp(String.raw`(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?${year}(?!\d)`), order: 'dmy' },
  { pattern: new RegExp(String.raw`(?<!\p{L})${month}\.?,?[\s_-]+${year}(?!\d)`, 'iu'), order: 'my' },
  { pattern: new RegExp(String.raw`(?<!\d)${year}-(0[1-9]|1[0-2])(?!\d)`), order: 'ym' },
];

/** The first full date in a line, `YYYY-MM-DD`, or a month with its year, `YYYY-MM`; null where there is neither. */
export function readDate(line: string): string | null {
  for (const { pattern, order } of patterns) {
    const match = pattern.exec(line);
    if (!match) continue;
    const { y, m, d } = readParts(match, order);
    const date = writeDate(y ?? '', m, d);
    if (date !== null) return date;
  }
  return null;
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

/** Every date in a line, also days without a year; in no order, and perhaps twice. */
export function findDates(line: string): WrittenDate[] {
  if (!/\d/.test(line)) return [];
  return [...patterns, ...yearless].flatMap(({ pattern, order }) =>
    [...line.matchAll(new RegExp(pattern, `${pattern.flags}g`))].flatMap((match): WrittenDate[] => {
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

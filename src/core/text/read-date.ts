const monthNames = 'january february march april may june july august september october november december'.split(' ');
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const year = String.raw`((?:1[89]|20)\d\d)`;
const patterns: readonly { readonly pattern: RegExp; readonly order: 'ymd' | 'dmy' | 'mdy' | 'my' | 'ym' | 'y' }[] = [
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
    const parts = new Map(Array.from(order, (part, i) => [part, match[i + 1] ?? '']));
    const monthNumber = numberOfMonth(parts.get('m') ?? '');
    const day = parts.get('d');
    const date = writeDate(parts.get('y') ?? '', monthNumber, day === undefined ? null : Number(day));
    if (date !== null) return date;
  }
  return null;
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

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
    if (monthNumber < 1 || monthNumber > 12 || (day !== undefined && (Number(day) < 1 || Number(day) > 31))) continue;
    const date = `${parts.get('y') ?? ''}-${String(monthNumber).padStart(2, '0')}`;
    return day === undefined ? date : `${date}-${day.padStart(2, '0')}`;
  }
  return null;
}

function numberOfMonth(name: string): number {
  if (/^\d/.test(name)) return Number(name);
  const short = name.slice(0, 3).toLowerCase();
  return monthNames.findIndex((full) => full.startsWith(short)) + 1;
}

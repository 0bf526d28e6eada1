import { monthAbbreviations, months, weekdays } from '../../english/quantities.js';
import { tokenAt, type SentenceView } from './sentence-view.js';

const monthWords = new Set([...months, ...monthAbbreviations]);
const dayOfMonth = /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;

/** Where the date ends that begins at `at`: "29 Nov.", "1 Feb 2025", "November 29"; `at` itself where none does. */
export function endOfDate(view: SentenceView, at: number): number {
  const wordAt = (i: number): string => tokenAt(view, i).lower.replace(/\.$/, '');
  const isMonth = (i: number): boolean => monthWords.has(wordAt(i));
  const isDay = (i: number): boolean => dayOfMonth.test(wordAt(i));
  // "Monday 3 May"
  const first = weekdays.includes(wordAt(at)) ? at + 1 : at;
  if (!(isDay(first) && isMonth(first + 1)) && !(isMonth(first) && isDay(first + 1))) return at;
  return /^(?:1[89]|20)\d\d$/.test(wordAt(first + 2)) ? first + 3 : first + 2;
}

/** Where a phrase from `first` to `last` begins without the dates before it: at "Anna" in "the dam on 29 Nov. Anna". */
export function afterDates(view: SentenceView, first: number, last: number): number {
  let start = first;
  for (let i = first; i < last; i++) {
    const end = i === first || tokenAt(view, i - 1).pos === 'ADP' ? endOfDate(view, i) : i;
    // "your report of 3 May on the hotel" goes on.
    if (end > i && end <= last && !/^(?:ADP|CCONJ|PART|PUNCT)$/.test(tokenAt(view, end).pos)) start = end;
  }
  return start;
}

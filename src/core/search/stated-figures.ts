import type { Analyser } from '../ports.js';
import { readFigures } from '../summary/disagreements/read-figures.js';
import { overlaps, type Span } from '../text/span.js';

/** A figure as a sentence states it; offsets into the sentence. */
export interface StatedFigure extends Span {
  readonly exact: string;
  /** What may be compared; see `Figure`; `clock` for a time of the day, in minutes after midnight. */
  readonly kind: string;
  readonly low: number;
  readonly high: number;
}

const clock =
  /(?<![\p{L}\p{N}.:,£$€-])(\d{1,2})(?:[:.](\d\d))?(?:\s?([ap])(?:\.\s?m\.|m\b)|(?<=[:.]\d\d)(?![\d:]|[.,]\d|\s?%))/giu;
/** "Raised to £12": the word before the sum is no part of a range. */
const changedTo =
  /\b(?:raised?|rais(?:es|ing)|increased?|lowered?|reduced?|cut|set|changed?|rose|rises?|went up|goes up)\b[^.;:]{0,60}?\bto(?= [£$€¥₹]?\p{N})/giu;
/** Before a sum that is not meant to the penny. */
const roughly =
  /\b(?:about|around|some|roughly|approximately|circa|nearly|almost|at (?:least|most)|up to|from|between|over|under|(?:more|less|fewer) than|or)\s*$/iu;
/** "Per team" may be left unsaid, "per week" makes another sum. */
const perThing =
  / per (?!(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|term|season|year)s?$)\p{L}+$/u;
const minutesOfHour = 60;
const halfDay = 12;

/** Money, measures, counts and times of the day, each with the values that its words allow, in the order of kinds. */
export function listFigures(text: string, analyser: Analyser): StatedFigure[] {
  const times = Array.from(text.matchAll(clock), (match): StatedFigure => {
    const [exact, hour = '', minute = '0', half] = match;
    const isAfternoon = half?.toLowerCase() === 'p';
    const hours = half === undefined ? Number(hour) : (Number(hour) % halfDay) + (isAfternoon ? halfDay : 0);
    const at = hours * minutesOfHour + Number(minute);
    return { exact, start: match.index, end: match.index + exact.length, kind: 'clock', low: at, high: at + 1 };
  });
  // As long as the text, so that offsets stay.
  const readable = text.replace(changedTo, (words) => `${words.slice(0, -2)}at`);
  const figures = readFigures(readable, analyser.analyse(text).tokens)
    .filter((figure) => figure.kind !== 'date' && !times.some((time) => overlaps(time, figure)))
    .map(({ start, end, kind, modifiers, low, high }): StatedFigure => {
      // Other figures may be rounded; a sum is as it is given.
      const isExact = /^(?:money|pounds) /.test(kind) && Number.isFinite(high) && !roughly.test(text.slice(0, start));
      const middle = (low + high) / 2;
      const range = isExact ? { low: middle, high: middle } : { low, high };
      return {
        exact: text.slice(start, end),
        start,
        end,
        kind: [kind.replace(perThing, ''), ...modifiers].join(' '),
        ...range,
      };
    });
  return [...times, ...figures];
}

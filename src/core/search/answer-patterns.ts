import {
  magnitudes,
  looseNumbers,
  monthAbbreviations,
  months,
  smallNumbers,
  tens,
  unitWords,
  weekdays,
} from '../english/quantities.js';

const numberWord = [
  ...[...smallNumbers].flatMap(([word, value]) => (value > 0 ? [word] : [])),
  ...tens.keys(),
  ...[...magnitudes.keys()].map((word) => `${word}s?`),
  ...looseNumbers,
].join('|');
/** A number in digits or words. */
export const number = String.raw`(?:\p{Nd}[\p{Nd},.]*|\b(?:${numberWord})\b)`;
const hour = [
  ...Array.from({ length: 24 }, (_, i) => String(i + 1)).reverse(),
  ...[...smallNumbers.keys()].slice(1, 13),
].join('|');
const lengthUnit = unitWords('length').join('|');
const timeUnit = unitWords('duration', 'calendar').join('|');
const weightUnit = unitWords('mass').join('|');
const areaUnit = unitWords('area').join('|');
const otherUnit = unitWords('share', 'temperature', 'money').join('|');
const degree = String.raw`degrees?|°\s?[CFK]?|celsius|fahrenheit`;
const speedUnit = String.raw`km/h|kph|mph|m/s|knots?|rpm|(?:${lengthUnit})[ -](?:per|an?)[ -](?:second|minute|hour)`;
/** The units that answer each word of measure. */
export const measureUnits: Readonly<Record<string, string>> = {
  long: `${lengthUnit}|${timeUnit}`,
  length: `${lengthUnit}|${timeUnit}`,
  far: `${lengthUnit}|${timeUnit}`,
  distance: lengthUnit,
  tall: lengthUnit,
  high: lengthUnit,
  height: lengthUnit,
  wide: lengthUnit,
  width: lengthUnit,
  broad: lengthUnit,
  deep: lengthUnit,
  depth: lengthUnit,
  thick: lengthUnit,
  old: `${timeUnit}|year-old`,
  age: `${timeUnit}|year-old`,
  heavy: weightUnit,
  weight: weightUnit,
  percentage: 'percent|per cent|%|of',
  percent: 'percent|per cent|%|of',
  temperature: degree,
  hot: degree,
  cold: degree,
  warm: degree,
  fast: speedUnit,
  speed: speedUnit,
  time: timeUnit,
  notice: timeUnit,
  vacation: timeUnit,
  leave: timeUnit,
  holiday: timeUnit,
  holidays: timeUnit,
  sleep: timeUnit,
  rest: timeUnit,
  practice: timeUnit,
  area: areaUnit,
};
const anyUnit = [lengthUnit, timeUnit, weightUnit, areaUnit, otherUnit].join('|');
/** Without May, which is more often a verb. */
const month = [...months, ...monthAbbreviations].filter((word) => word !== 'may').join('|');
const year = String.raw`\b(?:1\d|20)\d\ds?\b`;
const day = String.raw`\b(?:${weekdays.join('|')})s?\b|\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${month}|May)\b|\b(?:${month}|May) \d{1,2}\b`;

/** What shows each kind of answer. */
export const answerPattern = {
  number: new RegExp(number, 'iu'),
  /** What is denied: the words after "no". */
  denied: /\b(?:no|zero|without(?: any| an?)?)\s+((?:\p{L}+[\s-]){0,2}\p{L}+)/giu,
  /** Hours without a colon: "at seven", "from 9 to 5", "open 9–5", "Tue & Thu". */
  hours: new RegExp(
    String.raw`\b(?:at|from|until|till|by|before|after|around)\s(?:${hour})\b(?!\s*(?:%|[€$£]|\p{L}+s\b))|` +
      String.raw`\b(?:open|opens|daily|hours|close[sd]?|weekdays?)\b.{0,20}?\b(?:${hour})\s?(?:[–—-]|to)\s?(?:${hour})\b|` +
      String.raw`\b(?:every day|weekdays?|weekends?|daily)\b`,
    'iu',
  ),
  numberAndAfter: new RegExp(`${number}(?=(.{0,60}))`, 'giu'),
  unitNext: new RegExp(`^[-\\s]?(?:${anyUnit})\\b`, 'iu'),
  measure: new RegExp(
    String.raw`${number}[-\s]?(?:(?:thousand|million|billion|hundred)[-\s])?(?:${anyUnit})(?!\p{L})`,
    'iu',
  ),
  money:
    /[$€£¥₹]\s?\p{Nd}|(?:\p{Nd}|\b(?:one|two|three|four|five|ten|hundred|thousand|million|billion))[\p{Nd},.]*\s?(?:m|bn|k|thousand|million|billion|trillion)?\s?(?:US )?(?:dollars?|euros?|pounds?|rupees|francs|yen|cents|pence|crowns?|marks?)\b/iu,
  // "May" the month has a capital letter and company; "may" is everywhere.
  time: new RegExp(
    `${year}|${day}|` +
      String.raw`\b(?:${month}|century|centuries|decades?|yesterday|today|tomorrow|tonight|midnight|noon|morning|afternoon|` +
      String.raw`evening|spring|summer|autumn|fall|winter|weekend|ago|weeks?|months?|years?|season|dawn|dusk)\b|` +
      String.raw`\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b`,
    'iu',
  ),
  shortDay: /\b(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b/u,
  capitalTime: /\b(?:in|of|on|by|since|until|last|next|this|\d{1,2}) May\b|\bMay (?:\d|of\b)|\b(?:BC|AD|BCE|CE)\b/u,
  frequency: /\b(?:once|twice|times|every|daily|weekly|monthly|yearly|annual)/i,
  version: /(?<![\p{L}\d.,€$£])v?\d+\.\d+(?:\.\d+)*(?![\d,]|\s?[%€])|\b(?:version|release|v)\s?\d/iu,
  year: new RegExp(year, 'u'),
  month: new RegExp(String.raw`\b(?:${month})\b`, 'iu'),
  day: new RegExp(day, 'iu'),
  clock: /\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\b(?:midnight|noon|dawn|dusk|o['’]clock)\b/iu,
  century: new RegExp(String.raw`${year}|\bcentur|\bdecade`, 'iu'),
  reason:
    /\b(?:because|since|due|owing|thanks to|so that|in order to|as a result|therefore|reasons?|cause[ds]?|causing|led to|leads? to|after|for fear|given|blam\w+|attribut\w+|citing|explain\w*|to \p{Ll}+)\b/iu,
  /** Where something is, without a name: "behind the old dairy", "on the shelf". */
  placeWords:
    /\b(?:behind|beside|next to|under|above|below|opposite|upstairs|downstairs|inside|outside|at the (?:back|front|end|top|bottom|desk|door)|(?:on|to) the (?:left|right|shelf|board|wall|table|corner)|in the (?:room|yard|shed|hall|loft|cellar|basement|kitchen|office|cabinet|box|drawer|cupboard|bin|corner))\b/iu,
  placePreposition: /\b(?:in|at|from|to|near|across|through|of|between|into|outside|inside|on)\s+(?:the\s+)?\p{Lu}/u,
};

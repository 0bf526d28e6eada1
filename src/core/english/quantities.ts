/** English words for numbers, units and times. Everything in lower case; the one place where such words are listed. */

const split = (words: string): string[] => words.split(' ');

export const months: readonly string[] = split(
  'january february march april may june july august september october november december',
);
export const monthAbbreviations: readonly string[] = split('jan feb mar apr jun jul aug sep sept oct nov dec');
export const weekdays: readonly string[] = split('monday tuesday wednesday thursday friday saturday sunday');

/** Words for 0 to 19, and for 20, 30 … 90, with their values. */
export const smallNumbers: ReadonlyMap<string, number> = new Map(
  split(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ).map((word, value) => [word, value]),
);
export const tens: ReadonlyMap<string, number> = new Map(
  split('twenty thirty forty fifty sixty seventy eighty ninety').map((word, i) => [word, 20 + 10 * i]),
);
/** What multiplies the number before it. */
export const magnitudes: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
/** Words that tell how many without being a number that is counted to. */
export const looseNumbers: readonly string[] = split(
  'half third quarter twice once none both single double tens several',
);

type Dimension = 'length' | 'area' | 'mass' | 'volume' | 'duration' | 'calendar' | 'temperature' | 'share' | 'money';

/** A unit of measurement with all its words. */
export interface Unit {
  readonly dimension: Dimension;
  readonly words: readonly string[];
  /** How much of the base unit it is: metre, square metre, kilogram, litre, second, month; 1 where units cannot be converted. */
  readonly factor: number;
}

const unit = (dimension: Dimension, factor: number, words: string): Unit => ({
  dimension,
  factor,
  words: split(words).map((word) => word.replaceAll('_', ' ')),
});

export const units: readonly Unit[] = [
  unit('length', 1_000, 'kilometre kilometres kilometer kilometers km'),
  unit('length', 1, 'metre metres meter meters m'),
  unit('length', 0.01, 'centimetre centimetres centimeter centimeters cm'),
  unit('length', 0.001, 'mm'),
  unit('length', 1_609.344, 'mile miles'),
  unit('length', 1_852, 'nautical'),
  unit('length', 0.914_4, 'yard yards'),
  unit('length', 0.304_8, 'foot feet ft'),
  unit('length', 0.025_4, 'inch inches'),
  unit('length', 9.460_7e15, 'light_year light_years light-year light-years'),
  unit('area', 10_000, 'hectare hectares'),
  unit('area', 4_046.86, 'acre acres'),
  unit('area', 1, 'square sq'),
  unit('mass', 0.001, 'gram grams'),
  unit('mass', 1, 'kilogram kilograms kilo kilos kg'),
  unit('mass', 1_000, 'tonne tonnes ton tons'),
  unit('mass', 0.453_6, 'pound pounds lb lbs'),
  unit('mass', 0.028_35, 'ounce ounces'),
  unit('volume', 1, 'litre litres liter liters'),
  unit('duration', 1, 'second seconds'),
  unit('duration', 60, 'minute minutes'),
  unit('duration', 3_600, 'hour hours'),
  unit('duration', 86_400, 'day days night nights'),
  unit('duration', 604_800, 'week weeks'),
  unit('duration', 1_209_600, 'fortnight fortnights'),
  unit('calendar', 1, 'month months'),
  unit('calendar', 12, 'year years'),
  unit('calendar', 120, 'decade decades'),
  unit('calendar', 1_200, 'century centuries'),
  unit('temperature', 1, 'degree degrees °'),
  unit('share', 1, 'percent per %'),
  unit('money', 1, 'dollar dollars euro euros rupee rupees pence cents'),
];

/** The words of all units of some dimensions. */
export function unitWords(...dimensions: readonly Dimension[]): string[] {
  return units.flatMap(({ dimension, words }) => (dimensions.includes(dimension) ? words : []));
}

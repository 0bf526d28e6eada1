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

/** Words of the units of each dimension; `_` stands for a space within a word. */
const units: Readonly<Record<Dimension, string>> = {
  length:
    'kilometre kilometres kilometer kilometers km metre metres meter meters m centimetre centimetres centimeter centimeters cm mm mile miles nautical yard yards foot feet ft inch inches light_year light_years light-year light-years',
  area: 'hectare hectares acre acres square sq',
  mass: 'gram grams kilogram kilograms kilo kilos kg tonne tonnes ton tons pound pounds lb lbs ounce ounces',
  volume: 'litre litres liter liters',
  duration: 'second seconds minute minutes hour hours day days night nights week weeks fortnight fortnights',
  calendar: 'month months year years decade decades century centuries',
  temperature: 'degree degrees °',
  share: 'percent per %',
  money: 'dollar dollars euro euros rupee rupees pence cents',
};

/** The words of all units of some dimensions. */
export function unitWords(...dimensions: readonly Dimension[]): string[] {
  return dimensions.flatMap((dimension) => split(units[dimension]).map((word) => word.replaceAll('_', ' ')));
}

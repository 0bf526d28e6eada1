/** Other words for a day, a part of one, or a stretch of time. */
export const timesOfDay: readonly string[] = split(
  'today yesterday tomorrow week month year morning afternoon evening night day noon midnight weekend time hour',
);

/** A unit whose figures are compared. */
interface Unit {
  /** What it measures. */
  readonly kind: string;
  /** How much of the kind's base unit it is. */
  readonly factor: number;
  /** Its names, singular and plural, in every spelling. */
  readonly words: readonly string[];
  /** Its signs, and words that may also mean something else ("m", "crown"). */
  readonly signs: readonly string[];
}

/** Units that can be compared with others of their kind; `pounds` may be money or mass. */
export const units: readonly Unit[] = (
  [
    ['length', 1_000, 'kilometre kilometres kilometer kilometers', 'km'],
    ['length', 1, 'metre metres meter meters', 'm'],
    ['length', 0.01, 'centimetre centimetres centimeter centimeters', 'cm'],
    ['length', 1_609.344, 'mile miles', 'mi'],
    ['length', 0.304_8, 'foot feet', 'ft'],
    ['area', 10_000, 'hectare hectares', 'ha'],
    ['area', 4_046.86, 'acre acres', ''],
    ['mass', 1, 'kilogram kilograms kilo kilos', 'kg'],
    ['mass', 1_000, 'tonne tonnes ton tons', ''],
    ['pounds', 1, 'pound pounds', 'lb lbs'],
    ['volume', 1, 'litre litres liter liters', ''],
    ['percent', 1, 'percent', '%'],
    ['duration', 1, 'second seconds', ''],
    ['duration', 60, 'minute minutes', ''],
    ['duration', 3_600, 'hour hours', ''],
    ['duration', 86_400, 'day days', ''],
    ['duration', 604_800, 'week weeks', ''],
    ['months', 1, 'month months', ''],
    ['months', 12, 'year years', ''],
    ['money', 1, 'dollar dollars euro euros rupee rupees yen franc francs', 'crown crowns'],
  ] as const
).map(([kind, factor, words, signs]) => ({ kind, factor, words: split(words), signs: split(signs) }));

/** Words after a number that make it a measure, those of `units` among them. */
export const measureWords: readonly string[] = [
  ...units.flatMap(({ words }) => words),
  ...split("cent cents per inch inches gallon gallons pence kroner million billion thousand hundred degrees o'clock"),
];

function split(words: string): string[] {
  return words.split(' ').filter((word) => word !== '');
}

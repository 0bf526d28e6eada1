import type { Lane } from '../labelling/labels.js';
import type { Answer } from './answer.js';
import type { Quote } from './quote.js';
import { addsTo, isSameVoice, saysTheSame } from './says-more.js';

/** The quotes of an answer in the order in which they are shown. */
interface FirstLook {
  readonly quotes: readonly Quote[];
  /** How many of them are shown at once: the best, and at most one more that adds something. */
  readonly shown: number;
}

/** So many of the next best quotes are behind the first look, though nothing speaks for them. */
const minFurther = 3;
/**
 * What an answer shows at one look, and what after it: quotes that nearly repeat another one are folded into its `alsoIn`; what is not even
 * near to an answer is left out but for the next best few, and so is an opinion that answers nothing, unless opinions were asked for.
 */
export function takeFirstLook(
  { quotes, shown, near, differing }: Pick<Answer, 'quotes' | 'shown' | 'near' | 'differing'>,
  lane: Lane | null,
): FirstLook {
  const answering = foldRepeated(quotes.slice(0, shown));
  const others = quotes
    .slice(shown, Math.max(near, shown + minFurther))
    .filter(({ label }) => lane === 'opinion' || label !== 'opinion');
  const all = foldRepeated([...answering, ...others]);
  const [best] = all;
  if (!best) return { quotes: [], shown: 0 };
  const second = answering.slice(1).find((quote) => differing !== null || addsTo(best, quote, lane));
  if (!second) return { quotes: all, shown: 1 };
  return {
    quotes: [
      best,
      second,
      ...all.slice(1).filter(({ start, document }) => start !== second.start || document.id !== second.document.id),
    ],
    shown: 2,
  };
}

/** The quotes without those that nearly repeat an earlier one of the same lane and source, whose place that one names. */
export function foldRepeated(quotes: readonly Quote[]): Quote[] {
  const kept: Quote[] = [];
  for (const quote of quotes) {
    const at = kept.findIndex((earlier) => isSameVoice(earlier, quote) && saysTheSame(earlier.exact, quote.exact));
    const earlier = kept[at];
    if (!earlier) {
      kept.push(quote);
      continue;
    }
    const { start, end, document, paragraph } = quote;
    kept[at] = { ...earlier, alsoIn: [...earlier.alsoIn, { start, end, document, paragraph }, ...quote.alsoIn] };
  }
  return kept;
}

import type { Feature, Weights } from '../../english/features.js';
import type { AnalysedSentence } from '../analysis.js';
import { sumCues } from '../score.js';
import { collectCues, type Cue } from './opinion-cues.js';

/** Words that judge whoever is said to have said them, and not the shape of the sentence. */
const judgingWords: ReadonlySet<Feature> = new Set<Feature>([
  'loaded word',
  'colourful word',
  'vivid word',
  'evaluation',
  'trait',
  'superlative',
  'obligation',
  'stance',
  'emphasis',
]);

/** Below this logit a claim sounds like any other. */
const minTone = 0.4;
const maxTone = 4;

/**
 * How loudly the words of a claim judge outside its quotation marks, as if the author spoke: where what supports the
 * attribution is weak, they may be the author's. Null where nothing is attributed or nothing judges.
 */
export function findTone(analysed: AnalysedSentence, weights: Weights): Cue | null {
  const { view, clauses, reach, carried } = analysed;
  const claimed = clauses.filter((_, i) => carried !== null || reach[i]);
  const cues = collectCues(view, claimed).filter(({ feature }) => judgingWords.has(feature));
  const amount = Math.min(maxTone, sumCues(cues, weights));
  if (amount < minTone) return null;
  const { start, end } = view.sentence;
  return { feature: 'tone of a claim', amount, name: '[judging words in a claim]', start, end };
}

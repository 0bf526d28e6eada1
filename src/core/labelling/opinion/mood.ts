import { featurePriors, isGenre } from '../../english/features.js';
import type { Cue } from './opinion-cues.js';

/** Sentences on either side that count; those nearer count no more than those further away. */
const reachOfMood = 12;

/**
 * For each sentence how much the author's other sentences around it judge or report, -1..1: the mean over them of what
 * their cues' prior weights make likely, the genre left out: known before any weight is fitted.
 */
export function readMoods(cues: readonly (readonly Cue[])[], isAuthors: readonly boolean[]): number[] {
  const tones = cues.map((own, i) => (isAuthors[i] === true ? readTone(own) : null));
  return tones.map((_, i) => {
    let sum = 0;
    let count = 0;
    for (let j = Math.max(0, i - reachOfMood); j <= i + reachOfMood && j < tones.length; j++) {
      const tone = tones[j];
      if (j === i || tone === null || tone === undefined) continue;
      sum += tone;
      count++;
    }
    // A few sentences say little about a document: shrink towards nothing.
    return count === 0 ? 0 : sum / (count + 2);
  });
}

function readTone(cues: readonly Cue[]): number {
  let tone = 0;
  for (const { feature, amount } of cues) if (!isGenre(feature)) tone += featurePriors[feature] * amount;
  return Math.tanh(tone / 2);
}

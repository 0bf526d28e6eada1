import type { Lane, Reason, Step } from './labels.js';
import type { Cue } from './opinion/opinion-cues.js';
import type { Weights } from './opinion/features.js';

/** A sentence is attributed as a whole from this much evidence on (the strengths of attributions, by the share they cover). */
export const attributionThreshold = 1;

/** Opinion logit that outweighs one unit of attribution above 0.6. */
export const opinionOverAttribution = 3;

/** Divides the opinion score before it becomes a probability: a rule score is too sure of itself on unseen text. */
export const temperature = 1.5;

/** From these claimed probabilities on a label is `clear` or `likely`; below it is `unclear`. */
export const stepLimits = { clear: 0.8, likely: 0.62 } as const;

/** The sums that decide a label. */
export interface Score {
  /** In units of `attributionThreshold`. */
  readonly attributed: number;
  /** Logit of opinion against reported for the author's words. */
  readonly opinion: number;
}

/** Rebuilds the score of a label from its reasons alone. */
export function scoreFromReasons(reasons: readonly Reason[]): Score {
  let attributed = 0;
  let opinion = 0;
  for (const { towards, weight } of reasons) {
    if (towards === 'attributed') attributed += weight;
    else opinion += towards === 'opinion' ? weight : -weight;
  }
  return { attributed, opinion };
}

/** The leading label that a score stands for. */
export function laneFromScore({ attributed, opinion }: Score): Lane {
  // A weak attribution in the author's own loaded words gives way; a sure one (2) hardly ever does.
  if (attributed >= attributionThreshold && opinion < opinionOverAttribution * (attributed - 0.6)) return 'attributed';
  return opinion > 0 ? 'opinion' : 'reported';
}

/** The probability claimed that "opinion or not" is as labelled, 0.5..1. */
export function confidenceFromScore(score: Score): number {
  if (laneFromScore(score) === 'attributed') return 1 / (1 + Math.exp(-(score.attributed + 0.8)));
  return 1 / (1 + Math.exp(-Math.abs(score.opinion) / temperature));
}

export function stepFromConfidence(confidence: number): Step {
  if (confidence >= stepLimits.clear) return 'clear';
  return confidence >= stepLimits.likely ? 'likely' : 'unclear';
}

/** Turns cues into reasons by their weights; a cue without weight is no reason. */
export function weighCues(text: string, cues: readonly Cue[], weights: Weights): Reason[] {
  const reasons: Reason[] = [];
  for (const { feature, amount, name, start, end } of cues) {
    const weight = weights[feature] * amount;
    if (weight === 0) continue;
    reasons.push({
      cue: name ?? text.slice(start, end),
      weight: Math.abs(weight),
      towards: weight > 0 ? 'opinion' : 'reported',
      start,
      end,
    });
  }
  return reasons;
}

/** The opinion logit of cues, without building their reasons. */
export function sumCues(cues: readonly Cue[], weights: Weights): number {
  let sum = 0;
  for (const { feature, amount } of cues) sum += weights[feature] * amount;
  return sum;
}

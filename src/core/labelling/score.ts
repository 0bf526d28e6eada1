import type { Lane, Reason, Step } from './labels.js';
import type { Cue } from './opinion/opinion-cues.js';
import type { Weights } from '../english/features.js';

/** A sentence is attributed as a whole from this much evidence on (the strengths of attributions, by the share they cover). */
const attributionThreshold = 1;

/** Opinion logit that outweighs one unit of attribution above 0.6. */
const opinionOverAttribution = 3;

/** Divides the opinion score before it becomes a probability: a rule score is too sure of itself on unseen text. */
const temperature = 1.5;

/** From these claimed probabilities on a label is `clear` or `likely`; below it is `unclear`. */
const stepLimits = { clear: 0.8, likely: 0.62 } as const;

/** The same for a sentence without its document. */
const limitsAlone = { clear: 0.91, likely: 0.7 } as const;

/** Turn the evidence of an attribution into the logit of its probability. */
const claims = { slope: 2, offset: -0.9 } as const;
/** The opinion logit of a claim that does not judge; what exceeds it may be the author's, and is subtracted by this share. */
const plainOpinion = -0.7;
const doubtOfTone = 0.6;

/** The sums that decide a label. */
interface Score {
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
  if (laneFromScore(score) === 'attributed') {
    const doubt = doubtOfTone * Math.max(0, score.opinion - plainOpinion);
    return 1 / (1 + Math.exp(-Math.max(0, claims.slope * score.attributed + claims.offset - doubt)));
  }
  return 1 / (1 + Math.exp(-Math.abs(score.opinion) / temperature));
}

/** The step of a label; `isAlone` where no other sentence stands around it, so that nobody knows who speaks there. */
export function stepFromConfidence(confidence: number, isAlone = false): Step {
  const limits = isAlone ? limitsAlone : stepLimits;
  if (confidence >= limits.clear) return 'clear';
  return confidence >= limits.likely ? 'likely' : 'unclear';
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

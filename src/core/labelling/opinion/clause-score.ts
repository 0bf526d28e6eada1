import type { AnalysedSentence } from '../analysis.js';
import type { ClauseType } from '../grammar/clause-openings.js';
import { isMainClause } from '../grammar/clauses.js';
import type { Weights } from '../../english/features.js';
import type { Cue } from './opinion-cues.js';
import { sumCues } from '../score.js';
import { tokenAt } from '../grammar/sentence-view.js';

export interface ClauseWeights {
  readonly cues: Weights;
  /** Added by how the clause hangs in its sentence. */
  readonly types: Readonly<Record<ClauseType, number>>;
}

/** Logit of opinion against reported for the clause at `index`; null where it is not judged by itself. */
export function scoreClause(
  { clauses, clauseCues }: AnalysedSentence,
  index: number,
  weights: ClauseWeights,
): number | null {
  const cues = clauseCues[index];
  const clause = clauses[index];
  return cues && clause ? sumCues(cues, weights.cues) + weights.types[clause.type] : null;
}

/** A hanging clause that judges colours the whole sentence: a cue of its own, by its claimed probability. */
export function findLoadedClause(analysed: AnalysedSentence, weights: ClauseWeights): Cue | null {
  const { view, clauses } = analysed;
  let best = 0;
  let cue: Cue | null = null;
  for (const [i, clause] of clauses.entries()) {
    const logit = isMainClause(clause) ? null : scoreClause(analysed, i, weights);
    if (logit === null || logit <= Math.max(0, best)) continue;
    best = logit;
    const { start } = tokenAt(view, clause.first);
    const { end } = tokenAt(view, clause.last);
    cue = { feature: 'loaded clause', amount: 1 / (1 + Math.exp(-logit)), name: null, start, end };
  }
  return cue;
}

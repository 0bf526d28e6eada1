import { isMainClause } from '../grammar/clauses.js';
import { sumCues } from '../score.js';
import { tokenAt } from '../grammar/sentence-view.js';
/** Logit of opinion against reported for the clause at `index`; null where it is not judged by itself. */
export function scoreClause({ clauses, clauseCues }, index, weights) {
    const cues = clauseCues[index];
    const clause = clauses[index];
    return cues && clause ? sumCues(cues, weights.cues) + weights.types[clause.type] : null;
}
/** A hanging clause that judges colours the whole sentence: a cue of its own, by its claimed probability. */
export function findLoadedClause(analysed, weights) {
    const { view, clauses } = analysed;
    let best = 0;
    let cue = null;
    for (const [i, clause] of clauses.entries()) {
        const logit = isMainClause(clause) ? null : scoreClause(analysed, i, weights);
        if (logit === null || logit <= Math.max(0, best))
            continue;
        best = logit;
        const { start } = tokenAt(view, clause.first);
        const { end } = tokenAt(view, clause.last);
        cue = { feature: 'loaded clause', amount: 1 / (1 + Math.exp(-logit)), name: null, start, end };
    }
    return cue;
}
//# sourceMappingURL=clause-score.js.map
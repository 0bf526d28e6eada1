import { closesInsertion } from './complements.js';
import { isAuthors, tokenAt, type SentenceView } from './sentence-view.js';
import { isMistaggedVerb } from './verb-forms.js';
import { sensesOf } from '../speakers/verb-senses.js';

/** How a stretch hangs in its sentence; what is not `main` or `coordinate` may carry a label of its own. */
export const clauseTypes = [
  'main',
  'coordinate',
  'relative',
  'participial',
  'appositive',
  'concessive',
  'subordinate',
  'comparison',
  'after-mark',
] as const;
export type ClauseType = (typeof clauseTypes)[number];

export function isClock(view: SentenceView, i: number): boolean {
  return tokenAt(view, i - 1).pos === 'NUM' && tokenAt(view, i + 1).pos === 'NUM';
}

export function isSpacedDash(view: SentenceView, i: number): boolean {
  const { start, end } = tokenAt(view, i);
  return /\s/.test(view.text.charAt(start - 1)) && /\s/.test(view.text.charAt(end));
}

/** "… and is described by": a second predicate with an auxiliary and a participle of its own. */
export function isAuxiliaryStart(view: SentenceView, at: number): boolean {
  return /^(?:is|was|are|were|has|have|had)$/.test(tokenAt(view, at).lower) && tokenAt(view, at + 1).pos === 'VERB';
}

/** The kind of clause that the words after a comma or dash open. */
export function typeOfClauseAt(view: SentenceView, at: number, dash: boolean, finite: boolean): ClauseType | null {
  const { lower, pos } = tokenAt(view, at);
  if (!isAuthors(view, at)) return null;
  if (/^(?:which|who|whose|whom|where|wherein|whereby)$/.test(lower)) return 'relative';
  if (lower === 'when' && !dash) return 'relative';
  if (isPrepositionedRelative(view, at)) return 'relative';
  if (/^(?:while|although|though|despite|whereas)$/.test(lower)) return 'concessive';
  if (/^(?:because|since|unless|until|if|after|before|once)$/.test(lower)) return 'subordinate';
  if ((lower === 'as' || lower === 'than') && hasVerbBetween(view, at + 1, at + 12)) return 'comparison';
  if (/^(?:and|but|yet|or|nor|so)$/.test(lower)) return opensClause(view, at + 1) ? 'coordinate' : null;
  if (
    pos === 'VERB' &&
    /ing$/.test(lower) &&
    !/^(?:according|including|regarding|concerning|during|following|depending)$/.test(lower)
  )
    return 'participial';
  if (
    pos === 'VERB' &&
    (finite || endsBeforeVerb(view, at)) &&
    /(?:ed|en)$/.test(lower) &&
    /^(?:to|by|in|as|at|on|for)$/.test(tokenAt(view, at + 1).lower)
  )
    return 'participial';
  return isAppositive(view, at, finite) ? 'appositive' : null;
}

/** Whether the next comma is followed by the main verb: "One man, believed to be ill, is missing". */
function endsBeforeVerb(view: SentenceView, at: number): boolean {
  for (let i = at + 1; i < at + 14 && i < view.tokens.length; i++)
    if (tokenAt(view, i).lower === ',') return isFiniteVerb(view, i + 1);
  return false;
}

/** ", to which …", ", some of whom …", ", both of which …". */
function isPrepositionedRelative(view: SentenceView, at: number): boolean {
  for (let i = at + 1; i <= at + 3; i++) {
    if (/^(?:which|whom|whose)$/.test(tokenAt(view, i).lower) && tokenAt(view, i - 1).pos === 'ADP') return true;
  }
  return false;
}

/** A noun phrase with a determiner up to the next comma or the end, without a finite verb of its own before "which" or "that". */
function isAppositive(view: SentenceView, at: number, finite: boolean): boolean {
  const { lower, pos } = tokenAt(view, at);
  // After an opening adjunct ("In March, the board …") the main clause begins.
  if (!finite && !/^(?:DET|NOUN|PROPN|PRON|NUM)$/.test(tokenAt(view, 0).pos)) return false;
  if (finite && beginsNewClause(view, at)) return false;
  const opens =
    /^(?:a|an|one|another|something|hardly|scarcely|not|late|enough|no|without|its|his|her|their|the|too|more|less|at|in|by|with|all|both|neither|itself|far|quite|perhaps|probably|presumably|proof)$/.test(
      lower,
    ) ||
    (pos === 'ADJ' && at > 3);
  if (!opens) return false;
  if (at > 1 && /^(?:and|or)$/.test(tokenAt(view, at).lower)) return false;
  for (let i = at; i < view.tokens.length; i++) {
    const token = tokenAt(view, i);
    if (!isAuthors(view, i)) continue;
    if (/^[,;:—–]$/.test(token.lower)) return i - at >= 2 && !isListPart(view, i);
    if (isMistaggedVerb(view, i)) return false;
    if (/^(?:and|or)$/.test(token.lower) && i - at < 4 && /^(?:a|an|the|one)$/.test(lower) && isListBefore(view, at))
      return false;
    if (/^(?:which|that|who|than|as|whose|whom|whether|how|what|to|for|if|when|where|because)$/.test(token.lower))
      return true;
    if ((token.pos === 'AUX' || token.pos === 'VERB') && !/(?:ing|ed|en)$/.test(token.lower) && i > at) {
      // A subject right before the verb makes a reduced relative ("a saving nobody noticed"), else a main clause goes on.
      return /^(?:a|an|one|another|something)$/.test(lower) && i - at > 2 && hasOwnSubject(view, at, i);
    }
  }
  return view.tokens.length - at > 3;
}

/** Whether a second noun phrase stands between the first and the verb ("a tally the board has described"). */
function hasOwnSubject(view: SentenceView, at: number, verb: number): boolean {
  for (let k = at + 2; k < verb; k++) {
    if (/^(?:DET|PRON|PROPN)$/.test(tokenAt(view, k).pos) && tokenAt(view, k - 1).pos === 'NOUN') return true;
  }
  return false;
}

/** After a finite verb, a phrase, a comma and another finite verb: "…, the sheriff, Harold Beck, said". */
function beginsNewClause(view: SentenceView, at: number): boolean {
  let commas = 0;
  for (let i = at; i < at + 14 && i < view.tokens.length; i++) {
    const { lower, pos } = tokenAt(view, i);
    if (lower === ',') commas++;
    else if (commas > 0 && tokenAt(view, i - 1).lower === ',' && isFiniteVerb(view, i)) return true;
    else if (pos === 'PUNCT' && lower !== "'" && lower !== '-') return false;
  }
  return false;
}

/** ", the union alleges," and ", she said,": a frame that interrupts what is said. */
export function isFrameBetweenCommas(view: SentenceView, at: number): boolean {
  for (let i = at + 1; i < at + 8 && i < view.tokens.length; i++) {
    const { lower, pos } = tokenAt(view, i);
    const finite = pos === 'VERB' && isFiniteVerb(view, i) && sensesOf(tokenAt(view, i).lemma).length > 0;
    if ((finite || isMistaggedVerb(view, i)) && closesInsertion(view, i))
      return /^(?:NOUN|PROPN|PRON|ADV)$/.test(tokenAt(view, i - 1).pos);
    if (pos === 'VERB' && /(?:ing|ed|en)$/.test(lower)) continue;
    if (!/^(?:DET|ADJ|NOUN|PROPN|PRON|ADP|ADV|AUX|PART)$/.test(pos) || /^(?:which|who|that|where)$/.test(lower))
      return false;
  }
  return false;
}

/** A verb form that can head a clause: no infinitive, no -ing form. */
export function isFiniteVerb(view: SentenceView, i: number): boolean {
  const { pos, lower } = tokenAt(view, i);
  if (pos !== 'VERB' && pos !== 'AUX') return false;
  return (
    !/ing$/.test(lower) &&
    tokenAt(view, i - 1).lower !== 'to' &&
    !/^(?:who|which|that)$/.test(tokenAt(view, i - 1).lower) &&
    isAuthors(view, i)
  );
}

function isListPart(view: SentenceView, comma: number): boolean {
  return /^(?:and|or)$/.test(tokenAt(view, comma + 1).lower) && !opensClause(view, comma + 2);
}

function isListBefore(view: SentenceView, at: number): boolean {
  for (let i = at - 2; i > 0 && at - i < 8; i--) if (tokenAt(view, i).lower === ',') return true;
  return false;
}

/** Whether a subject with its own finite verb begins at `at`. */
export function opensClause(view: SentenceView, at: number): boolean {
  let nominal = false;
  for (let i = at; i < at + 9 && i < view.tokens.length; i++) {
    const { pos, lower } = tokenAt(view, i);
    if (pos === 'PUNCT' && lower !== "'" && lower !== '-') return false;
    if (/^(?:NOUN|PROPN|PRON)$/.test(pos)) nominal = true;
    else if (pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(lower))) return nominal;
  }
  return false;
}

/** Whether the main clause goes on here: a verb, or a subject and its verb. */
export function resumesMain(view: SentenceView, at: number): boolean {
  const { pos, lower } = tokenAt(view, at);
  return (
    pos === 'VERB' ||
    pos === 'AUX' ||
    isMistaggedVerb(view, at) ||
    (pos === 'ADV' && !/^(?:then)$/.test(lower)) ||
    lower === 'to' ||
    opensClause(view, at)
  );
}

export function hasCommaAfter(view: SentenceView, at: number): boolean {
  return view.tokens.some(({ lower }, i) => i > at && lower === ',' && isAuthors(view, i));
}

export function hasVerbBetween(view: SentenceView, from: number, to: number): boolean {
  for (let i = from; i < to && i < view.tokens.length; i++)
    if (/^(?:VERB|AUX)$/.test(tokenAt(view, i).pos)) return true;
  return false;
}

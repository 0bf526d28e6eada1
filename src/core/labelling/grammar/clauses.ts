import {
  hasCommaAfter,
  hasVerbBetween,
  isAuxiliaryStart,
  isClock,
  isFiniteVerb,
  isFrameBetweenCommas,
  isSpacedDash,
  opensClause,
  resumesMain,
  typeOfClauseAt,
  type ClauseType,
} from './clause-openings.js';
import { opensFrame } from '../speakers/phrase-attributions.js';
import { isAuthors, tokenAt, type SentenceView } from './sentence-view.js';

/** A clause as token indices, both ends included. */
export interface Clause {
  readonly first: number;
  readonly last: number;
  readonly type: ClauseType;
}

/**
 * Cuts a sentence into clauses at commas, dashes, semicolons and colons of the author's text. The clauses cover all
 * tokens, in order; a comma belongs to the clause before it. What comes after an inserted clause is `main` again.
 */
export function segmentSentence(view: SentenceView): Clause[] {
  const clauses: Clause[] = [];
  const size = view.tokens.length;
  let first = 0;
  let type = typeOfOpening(view);
  let finite = false;
  for (let i = 0; i < size - 1; i++) {
    if ((type === 'main' || type === 'coordinate' || type === 'after-mark') && isFiniteVerb(view, i)) finite = true;
    if (!isAuthors(view, i) && !endsQuote(view, i) && !isQuoteMarkBeforeAnd(view, i)) continue;
    const next = findBoundary(view, i, type, finite);
    if (next === null) continue;
    clauses.push({ first, last: i, type });
    first = i + 1;
    type = next;
  }
  if (first < size) clauses.push({ first, last: size - 1, type });
  return clauses;
}

/** American usage puts the comma inside the quotation: its last token may end a clause. */
function endsQuote(view: SentenceView, i: number): boolean {
  return /^["”'’]$/.test(tokenAt(view, i).lower) && /^[,;]$/.test(tokenAt(view, i - 1).lower);
}

/** 'called it "a swamp" and has paid for it' */
function isQuoteMarkBeforeAnd(view: SentenceView, i: number): boolean {
  return /^["”’]$/.test(tokenAt(view, i).lower) && /^(?:and|but)$/.test(tokenAt(view, i + 1).lower);
}

function typeOfOpening(view: SentenceView): ClauseType {
  const { lower } = tokenAt(view, 0);
  if (/^(?:while|although|though|despite|whereas|notwithstanding)$/.test(lower)) return 'concessive';
  if (lower === 'even' && /^(?:though|if|as)$/.test(tokenAt(view, 1).lower)) return 'concessive';
  if (/^(?:when|after|before|since|because|if|as|once|until|asked)$/.test(lower) && hasLaterMain(view))
    return 'subordinate';
  return 'main';
}

function hasLaterMain(view: SentenceView): boolean {
  return view.tokens.some(({ lower }, i) => lower === ',' && i > 2 && isAuthors(view, i));
}

/** The type of the clause that begins after token `i`, or null where none does. */
function findBoundary(view: SentenceView, i: number, type: ClauseType, finite: boolean): ClauseType | null {
  const { lower } = tokenAt(view, i);
  // Most tokens are words and bound nothing.
  if (/^[a-z]/.test(lower) && !/^(?:and|but)$/.test(tokenAt(view, i + 1).lower)) return null;
  if (lower === ';') return opensClause(view, i + 1) ? 'coordinate' : 'after-mark';
  if (lower === ':' && i > 0 && !isClock(view, i)) return opensClause(view, i + 1) ? 'coordinate' : 'after-mark';
  if (/^(?:and|but)$/.test(tokenAt(view, i + 1).lower) && finite && isAuxiliaryStart(view, i + 2)) return 'coordinate';
  const dash = /^[—–]$/.test(lower) || lower === '--' || (lower === '-' && isSpacedDash(view, i));
  const comma = (lower === ',' && !/^["”'’»]+$/.test(tokenAt(view, i + 1).lower)) || endsQuote(view, i);
  if (lower === '(' || (lower === ')' && type === 'appositive')) return lower === '(' ? null : 'main';
  if (!comma && !dash) return null;
  // "It is, quite simply, the best room": the commas set off an adverb.
  if (comma && tokenAt(view, i - 1).lemma === 'be') return null;
  if (opensFrame(view, i + 1) || isFrameBetweenCommas(view, i + 1)) return null;
  // "Men such as X—clerks in the office—have been seen": the second dash gives the main clause back.
  if (dash && (type === 'after-mark' || type === 'appositive') && /^(?:AUX|VERB)$/.test(tokenAt(view, i + 1).pos))
    return 'main';
  const opened = typeOfClauseAt(view, i + 1, dash, finite);
  if (opened !== null) return opened;
  if (dash) return opensClause(view, i + 1) ? 'coordinate' : 'after-mark';
  // The comma that closes an inserted or opening clause.
  if (type === 'concessive' || type === 'subordinate')
    return opensClause(view, i + 1) || (!hasCommaAfter(view, i) && hasVerbBetween(view, i + 1, view.tokens.length))
      ? 'main'
      : null;
  if (type === 'relative' || type === 'participial' || type === 'comparison' || type === 'appositive') {
    return resumesMain(view, i + 1) ? 'main' : null;
  }
  return null;
}

/** Whether the clause is part of the sentence's main message. */
export function isMainClause({ type }: Clause): boolean {
  return type === 'main' || type === 'coordinate';
}

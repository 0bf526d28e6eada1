import { wordsOf } from '../../english/word-classes.js';
import { judgeNature } from '../speakers/source-nature.js';
import { tokenAt, type SentenceView } from './sentence-view.js';
import { findSubject } from './subjects.js';

const obligation = wordsOf('obligation');

/** "must", "should", "need to", "a need for". */
export function isObligation(view: SentenceView, i: number): boolean {
  const { lower, pos } = tokenAt(view, i);
  if (!obligation.has(lower)) return false;
  if (lower === 'need' || lower === 'needs') {
    if (pos === 'NOUN') return tokenAt(view, i + 1).lower === 'to' || tokenAt(view, i + 1).lower === 'for';
    return tokenAt(view, i + 1).lower === 'to' || tokenAt(view, i + 1).lower === 'not';
  }
  return true;
}

/** "The crisis demands patience": nobody has said so; the author holds it to be needed. */
export function isCalledFor(view: SentenceView, verb: number): boolean {
  const { lower } = tokenAt(view, verb);
  if (!/^(?:demands?|warrants?|merits?|deserves?)$/.test(lower)) return false;
  const before = tokenAt(view, verb - 1);
  if (!/^(?:NOUN|PRON|ADV)$/.test(before.pos) || !/^(?:ADJ|NOUN|DET|ADV|PRON)$/.test(tokenAt(view, verb + 1).pos))
    return false;
  const subject = findSubject(view, verb);
  if (!subject) return false;
  // "Its role as a force for peace demands care": the force is not what demands.
  const inside = tokenAt(view, subject.first - 1).lower === 'as';
  return inside || /^(?:abstract|other)$/.test(judgeNature(view, subject));
}

const states = wordsOf('state after "may"');

/** "Members may vote", "forms may be handed in": what is allowed; "it may be late", "may yet fail" supposes. */
export function isPermission(view: SentenceView, may: number): boolean {
  let at = may + 1;
  while (/^(?:not|only|also|then)$/.test(tokenAt(view, at).lower)) at++;
  if (tokenAt(view, at).lower === 'be') return tokenAt(view, at + 1).pos === 'VERB';
  return tokenAt(view, at).pos === 'VERB' && !states.has(tokenAt(view, at).lemma);
}

/** "If they were sent back, they would face …": what follows from a case, and weaker than a bare "would". */
export function hangsOnCondition(view: SentenceView): boolean {
  return view.tokens.some(({ lower }) => lower === 'if' || lower === 'unless');
}

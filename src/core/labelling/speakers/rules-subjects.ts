import type { Attribution } from './attribution.js';
import { judgeNature } from './source-nature.js';
import { isAuthors, tokenAt, type SentenceView } from '../grammar/sentence-view.js';

/** Verbs of saying and thinking in the present that pass on what one person or body says. */
const reporting =
  /^(?:say|suspect|warn|fear|believe|think|complain|argue|claim|insist|recommend|advise|estimate|doubt|regret|suggest|reckon|swear|report|rate|blame|maintain|admit)$/;

/**
 * "The teacher must agree", "a member who objects", "guests want quiet": in a text of rules or for reference a person or
 * body that does so, or may do so, is whoever the rule is about. Who has done so, says that something is so, or is quoted
 * is a source there, too; in minutes also one who wants something now ("the landlord wants 80 more").
 */
export function isRulesSubject(view: SentenceView, attribution: Attribution, isMinutes = false): boolean {
  const { via, phrase, cueFirst, cueLast, trailing } = attribution;
  if (via === 'speaker' || via === 'phrase') return false;
  if (via === 'hearsay')
    return !isMinutes && !/^(?:reportedly|allegedly|purportedly|supposedly|said)$/.test(tokenAt(view, cueLast).lower);
  if (view.tokens.some((_, i) => !isAuthors(view, i))) return false;
  const { lower, lemma } = tokenAt(view, cueLast);
  // "These terms are interpreted by the organiser": what is done by whom, and no claim.
  if (/^(?:is|are|be)$/.test(tokenAt(view, cueFirst).lower) && cueFirst < cueLast) return true;
  if (
    view.tokens
      .slice(Math.max(0, cueFirst - 4), cueLast)
      .some((token) => /^(?:must|shall|may|can|will|should|could|would|to|cannot|'ll)$/.test(token.lower))
  )
    return true;
  if (!phrase) return !isMinutes;
  if (tokenAt(view, cueLast + 1).lower === 'that') return false;
  const nature = judgeNature(view, phrase);
  if (nature === 'name') return false;
  const definite = /^(?:the|our|my|this|several|some|many|most)$/.test(tokenAt(view, phrase.first).lower);
  const speaks = nature === 'person' || nature === 'institution';
  // "…, the dealer says", "the vet suspects imported honey".
  if (speaks && definite && (trailing || reporting.test(lemma) || isMinutes)) return false;
  if (nature === 'document' && trailing) return false;
  // "She says the grid is cleaned"; in minutes also "It recommends 15 per cent" after the letter that was read.
  if (nature === 'pronoun' && reporting.test(lemma) && (isMinutes || tokenAt(view, phrase.head).lower !== 'it'))
    return false;
  if (nature === 'other' || nature === 'document' || nature === 'pronoun') return true;
  return lower === lemma || lower.endsWith('s') || lower.endsWith('ing');
}

import type { Attribution } from './attribution.js';
import type { NounPhrase } from '../grammar/noun-phrases.js';
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
  const { via, phrase, cueFirst, cueLast, trailing, ownWords } = attribution;
  if (via === 'speaker') return false;
  if (phrase && isNotation(view, phrase)) return true;
  if (via === 'phrase')
    return !isMinutes && cueFirst > 0 && phrase !== null && /^(?:pronoun|other)$/.test(judgeNature(view, phrase));
  if (via === 'hearsay')
    return !isMinutes && !/^(?:reportedly|allegedly|purportedly|supposedly|said)$/.test(tokenAt(view, cueLast).lower);
  if (view.tokens.some((_, i) => !isAuthors(view, i))) return false;
  // Of "pointed out" the first word has the tense.
  const { lower, lemma } = tokenAt(view, via === 'verb' ? cueFirst : cueLast);
  // "These terms are interpreted by the organiser": what is done by whom, and no claim.
  if (/^(?:is|are|be)$/.test(tokenAt(view, cueFirst).lower) && cueFirst < cueLast) return true;
  if (
    view.tokens
      .slice(Math.max(0, cueFirst - 4), cueLast)
      .some((token) => /^(?:must|shall|may|can|will|should|could|would|to|cannot|'ll)$/.test(token.lower))
  )
    return true;
  if (!phrase) return !isMinutes;
  // "THE SOFTWARE IS PROVIDED": capitals hide what kind of word it is.
  if (isInCapitals(view, cueFirst)) return true;
  // "Reads data from the file", "ask the author": what the text or its reader does.
  if (phrase.first > cueLast && (cueFirst === 0 || lower === lemma)) return true;
  if (tokenAt(view, cueLast + 1).lower === 'that' && (!isPresent(lower, lemma) || reporting.test(lemma))) return false;
  // "The parser supports two forms", "members proposed changes": an act, and no words of theirs.
  const nature = judgeNature(view, phrase);
  if (
    ownWords === true &&
    !isMinutes &&
    !/^(?:blame|doubt|fear|suspect|regret)$/.test(lemma) &&
    (nature === 'name' || isPresent(lower, lemma))
  )
    return true;
  // "Changes requested": a plural at the head of a sentence has its capital from there.
  if (nature === 'name' && phrase.head === 0 && !reporting.test(lemma) && /[^s]s$/.test(tokenAt(view, 0).lower))
    return true;
  if (nature === 'name') return !isMinutes && !trailing && isPresent(lower, lemma) && !reporting.test(lemma);
  const definite = /^(?:the|our|my|this|several|some|many|most)$/.test(tokenAt(view, phrase.first).lower);
  const speaks = nature === 'person' || nature === 'institution';
  // "…, the dealer says", "the vet suspects imported honey".
  if (speaks && definite && (trailing || reporting.test(lemma) || isMinutes)) return false;
  if (nature === 'document' && trailing) return false;
  // "She says the grid is cleaned"; in minutes also "It recommends 15 per cent" after the letter that was read.
  if (nature === 'pronoun' && reporting.test(lemma) && (isMinutes || tokenAt(view, phrase.head).lower !== 'it'))
    return false;
  if (nature === 'other' || nature === 'document' || nature === 'pronoun') return true;
  return isPresent(lower, lemma);
}

function isPresent(lower: string, lemma: string): boolean {
  return lower === lemma || lower.endsWith('s') || lower.endsWith('ing');
}

function isInCapitals({ text, tokens }: SentenceView, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && /^\P{Ll}{3,}$/u.test(text.slice(token.start, token.end));
}

/** `semver.valid()`, `ERR_ACCESS`, `AND/OR`: code, and nobody. */
function isNotation({ text, tokens }: SentenceView, { first, last }: NounPhrase): boolean {
  return /[_(){}<>/=]|\p{Ll}\.\p{Ll}|\p{Ll}\p{Lu}\p{Ll}+\p{Lu}/u.test(
    text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0),
  );
}

import { wordsOf } from '../../english/word-classes.js';
import { endOfDate } from '../grammar/dates.js';
import type { NounPhrase } from '../grammar/noun-phrases.js';
import { judgeNature } from './source-nature.js';
import { isAuthors, tokenAt, type SentenceView } from '../grammar/sentence-view.js';
import { findInvertedSubject, findMainSubject, findSubject } from '../grammar/subjects.js';

/** The subject of a reporting verb on its left; of a participle, the sentence's subject. */
export function findVerbSubject(view: SentenceView, verb: number): NounPhrase | null {
  const { lower } = tokenAt(view, verb);
  const before = tokenAt(view, verb - 1);
  if (/ing$/.test(lower) && before.pos !== 'AUX' && !(before.pos === 'ADV' && tokenAt(view, verb - 2).pos === 'AUX')) {
    // "Blaming a coach is easier …": a gerund as subject has no source.
    if (verb === 0 && !view.tokens.some((token, i) => token.lower === ',' && isAuthors(view, i))) return null;
    return findMainSubject(view);
  }
  return findSubject(view, verb);
}

/** Verbs that stand before their subject after what was said. */
const invertible = wordsOf('inverting verb');

/** "…, said Jane Roe": somebody who can speak, and nothing of a clause after the name. */
function findPlausibleInversion(view: SentenceView, verb: number): NounPhrase | null {
  const phrase = findInvertedSubject(view, verb);
  // "found 1 Feb by Ines": when, and not who.
  if (!phrase || endOfDate(view, phrase.first) > phrase.first) return null;
  const nature = judgeNature(view, phrase);
  if (nature === 'other' || nature === 'abstract' || nature === 'author') return null;
  const next = tokenAt(view, phrase.last + 1);
  // "…, said it rained": no source, but what was said.
  if (nature === 'pronoun' && /^(?:VERB|AUX)$/.test(next.pos)) return null;
  return next.lower === '' ||
    next.pos === 'PUNCT' ||
    /^(?:ADP|ADV|SCONJ|CCONJ|PROPN|PART)$/.test(next.pos) ||
    next.lower === 'who' ||
    (next.pos === 'VERB' && /(?:ed|en|ing)$/.test(next.lower))
    ? phrase
    : null;
}

/** Inversion needs the content before the verb: a quotation's end, a comma, or the sentence's own beginning. */
function isInversionPlace(view: SentenceView, verb: number, lemma: string): boolean {
  const before = tokenAt(view, verb - 1);
  if (!invertible.has(lemma)) return false;
  // "Argues the report", but not the command "Read the report".
  if (verb === 0) return tokenAt(view, 0).lower !== lemma;
  if (before.lower === 'so') return true;
  return /^["”'’»,—–?!]+$/.test(before.lower) && !/ing$/.test(tokenAt(view, verb).lower);
}

/** The source after the verb where the construction is an inversion, else null. */
export function findInversion(view: SentenceView, verb: number, lemma: string): NounPhrase | null {
  return isInversionPlace(view, verb, lemma) ? findPlausibleInversion(view, verb) : null;
}

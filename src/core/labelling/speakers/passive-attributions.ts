import type { AttributionKind } from '../labels.js';
import type { Attribution } from './attribution.js';
import { wordsOf } from '../../english/word-classes.js';
import { hasFrontedContent } from '../grammar/complements.js';
import { findPhraseStartingAt } from '../grammar/noun-phrases.js';
import { judgeNature } from './source-nature.js';
import { isAuthors, tokenAt, type SentenceView } from '../grammar/sentence-view.js';
import { findSubject } from '../grammar/subjects.js';
import { isUnasserted } from './assertion.js';
import type { Sense } from './verb-senses.js';

const attitudes = wordsOf('attitude');
const hearsay = wordsOf('hearsay participle');

/** "Engineers are divided.", "she is confident that …" */
export function findAttitude(view: SentenceView, at: number): Attribution | null {
  const { lower } = tokenAt(view, at);
  if (!attitudes.has(lower)) return null;
  let before = at - 1;
  while (before > 0 && /^(?:ADV|PART)$/.test(tokenAt(view, before).pos)) before--;
  if (tokenAt(view, before).lemma !== 'be') return null;
  const next = tokenAt(view, at + 1).lower;
  const alone =
    /^(?:divided|split|sure|appalled|dismayed|incensed|aghast|furious|outraged|unhappy|adamant|delighted|alarmed|unapologetic|unrepentant|hopeful|pessimistic|optimistic|confident|worried|convinced|certain|unsure|unconvinced|undecided|impressed|unimpressed|unmoved|persuaded|opposed|sceptical|skeptical)$/.test(
      lower,
    ) && /^(?:[.,;]|but|and)?$/.test(next);
  if (!alone && !/^(?:that|to|about|of|on|with|by|over|at)$/.test(next)) return null;
  const subject = findSubject(view, at);
  if (!subject) return null;
  const nature = judgeNature(view, subject);
  if (
    nature !== 'person' &&
    nature !== 'name' &&
    nature !== 'institution' &&
    (nature !== 'pronoun' || tokenAt(view, subject.head).lower === 'it')
  )
    return null;
  return {
    via: 'verb',
    kind: 'thinks',
    phrase: subject,
    cueFirst: before,
    cueLast: at,
    strength: 0.75,
    trailing: false,
  };
}

const sideTakers = wordsOf('side taker');

/** "He has been a staunch supporter of the levy": whoever is said to take a side. */
export function findSideTaker(view: SentenceView, at: number): Attribution | null {
  if (!sideTakers.has(tokenAt(view, at).lemma) || !/^(?:of|for)$/.test(tokenAt(view, at + 1).lower)) return null;
  let be = at - 1;
  while (at - be < 7 && /^(?:ADJ|ADV|DET|NUM|CCONJ)$/.test(tokenAt(view, be).pos)) be--;
  if (tokenAt(view, be).lemma !== 'be' && tokenAt(view, be).lemma !== 'become') return null;
  const subject = findSubject(view, be);
  if (!subject || !/^(?:person|name|institution|pronoun)$/.test(judgeNature(view, subject))) return null;
  if (tokenAt(view, subject.head).lower === 'it') return null;
  return {
    via: 'verb',
    kind: 'thinks',
    phrase: subject,
    cueFirst: at,
    cueLast: at,
    // Noticed, and no more: that somebody takes a side is told by the author.
    strength: 0.5,
    trailing: false,
    ownWords: true,
  };
}

/** "was described by X as", "is expected to", "was quoted as saying", "was accused of". */
export function judgePassive(view: SentenceView, verb: number, own: readonly Sense[]): Attribution | null {
  const { lower } = tokenAt(view, verb);
  const frame = { via: 'verb', cueFirst: Math.max(verb - 1, 0), cueLast: verb } as const;
  const sense = own[0] ?? { kind: 'said', strength: 0.8 };
  if (isUnasserted(view, verb) || isSupposed(view, verb)) return null;
  // "much of what is said": whatever anybody may say.
  if (tokenAt(view, verb - 2).lower === 'what' && lower === 'said') return null;
  // "was written by": a work's maker, not a source.
  if (/^(?:written|read|ruled|remembered|sung|drawn|published|promoted|pursued)$/.test(lower)) return null;
  // "was discovered in 1911 by a climber": finding reports only with what is found to be so.
  const found = /^(?:discovered|found|heard|established|decided|determined|learn(?:ed|t)|uncovered|held)$/.test(lower);
  const content =
    !found || view.tokens.slice(verb + 1, verb + 4).some(({ lower: word }) => /^(?:that|to|as|not)$/.test(word));
  // "is deemed to have resigned", "are named by the bursar": what a rule or an office does.
  if ((lower === 'deemed' && /^(?:is|are|be)$/.test(tokenAt(view, verb - 1).lower)) || lower === 'named') return null;
  const reports = content && own.some(({ needs }) => needs !== 'quote' && needs !== 'infinitive');
  for (let i = verb + 1; i < view.tokens.length && i - verb < 16; i++) {
    const token = tokenAt(view, i);
    if (/^[;:]$/.test(token.lower)) break;
    if (token.lower !== 'by' || !isAuthors(view, i) || !reports) continue;
    const agent = findPhraseStartingAt(view, i + 1);
    if (!agent) continue;
    const nature = judgeNature(view, agent);
    if (
      nature === 'person' ||
      nature === 'name' ||
      nature === 'institution' ||
      nature === 'document' ||
      nature === 'pronoun'
    ) {
      return {
        ...frame,
        kind: nature === 'document' ? 'shows' : sense.kind,
        phrase: agent,
        strength: 0.9,
        trailing: false,
      };
    }
  }
  const subject = findSubject(view, verb);
  if (
    subject &&
    /^(?:told|informed|assured|warned)$/.test(lower) &&
    hasFrontedContent(view, subject.outer ?? subject.first, verb)
  ) {
    return { ...frame, via: 'hearsay', kind: 'said', phrase: null, strength: 0.9, trailing: true };
  }
  const next = tokenAt(view, verb + 1);
  if (/^(?:quoted|cited|heard|overheard|recorded)$/.test(lower) && saysSoon(view, verb)) {
    return { ...frame, kind: 'said', phrase: findSubject(view, verb), strength: 1, trailing: false };
  }
  if (hearsay.has(lower)) {
    const introduced =
      next.lower === 'that' ||
      (next.lower === 'as' && !/^(?:understood|known)$/.test(lower)) ||
      (next.lower === 'to' && /^(?:VERB|AUX|PART|ADV)$/.test(tokenAt(view, verb + 2).pos)) ||
      /^(?:said|expected|believed|feared|rumored|rumoured)$/.test(lower);
    if (introduced)
      return { ...frame, via: 'hearsay', kind: hearsayKind(lower), phrase: null, strength: 0.9, trailing: false };
  }
  // "The command is called pause": its name, and nobody's word for it.
  if (lower === 'called' && (/^(?:is|are)$/.test(tokenAt(view, verb - 1).lower) || !callsNames(view, verb)))
    return null;
  if (
    judged.test(lower) &&
    (!/^(?:seen|viewed|regarded)$/.test(lower) || next.lower === 'as') &&
    (!/^(?:told|asked|warned|urged)$/.test(lower) || /^(?:that|how|whether|if|why|about)$/.test(next.lower))
  ) {
    return { ...frame, via: 'hearsay', kind: sense.kind, phrase: null, strength: 0.75, trailing: false };
  }
  if (/^(?:raised|voiced|expressed|made)$/.test(lower) && hasVoicedSubject(view, verb)) {
    return { ...frame, via: 'hearsay', kind: 'said', phrase: null, strength: 0.75, trailing: false };
  }
  return null;
}

/** "was called a liar", and not "will be called before Easter". */
function callsNames(view: SentenceView, verb: number): boolean {
  const next = tokenAt(view, verb + 1);
  return /^(?:DET|ADJ)$/.test(next.pos) || /^["“'‘]+$/.test(next.lower) || !isAuthors(view, verb + 1);
}

/** "could be expected", "nor can it be said": what might be claimed is claimed by nobody. */
function isSupposed(view: SentenceView, verb: number): boolean {
  if (tokenAt(view, verb - 1).lower !== 'be') return false;
  for (let i = verb - 2; i >= 0 && verb - i < 9; i--) {
    const { lower, pos } = tokenAt(view, i);
    if (/^(?:can|could|would|should|must|might|may|ca|cannot|shall)$/.test(lower)) return true;
    if (pos === 'PUNCT' || pos === 'VERB') return false;
  }
  return false;
}

const judged =
  /^(?:accused|criticized|criticised|praised|blamed|dubbed|called|labelled|labeled|described|hailed|mocked|slammed|urged|asked|told|warned|seen|viewed|regarded|denied|questioned)$/;
const voiced = wordsOf('voiced');

/** "Similar concerns were raised", "allegations have been made". */
function hasVoicedSubject(view: SentenceView, verb: number): boolean {
  const subject = findSubject(view, verb);
  return subject !== null && voiced.has(tokenAt(view, subject.head).lemma);
}

function saysSoon(view: SentenceView, verb: number): boolean {
  for (let i = verb + 1; i < verb + 9; i++)
    if (/^(?:saying|telling|calling)$/.test(tokenAt(view, i).lower)) return true;
  return false;
}

function hearsayKind(participle: string): AttributionKind {
  if (/^(?:planned|intended|meant|hoped)$/.test(participle)) return 'wants';
  return /^(?:said|reported|alleged|claimed|rumored|rumoured|accused)$/.test(participle) ? 'said' : 'thinks';
}

import type { AttributionKind } from '../labels.js';
import type { Following } from '../grammar/complements.js';
import { lexicon, type WordClass } from '../../english/lexicon.js';
import { entriesOf, wordsOf } from '../../english/word-classes.js';
import type { SourceNature } from './source-nature.js';
import { isTimeWord } from '../grammar/noun-phrases.js';
import { tokenAt, type SentenceView } from '../grammar/sentence-view.js';

/**
 * What must follow a verb before it reports: `any` (it always reports somebody's words), `quote` (a quotation, before or
 * after), `clause` (that, how, whether, a quotation or a finite clause), `content` (the same, or an object),
 * `infinitive` (to + verb, or a clause), `as` (an object and "as" or a quotation).
 */
type Complement = 'any' | 'quote' | 'clause' | 'content' | 'infinitive' | 'as';

/** One way in which a verb reports. */
export interface Sense {
  readonly kind: AttributionKind;
  readonly needs: Complement;
  readonly strength: number;
}

const senses = new Map<string, Sense[]>();
/** Verb + particle that report together, by verb and particle. */
const particles = new Map<string, Map<string, Sense>>();
for (const name of Object.keys(lexicon) as WordClass[]) {
  const [, kind, needs] =
    /^(said|thinks|wants|shows): (any|quote|clause|content|infinitive|as|phrase)$/.exec(name) ?? [];
  if (!kind || !needs) continue;
  for (const { word, strength } of entriesOf(name)) {
    const sense = { kind: kind as AttributionKind, strength };
    const [verb = '', particle] = word.split(' ');
    if (particle === undefined)
      senses.set(verb, [...(senses.get(verb) ?? []), { ...sense, needs: needs as Complement }]);
    else
      particles.set(verb, (particles.get(verb) ?? new Map<string, Sense>()).set(particle, { ...sense, needs: 'any' }));
  }
}
const showing = wordsOf('showing verb');
const acts = wordsOf('act of judging');
const ofDocuments = wordsOf('document verb');

/** The senses of a verb in its dictionary form; empty for a verb that does not report. */
export function sensesOf(lemma: string): readonly Sense[] {
  return senses.get(lemma) ?? [];
}

/** Whether a document does this with an object, though a person who does it says nothing ("gave the left a lead"). */
export function isDocumentVerb(lemma: string): boolean {
  return ofDocuments.has(lemma);
}

/** Whether what follows the verb is what this sense needs. */
export function isMet(needs: Complement, following: Following, fronted: boolean): boolean {
  switch (needs) {
    case 'any':
      return true;
    case 'quote':
      return following.quote || (fronted && !following.object);
    case 'clause':
      return following.clause || following.quote || fronted;
    case 'content':
      return following.clause || following.quote || following.object || fronted;
    case 'infinitive':
      return following.infinitive;
    case 'as':
      return following.as;
  }
}

/** Whether a source of this nature can do what the sense says. */
export function isPlausible(
  isIt: boolean,
  nature: SourceNature,
  lemma: string,
  sense: Sense,
  following: Following,
  fronted: boolean,
): boolean {
  // "She proved she was fit": the author says so; "gathers support" is an act.
  if (/^(?:prove|show|demonstrate)$/.test(lemma) && /^(?:person|name|pronoun)$/.test(nature) && !following.quote)
    return false;
  if (lemma === 'gather' && !following.that) return false;
  if (nature === 'person' || nature === 'name' || nature === 'institution') return true;
  if (nature === 'pronoun')
    return (
      !isIt ||
      (sense.needs === 'infinitive' && !/^(?:threaten|promise)$/.test(lemma)) ||
      (following.infinitive && sense.kind === 'wants' && !/^(?:threaten|promise)$/.test(lemma)) ||
      following.quote ||
      (following.as && sense.kind === 'said') ||
      /^(?:express|voice|raise)$/.test(lemma) ||
      (following.that && /^(?:find|conclude|estimate|note|rule)$/.test(lemma)) ||
      (sense.kind === 'said' && sense.needs === 'any')
    );
  if (nature === 'document') return sense.kind !== 'wants' || lemma === 'call';
  if (
    nature === 'other' &&
    (sense.needs === 'infinitive' || lemma === 'want' || lemma === 'believe' || lemma === 'fear')
  )
    return true;
  if (nature === 'other' && sense.kind === 'said' && sense.needs !== 'as' && following.that) return true;
  // Any noun can be the source of a plain verb of saying, and of nothing else.
  if (lemma === 'say' || lemma === 'argue' || lemma === 'insist' || lemma === 'complain') return true;
  return sense.kind === 'said' && (sense.needs === 'any' || following.quote) && (fronted || following.quote);
}

/** "the register lists 74 flats": what only a document does with an object. */
export function findDocumentSense(
  nature: SourceNature,
  lemma: string,
  following: Following,
  fronted: boolean,
): Sense | null {
  if (nature !== 'document' || !ofDocuments.has(lemma)) return null;
  return following.object || following.quote || following.clause || following.as || fronted
    ? { kind: 'shows', needs: 'content', strength: 0.85 }
    : null;
}

/** A plain object after a verb that is more than saying: its words are the author's choice. */
export function isOwnWords(sense: Sense, lemma: string, following: Following, fronted: boolean): boolean {
  // "rejected the urge that …": a clause later on is the object's, not the verb's.
  if (acts.has(lemma) && !fronted && !following.quote && following.object) return true;
  if (following.as && /^(?:describe|depict|portray|dub|label|brand|call|dismiss|see|regard|view)$/.test(lemma))
    return false;
  return !fronted && !following.clause && !following.quote && !following.infinitive && sense.kind !== 'shows';
}

/** A document shows where a person says; a person who shows something says it. */
export function refineKind(kind: AttributionKind, nature: SourceNature, lemma: string): AttributionKind {
  if (nature === 'document' && (kind === 'said' || kind === 'thinks') && (showing.has(lemma) || kind === 'thinks'))
    return 'shows';
  if (kind === 'shows' && nature !== 'document' && lemma !== 'find') return 'said';
  return kind;
}

/** The sense of a verb with its particle ("calls for"), and where the particle stands. */
export function findParticle(view: SentenceView, verb: number, lemma: string): (Sense & { last: number }) | null {
  if (lemma === 'put') return findEstimate(view, verb) ?? findPutting(view, verb);
  if (
    lemma === 'come' &&
    tokenAt(view, verb + 1).lower === 'out' &&
    /^(?:against|for|in)$/.test(tokenAt(view, verb + 2).lower)
  )
    return { kind: 'said', needs: 'any', strength: 0.85, last: verb + 2 };
  const own = particles.get(lemma);
  if (!own) return null;
  // "charged two builders, A and B, with defrauding investors"
  const reach = lemma === 'charge' ? 14 : 4;
  for (let i = verb + 1; i <= verb + reach; i++) {
    const { lower, pos } = tokenAt(view, i);
    if (i > verb + 4 && (lower !== 'with' || !/ing$/.test(tokenAt(view, i + 1).lower))) continue;
    if (pos === 'PUNCT' && lemma !== 'charge' && !/^["“”'’]$/.test(lower)) break;
    // "fought the suit for a year", "argued his own case for weeks": an object of the verb's own comes before.
    if (
      (lower === 'for' || lower === 'against') &&
      pos === 'ADP' &&
      i > verb + 2 &&
      tokenAt(view, i - 1).pos === 'NOUN'
    )
      break;
    const sense = own.get(lower);
    // "goes one year after it", "calls on Friday": no particles.
    if (
      (lemma === 'go' && i > verb + 1) ||
      (lemma === 'call' && lower === 'on' && isTimeWord(tokenAt(view, i + 1).lower))
    )
      continue;
    // "spoke for about five minutes"
    if (lower === 'about' && tokenAt(view, i + 1).pos === 'NUM') return null;
    if (sense) return { ...sense, last: i };
  }
  return null;
}

/** Verbs of siding that need nothing after them. */
export const stances = /^(?:agree|disagree|dissent|demur|differ|object)$/;

/** "Not everyone agrees.", "Marr disagrees with him": a stance without content of its own. */
export function findStance(view: SentenceView, verb: number, lemma: string): Sense | null {
  if (!stances.test(lemma)) return null;
  const next = tokenAt(view, verb + 1);
  return next.pos === 'PUNCT' || next.lower === '' || /^(?:with|on|over|about)$/.test(next.lower)
    ? { kind: 'thinks', needs: 'any', strength: 0.85 }
    : null;
}

/** "put it more simply", "put it this way". */
function findPutting(view: SentenceView, verb: number): (Sense & { last: number }) | null {
  const isWay = /^(?:more|less|this|another|simply|bluntly|differently|thus|rather|succinctly|plainly|best)$/;
  return tokenAt(view, verb + 1).lower === 'it' && isWay.test(tokenAt(view, verb + 2).lower)
    ? { kind: 'said', needs: 'any', strength: 0.85, last: verb + 1 }
    : null;
}

/** "put the loss at $3 million": an estimate. */
function findEstimate(view: SentenceView, verb: number): (Sense & { last: number }) | null {
  for (let i = verb + 1; i < verb + 24; i++) {
    if (tokenAt(view, i).lower === ';') return null;
    if (tokenAt(view, i).lower !== 'at') continue;
    const { pos, lower } = tokenAt(view, i + 1);
    if (
      pos === 'NUM' ||
      pos === 'SYM' ||
      /^(?:around|about|nearly|almost|over|roughly|some|half|one|between|more|less)$/.test(lower)
    ) {
      return { kind: 'shows', needs: 'any', strength: 0.9, last: verb };
    }
  }
  return null;
}

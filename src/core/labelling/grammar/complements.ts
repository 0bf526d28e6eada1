import { isTimeWord } from './noun-phrases.js';
import { isAuthors, tokenAt, type SentenceView } from './sentence-view.js';

/** What follows a reporting verb, as far as the next words tell. */
export interface Following {
  /** "that" stands right after the verb. */
  readonly that: boolean;
  readonly clause: boolean;
  readonly object: boolean;
  readonly infinitive: boolean;
  readonly as: boolean;
  readonly quote: boolean;
}

const openers = /^(?:that|how|why|what|whether|if|who|where|when|which)$/;

/** Looks at what follows the verb at `verb`, over adverbs, a listener ("told reporters") and the time of speaking. */
export function findFollowing(view: SentenceView, verb: number): Following {
  const { tokens } = view;
  let opening = verb + 1;
  while (/^(?:even|only|also|just)$/.test(tokenAt(view, opening).lower)) opening++;
  const first = tokenAt(view, opening);
  const object =
    (/^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(first.pos) || /^[$£€]$/.test(first.lower)) &&
    !openers.test(first.lower) &&
    !isTimeWord(first.lower);
  let clause = first.lower === ':' || openers.test(first.lower) || (first.pos === 'VERB' && /ing$/.test(first.lower));
  // "suggest otherwise", "thinks so", "found no link": the words stand for a clause.
  if (/^(?:otherwise|so)$/.test(first.lower) && tokenAt(view, opening + 1).pos === 'PUNCT') clause = true;
  if (tokenAt(view, verb).lemma === 'find' || tokenAt(view, verb).lemma === 'see') clause ||= findsNothing(view, verb);
  let infinitive = false;
  let as = false;
  let quote = false;
  let nominalSeen = false;
  for (let i = verb + 1; i < tokens.length && i - verb < 26; i++) {
    const { lower, pos } = tokenAt(view, i);
    const near = i - verb;
    if (!isAuthors(view, i)) {
      if (near <= 12) quote = true;
      break;
    }
    if (/^[;—–]$/.test(lower)) break;
    // "holds 18 seats, but seven members signed": another clause of the author's, not the verb's.
    if (nominalSeen && pos === 'CCONJ' && (tokenAt(view, i - 1).lower === ',' || tokenAt(view, i + 1).pos === 'PRON'))
      break;
    if (
      near <= 12 &&
      /^(?:that|how|why|whether)$/.test(lower) &&
      pos !== 'DET' &&
      !(lower === 'that' && isRelativeThat(view, verb, i))
    )
      clause = true;
    if (near <= 9 && lower === ':') clause = true;
    // A place and a time may come between: "encouraged members at a rally on Friday to ask".
    if ((near <= 9 || (near <= 16 && object && pos === 'PART')) && lower === 'to') {
      const after = tokenAt(view, i + 1).pos;
      // The tagger takes rare verbs for nouns: right after the verb "to" opens an infinitive before any bare word.
      if (after === 'VERB' || after === 'AUX') infinitive ||= near === 1 || nominalSeen || pos === 'PART';
      else if (near === 1)
        infinitive ||= !/^(?:DET|PRON|PROPN|NUM|ADJ)$/.test(after) && !/s$/.test(tokenAt(view, i + 1).lower);
    }
    if (near <= 12 && lower === 'as') as = true;
    if (/^(?:NOUN|PROPN|PRON)$/.test(pos) && !openers.test(lower)) {
      nominalSeen = true;
      continue;
    }
    if (nominalSeen && near > 1 && (pos === 'AUX' || pos === 'VERB') && isFinite(view, i)) clause = true;
  }
  if (
    !quote &&
    view.quotes.some(
      ({ role, start }) =>
        role !== 'speech' && start >= tokenAt(view, verb).end && start - tokenAt(view, verb).end < 60,
    )
  ) {
    quote = true;
  }
  return { that: first.lower === 'that', clause, object, infinitive, as, quote };
}

/** "found no link", "sees little reason": what is not there is a finding. */
function findsNothing(view: SentenceView, verb: number): boolean {
  if (!/^(?:no|little|every|any|few)$/.test(tokenAt(view, verb + 1).lower)) return false;
  for (let i = verb + 2; i < verb + 5; i++)
    if (
      /^(?:reason|need|point|link|sign|evidence|difference|trace|harm|alternative|connection|correlation|effect|fault|grounds?|way)$/.test(
        tokenAt(view, i).lower,
      )
    )
      return true;
  return false;
}

/** "reported a loss on the plant that it had opened", "something that": the "that" of a noun, not of the verb. */
function isRelativeThat(view: SentenceView, verb: number, at: number): boolean {
  const before = tokenAt(view, at - 1);
  if (/^(?:something|anything|nothing|everything|one|those|all)$/.test(before.lower)) return true;
  const first = tokenAt(view, verb + 1);
  return (
    (before.pos === 'NOUN' || before.pos === 'PROPN') &&
    !isTimeWord(before.lower) &&
    !listeners.test(tokenAt(view, verb).lemma) &&
    (first.pos === 'NUM' || (first.pos === 'DET' && first.lower !== 'no'))
  );
}

/** A verb form that a subject can stand before: no infinitive, no -ing form, no participle after a noun. */
function isFinite(view: SentenceView, index: number): boolean {
  const { lower, pos } = tokenAt(view, index);
  const before = tokenAt(view, index - 1);
  if (before.lower === 'to' || before.lower === 'who' || before.lower === 'which' || before.lower === 'that')
    return false;
  if (pos === 'AUX') return before.pos !== 'AUX';
  return (
    !/ing$/.test(lower) &&
    before.pos !== 'AUX' &&
    before.pos !== 'ADP' &&
    before.pos !== 'CCONJ' &&
    before.lower !== ','
  );
}

const listeners = /^(?:tell|assure|warn|inform|remind|ask|call|write|promise|reassure|advise|reply)$/;

/** Whether the content stands before the verb: "…, sources said", "…" she wrote; "X, she said, Y" counts too. */
export function hasFrontedContent(view: SentenceView, subjectFirst: number, verb: number): boolean {
  const next = tokenAt(view, verb + 1);
  const closes =
    next.lower === '' ||
    next.pos === 'PUNCT' ||
    (/^(?:ADV|ADP|SCONJ)$/.test(next.pos) && !/^(?:that|to|as|with)$/.test(next.lower)) ||
    listeners.test(tokenAt(view, verb).lemma) ||
    isTimeWord(next.lower);
  if (!closes) return false;
  if (tokenAt(view, subjectFirst - 1).lower === ',' && subjectFirst > 1 && closesInsertion(view, verb)) return true;
  return hasContentBefore(view, subjectFirst);
}

/** A comma after the verb, or after the time or place of speaking: ", the pollster said in June,". */
export function closesInsertion(view: SentenceView, verb: number): boolean {
  if (tokenAt(view, verb + 1).lower === ',') return true;
  if (!/^(?:ADP|ADV)$/.test(tokenAt(view, verb + 1).pos)) return false;
  for (let i = verb + 1; i < verb + 6; i++) {
    const { lower, pos } = tokenAt(view, i);
    if (lower === ',') return /^(?:AUX|VERB)$/.test(tokenAt(view, i + 1).pos);
    if (!/^(?:ADP|ADV|DET|NOUN|PROPN|NUM|ADJ)$/.test(pos)) return false;
  }
  return false;
}

function hasContentBefore(view: SentenceView, subjectFirst: number): boolean {
  const before = tokenAt(view, subjectFirst - 1);
  if (subjectFirst <= 0) return false;
  if (/^["”'’»]+$/.test(before.lower)) return true;
  if (!/^[,—–?!]$/.test(before.lower)) return false;
  // A comma after an opening phrase ("On Monday, he said") fronts nothing: a finite verb must stand before it.
  for (let i = subjectFirst - 2; i >= 0; i--) {
    const { pos } = tokenAt(view, i);
    if (!isAuthors(view, i)) return true;
    if ((pos === 'AUX' || pos === 'VERB') && isFinite(view, i)) return !startsSubordinate(view);
  }
  return false;
}

function startsSubordinate(view: SentenceView): boolean {
  return /^(?:when|while|although|though|if|as|after|before|because|since|despite|asked|once|until|unless|whereas)$/.test(
    tokenAt(view, 0).lower,
  );
}

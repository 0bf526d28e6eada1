import { wordsOf } from '../../english/word-classes.js';
import { findImperative } from '../grammar/imperative.js';
import { isAuthors, isCapitalised, isWord, tokenAt, type SentenceView } from '../grammar/sentence-view.js';
import type { DirectiveKind, StatementKind } from '../labels.js';
import type { TextKind } from '../../text/document.js';
import { isPlainKind } from '../text-kind.js';
import type { Cue } from './opinion-cues.js';

const directions =
  /\b(?:members|applicants|visitors|residents|passengers|users|administrators|customers|patients|candidates|drivers|licen[cs]es?|records|entries|forms?|bids|claims|pupils|parents|guests|tenants|players|teams|children|dogs|vehicles|contributors|participants|competitors|volunteers|students|readers)\b.{0,40}\b(?:must|need to|shall|may (?:not|only))\b/;
const rules =
  /\b(?:laws?|acts?|rules?|regulations?|statutes?|standing orders|charter|by-?e?laws?|code|terms|judges?|landlords|operators?|employers)\b.{0,90}\b(?:must|need to|shall)\b/;
const advice =
  /\b(?:it is|it's|it may be|it can be) (?:usually |often |always |generally )?(?:best|better|safer|safest|wise|wiser|advisable|sensible|worth|a good idea|recommended) (?:to|that|if|not to|for|\w+ing)\b|\bis (?:best|better) (?:done|used|kept|left|avoided|stored|run|made|eaten|read)\b|\b(?:we|i) (?:recommend|advise|suggest)\b|\byou (?:may|might) (?:want|like|prefer) to\b|\bif in doubt\b|\bmake sure\b|\b(?:tip|hint):/;
/** "It is vital to read the logs", "it might be better to use the other": what to do, in a text for reference. */
const plainAdvice =
  /\b(?:it is|it's|it might be|it may be|it would be|it can be) (?:\w+ly |always |also |often |usually )?(?:\w+ )?(?:good|better|best|nice|wise|vital|important|necessary|essential|useful|helpful|worthwhile|worth|courteous|polite|unsafe|safe|safer|advisable|sensible|recommended|practice|idea)\b.{0,14}\b(?:to|if|that|for)\b/;
const definition =
  /\b(?:means|stands for|refers to|is short for|is defined as|is called|are called|is known as|are known as|denotes)\b/;
const isA =
  /^(?!(?:it|that|this|their|our|my|he|she|they|there|what)\b)(?:an?|the)? ?[\p{L}\p{N}\s’'"“”()/-]{2,60} (?:is|are) (?:an?|any|the (?:name|part|person|number|sum|place|time|set|file|folder))\b/u;
const permission =
  /\b(?:may|can|cannot|can't|may not|are allowed|is allowed|not allowed|permitted|forbidden|prohibited|required|entitled|free to|no \w+ing)\b/;
const expectation = /\byou (?:should|will|'ll) (?:now |then |also )?(?:see|hear|find|get|be asked|receive|notice)\b/;
const estimate =
  /\b(?:an estimated|roughly|approximately|about \d|some \d[\d,.]*|around \d|is estimated|are estimated)\b/;
/** Verbs that open an instruction wherever it stands: nobody exhorts a reader to click. */
const handling = wordsOf('opens an instruction');

/** What a sentence in the author's voice does besides telling or judging; null for a plain statement. */
export function findStatementKind(
  view: SentenceView,
  lowered: string,
  cues: readonly Cue[],
  kind: TextKind,
): StatementKind | null {
  if (lowered.endsWith('?')) return null;
  const plain = isPlainKind(kind);
  const judges = cues.some(({ feature }) => /^(?:loaded|colourful) word$|^my view$/.test(feature));
  if (judges && !plain) return null;
  const isOurs = cues.some(({ feature }) => feature === 'we' || feature === 'first person');
  if (plain && plainAdvice.test(lowered)) return 'advice';
  if (advice.test(lowered) && (plain || !cues.some(({ feature }) => feature === 'obligation'))) return 'advice';
  if (expectation.test(lowered)) return 'instruction';
  if (opensInstruction(view, plain)) return 'instruction';
  if (/^\W*please [a-z]/.test(lowered) && !judges) return 'instruction';
  const must = /\b(?:must|shall|have to|has to|need to)\b/.test(lowered);
  if (must && (directions.test(lowered) || rules.test(lowered))) return 'rule';
  if (/\bmay (?:not|only)\b/.test(lowered) && directions.test(lowered)) return 'rule';
  if (plain) {
    if (/\bshould\b/.test(lowered)) return 'advice';
    if (must || (kind === 'rules' && permission.test(lowered))) return 'rule';
    if (/\b(?:may|can) (?:not |only )|\b(?:not allowed|forbidden|prohibited|required)\b/.test(lowered)) return 'rule';
    const grades = cues.some(({ feature }) => /^(?:evaluation|trait|grading word|vivid word|.* word)$/.test(feature));
    if (definition.test(lowered) || (isA.test(lowered) && !grades && !judges)) return 'definition';
  }
  if (isOurs && /\b(?:we|i) (?:will|'ll|shall|promise)\b|\b(?:we|i)'ll\b/.test(lowered)) return 'promise';
  if (cues.some(({ feature }) => feature === 'prediction')) return 'prediction';
  return estimate.test(lowered) ? 'estimate' : null;
}

/** "Entry is free, nobody has to register", "closed, as we need to set up": words of a rule that oblige no reader. */
export function obligesNobody(text: string): boolean {
  const words = text.match(
    /(?:\b\w+ |n['’]t )?\b(?:must|shall|have to|has to|need to|may (?:not|only)|can (?:not|only)|not allowed|forbidden|prohibited|required)\b/gi,
  );
  return (
    words !== null && words.every((each) => /^(?:(?:we|I|nobody|one|not|no) |n['’]t )(?:have|has|need) to$/i.test(each))
  );
}

/** Whether a statement of this kind says what to do or what a word means, which no judging of the author's is. */
export function isDirective(kind: StatementKind | null): kind is DirectiveKind {
  return kind === 'rule' || kind === 'instruction' || kind === 'definition' || kind === 'advice';
}

/** What says what to do ("you must", "it is best to") is no judging in a rule, an instruction or advice. */
export function judgesInDirective({ feature }: Cue, statement: StatementKind | null): boolean {
  if (feature === 'evaluation' || feature === 'grading word') return statement !== 'advice';
  return !/^(?:obligation|you|permission|prediction|supposition|superlative|emphasis|verdict|anybody|sweeping word|negation|exhortation)$/.test(
    feature,
  );
}

/**
 * "Old batteries must go into the red box", "Bring a lamp", "Could you ring me by Thursday": what to do, in a text whose
 * mood exhorts nobody; null where the sentence judges.
 */
export function findLooseDirective(view: SentenceView, lowered: string, cues: readonly Cue[]): StatementKind | null {
  if (cues.some(({ feature }) => /^(?:loaded|colourful) word$|^my view$|^pointed question$/.test(feature))) return null;
  if (/\b(?:we|let|let's|us|nobody|everyone|country|nation|government|council|state|society)\b/.test(lowered))
    return null;
  if (lowered.endsWith('?')) return null;
  if (/^\W*you (?:need|can|may|will need|only need|do not need|don't need)\b/.test(lowered)) return 'instruction';
  if (findImperative(view) !== null && !/^\W*(?:but|and yet|so)\b/.test(lowered)) return 'instruction';
  if (/\b(?:must|shall|need to|needs to|have to|has to)\b/.test(lowered)) return 'rule';
  return /\b(?:should|please)\b/.test(lowered) && !/\bshould(?:n't| not)? (?:have|never)\b/.test(lowered)
    ? 'advice'
    : null;
}

/** "Click Save", "Do not feed the swans", "To sign out, choose …"; in a plain text whatever opens with a bare verb. */
function opensInstruction(view: SentenceView, plain: boolean): boolean {
  let at = 0;
  while (
    at < 4 &&
    (!isWord(tokenAt(view, at)) ||
      /^(?:please|then|now|first|next|finally|also|\d+|always|never)$/.test(tokenAt(view, at).lower))
  )
    at++;
  if (tokenAt(view, at).lower === 'to' && tokenAt(view, at + 1).pos === 'VERB') at = afterComma(view, at);
  else if (/^(?:if|when|before|after|once|in|on|for|until|unless)$/.test(tokenAt(view, at).lower))
    at = afterComma(view, at);
  const token = tokenAt(view, at);
  if (!isAuthors(view, at)) return false;
  const next = tokenAt(view, at + 1);
  if (token.lower === 'do' && /^(?:not|n't)$/.test(next.lower)) {
    const verb = tokenAt(view, at + 2);
    return (
      plain ||
      !/^(?:let|be|think|believe|expect|imagine|forget|worry|pretend|tell|say|get|underestimate|blame|trust|call|make)$/.test(
        verb.lower,
      )
    );
  }
  if (/^(?:is|was|are|were|has|had|will|would|can|could|of|and|or)$/.test(next.lower)) return false;
  if (handling.has(token.lower))
    return isCapitalised(view, next) || (next.pos !== 'VERB' && next.pos !== 'AUX' && next.lower !== 'of');
  return (
    plain &&
    ((token.pos === 'VERB' && token.lower === token.lemma && !/(?:ed|ing)$/.test(token.lower)) ||
      (at === 0 && findImperative(view) === 0))
  );
}

function afterComma(view: SentenceView, from: number): number {
  const comma = view.tokens.findIndex(({ lower }, i) => i > from && i < from + 16 && lower === ',');
  return comma < 0 ? from : comma + 1;
}

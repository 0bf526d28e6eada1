import type { Genre } from '../../text/document.js';
import type { Clause } from '../grammar/clauses.js';
import type { Cue } from './opinion-cues.js';
import type { Feature } from './features.js';
import { argumentMarkers, judgingPhrases } from '../../english/judging-phrases.js';
import { findImperative } from '../grammar/imperative.js';
import { findAntithesis, findPredicateAdjective, findRepetition } from '../grammar/sentence-shape.js';
import { countWords, isAuthors, isCapitalised, isWord, tokenAt, type SentenceView } from '../grammar/sentence-view.js';

/** What surrounds a sentence; all of it is weak evidence and shown as a reason of its own. */
interface SentenceContext {
  readonly genre: Genre | null;
  readonly isListItem: boolean;
  readonly isHeading: boolean;
  /** The last sentence of a document of at least five sentences. */
  readonly isLast: boolean;
  /** The sentence before it was somebody's quotation or claim. */
  readonly followsAttribution: boolean;
  /** The next sentence is somebody's answer, as in an interview. */
  readonly isAnswered: boolean;
  /** At least five sentences stand together, so that a short one among them is a choice. */
  readonly isInDocument: boolean;
  /** No other sentence stands around it. */
  readonly isAlone: boolean;
}

const phrasePatterns: readonly (readonly [Feature, RegExp])[] = [
  ['opinion phrase', new RegExp(`\\b(?:${judgingPhrases.join('|')})(?!\\w)`, 'g')],
  ['argument marker', new RegExp(`\\b(?:${argumentMarkers.join('|')})\\b`, 'g')],
];

const directions =
  /\b(?:members|applicants|visitors|residents|passengers|users|administrators|customers|patients|candidates|drivers|licen[cs]es?|records|entries|forms?|bids|claims|pupils|parents)\b.{0,40}\b(?:must|need to)\b/;

/** Features of which at least one stands in most sentences that judge. */
const judging: ReadonlySet<Feature> = new Set<Feature>([
  'loaded word',
  'colourful word',
  'evaluation',
  'evaluating noun or verb',
  'trait',
  'grading word',
  'emphasis',
  'stance',
  'obligation',
  'supposition',
  'superlative',
  'simile',
  'my view',
  'opinion phrase',
  'argument marker',
  'exhortation',
  'antithesis',
  'pointed question',
  'anybody',
]);

const rules =
  /\b(?:laws?|acts?|rules?|regulations?|statutes?|standing orders|charter|by-?e?laws?|code|terms|judges?|landlords|operators?|employers)\b.{0,90}\b(?:must|need to)\b/;

/** Cues that no single word gives: the shape of the sentence and what surrounds it. */
export function collectStructureCues(
  view: SentenceView,
  main: readonly Clause[],
  words: readonly Cue[],
  context: SentenceContext,
): Cue[] {
  const cues: Cue[] = [];
  const { start, end } = view.sentence;
  const add = (feature: Feature, amount: number, name: string | null, from = start, to = end): void => {
    cues.push({ feature, amount, name, start: from, end: to });
  };
  const has = (...features: Feature[]): boolean => words.some(({ feature }) => features.includes(feature));
  const length = main.reduce((sum, { first, last }) => sum + wordsIn(view, first, last), 0);
  const lastToken = tokenAt(view, view.tokens.length - 1).lower;

  const lowered = lowerText(view);
  addPhrases(view, lowered, add);
  if (lastToken === '?') {
    const pointed =
      !context.isHeading &&
      !context.isAnswered &&
      (has(
        'loaded word',
        'evaluation',
        'negation',
        'anybody',
        'you',
        'we',
        'supposition',
        'obligation',
        'emphasis',
        'figure of speech',
        'first person',
      ) ||
        /^(?:who|why)$/.test(tokenAt(view, 0).lower));
    const at = tokenAt(view, view.tokens.length - 1);
    add(pointed ? 'pointed question' : 'question', 1, '[question]', at.start, at.end);
    if (context.isAnswered) add('answered question', 1, '[answered question]', at.start, at.end);
  }
  const opening = findImperative(view);
  if (opening !== null && lastToken !== '?') {
    const token = tokenAt(view, opening);
    add('exhortation', 1, null, token.start, token.end);
  }
  const first = tokenAt(view, 0);
  if (/^(?:but|yet|still|so|instead|and|then|nor|or|perhaps)$/.test(first.lower))
    add('contrast', 1, null, first.start, first.end);
  if (/\b(?:must|need to)\b/.test(lowered) && (directions.test(lowered) || rules.test(lowered)))
    add('rule or direction', 1, '[rule or direction]');
  const concrete = has('figure', 'money', 'date', 'measure');
  if (!concrete && !holdsFigureOrName(view) && length >= 3) add('no figures or names', 1, '[no figure, date or name]');
  if (context.isInDocument && length > 0 && countWords(view.tokens) <= 9 && !concrete)
    add('short sentence', 1, '[short sentence]');
  if (length >= 28) add('long sentence', 1, '[long sentence]');
  const verb = findMainVerb(view, main);
  if (verb !== null && !concrete && isPresent(view, verb)) {
    const token = tokenAt(view, verb);
    add('present tense judgement', 1, null, token.start, token.end);
  }
  if (verb !== null && isPresent(view, verb) && isGeneral(view))
    add('general statement', 1, null, first.start, first.end);
  if (verb !== null && !concrete && equates(view, verb)) {
    add('equation', 1, null, tokenAt(view, verb).start, tokenAt(view, verb).end);
  }
  const adjective = verb !== null && !concrete ? findPredicateAdjective(view, verb) : null;
  if (adjective !== null)
    add('predicate adjective', 1, null, tokenAt(view, adjective).start, tokenAt(view, adjective).end);
  const repeated = findRepetition(view);
  if (repeated !== null) add('repetition', 1, null, tokenAt(view, repeated).start, tokenAt(view, repeated).end);
  const antithesis = findAntithesis(lowered);
  if (antithesis) add('antithesis', 1, null, start + antithesis[0], start + antithesis[1]);
  if (
    has('figure') &&
    has('loaded word', 'obligation', 'superlative', 'evaluation', 'exhortation', 'anybody', 'emphasis')
  )
    add('figures in a judgement', 1, '[figures in a judgement]');
  if (context.followsAttribution && !concrete && length <= 20) add('answers a quotation', 1, '[follows a quotation]');
  const speaker = context.isAlone
    ? view.tokens.findIndex(({ lower }, i) => isFirstPerson(lower) && isAuthors(view, i))
    : -1;
  if (speaker >= 0)
    add(
      'lone first person',
      1,
      '[“I” of an unknown speaker]',
      tokenAt(view, speaker).start,
      tokenAt(view, speaker).end,
    );
  if (
    length > 0 &&
    !words.some(({ feature }) => judging.has(feature)) &&
    !cues.some(({ feature }) => judging.has(feature))
  )
    add('nothing judged', 1, '[no judging word]');
  if (context.isListItem) add('list item', 1, '[list item]');
  // News trails off; all else tends to end on its point.
  if (context.isLast && context.genre !== 'news') add('last sentence', 1, '[last sentence]');
  const genre = context.genre ?? 'unknown';
  add(`genre: ${genre}`, 1, `[genre: ${genre}]`);
  add('most sentences report', 1, '[most sentences report]');
  return cues;
}

/** Whoever says "I" in a sentence without its document is more often quoted than its author. */
function isFirstPerson(word: string): boolean {
  return /^(?:i|my|me|mine|myself)$/.test(word);
}

function addPhrases(
  view: SentenceView,
  lowered: string,
  add: (feature: Feature, amount: number, name: null, from: number, to: number) => void,
): void {
  const { start } = view.sentence;
  for (const [feature, pattern] of phrasePatterns) {
    let count = 0;
    for (const match of lowered.matchAll(pattern)) {
      const from = start + match.index;
      const index = view.tokens.findIndex((token) => token.start >= from);
      if (index >= 0 && !isAuthors(view, index)) continue;
      count++;
      if (count <= 3) add(feature, 1 / count, null, from, from + match[0].length);
    }
  }
}

function lowerText(view: SentenceView): string {
  return view.text.slice(view.sentence.start, view.sentence.end).toLowerCase().replace(/’/g, "'");
}

function wordsIn(view: SentenceView, first: number, last: number): number {
  let count = 0;
  for (let i = first; i <= last; i++) if (isWord(tokenAt(view, i)) && isAuthors(view, i)) count++;
  return count;
}

function holdsFigureOrName(view: SentenceView): boolean {
  return view.tokens.some(
    (token, i) =>
      isAuthors(view, i) && (/^\d/.test(token.lower) || (i > 0 && token.pos === 'PROPN' && isCapitalised(view, token))),
  );
}

/** "A city that …", "Anyone who …", "No family …": said of a kind, not of one case. */
function isGeneral(view: SentenceView): boolean {
  const { lower } = tokenAt(view, 0);
  if (/^(?:anyone|whoever|nobody|nothing|everyone|everything|no|any|every|those)$/.test(lower)) return true;
  if (lower !== 'a' && lower !== 'an') return false;
  return view.tokens.slice(2, 6).some(({ lower: word }) => /^(?:that|who|which|without|with|whose)$/.test(word));
}

/** "The wolf was a lapdog": one thing is declared to be another. */
function equates(view: SentenceView, verb: number): boolean {
  if (tokenAt(view, verb).lemma !== 'be') return false;
  let at = verb + 1;
  while (/^(?:ADV|PART)$/.test(tokenAt(view, at).pos) || tokenAt(view, at).lower === ',') at++;
  return /^(?:a|an|the|what)$/.test(tokenAt(view, at).lower);
}

/** The first finite verb of the main clause. */
function findMainVerb(view: SentenceView, main: readonly Clause[]): number | null {
  for (const { first, last } of main) {
    for (let i = first; i <= last; i++) {
      const { pos, lower } = tokenAt(view, i);
      if (!isAuthors(view, i) || (pos !== 'VERB' && pos !== 'AUX')) continue;
      if (/ing$/.test(lower) || tokenAt(view, i - 1).lower === 'to') continue;
      if (i > first && /^(?:who|which|that)$/.test(tokenAt(view, i - 1).lower)) continue;
      return i;
    }
  }
  return null;
}

function isPresent(view: SentenceView, index: number): boolean {
  const { lower, lemma, pos } = tokenAt(view, index);
  if (pos === 'AUX') return /^(?:is|are|'s|'re|am|'m|has|have|'ve|do|does|can|ca|cannot)$/.test(lower);
  return lower === lemma || /s$/.test(lower);
}

import type { AttributionKind } from '../labels.js';
import type { UnseenCue } from '../unseen-reasons.js';
import type { Attribution } from './attribution.js';
import type { Quotation } from './quotations.js';
import { countWords, isAuthors, isCapitalised, isWord, tokenAt, type SentenceView } from '../grammar/sentence-view.js';

/** What carry-on needs to know of one sentence. */
export interface SpokenSentence {
  readonly view: SentenceView;
  /** The attribution that covers the main clause, null where the author speaks. */
  readonly leading: Attribution | null;
  /** Source of `leading`, pronouns resolved. */
  readonly source: string | null;
}

/** A sentence whose speaker stands in another sentence. */
export interface Carried {
  readonly source: string | null;
  readonly kind: AttributionKind;
  /** For the reason. */
  readonly name: UnseenCue;
  readonly strength: number;
}

/** What carry-on needs to know of the blocks. */
interface BlockKnowledge {
  /** Whether a block without a name of its own may go on with the turn before it. */
  readonly belongsToTurn: (block: number) => boolean;
  readonly isListed: (block: number) => boolean;
  /** In a text for reference a quotation without a source is a message or a name. */
  readonly isPlain: boolean;
  /** Persons take turns in quotation marks, a paragraph each, as in a story. */
  readonly isDialogue: boolean;
}

/** How many sentences may lie between a quotation and the last speaker for it to be taken as that speaker's. */
const maxSilence = 4;

/** "Then the old sailor began his tale.": from here on another speaks, who may have no name. */
const opensTale =
  /\b(?:began|begins|started|starts|took up|takes up|told|tells|gave|gives|opened|opens)\s+(?:his|her|their|its|the|a)\s+(?:\p{L}+\s+)?(?:tale|story|account|speech|report|answer|reply|song|sermon|lecture|address)\b/iu;

/** "It was agreed to wait", "Carried by 4 votes to 1": what minutes record after somebody spoke. */
const records =
  /^(?:it was (?:agreed|resolved|decided|noted)\b|(?:agreed|carried|resolved|passed|approved)\b(?=\s*[.:,]| by ))/iu;

/**
 * Carries speakers on: over a quotation that runs across sentences or paragraphs, to a quotation without a frame, after
 * a colon, through a transcript's turn, and through indirect speech that goes on without its frame.
 */
export function continueSpeech(
  sentences: readonly SpokenSentence[],
  { belongsToTurn, isListed, isPlain, isDialogue }: BlockKnowledge,
): (Carried | null)[] {
  const speakers = findQuotationSpeakers(sentences);
  const carried: (Carried | null)[] = sentences.map(() => null);
  let last: { source: string | null; kind: AttributionKind; at: number } | null = null;
  // The block that what stood before its colon introduced.
  let block = -1;
  for (const [i, sentence] of sentences.entries()) {
    const { view, leading, source } = sentence;
    if (leading && leading.via !== 'hearsay') last = { source, kind: leading.kind, at: i };
    if (leading) continue;
    if (records.test(view.text.slice(view.sentence.start, view.sentence.end))) {
      last = null;
      continue;
    }
    if (opensTale.test(view.text.slice(view.sentence.start, view.sentence.end))) last = null;
    const previous = sentences[i - 1];
    const quoted = quotedShare(view);
    const sameParagraph = previous?.view.sentence.block === view.sentence.block;
    const isAlone = !sameParagraph && sentences[i + 1]?.view.sentence.block !== view.sentence.block;
    if (isAlone && isTitleOrNoise(view)) continue;
    if (quoted >= 0.6 && !(isListed(view.sentence.block) && isReference(view))) {
      const piece = view.quotes.find(({ role }) => role === 'speech');
      const speaker = piece && speakers.get(piece.quotation);
      // In a dialogue a new paragraph is the other one's.
      const turns = isDialogue && !sameParagraph && piece?.continued !== true;
      const recent = last !== null && i - last.at <= maxSilence && !turns ? last : null;
      const from = speaker ?? recent;
      if (turns && !speaker) last = null;
      if (isPlain && !from) continue;
      carried[i] = {
        source: from?.source ?? null,
        kind: from?.kind ?? 'said',
        name: piece?.continued === true ? '[quotation goes on]' : '[quotation]',
        strength: 1,
      };
      if (last) last = { ...last, at: i };
      continue;
    }
    if (!previous) continue;
    const before = carried[i - 1] ?? null;
    const inTurn = sameParagraph || belongsToTurn(view.sentence.block);

    if (!sameParagraph && opensBlock(previous) && !isListed(view.sentence.block)) block = view.sentence.block;
    if (block === view.sentence.block && last !== null) {
      carried[i] = { source: last.source, kind: last.kind, name: '[after the colon]', strength: 0.8 };
    } else if (inTurn && (previous.leading?.via === 'speaker' || before?.name === '[transcript]')) {
      carried[i] = {
        source: previous.source ?? before?.source ?? null,
        kind: 'said',
        name: '[transcript]',
        strength: 1,
      };
    } else if (sameParagraph && goesOnIndirectly(sentences, carried, i)) {
      carried[i] = {
        source: previous.source ?? before?.source ?? null,
        kind: previous.leading?.kind ?? before?.kind ?? 'said',
        name: '[indirect speech goes on]',
        strength: 0.6,
      };
    }
  }
  return carried;
}

/** "'All Bets Are Off'" alone in its paragraph, "(CROSSTALK)": a heading in quotation marks, or what is heard. */
function isTitleOrNoise(view: SentenceView): boolean {
  const { text, sentence, tokens } = view;
  if (/^\W*\([^()a-z]+\)\W*$/.test(text.slice(sentence.start, sentence.end))) return true;
  const long = tokens.filter((token) => isWord(token) && token.lower.length > 3);
  return (
    long.length > 1 &&
    tokens.length <= 12 &&
    long.every((token) => isCapitalised(view, token)) &&
    tokens.filter(isWord).length >= 3
  );
}

/** '"Dam bursts at Velmar" — The Gazette': a title and where it stands, and nobody's words. */
function isReference(view: SentenceView): boolean {
  const after = view.tokens.filter((_, i) => isAuthors(view, i));
  return after.some(({ lower }) => /^[—–(-]$/.test(lower)) && !after.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

/** "The governor added:" at the end of a paragraph: the next one is what she said. */
function opensBlock({ view, leading }: SpokenSentence): boolean {
  return leading?.via === 'verb' && leading.kind === 'said' && leading.strength >= 0.8 && endsWithColon(view);
}

/** Who speaks in each quotation: the attribution nearest to it among the sentences that it touches, or before its colon. */
function findQuotationSpeakers(
  sentences: readonly SpokenSentence[],
): Map<Quotation, { source: string | null; kind: AttributionKind }> {
  const speakers = new Map<Quotation, { source: string | null; kind: AttributionKind }>();
  let previous: Quotation | null = null;
  for (const [i, { view, leading, source }] of sentences.entries()) {
    for (const { quotation, role } of view.quotes) {
      if (role === 'speech' && !speakers.has(quotation)) {
        const inherited = quotation.reopened && previous ? speakers.get(previous) : undefined;
        const introduced = sentences[i - 1];
        if (leading) speakers.set(quotation, { source, kind: leading.kind });
        else if (inherited) speakers.set(quotation, inherited);
        else if (introduced?.leading && endsWithColon(introduced.view)) {
          speakers.set(quotation, { source: introduced.source, kind: introduced.leading.kind });
        }
      }
      previous = quotation;
    }
  }
  return speakers;
}

function endsWithColon(view: SentenceView): boolean {
  return /[:]["”]?$/.test(view.text.slice(view.sentence.start, view.sentence.end));
}

/** Share of the sentence's words that stand in speech marks. */
function quotedShare(view: SentenceView): number {
  const inside = view.tokens.filter((token, i) => isWord(token) && !isAuthors(view, i)).length;
  return inside === 0 ? 0 : inside / Math.max(1, countWords(view.tokens));
}

/**
 * Free indirect speech: after a reported statement in the past the next sentence keeps its tense shift ("would", "had
 * been") or its persons, and brings no new figure, name or source of its own.
 */
function goesOnIndirectly(
  sentences: readonly SpokenSentence[],
  carried: readonly (Carried | null)[],
  i: number,
): boolean {
  const previous = sentences[i - 1];
  const view = sentences[i]?.view;
  if (!previous || !view) return false;
  const before = previous.leading;
  const continued = carried[i - 1]?.name === '[indirect speech goes on]';
  if (!continued && (before === null || before.via !== 'verb' || before.kind === 'wants')) return false;
  if (before && tokenAt(previous.view, before.cueLast).lower === tokenAt(previous.view, before.cueLast).lemma)
    return false;
  if (quotedShare(previous.view) > 0.75) return false;
  // "That would be wonderful", "It would be a shame to …": the author's word on it.
  if (/^(?:that|it|this)$/.test(tokenAt(view, 0).lower) && tokenAt(view, 1).lower === 'would') return false;
  if (view.quotes.length > 0 || /^(?:what|under|nor)$/.test(tokenAt(view, 0).lower)) return false;
  let shifted = 0;
  for (const [j, { lower, pos }] of view.tokens.entries()) {
    if (/^(?:must|should|will|is|are|'s|has|have|i|we|you|\?)$/.test(lower) && pos !== 'PART') return false;
    if (/^(?:which|who|what|how|why)$/.test(lower) && j > 3) break;
    const next = tokenAt(view, j + 1).pos;
    const after = tokenAt(view, j + 2).pos;
    if (lower === 'had' && (next === 'VERB' || next === 'AUX' || after === 'VERB' || after === 'AUX')) shifted++;
    if (/^(?:would|could)$/.test(lower)) shifted++;
  }
  return shifted > 0 && countWords(view.tokens) <= 22;
}

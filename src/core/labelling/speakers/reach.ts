import type { Attribution } from './attribution.js';
import { isMainClause, type Clause } from '../grammar/clauses.js';
import { isAuthors, isWord, tokenAt, type SentenceView } from '../grammar/sentence-view.js';

/** For each clause the attribution that it belongs to, or null where the author speaks. */
export type Reach = readonly (Attribution | null)[];

/** Below this strength reporting words are not taken to report: an infinitive, a gerund, a question. */
export const minNoticedStrength = 0.46;

/** Below this strength an attribution is noticed but labels no stretch of text. */
const minSpanStrength = 0.55;

/** A sentence whose `reach` is being filled in. */
interface Spreading {
  readonly view: SentenceView;
  readonly clauses: readonly Clause[];
  readonly reach: (Attribution | null)[];
}

/** Finds how far each attribution reaches over the clauses of its sentence. */
export function findReach(view: SentenceView, clauses: readonly Clause[], attributions: readonly Attribution[]): Reach {
  const reach: (Attribution | null)[] = clauses.map(() => null);
  const spreading = { view, clauses, reach };
  const strong = attributions.filter(({ strength }) => strength >= minSpanStrength);
  for (const [index, clause] of clauses.entries()) {
    const own = strong.filter(({ cueFirst }) => cueFirst >= clause.first && cueFirst <= clause.last);
    if (own.length > 0) reach[index] = pickStrongest(own);
  }
  for (const [index, clause] of clauses.entries()) {
    const attribution = reach[index];
    if (!attribution || attribution.cueFirst < clause.first || attribution.cueFirst > clause.last) continue;
    const closes = closesSentence(view, clauses, index, attribution);
    if (attribution.trailing && (isMainClause(clause) || closes)) spreadBack(spreading, index, attribution);
    if (
      isMainClause(clause) ||
      attribution.via === 'speaker' ||
      (index === 0 && (attribution.via === 'phrase' || closesOpening(view, clause, attribution)))
    ) {
      spreadOn(spreading, index, attribution);
      spreadOpening(spreading, index, attribution);
    }
  }
  for (const attribution of strong) {
    // The subject's own clause goes with it: "Pulse North, which …, denies".
    const { phrase, cueFirst } = attribution;
    const holding = (at: number): number => clauses.findIndex(({ first, last }) => first <= at && at <= last);
    const home = phrase ? holding(phrase.first) : -1;
    const [clause, own] = [clauses[home], clauses[holding(cueFirst)]];
    if (!clause || !own || reach[home] || !isMainClause(clause) || !isMainClause(own)) continue;
    if (reach.includes(attribution) && clause.last - clause.first < 12) reach[home] = attribution;
  }
  return reach;
}

function pickStrongest(attributions: readonly Attribution[]): Attribution | null {
  let best: Attribution | null = null;
  for (const attribution of attributions) if (!best || attribution.strength > best.strength) best = attribution;
  return best;
}

/** "…, 40 of whom are under thirty, according to the bureau": a frame at the very end, whatever clause comes before it. */
function closesSentence(
  view: SentenceView,
  clauses: readonly Clause[],
  index: number,
  { via, phrase, cueLast, trailing }: Attribution,
): boolean {
  if (index !== clauses.length - 1 || !trailing || (via !== 'verb' && via !== 'phrase')) return false;
  const first = via === 'verb' ? (phrase?.outer ?? phrase?.first ?? cueLast) : cueLast;
  if (via === 'verb' && !/^[,—–"”’'?!-]+$/.test(tokenAt(view, Math.min(first, cueLast) - 1).lower)) return false;
  const last = Math.max(phrase?.last ?? 0, cueLast);
  return view.tokens.slice(last + 1).every(({ pos }) => pos !== 'VERB' && pos !== 'AUX');
}

/** "Even if it fails, she said, …", "As many experts have pointed out, …": the frame ends an opening clause. */
function closesOpening(view: SentenceView, { first, last }: Clause, { via, cueLast, trailing }: Attribution): boolean {
  if (via !== 'verb' || last - cueLast > 2) return false;
  return trailing || tokenAt(view, first).lower === 'as';
}

/** "X, she said": everything before belongs to her, unless another source has it or a semicolon parts them. */
function spreadBack({ view, clauses, reach }: Spreading, index: number, attribution: Attribution): void {
  const own = clauses[index];
  for (let i = index - 1; i >= 0; i--) {
    const clause = clauses[i];
    if (!clause || reach[i]) return;
    if (own && /^[;]$/.test(tokenAt(view, own.first - 1).lower)) return;
    reach[i] = attribution;
  }
}

/** What follows belongs to the source until the author comes back. */
function spreadOn({ view, clauses, reach }: Spreading, index: number, attribution: Attribution): void {
  for (let i = index + 1; i < clauses.length; i++) {
    const clause = clauses[i];
    if (!clause) return;
    if (reach[i]) {
      if (isMainClause(clause)) return;
      continue;
    }
    if (isAuthorsAddition(view, clause, attribution)) continue;
    reach[i] = attribution;
  }
}

/** "When asked, she said …": an opening clause goes with the frame; "While X, she said …" does not. */
function spreadOpening({ clauses, reach }: Spreading, index: number, attribution: Attribution): void {
  if (index !== 1 || reach[0]) return;
  const opening = clauses[0];
  if (opening?.type === 'subordinate' || opening?.type === 'main') reach[0] = attribution;
}

/** Whether the clause is the author's own: about the source, or after the end of what the source said. */
function isAuthorsAddition(view: SentenceView, clause: Clause, attribution: Attribution): boolean {
  const { phrase, cueLast } = attribution;
  const before = clause.first - 1;
  const comment =
    clause.type === 'relative' ||
    clause.type === 'appositive' ||
    clause.type === 'comparison' ||
    clause.type === 'after-mark';
  // Right after the source: "Jane Roe, who runs the mill, said" and "…, said Jane Roe, who runs the mill".
  if (
    phrase &&
    clause.type === 'relative' &&
    before - phrase.last <= (attribution.trailing ? 14 : 1) &&
    clause.first > phrase.last
  ) {
    return attribution.trailing || clause.last <= attribution.cueFirst;
  }
  if (attribution.via === 'speaker') return false;
  if (clause.type === 'after-mark') {
    const mark = tokenAt(view, before).lower;
    if (mark === ':' && before - cueLast <= 9) return false;
    return !containsSpeech(view, clause);
  }
  // After a closing quotation mark the author has the word again: "… 'a lottery', a phrase that insults its players."
  if (comment && endsWithQuote(view, before)) return true;
  // 'said that it was "appalled" and had closed the file' goes on in the source's voice.
  if (clause.type === 'coordinate' && tokenAt(view, cueLast + 1).lower !== 'that' && endsWithQuote(view, before))
    return !containsSpeech(view, clause);
  return false;
}

function endsWithQuote(view: SentenceView, at: number): boolean {
  for (let i = at; i >= at - 2 && i >= 0; i--) {
    if (!isAuthors(view, i)) return true;
    const token = tokenAt(view, i);
    if (/^["”’»]$/.test(token.lower)) return true;
    if (isWord(token)) return false;
  }
  return false;
}

function containsSpeech(view: SentenceView, { first, last }: Clause): boolean {
  for (let i = first; i <= last; i++) if (!isAuthors(view, i)) return true;
  return false;
}

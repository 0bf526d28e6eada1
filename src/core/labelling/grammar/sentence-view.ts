import type { Sentence, Token } from '../../text/sentence.js';
import type { Span } from '../../text/span.js';
import type { Quotation } from '../speakers/quotations.js';

/** What the mechanisms see of one sentence: its tokens and which of them stand in quotation marks. */
export interface SentenceView {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** The document's visible text; token offsets are into it. */
  readonly text: string;
  /** The pieces of quotations inside this sentence, clipped to it. */
  readonly quotes: readonly QuotePiece[];
  /** For each token the index into `quotes`, or -1 in the author's text. */
  readonly quoteOf: readonly number[];
}

/** What quotation marks do: somebody speaks, the author keeps a distance from a word, or a work is named. */
type QuoteRole = 'speech' | 'scare' | 'title';

interface QuotePiece extends Span {
  readonly quotation: Quotation;
  readonly role: QuoteRole;
  /** Words inside the marks and inside this sentence. */
  readonly words: number;
  /** The quotation began in an earlier sentence or paragraph. */
  readonly continued: boolean;
}

const wordPattern = /[\p{L}\p{N}]/u;

/** Whether the token is a word or number and not punctuation. */
export function isWord(token: Token): boolean {
  const first = token.lower.charCodeAt(0);
  if (first >= 97 && first <= 122) return true; // the common case, without the cost of Unicode classes
  return wordPattern.test(token.lower);
}

export function countWords(tokens: readonly Token[]): number {
  let words = 0;
  for (const token of tokens) if (isWord(token) && !token.lower.startsWith("'")) words++;
  return words;
}

/** `quotations` are those that overlap the sentence, in text order. */
export function viewSentence(text: string, sentence: Sentence, quotations: readonly Quotation[]): SentenceView {
  const { tokens } = sentence;
  const quoteOf = new Array<number>(tokens.length).fill(-1);
  const quotes = quotations.map((quotation, index) => {
    const start = Math.max(quotation.start, sentence.start);
    const end = Math.min(quotation.end, sentence.end);
    const inside: Token[] = [];
    for (const [i, token] of tokens.entries()) {
      if (token.start < start || token.start >= end) continue;
      quoteOf[i] = index;
      inside.push(token);
    }
    const continued = quotation.start < sentence.start || quotation.reopened;
    const closed = quotation.end <= sentence.end;
    const whole = start <= sentence.start + 1 && end >= sentence.end - 2;
    const role = continued || !closed || whole ? 'speech' : judgeQuote(text, start, end, inside);
    return { start, end, quotation, role, words: countWords(inside), continued };
  });
  return { sentence, tokens, text, quotes, quoteOf };
}

function judgeQuote(text: string, start: number, end: number, tokens: readonly Token[]): QuoteRole {
  const words = tokens.filter(isWord);
  if (/[,.!?…]["”»'’]$/.test(text.slice(start, end)) && words.length > 4) return 'speech';
  const capitals = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(text.slice(word.start, word.end))).length;
  const small = words.filter((word) => /^(?:ADP|DET|CCONJ|PART)$/.test(word.pos)).length;
  if (words.length <= 8 && capitals > 0 && capitals + small >= words.length) return 'title';
  // Whoever says "I" or "you" speaks, however briefly.
  if (words.some(({ lower }) => /^(?:i|me|my|we|us|you|your)$/.test(lower))) return 'speech';
  return words.length <= 3 ? 'scare' : 'speech';
}

/** The token at `index`, or a token of no kind beyond either end. */
export function tokenAt(view: SentenceView, index: number): Token {
  return view.tokens[index] ?? nothing;
}

const nothing: Token = { start: -1, end: -1, lower: '', pos: 'X', lemma: '', stem: '' };

/** Whether the token begins with a capital letter in the text. */
export function isCapitalised(view: SentenceView, token: Token): boolean {
  return token.start >= 0 && /^\p{Lu}/u.test(view.text.slice(token.start, token.start + 2));
}

/** Whether the token at `index` stands in the author's text, outside quotation marks that somebody speaks in. */
export function isAuthors(view: SentenceView, index: number): boolean {
  const quote = view.quoteOf[index] ?? -1;
  return quote < 0 || view.quotes[quote]?.role !== 'speech';
}

/** Whether the noun at `index` only narrows the noun that follows it: "border" in "border closures". */
export function isModifier(view: SentenceView, index: number): boolean {
  const [own, next] = [tokenAt(view, index), tokenAt(view, index + 1)];
  return own.pos === 'NOUN' && next.pos === 'NOUN' && /^\s+$/.test(view.text.slice(own.end, next.start));
}

import type { SourceDocument } from '../text/document.js';
import type { Sentence } from '../text/sentence.js';

/**
 * What a text is for, as far as its genre or its own shape tells. In reference texts, rules and minutes nobody judges
 * unless a judging phrase says so, and directions are rules and instructions; `open` is every other text.
 */
export type TextKind = 'reference' | 'rules' | 'minutes' | 'transcript' | 'open';

/** Whether texts of this kind judge nothing but by a phrase that does. */
export function isPlainKind(kind: TextKind): boolean {
  return kind === 'reference' || kind === 'rules' || kind === 'minutes';
}

/** Fewer sentences have no shape. */
const minSentences = 6;
const referenceTitle =
  /\b(?:faqs?|frequently|asked|rules?|guide|guidelines|handbook|manual|regulations|statutes|by-?laws|terms|conditions|help|how to|instructions|changelog|release notes|documentation|glossary|policy|checklist|reference)\b/i;
const essayTitle =
  /\b(?:commentary|opinion|op-ed|editorial|column|essay|letters?|interview|review|sermon|speech|diary)\b/i;
/** From this sum of the signs below on a text is taken for reference or rules. */
const minPlainScore = 2;

/** What is counted of each sentence of the text. */
interface Shape {
  readonly sentences: number;
  readonly directive: number;
  readonly modal: number;
  readonly address: number;
  readonly firstPerson: number;
  readonly said: number;
  readonly past: number;
  readonly questions: number;
}

/** The kind of a text: by its declared genre where there is one, else by its shape. `sentences` are all of the document's. */
export function findTextKind(document: SourceDocument, sentences: readonly Sentence[]): TextKind {
  const { genre, title } = document.metadata;
  if (genre !== null && !/^(?:other|explainer|release)$/.test(genre)) return 'open';
  const body = sentences.filter(({ block }) => document.blocks[block]?.kind !== 'heading');
  if (body.length < minSentences) return 'open';
  if (holdsMinutes(document.text, title)) return 'minutes';
  const shape = readShape(document.text, body);
  const share = (count: number): number => count / shape.sentences;
  if (countTurns(document.text) >= Math.max(4, shape.sentences * 0.15)) return 'transcript';
  const blocks = document.blocks.length;
  const headings = document.blocks.filter(({ kind }) => kind === 'heading').length + countBoldLabels(document.text);
  const items = document.blocks.filter(({ kind }) => kind === 'list-item').length;
  const signs = [
    items / blocks > 0.2,
    items / blocks > 0.45,
    headings / shape.sentences > 0.12,
    share(shape.directive) > 0.12,
    share(shape.directive) > 0.25,
    share(shape.address) > 0.15,
    share(shape.questions) > 0.08 && share(shape.address) > 0.05,
    share(shape.questions) > 0.15,
    share(shape.modal) > 0.2,
    share(shape.past) < 0.2 && share(shape.firstPerson) < 0.1,
    referenceTitle.test(title),
    referenceTitle.test(title),
  ].filter(Boolean).length;
  const against =
    3 * Number(share(shape.said) > 0.12) +
    3 * Number(essayTitle.test(document.text.slice(0, 200))) +
    Number(share(shape.firstPerson) > 0.15) +
    Number(share(shape.firstPerson) > 0.3) +
    Number(share(shape.past) > 0.45);
  if (signs - against < minPlainScore) return 'open';
  return share(shape.modal) > 0.18 ? 'rules' : 'reference';
}

function readShape(text: string, body: readonly Sentence[]): Shape {
  const count = (holds: (sentence: Sentence) => boolean): number => body.filter(holds).length;
  const has = (sentence: Sentence, words: RegExp): boolean => sentence.tokens.some(({ lower }) => words.test(lower));
  return {
    sentences: body.length,
    directive: count(opensWithVerb) + count((one) => has(one, /^(?:must|shall)$/)),
    modal: count((one) => has(one, /^(?:must|shall|may|cannot|forbidden|prohibited|permitted|allowed)$/)),
    address: count((one) => has(one, /^(?:you|your|yours)$/)),
    firstPerson: count((one) => !isQuestion(text, one) && has(one, /^(?:i|me|my|mine|myself)$/)),
    said: count((one) => has(one, /^(?:said|says|told|tells|argued|argues|added|warned|claimed|claims|wrote)$/)),
    past: count(({ tokens }) =>
      tokens.some(({ lower, lemma, pos }) => pos === 'VERB' && lower !== lemma && !/(?:s|ing)$/.test(lower)),
    ),
    questions: count((one) => isQuestion(text, one)),
  };
}

function isQuestion(text: string, { start, end }: Sentence): boolean {
  return /\?\W*$/.test(text.slice(start, end));
}

function opensWithVerb({ tokens }: Sentence): boolean {
  const first = tokens.find(({ pos, lower }) => pos !== 'PUNCT' && pos !== 'NUM' && lower !== 'please');
  return first !== undefined && (first.pos === 'VERB' || first.lower === 'do') && first.lower === first.lemma;
}

function holdsMinutes(text: string, title: string): boolean {
  return (
    /\bminutes\b(?! (?:of|per|before|after|away|late|past))/i.test(title) ||
    (/\bmeeting\b/i.test(title) && /^\W*(?:present|apologies|in the chair|attendance)\b/im.test(text))
  );
}

/** Lines that open with the name of whoever speaks, where the same name opens another line. */
function countTurns(text: string): number {
  const names = [
    ...text.matchAll(/^[\s*_>#]*(\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’()-]+){0,3})[*_]*(?: \([^)\n]{1,30}\))?:[*_]* /gmu),
  ];
  const counts = new Map<string, number>();
  for (const [, name = ''] of names)
    if (!/^(?:q|a|question|answer|note|warning|tip|example|default)$/i.test(name))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
}

/** "**Fees.** They are due in May": what stands for a heading. */
function countBoldLabels(text: string): number {
  return [...text.matchAll(/^(?:[-*+] |\d+[.)] )?(?:\*\*|__)[^*_\n]{2,60}(?:\*\*|__)/gm)].length;
}

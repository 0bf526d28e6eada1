import { findSpokenTurns } from './speakers/carry-turns.js';
import { findInterview } from './speakers/interviews.js';
import type { BlockKind, Genre, SourceDocument, TextKind } from '../text/document.js';
import type { Sentence } from '../text/sentence.js';

/** Whether texts of this kind judge nothing but by a phrase that does. */
export function isPlainKind(kind: TextKind): kind is 'reference' | 'rules' | 'minutes' {
  return kind === 'reference' || kind === 'rules' || kind === 'minutes';
}

/** Fewer sentences have no shape. */
const minSentences = 6;
const referenceTitle =
  /\b(?:faqs?|frequently|asked|rules?|guide|guidelines|handbook|manual|regulations|statutes|by-?laws|terms|conditions|help|how to|instructions|changelog|release notes|documentation|glossary|policy|checklist|reference)\b/i;
const essayTitle =
  /\b(?:commentary|opinion|op-ed|editorial|column|essay|letters?|interview|review|sermon|speech|diary)\b/i;
const opinionTitle =
  /^\W*(?:opinion|commentary|comment|op-ed|editorial|column|(?:an )?open letter|letter to the editor)\b/i;
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
  readonly figures: number;
  readonly present: number;
  /** Sentences with code or paths in them. */
  readonly notation: number;
}

const kindOfGenre: Partial<Record<Genre, TextKind>> = {
  news: 'news',
  opinion: 'opinion',
  analysis: 'opinion',
  letter: 'opinion',
};

/** The kind of a text: as declared, else by its declared genre, else by its shape. `sentences` are all of the document's. */
export function findTextKind(document: SourceDocument, sentences: readonly Sentence[]): TextKind {
  const { genre, title, kind } = document.metadata;
  const declared = kind ?? (genre === null ? undefined : kindOfGenre[genre]);
  if (declared) return declared;
  const body = sentences.filter(({ block }) => document.blocks[block]?.kind !== 'heading');
  if (body.length < minSentences) return 'open';
  if (holdsMinutes(document.text, title)) return 'minutes';
  const shape = readShape(document.text, body);
  const share = (count: number): number => count / shape.sentences;
  if (findInterview(document, sentences) !== null) return 'transcript';
  if (countSpoken(document, body) >= 0.5 || document.structure.turns.length >= Math.max(4, shape.sentences * 0.15))
    return 'transcript';
  if (recordsMeeting(document.text)) return 'minutes';
  const letter = isLetter(document.text);
  if (!letter && scorePlain(document, shape) >= minPlainScore) return share(shape.modal) > 0.18 ? 'rules' : 'reference';
  if (letter) return 'correspondence';
  if (opinionTitle.test(title)) return 'opinion';
  if (share(shape.past) > 0.6 && share(shape.present) < 0.3 && share(shape.figures) < 0.3) return 'narrative';
  return share(shape.said) > 0.2 && share(shape.firstPerson) < 0.15 ? 'news' : 'open';
}

/** How much of its shape speaks for a text for reference, and not against it. */
function scorePlain(document: SourceDocument, shape: Shape): number {
  const share = (count: number): number => count / shape.sentences;
  const { title } = document.metadata;
  const { blocks, structure } = document;
  const isOf = (...kinds: readonly BlockKind[]): number => blocks.filter(({ kind }) => kinds.includes(kind)).length;
  const headings = Math.max(isOf('heading') + countBoldLabels(document.text), structure.sections.length);
  const items = isOf('list-item') / blocks.length;
  const signs = [
    items > 0.2,
    items > 0.45,
    headings / shape.sentences > 0.12,
    structure.questions.length >= 3,
    structure.questions.length >= 3 && share(shape.address) > 0.05,
    isOf('code', 'table-row') / blocks.length > 0.08,
    isOf('code', 'table-row') / blocks.length > 0.2,
    share(shape.notation) > 0.15,
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
  return signs - against;
}

/** Share of the sentences that stand in somebody's turn, 0..1. */
function countSpoken(document: SourceDocument, body: readonly Sentence[]): number {
  const turns = findSpokenTurns(document);
  let turn = 0;
  let spoken = 0;
  for (const { start } of body) {
    while ((turns[turn]?.end ?? Infinity) <= start) turn++;
    if ((turns[turn]?.start ?? Infinity) <= start) spoken++;
  }
  return spoken / body.length;
}

/** A mail or a letter: its head, its salutation or its close. */
function isLetter(text: string): boolean {
  const head = /^\W*(?:from|to|subject|cc|betreff):\W/im.test(text) && /^\W*(?:subject|from):\W/im.test(text);
  const salutation =
    /^\W*(?:dear (?!reader|editor|sir)\p{L}+|hi|hello|hey|good (?:morning|evening))(?: \p{L}+){0,4}[,!]?\s*$/imu.test(
      text,
    );
  const close =
    /^\W*(?:(?:best|kind|warm) (?:wishes|regards)|regards|cheers|yours(?: \p{L}+)?|sincerely|all the best|thanks(?: again)?|see you (?:there|then|soon))[,!.]?\s*$/imu.test(
      text,
    );
  return [head, salutation, close].filter(Boolean).length >= 2 || (head && /^(?:>|on .{5,60} wrote:)/im.test(text));
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
    present: count((one) => has(one, /^(?:is|are|has|have|'s|'re|can|will|does|do|am)$/)),
    figures: count((one) => has(one, /^\d/)),
    notation: count(({ start, end }) => /`|\(\)|\s--\w|\/\w+\//.test(text.slice(start, end))),
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
    /^\W*minutes\b|\bminutes\b(?! (?:of|per|before|after|away|late|past))/i.test(title) ||
    (/\bmeeting\b/i.test(title) && /^\W*(?:present|apologies|in the chair|attendance)\b/im.test(text))
  );
}

/** How far into a text what kind of meeting it is of stands, and who was there; in UTF-16 units. */
const maxMeetingHead = 400;
const maxAttendance = 1_500;
const meetings =
  /\b(?:minutes of|AGM|EGM|general (?:meeting|assembly)|(?:committee|board|council|trustees['’]?|members['’]?) meeting|meeting (?:of|held))\b/i;
const attendance =
  /^[^\p{L}\n]*(?:(?:present|in attendance|attendance|attending|apologies|quorum)\b|(?:in the )?chair(?:man|woman|person|ed by)?\b[*_]*:)/imu;
const decisions = /\b(?:motions?|proposed|seconded|carried|resolved|adjourned|nem con|matters arising)\b/i;

/** Whether a text without such a title opens as the record of a meeting: which one, who was there, and what was moved. */
function recordsMeeting(text: string): boolean {
  return (
    meetings.test(text.slice(0, maxMeetingHead)) &&
    attendance.test(text.slice(0, maxAttendance)) &&
    decisions.test(text)
  );
}

/** "**Fees.** They are due in May": what stands for a heading. */
function countBoldLabels(text: string): number {
  return [...text.matchAll(/^(?:[-*+] |\d+[.)] )?(?:\*\*|__)[^*_\n]{2,60}(?:\*\*|__)/gm)].length;
}

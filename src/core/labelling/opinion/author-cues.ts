import { isGenre } from '../../english/features.js';
import { isCodeOrTable, type BlockKind, type SourceDocument, type TextKind } from '../../text/document.js';
import { overlaps } from '../../text/span.js';
import { isMainClause, type Clause } from '../grammar/clauses.js';
import { tokenAt, type SentenceView } from '../grammar/sentence-view.js';
import type { StatementKind } from '../labels.js';
import type { UnseenCue } from '../unseen-reasons.js';
import type { Attribution } from '../speakers/attribution.js';
import { isStageLine } from '../speakers/carry-turns.js';
import type { Carried } from '../speakers/carry-on.js';
import type { Reach } from '../speakers/reach.js';
import { isPlainKind } from '../text-kind.js';
import { judgesByItself, judgesInPlain } from './judging.js';
import { readMoods } from './mood.js';
import { plainCollector } from './plain-cues.js';
import { collectCues, type Cue } from './opinion-cues.js';
import { findLooseDirective, findStatementKind, isDirective, judgesInDirective } from './statements.js';
import { collectStructureCues, lowerText } from './structure-cues.js';

/** What is known of one sentence when its author's cues are collected. */
interface SpokenPart {
  readonly view: SentenceView;
  readonly clauses: readonly Clause[];
  readonly reach: Reach;
  readonly leading: Attribution | null;
}

/** What the author's words in one sentence show. */
export interface AuthorCues {
  /** The text is for reference, rules or minutes. */
  readonly isPlain: boolean;
  /** What the sentence does where the author speaks. */
  readonly statement: StatementKind | null;
  /** That it does not judge by itself, in a text that is no opinion piece: set by hand, and no part of the fit. */
  readonly doubt: Cue | null;
  /** Cues of the author's main clauses, of what surrounds the sentence and, for a share of their weight, of its other clauses. */
  readonly cues: readonly Cue[];
  /** Those of the main clauses alone, their words and shape. */
  readonly mainCues: readonly Cue[];
  /** For each clause that is not main and not attributed its own cues; null for the others. */
  readonly clauseCues: readonly (readonly Cue[] | null)[];
}

/** What a word in a clause that hangs on the sentence counts for the sentence; a figure is as firm there as elsewhere. */
const shareOfHanging = { word: 0.3, figure: 0.8 } as const;
/** As many sentences make a text whose kind and mood say something. */
const minInDocument = 5;
/** From this mood down nothing is an opinion that does not judge by itself; from the upper one on anything may be. */
const moodsOfDoubt = { all: -0.4, none: -0.05 } as const;
/** The doubt that is left in the most opinionated text that is not declared one. */
const leastDoubt = 0.3;
/** Below this mood "must" and a bare verb say what to do, and exhort nobody. */
const moodOfDirections = -0.15;

/** Collects the cues of all sentences of a document, in order; `carried` names who speaks where no source stands. */
export function collectAuthorCues(
  document: SourceDocument,
  parts: readonly SpokenPart[],
  carried: readonly (Carried | null)[],
  textKind: TextKind,
): AuthorCues[] {
  const isPlain = isPlainKind(textKind);
  const isAuthors = parts.map(({ leading }, i) => !leading && !carried[i]);
  // What somebody else says, and what is no sentence, holds none of the author's words.
  const isMute = parts.map(
    ({ view }, i) => Boolean(carried[i]) || isCodeOrTable(document.blocks[view.sentence.block]?.kind),
  );
  const collect = isPlain ? plainCollector(document.text) : collectCues;
  const words = parts.map(({ view, clauses, reach }, i) =>
    collect(view, isMute[i] === true ? [] : authorsMain(clauses, reach)),
  );
  const statements = parts.map(({ view }, i) =>
    isAuthors[i] === true ? findStatementKind(view, lowerText(view), words[i] ?? [], textKind) : null,
  );
  const collectMain = (i: number, statement: StatementKind | null): Cue[] => {
    const part = parts[i];
    if (!part || (parts.length > 1 && isFormula(part.view))) return [];
    const own = isDirective(statement)
      ? (words[i] ?? []).filter((cue) => judgesInDirective(cue, statement))
      : (words[i] ?? []);
    const kind = document.blocks[part.view.sentence.block]?.kind;
    const next = parts[i + 1];
    const structure = collectStructureCues(part.view, authorsMain(part.clauses, part.reach), own, {
      genre: document.metadata.genre,
      isListItem: kind === 'list-item',
      isHeading: kind === 'heading',
      isLast: parts.length >= minInDocument && i === parts.length - 1,
      followsAttribution: i > 0 && isAuthors[i - 1] === false,
      isAnswered:
        kind === 'question' ||
        (textKind !== 'opinion' && isWholeBlock(document, part.view, i, parts)) ||
        document.structure.questions.some((question) => overlaps(question, part.view.sentence)) ||
        next?.leading?.via === 'speaker' ||
        carried[i + 1]?.name.startsWith('[quotation') === true,
      isInDocument: parts.length >= minInDocument,
      isAlone: parts.length === 1,
      textKind,
      statement,
    });
    return [...own, ...structure];
  };
  const mains = parts.map((_, i) => collectMain(i, statements[i] ?? null));
  const asides = parts.map(({ view, clauses, reach }, i) => {
    const hanging = isMute[i] === true ? [] : clauses.filter((clause, c) => !isMainClause(clause) && !reach[c]);
    return hanging.length === clauses.length ? [] : collect(view, hanging).map(weakenHanging);
  });
  const moods = readMoods(
    mains.map((main, i) => [...main, ...(asides[i] ?? [])]),
    isAuthors,
  );
  const isJudged = textKind === 'opinion' || parts.length < minInDocument;
  return parts.map(({ view, clauses, reach }, i): AuthorCues => {
    const { start, end } = view.sentence;
    const amount = moods[i] ?? 0;
    let main = mains[i] ?? [];
    let statement = statements[i] ?? null;
    if (!isJudged && !isPlain && isAuthors[i] === true && statement === null && isDirecting(textKind, amount)) {
      statement = findLooseDirective(view, lowerText(view), main);
      if (statement !== null) main = collectMain(i, statement);
    }
    const kind = document.blocks[view.sentence.block]?.kind;
    const aside = asides[i] ?? [];
    const isStage = textKind === 'transcript' && isStageLine(document, view.sentence.block);
    const doubt = isStage ? 2 : isJudged || isAuthors[i] !== true ? 0 : findDoubt(textKind, kind, amount);
    const own = [...main, ...aside];
    const isDoubted = doubt > 0 && !(isPlain ? judgesInPlain(own) : judgesByItself(own, view.text));
    const name = isStage ? '[between the turns]' : nameDoubt(kind);
    if (isDoubted) own.push({ feature: 'no judging phrase', amount: doubt, name, start, end });
    if (amount !== 0)
      own.push({ feature: 'neighbouring sentences', amount, name: '[neighbouring sentences]', start, end });
    return {
      isPlain,
      statement,
      doubt: isDoubted
        ? { feature: 'no opinion piece', amount: doubt, name: '[in no opinion piece]', start, end }
        : null,
      cues: own,
      mainCues: main.filter(({ feature }) => !isGenre(feature)),
      clauseCues: clauses.map((clause, c) =>
        isMainClause(clause) || reach[c] || isMute[i] === true ? null : collectClauseCues(view, clause, collect),
      ),
    };
  });
}

/** A question that is all of its paragraph is a heading to what follows. */
function isWholeBlock(
  { blocks, markup, text }: SourceDocument,
  { sentence }: SentenceView,
  i: number,
  parts: readonly SpokenPart[],
): boolean {
  const block = blocks[sentence.block];
  if (!block || i === parts.length - 1 || parts.length < minInDocument) return false;
  const isNotation = (from: number, to: number): boolean =>
    text.slice(from, to).trim() === '' ||
    markup.some(({ start, end }) => start <= to && from <= end && end - start + 2 >= to - from);
  return isNotation(block.start, sentence.start) && isNotation(sentence.end, block.end);
}

/** For a sentence that no text holds. */
export const nothingAuthored: AuthorCues = {
  isPlain: false,
  statement: null,
  doubt: null,
  cues: [],
  mainCues: [],
  clauseCues: [],
};

function isDirecting(textKind: TextKind, mood: number): boolean {
  return textKind === 'correspondence' || textKind === 'transcript' || mood < moodOfDirections;
}

/** How much it tells against an opinion, 0..1, that a sentence of such a text and block does not judge by itself. */
function findDoubt(textKind: TextKind, block: BlockKind | undefined, mood: number): number {
  if (isCodeOrTable(block) || isPlainKind(textKind)) return 2;
  const { all, none } = moodsOfDoubt;
  const share = Math.min(1, Math.max(0, (none - mood) / (none - all)));
  return Math.max(textKind === 'correspondence' || textKind === 'transcript' ? 0.5 : leastDoubt, share);
}

function nameDoubt(block: BlockKind | undefined): UnseenCue {
  if (block === 'code') return '[code]';
  return isCodeOrTable(block) ? '[table]' : '[no judgement of its own]';
}

const maxFormulaLength = 50;

/** "All the best,", "Hi everyone,": formulas of a letter. */
function isFormula(view: SentenceView): boolean {
  if (view.sentence.end - view.sentence.start >= maxFormulaLength) return false;
  return /^\W*(?:hi|hello|hey|dear|good (?:morning|evening)|all the best|(?:best|kind|warm) (?:wishes|regards)|regards|cheers|thanks|thank you|many thanks|yours|sincerely|see you|welcome)\b[^.]*[,!.]?\W*$/.test(
    lowerText(view),
  );
}

function weakenHanging(cue: Cue): Cue {
  const share = /^(?:figure|money|date|measure)$/.test(cue.feature) ? shareOfHanging.figure : shareOfHanging.word;
  return { ...cue, amount: cue.amount * share };
}

/** The clauses whose words the author chose: not attributed, or attributed by a verb with a plain object. */
function authorsMain(clauses: readonly Clause[], reach: Reach): Clause[] {
  const own = clauses.filter((clause, i) => isMainClause(clause) && (!reach[i] || reach[i].ownWords === true));
  return own.length > 0 || reach.some((attribution) => attribution !== null) ? own : [...clauses];
}

/** The cues of one clause that hangs on a sentence. */
function collectClauseCues(view: SentenceView, clause: Clause, collect: typeof collectCues): Cue[] {
  const words = collect(view, [clause]);
  const { start } = tokenAt(view, clause.first);
  const { end } = tokenAt(view, clause.last);
  const concrete = words.some(({ feature }) => /^(?:figure|money|date|measure)$/.test(feature));
  const extra: Cue[] = [{ feature: 'most sentences report', amount: 1, name: '[most clauses report]', start, end }];
  if (!concrete)
    extra.push({ feature: 'no figures or names', amount: 1, name: '[no figure, date or name]', start, end });
  return [...words, ...extra];
}

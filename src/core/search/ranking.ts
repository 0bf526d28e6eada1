import { findFormal } from '../question/kinds-of-answer.js';
import { createPhraseTest } from './absent.js';
import { isStrictlyMatched, matchAnswer } from './answer-match.js';
import { findBestRows } from './best-rows.js';
import type { RowRange } from './exact-neighbours.js';
import type { ConceptScores } from './concept-scores.js';
import type { AskedQuestion } from '../question/read-question.js';
import { scoreLevel } from './score-level.js';
import type { SearchIndex } from './search-index.js';
import { asksForContent, findDatedHeads, findNamedSections, headOf } from './named-sections.js';
import { isByAuthor } from './who-speaks.js';
import { createSieveTest } from './word-sieve.js';
import { literally } from './written-patterns.js';
import { matchLane } from '../question/wanted-lane.js';

/** What each kind of evidence adds to a sentence's score; every part lies in 0..its weight, and the score is their sum. */
export interface Trace {
  /** BM25 of the sentence itself. */
  readonly lexical: number;
  /** BM25 of the best passage that holds it, with the heading above. */
  readonly passage: number;
  /** BM25 of its document, with the title. */
  readonly document: number;
  /** BM25 of the better neighbouring sentence. */
  readonly neighbour: number;
  /** Cosine of the question's and the sentence's embeddings. */
  readonly vector: number;
  /** Whether it holds what kind of thing the question asks for. */
  readonly answerType: number;
  /** Whether it is in the lane that the question asks for. */
  readonly lane: number;
}

/**
 * Weights of a weighted sum of scaled scores, which beat reciprocal rank fusion in trials. Set once after a multinomial
 * logistic regression over the sentences of this project's own graded questions (tests/questions); the lane's was added by hand, and
 * with the present encoder the document's share was lowered and the vector's raised by hand, which finds more of what is said in other
 * words.
 */
export const fusionWeights = {
  lexical: 0.13,
  passage: 0.18,
  document: 0.2,
  neighbour: 0.04,
  vector: 0.365,
  /** For types that a sentence clearly has or has not: numbers, money, times, meanings of abbreviations. */
  strictAnswerType: 0.073,
  looseAnswerType: 0.012,
  lane: 0.04,
} as const;

/** How many rows each of the two indexes proposes. */
export const lexicalCandidates = 100;
export const vectorCandidates = 60;
/** Most rows that are candidates, too, since they stand under a question near to the one asked, or in a section that it names. */
export const mostBeside = { underQuestion: 12, inNamedSection: 80 } as const;
/** What the nearness of the question or lead-in above counts for a row. */
const contextShare = 0.9;
/** What the nearness of the heading above adds to a sentence of prose. */
const headingShare = 0.15;

export interface Candidate {
  readonly row: number;
  /** 0..1, comparable over questions. */
  readonly score: number;
  readonly trace: Trace;
  readonly cosine: number;
  /** 0..1, see `matchAnswer`. */
  readonly typeMatch: number;
  /** Whether what is asked for stands above it: the version that it is listed under, the date of the meeting. */
  readonly isAnsweredAbove: boolean;
}

export interface Ranking {
  readonly question: AskedQuestion;
  /** Best first; nothing that is only shown above quotes. */
  readonly candidates: readonly Candidate[];
  readonly sentences: ConceptScores;
  readonly passages: ConceptScores;
  readonly documents: ConceptScores;
  /** Tells which rows stand in a section that the question names; null where it names none. */
  readonly isNamed: ((row: number) => boolean) | null;
  /** Whether it asks for what stands in that section, whatever that is: "What changed in 2.1?" */
  readonly asksForContent: boolean;
  /** The headings that say when what it names was, where it asks for that and nothing else: "When was 2.1 released?" */
  readonly datedHeads: ReadonlySet<number>;
}

/** Ranks sentences for a question. `vector` is the question's embedding; only the rows `within` are ranked, all of them where it is null. */
export function rankSentences(
  question: AskedQuestion,
  vector: Float32Array,
  index: SearchIndex,
  within: readonly RowRange[] | null = null,
): Ranking {
  const isWithin = (row: number): boolean =>
    within === null || within.some(({ first, end }) => row >= first && row < end);
  const sentences = scoreLevel(question.concepts, index, 'sentences');
  const passages = scoreLevel(question.concepts, index, 'passages');
  const documents = scoreLevel(question.concepts, index, 'documents');

  const cosines = new Map<number, number>();
  const holding = findHolding(question, index);
  const isNamed = findNamedSections(question.text, index);
  const datedHeads = new Set(findDatedHeads(question, isNamed, index));
  const isCandidate = (row: number): boolean =>
    (index.rows.at(row)?.isContext === false || datedHeads.has(row)) && isWithin(row);
  for (const { row, cosine } of index.vectors.search(vector, vectorCandidates, within ?? undefined)) {
    if (isCandidate(row)) cosines.set(row, cosine);
    for (const other of index.dependantsOf(row).slice(0, mostBeside.underQuestion)) {
      if (isCandidate(other) && !cosines.has(other)) cosines.set(other, index.vectors.cosine(vector, other));
    }
  }
  const named = isNamed ? rowsOf(index, isNamed) : [];
  for (const row of [
    ...datedHeads,
    ...named.slice(0, mostBeside.inNamedSection),
    ...[...holding].slice(0, mostBeside.inNamedSection),
  ]) {
    if (isCandidate(row) && !cosines.has(row)) cosines.set(row, index.vectors.cosine(vector, row));
  }
  const totals = { sentences: sentences.totals, passages: passages.totals, documents: documents.totals };
  for (const row of findBestRows(index, totals, fusionWeights, lexicalCandidates, isCandidate)) {
    if (!cosines.has(row)) cosines.set(row, index.vectors.cosine(vector, row));
  }

  const others = new Map<number, number>(); // many rows stand under the same
  const cosineOf = (row: number): number => {
    const known = others.get(row) ?? index.vectors.cosine(vector, row);
    others.set(row, known);
    return known;
  };
  const cosineOfHeading = (row: number): number => {
    const heading = index.unitOf(row).kind === 'sentences' ? index.headingOf(row) : null;
    return heading === null ? 0 : Math.max(0, cosineOf(heading));
  };
  const wanted = findFormal(question.wants);
  const typeWeight = isStrictlyMatched(question) ? fusionWeights.strictAnswerType : fusionWeights.looseAnswerType;
  const anyNames = question.concepts.filter(({ name }) => name !== null).map(({ text }) => text.toLowerCase());
  const names = question.askedSource.length > 0 ? question.askedSource : anyNames;
  const candidates = Array.from(cosines, ([row, own]) => {
    const rowsAbove = index.contextRowsOf(row);
    const above = rowsAbove.map(cosineOf);
    const isAsked = rowsAbove.some((other) => asksTheSame(index.locate(other).span.terms, question));
    const near = Math.max(own, (isAsked ? 1 : contextShare) * Math.max(0, ...above));
    const cosine = Math.min(1, near + headingShare * cosineOfHeading(row));
    const lexical = traceRow(index, row, sentences.totals, passages.totals, documents.totals);
    const ownMatch = matchAnswer(question, index.textOf(row));
    const head = wanted ? headOf(index, row, question.text, wanted.kind) : '';
    const isAnsweredAbove = head !== '' && ownMatch < 1 && matchAnswer(question, head) === 1;
    const typeMatch = isAnsweredAbove ? 1 : ownMatch;
    const trace = {
      ...lexical,
      ...(isAsked ? { lexical: fusionWeights.lexical, neighbour: fusionWeights.neighbour } : {}),
      ...(isNamed?.(row) ? { passage: fusionWeights.passage, neighbour: fusionWeights.neighbour } : {}),
      vector: fusionWeights.vector * Math.max(0, cosine),
      answerType: wanted ? typeWeight * typeMatch : 0,
      lane: question.lane
        ? fusionWeights.lane *
          (isByAuthor(row, question.askedSource, index)
            ? 1
            : matchLane(question.lane, index.locate(row).span.label, names))
        : 0,
    };
    return { row, score: sumOf(trace), trace, cosine, typeMatch, isAnsweredAbove };
  });
  candidates.sort((a, b) => b.score - a.score || a.row - b.row);
  const withPhrases = candidates.filter(({ row }) => holding.has(row));
  return {
    question,
    candidates: withPhrases.length > 0 ? withPhrases : candidates,
    sentences,
    passages,
    documents,
    isNamed,
    asksForContent: isNamed !== null && asksForContent(question),
    datedHeads,
  };
}

/** The rows that hold every phrase that the question sets in quotation marks; none where it sets none. */
function findHolding(question: AskedQuestion, index: SearchIndex): ReadonlySet<number> {
  const holdsAll = createPhraseTest(question);
  if (!holdsAll) return new Set();
  const tests = question.phrases.map((phrase) => createSieveTest(literally(phrase)));
  const mayHold = index.documents.map(({ sieve }) => tests.every((test) => test(sieve)));
  return new Set(
    rowsOf(index, (row) => mayHold[index.rows.documentOf(row) ?? -1] === true && holdsAll(index.textOf(row))),
  );
}

/** All rows that a test lets pass. */
function rowsOf({ rows }: SearchIndex, accepts: (row: number) => boolean): number[] {
  const accepted: number[] = [];
  for (let row = 0; row < rows.length; row++) if (accepts(row)) accepted.push(row);
  return accepted;
}

/** Whether a question or heading of the material is the question itself, word for word but for the small words. */
function asksTheSame(terms: readonly string[], { concepts }: AskedQuestion): boolean {
  const own = new Set(terms);
  const asked = new Set(concepts.flatMap(({ ways }) => ways[0]?.terms ?? []));
  return own.size > 1 && own.size === asked.size && [...own].every((term) => asked.has(term));
}

type LexicalTrace = Omit<Trace, 'vector' | 'answerType' | 'lane'>;

/** The lexical parts of a row's score. */
function traceRow(
  { rows }: SearchIndex,
  row: number,
  sentences: Float32Array,
  passages: Float32Array,
  documents: Float32Array,
): LexicalTrace {
  const { document, passages: own } = rows.at(row) ?? { document: -1, passages: [] };
  const before = rows.documentOf(row - 1) === document ? (sentences[row - 1] ?? 0) : 0;
  const after = rows.documentOf(row + 1) === document ? (sentences[row + 1] ?? 0) : 0;
  let passage = 0;
  for (const number of own) passage = Math.max(passage, passages[number] ?? 0);
  return {
    lexical: fusionWeights.lexical * (sentences[row] ?? 0),
    passage: fusionWeights.passage * passage,
    document: fusionWeights.document * (documents[document] ?? 0),
    neighbour: fusionWeights.neighbour * Math.max(before, after),
  };
}

function sumOf(trace: Trace): number {
  const { lexical, passage, document, neighbour, vector, answerType, lane } = trace;
  return lexical + passage + document + neighbour + vector + answerType + lane;
}

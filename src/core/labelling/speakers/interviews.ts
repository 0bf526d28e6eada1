import { blankMarkup, type SourceDocument } from '../../text/document.js';
import type { Sentence } from '../../text/sentence.js';
import { announcement, maxIntroduction } from '../../text/interview.js';
import type { Span } from '../../text/span.js';

/** A conversation in which one guest answers all questions. */
export interface Interview {
  readonly guest: string;
  /** Where the first question ends. */
  readonly start: number;
  /** Headings and questions of whoever asks. */
  readonly questions: readonly Span[];
}

const minQuestions = 3;
/** Share of the sentences between the questions that say "I" or "my". */
const minPersonal = 0.15;
const fullName = String.raw`\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|van|de|von|der|la|al)){1,3}`;
/** The guest after the words that announce one; what stands between is an office ("the librarian"). */
const named = new RegExp(
  String.raw`(?:\b(?:[Gg]uest|[Ii]nterviewee|with|to|asked|met|visited|for)\b:?)\s+(?:(?:the|our|a|an|its)\s+)?(?:[\p{Ll}-]+\s+){0,4}(${fullName})`,
  'u',
);
const anyName = new RegExp(fullName, 'gu');

/** The interview that a document is; null for any other, and for one whose turns are marked by names. */
export function findInterview(document: SourceDocument, sentences: readonly Sentence[]): Interview | null {
  const { blocks, structure, metadata } = document;
  if (structure.turns.length > 2 || structure.questions.length + blocks.length < minQuestions) return null;
  const visible = blankMarkup(document.text, document.markup);
  const questions: readonly Span[] = [
    ...structure.questions,
    ...blocks.filter(
      ({ kind, start, end }) => kind === 'question' || (kind === 'heading' && /\?\W*$/.test(visible.slice(start, end))),
    ),
  ];
  const first = questions.reduce((least, { end }) => Math.min(least, end), Infinity);
  if (new Set(questions.map(({ end }) => end)).size < minQuestions) return null;
  const opening = visible.slice(
    0,
    questions.reduce((least, { start }) => Math.min(least, start), Infinity),
  );
  const introduction = `${metadata.title}. ${opening.slice(0, maxIntroduction)}`.replace(/\s+/g, ' ');
  if (!announcement.test(introduction)) return null;
  const answers = sentences.filter(
    ({ start }) => start >= first && !questions.some((question) => question.start <= start && start < question.end),
  );
  const personal = answers.filter(({ tokens }) => tokens.some(({ lower }) => /^(?:i|my|me|i['’]\w+)$/.test(lower)));
  if (answers.length === 0 || personal.length / answers.length < minPersonal) return null;
  const guest = named.exec(introduction)?.[1] ?? findOnlyName(introduction);
  return guest === null ? null : { guest, start: first, questions };
}

/** The name that the introduction gives and that asks nothing ("Interviewer: Dagny Falk"). */
function findOnlyName(introduction: string): string | null {
  for (const match of introduction.matchAll(anyName)) {
    const before = introduction.slice(0, match.index);
    if (!/(?:interviewer|by|editor|photos?|text|words):?\s*$/i.test(before)) return match[0];
  }
  return null;
}

/** Whether the sentence at `start` is an answer. */
export function isAnswer({ start, questions }: Interview, sentence: Span): boolean {
  return sentence.start >= start && !questions.some((one) => one.start <= sentence.start && sentence.start < one.end);
}

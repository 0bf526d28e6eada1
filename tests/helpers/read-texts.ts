import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import type { Reading } from '#verbatim/core/ports.js';
import { adaptToIndex, readQuestion } from '#verbatim/core/question/read-question.js';
import { rankFindings } from '#verbatim/core/reading/findings.js';
import { proposeWindows } from '#verbatim/core/reading/windows.js';
import { answerDefaults, chooseAnswer, type Answer } from '#verbatim/core/search/answer.js';
import { showDiffering } from '#verbatim/core/search/differing-places.js';
import { rankSentences } from '#verbatim/core/search/ranking.js';
import { analyser } from './analyse.js';
import { indexTexts, noVector } from './index-of-texts.js';
import type { Files } from './write-files.js';

const equivalents = createEquivalents(analyser);
const sure = 12;

/** Answers from texts with a reader that marks the first of `words` that a window holds, and is sure of it, and that no other window answers. */
export function readTexts(files: Files, question: string, words: readonly string[]): Answer {
  const index = indexTexts(files);
  const asked = adaptToIndex(readQuestion(question, analyser, equivalents), index);
  const ranking = rankSentences(asked, noVector, index);
  const windows = proposeWindows(ranking, index);
  const readings = windows.map(({ text }): Reading => {
    const found = words.map((word) => ({ start: text.indexOf(word), word })).find(({ start }) => start >= 0);
    if (!found) return { span: { start: 0, end: 1 }, margin: -sure, answers: -sure };
    return { span: { start: found.start, end: found.start + found.word.length }, margin: sure, answers: sure };
  });
  const findings = rankFindings(windows, readings, ranking, index);
  return showDiffering(chooseAnswer(ranking, index, answerDefaults, findings), ranking, index, analyser);
}

/** The quotes that an answer shows as answers. */
export function shownOf({ quotes, shown }: Answer): string[] {
  return quotes.slice(0, shown).map(({ exact }) => exact);
}

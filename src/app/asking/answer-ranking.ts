import { chooseAnswer, type Answer, type AnswerOptions } from '../../core/search/answer.js';
import { showDiffering } from '../../core/search/differing-places.js';
import type { Ranking } from '../../core/search/ranking.js';
import type { SearchIndex } from '../../core/search/search-index.js';
import type { QuestionReaders } from './prepare-question.js';

export interface ReadingOptions {
  /** Whether the best places are read; true unless said. Without, words and embeddings alone decide. */
  readonly read?: boolean;
  /** How many questions wait behind this one: the more, the fewer places are read. */
  readonly waiting?: number;
}

/** Does pure work over an index; where that is a part of a whole, as often as it takes to know all of the whole that the work asks for. */
export type Settle = <Result>(work: () => Result) => Result | Promise<Result>;

/** The answer from a ranking: reads its best places, and chooses the quotes or says why there are none. */
export async function answerRanking(
  ranking: Ranking,
  index: SearchIndex,
  options: AnswerOptions,
  { analyser, desk }: Pick<QuestionReaders, 'analyser' | 'desk'>,
  { read = true, waiting = 0 }: ReadingOptions = {},
  settle: Settle = (work) => work(),
): Promise<Answer> {
  const findings = read ? await desk.read(ranking, index, waiting) : null;
  // Its quotes have the labels that the index holds.
  const answer = await settle(() => chooseAnswer(ranking, index, options, findings));
  return options.lane === null && options.limit > 1 ? showDiffering(answer, ranking, index, analyser) : answer;
}

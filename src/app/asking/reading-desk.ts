import type { Reader, Reading } from '../../core/ports.js';
import { rankFindings, type Finding } from '../../core/reading/findings.js';
import { addSecondLooks, proposeSecondLooks } from '../../core/reading/second-look.js';
import { proposeWindows, windowDefaults, type ReadingWindow } from '../../core/reading/windows.js';
import type { Ranking } from '../../core/search/ranking.js';
import type { SearchIndex } from '../../core/search/search-index.js';

/** How many questions a server answers at the same time: while one is read, the next one is searched for. */
export const answersAtOnce = 2;
/** Fewest windows that are read, however many questions wait. */
const minWindows = 2;
/** Up to this many questions at once nobody waits long: all windows are read for each. */
const calmQuestions = 2;

/** Reads the best places of a ranking; the more questions wait, the fewer of them, so that nobody waits long. */
export class ReadingDesk {
  #reading = 0;

  /** `reader` resolves to null where there is none; it never rejects. */
  constructor(
    private readonly reader: Promise<Reader | null>,
    private readonly onFailure: (error: unknown) => void = () => undefined,
  ) {}

  /**
   * What was found, best first; null where nothing can be read. `waiting` questions wait behind this one, besides those that are
   * being read here.
   */
  async read(ranking: Ranking, index: SearchIndex, waiting = 0): Promise<Finding[] | null> {
    const reader = await this.reader;
    if (!reader) return null;
    this.#reading++;
    try {
      const count = countWindows(this.#reading + waiting);
      const windows = proposeWindows(ranking, index, { ...windowDefaults, count });
      const readAll = (each: readonly ReadingWindow[]): Promise<Reading[]> =>
        reader.read(
          ranking.question.text,
          each.map(({ text }) => text),
        );
      const findings = rankFindings(windows, await readAll(windows), ranking, index);
      return addSecondLooks(findings, await readAll(proposeSecondLooks(findings, ranking, index, windows.length)));
    } catch (error) {
      this.onFailure(error);
      return null;
    } finally {
      this.#reading--;
    }
  }
}

/** As many windows for each as fit into the time that two questions take with all of them, but no fewer than two. */
function countWindows(questions: number): number {
  const share = (windowDefaults.count * calmQuestions) / Math.max(calmQuestions, questions);
  return Math.max(minWindows, Math.floor(share));
}

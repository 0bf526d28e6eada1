import type { SearchIndex } from '../../core/search/search-index.js';
import { summarise, type Summary } from '../../core/summary/summarise.js';
import { readAsked, type QuestionReaders } from './read-asked.js';

export interface SummaryRequest {
  /** What to summarise, in words; null or blank for all there is in the scope. */
  readonly topic: string | null;
  /** The id of the only document to look in; null for all. */
  readonly documentId: string | null;
  /** Most quotes, 1 to 12. */
  readonly quotes: number;
}

/** The one way from a request to a summary, under every front end. */
export async function summariseIndex(
  index: SearchIndex,
  readers: QuestionReaders,
  { topic, documentId, quotes }: SummaryRequest,
): Promise<Summary> {
  if (topic === null || topic.trim() === '') {
    return summarise(index, readers.analyser, { topic: null, documentId, quotes });
  }
  const asked = await readAsked(topic, index, readers);
  return { ...summarise(index, readers.analyser, { topic: asked, documentId, quotes }), topic };
}

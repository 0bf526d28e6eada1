import type { Analyser } from '../../core/ports.js';
import { analyseDocument, type AnalysedDocument } from './analyse-document.js';
import { readDocument } from './read-document.js';
import type { SourceText } from './read-texts.js';

/** Reads and analyses a text. Null, after a notice, for one that has no words or that breaks a reader: the others are indexed without it. */
export function analyseSource(
  source: SourceText,
  analyser: Analyser,
  onNotice: (notice: string) => void,
): AnalysedDocument | null {
  const leaveOut = (why: string): null => {
    onNotice(`${source.path}: left out: ${why}`);
    return null;
  };
  try {
    const { document, notices } = readDocument(source.path, source.text, source.inherited, source.source);
    notices.forEach(onNotice);
    const analysed = analyseDocument(document, analyser);
    return analysed.texts.length === 0 ? leaveOut('no words in it') : analysed;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return leaveOut(`it could not be read (${problem}); please report it`);
  }
}

import type { IndexFolder } from '../../adapters/index/index-folder.js';
import { createEquivalents } from '../../core/english/equivalents.js';
import type { Settings } from '../settings.js';
import { openModels } from './open-models.js';
import type { QuestionReaders } from './prepare-question.js';
import { ReadingDesk } from './reading-desk.js';

interface ReaderHooks {
  readonly onNotice: (notice: string) => void;
  /** Hears what went wrong while places were read. */
  readonly onFailure: (error: unknown) => void;
}

/** Opens what reads questions, for a program that goes on running. */
export async function openReaders(
  settings: Settings,
  folder: IndexFolder,
  { onNotice, onFailure }: ReaderHooks,
): Promise<QuestionReaders> {
  const { createWinkAnalyser } = await import('../../adapters/wink-analyser.js');
  const analyser = createWinkAnalyser();
  const models = openModels(settings, folder, { onNotice });
  const desk = new ReadingDesk(models.reader, onFailure);
  return { analyser, equivalents: createEquivalents(analyser), embedder: await models.embedder, desk };
}

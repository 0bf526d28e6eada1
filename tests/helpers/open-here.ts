import { openPipeline, type Pipeline, type PipelineHooks } from '#verbatim/app/asking/pipeline.js';
import { readSettings } from '#verbatim/app/settings.js';

export interface OpenedHere {
  readonly pipeline: Pipeline;
  readonly notices: readonly string[];
}

/** Opens the whole pipeline in the process of the test and collects its notices. */
export async function openHere(corpusDir: string, indexDir: string, rebuild = false): Promise<OpenedHere> {
  const notices: string[] = [];
  const hooks: PipelineHooks = { onNotice: (notice) => notices.push(notice) };
  const settings = readSettings({ CORPUS_DIR: corpusDir, INDEX_DIR: indexDir });
  return { pipeline: await openPipeline(settings, hooks, { rebuild }), notices };
}

/** The first quote for a question, or the reason why there is none. */
export async function firstQuote({ pipeline }: OpenedHere, question: string): Promise<string | null> {
  const { quotes, reason } = await pipeline.ask(question);
  return quotes[0]?.exact ?? reason;
}

/** The only file that knows cli-progress: bars on standard error, on a terminal only. */
import { SingleBar } from 'cli-progress';
import { openPipeline, type Pipeline, type PipelineHooks, type PipelineOptions } from '../app/asking/pipeline.js';
import { readSettings } from '../app/settings.js';
import { printNotice } from './print-notice.js';

/** Opens the pipeline by the settings, with progress bars and notices on standard error. */
export async function openWithProgress(options: PipelineOptions = {}): Promise<Pipeline> {
  const bars = createBars();
  try {
    return await openPipeline(readSettings(), bars.hooks, options);
  } finally {
    bars.stop();
  }
}

function createBars(): { hooks: PipelineHooks; stop: () => void } {
  const isTerminal = process.stderr.isTTY;
  let bar: SingleBar | null = null;
  let shown = '';
  const stop = (): void => {
    bar?.stop();
    bar = null;
    shown = '';
  };
  const show = (name: string, share: number, detail: string): void => {
    if (!isTerminal) return;
    if (shown !== name) {
      stop();
      bar = new SingleBar({
        format: `${name} {bar} {percentage} %  {detail}`,
        barCompleteChar: '█',
        barIncompleteChar: '░',
        hideCursor: true,
        stream: process.stderr,
      });
      bar.start(100, 0, { detail });
      shown = name;
    }
    bar?.update(Math.floor(share * 100), { detail });
  };
  return {
    hooks: {
      onNotice: (notice) => {
        stop();
        printNotice(notice);
      },
      onIndexProgress: (share, sentences) => {
        show('Indexing', share, `${sentences} sentences`);
      },
    },
    stop,
  };
}

/** The only file that knows cli-progress: bars on standard error, on a terminal only. */
import { SingleBar } from 'cli-progress';
import { openPipeline } from '../app/asking/pipeline.js';
import { readSettings } from '../app/settings.js';
import { printNotice } from './print-notice.js';
/** Opens the pipeline by the settings, with progress bars and notices on standard error. */
export async function openWithProgress(options = {}) {
    const bars = createBars();
    try {
        return await openPipeline(readSettings(), bars.hooks, options);
    }
    finally {
        bars.stop();
    }
}
function createBars() {
    const isTerminal = process.stderr.isTTY;
    let bar = null;
    let shown = '';
    const stop = () => {
        bar?.stop();
        bar = null;
        shown = '';
    };
    const show = (name, share, detail) => {
        if (!isTerminal)
            return;
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
            onExportProgress: (share) => {
                show('Preparing the model', share, '');
            },
            onIndexProgress: (share, sentences) => {
                show('Indexing', share, `${sentences} sentences`);
            },
        },
        stop,
    };
}
//# sourceMappingURL=progress.js.map
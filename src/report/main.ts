/** Writes one page about the whole corpus: `npm run report [-- FILE]`. Exit codes as those of the command line. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { renameOver, writeDurably } from '../adapters/durable-files.js';
import { makeFolder } from '../adapters/make-folder.js';
import type { OpenIndex } from '../app/asking/open-index.js';
import { openOwnIndex } from '../app/asking/open-own-index.js';
import { readSettings, readStoreSettings } from '../app/settings.js';
import { VerbatimError } from '../core/errors.js';
import { lanes } from '../core/labelling/labels.js';
import { showControls } from '../core/text/show-controls.js';
import { addCounts, collectIndexed, percentagesOf, totalOf } from '../app/pages/collect-document.js';
import { countOf, laneWording } from '../app/pages/lane-wording.js';
import { renderPage } from './render-page.js';
import type { ReportDocument } from '../app/pages/report-document.js';

const documentsAtOnce = 16;
const usage = 'usage: npm run report [-- FILE.html]\n';

async function run(): Promise<void> {
  const settings = readSettings();
  const target = readTarget() ?? path.join(settings.indexDir, 'report.html');
  const onNotice = (notice: string): void => {
    process.stderr.write(`notice: ${showControls(notice)}\n`);
  };
  const index = await openOwnIndex({ settings, store: readStoreSettings() }, { onNotice });
  const documents = await collectIndex(index).finally(() => index.close());
  await writePage(target, renderPage(documents));
  process.stdout.write(`${summarise(documents)}\n${showControls(target)}\n`);
}

/** Gathers every document, of an index on a server some at a time. */
async function collectIndex(index: OpenIndex): Promise<ReportDocument[]> {
  const collected: ReportDocument[] = [];
  for (let first = 0; first < index.documents.length; first += documentsAtOnce) {
    const ids = index.documents.slice(first, first + documentsAtOnce).map(({ id }) => id);
    const held = await index.fetchTexts(ids);
    for (const id of ids) {
      const indexed = held.findDocument(id);
      if (indexed) collected.push(collectIndexed(indexed, held));
    }
  }
  return collected;
}

/** The file given, or null. Throws `bad-usage` for one that is no page: it might be one of the texts. */
function readTarget(): string | null {
  const { file, more } = readArguments();
  if (file === undefined) return null;
  if (more || !/\.html?$/i.test(file)) {
    throw new VerbatimError('bad-usage', `expected one FILE that ends in .html, got "${more ? 'several' : file}"`);
  }
  return path.resolve(file);
}

function readArguments(): { file: string | undefined; more: boolean } {
  try {
    const { positionals } = parseArgs({ allowPositionals: true });
    return { file: positionals[0], more: positionals.length > 1 };
  } catch (error) {
    throw new VerbatimError('bad-usage', error instanceof Error ? error.message : String(error));
  }
}

/** Puts the page in place whole: whoever has the old one open never sees half of the new one. */
async function writePage(target: string, page: string): Promise<void> {
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    await makeFolder(path.dirname(target));
    await writeDurably(temporary, page);
    await renameOver(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    const detail = error instanceof Error ? error.message : String(error);
    const fields = { problem: 'The report cannot be written ({detail})', subject: target, detail };
    throw new VerbatimError('index-write', { ...fields, advice: 'Name another FILE' }, { cause: error });
  }
}

function summarise(documents: readonly ReportDocument[]): string {
  const words = addCounts(documents.map((document) => document.words));
  const percentages = percentagesOf(words);
  const parts = lanes.map((lane, i) => `${percentages[i] ?? 0} % ${laneWording[lane].name.toLowerCase()}`);
  return `${countOf(documents.length, 'document')}, ${countOf(totalOf(words), 'word')}: ${parts.join(', ')}.`;
}

try {
  await run();
} catch (error) {
  const isExpected = error instanceof VerbatimError;
  const detail = error instanceof Error ? error.message : String(error);
  process.stderr.write(`report: ${isExpected ? '' : 'unexpected failure: '}${showControls(detail)}\n`);
  const isUsage = isExpected && error.code === 'bad-usage';
  if (isUsage) process.stderr.write(usage);
  process.exitCode = isUsage ? 2 : 1;
}
